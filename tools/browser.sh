#!/bin/sh
# Sees to a Chromium and a Chinese font for the browser tests, through the system's package manager.
# Where that is not possible it says in one sentence what to install, and fails.
set -u

browser() {
    for name in "${XIANBI_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$name" ] && "$name" --version >/dev/null 2>&1 && return 0
    done
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && return 0
    .venv/bin/python tests/browser/chromium.py >/dev/null 2>&1
}

font() {
    [ "$(uname)" = Darwin ] && return 0 # macOS has PingFang
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn family)" ]
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_with() {
    case $1 in
    apt-get)
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
            chromium fonts-noto-cjk fontconfig ;;
    dnf) as_root dnf install -q -y chromium google-noto-sans-cjk-fonts fontconfig ;;
    pacman) as_root pacman -S --noconfirm --needed chromium noto-fonts-cjk fontconfig ;;
    zypper) as_root zypper -n -q install chromium google-noto-sans-cjk-fonts fontconfig ;;
    apk) as_root apk add -q chromium font-noto-cjk fontconfig ;;
    brew) brew install --quiet --cask chromium ;;
    esac
}

browser && font && exit 0
for manager in apt-get dnf pacman zypper apk brew; do
    command -v "$manager" >/dev/null 2>&1 || continue
    echo "Installing Chromium and a Chinese font with $manager ..."
    install_with "$manager" >&2
    break
done
# Some systems offer Chromium only as a container package; Playwright's own build serves as well.
browser || .venv/bin/python -m playwright install chromium >/dev/null 2>&1
browser && font && exit 0
echo "The browser tests need Chromium and a Chinese font: install chromium and fonts-noto-cjk (or Noto Sans CJK), then start again." >&2
exit 1
