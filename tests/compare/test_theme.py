"""Marks and words stand out from their ground on both themes."""

import itertools
import tomllib
from pathlib import Path

import pytest

from compare.theme import DARK, LIGHT, Palette, choose_palette
from tests.compare.colour import SIGHTS, Lab, difference, seen

MARK, WORDS = 3.0, 4.5
ROOT = Path(__file__).parents[2]
STYLE = (ROOT / "pages" / "parts" / "style.css").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_place_is_seen_on_the_page(palette: Palette) -> None:
    assert len(set(palette.places)) == 12
    assert min(contrast(colour, palette.page) for colour in (*palette.places, palette.zero)) >= MARK


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_all_words_are_read_on_the_page(palette: Palette) -> None:
    words = (palette.ink, palette.ink2, palette.muted, palette.warn, palette.bad)
    assert min(contrast(colour, palette.page) for colour in words) >= WORDS
    assert contrast(palette.warn, palette.warnbg) >= WORDS
    assert contrast("#FFFFFF", palette.accent) >= WORDS


def test_the_theme_of_the_browser_chooses() -> None:
    assert choose_palette("dark") is DARK
    assert choose_palette("light") is LIGHT
    assert choose_palette(None) is LIGHT


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_measure_of_difference_is_the_published_one(one: Lab, other: Lab, apart: float) -> None:
    """Source: test data of Sharma, Wu & Dalal 2005."""
    assert difference(one, other) == pytest.approx(apart, abs=1e-4)


@pytest.mark.parametrize(
    ("palette", "apart"), [(LIGHT, (15, 13, 8)), (DARK, (20, 9, 8))], ids=["light", "dark"]
)
def test_places_are_told_apart_by_every_sight(palette: Palette, apart: tuple[int, ...]) -> None:
    """The worst pair of the first four, eight and twelve places; names stand at every mark besides."""
    for count, least in zip((4, 8, 12), apart, strict=True):
        pairs = itertools.combinations(palette.places[:count], 2)
        worst = min(difference(seen(a, s), seen(b, s)) for a, b in pairs for s in SIGHTS)
        assert worst >= least, count


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_are_read_on_every_ground(palette: Palette) -> None:
    assert min(contrast(colour, palette.panel) for colour in (palette.ink, palette.ink2)) >= WORDS
    mark = {"light": "#FFE9A8", "dark": "#6B5310"}["dark" if palette.dark else "light"]
    assert contrast(palette.ink, mark) >= WORDS
    assert mark in STYLE


def test_the_style_has_the_colours_of_the_figures() -> None:
    names = ("ink", "ink2", "muted", "line", "panel", "warn", "warnbg", "warnline", "bad")
    wanted = [f"--{name}:light-dark({getattr(LIGHT, name)},{getattr(DARK, name)})" for name in names]
    assert [token for token in wanted if token not in STYLE] == []


def test_the_settings_have_the_colours_of_the_figures() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for palette, part in ((LIGHT, theme["light"]), (DARK, theme["dark"])):
        shown = (part["backgroundColor"], part["secondaryBackgroundColor"], part["textColor"])
        assert shown == (palette.page, palette.panel, palette.ink)
        assert part["primaryColor"] == palette.accent
        assert contrast(part["linkColor"], palette.page) >= WORDS
