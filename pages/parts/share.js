// Copies what carries data-copy as a link of this very page, whatever stands before it (a proxy's prefix, say);
// prints on data-print.
export default function ({ data }) {
  window.xianbiShare && document.removeEventListener("click", window.xianbiShare);
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* not on a plain http address */ }
    const box = document.createElement("textarea");
    box.value = text;
    box.style.cssText = "position:fixed;opacity:0";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };
  window.xianbiShare = async (event) => {
    if (event.target.closest?.("[data-print]")) return void window.print();
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const link = `${location.origin}${location.pathname}?${button.dataset.copy}`;
    const words = button.querySelector("span") ?? button;
    if (!(await copy(link))) return void window.prompt(data.copy, link);
    words.textContent = data.copied;
    setTimeout(() => (words.textContent = data.copy), 2000);
  };
  document.addEventListener("click", window.xianbiShare);
}
