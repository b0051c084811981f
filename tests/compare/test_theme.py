"""Marks and words stand out from their ground on both themes."""

import pytest

from compare.theme import DARK, LIGHT, Palette, choose_palette

MARK, WORDS = 3.0, 4.5


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
