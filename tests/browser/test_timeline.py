"""The timeline's words are all there on the narrowest page, inside it, and on no other words."""

import itertools

import pytest

from compare.view import LANGUAGES
from tests.browser.conftest import PHONE, Opener

WORDS = """() => {
  const chart = document.querySelector('.js-plotly-plot').getBoundingClientRect();
  const words = [...document.querySelectorAll('.js-plotly-plot :is(.barlayer, .scatterlayer) text')];
  return {left: chart.left, right: chart.right, bars: document.querySelectorAll('.barlayer .point').length,
    inside: document.querySelectorAll('.barlayer text').length,
    boxes: words.map(t => t.getBoundingClientRect()).map(b => [b.left, b.right, Math.round(b.top / 4), b.width])};
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bar_keeps_its_words_on_a_telephone(visit: Opener, language: str) -> None:
    window = visit(PHONE).open("timeline", lang=language, p="340123~341825~430725~140500~150526")
    found = window.page.evaluate(WORDS)
    assert found["bars"] == found["inside"] > 10
    assert min(box[3] for box in found["boxes"]) > 10
    assert min(box[0] for box in found["boxes"]) >= found["left"] - 1
    assert max(box[1] for box in found["boxes"]) <= found["right"] + 1
    for _, line in itertools.groupby(
        sorted(found["boxes"], key=lambda box: (box[2], box[0])), lambda box: box[2]
    ):
        assert all(one[1] <= other[0] + 1 for one, other in itertools.pairwise(line))
