"""The state of a figure is seen on its card and in the table that stands for many cards."""

import pytest

from compare.panel import Table
from compare.panels.card import Card, Entry
from pages.parts.cards import MOST_CARDS, STYLE_OF, write_cards


@pytest.mark.parametrize("state", ["missing", "doubtful", "plan"])
@pytest.mark.parametrize("n", [1, MOST_CARDS + 1])
def test_a_figure_that_is_no_plain_result_does_not_look_like_one(state: str, n: int) -> None:
    plain, odd = (_cards(s, n) for s in ("solid", state))
    name = STYLE_OF[state].split()[-1]
    assert f'{name}"' in odd
    assert f'{name}"' not in plain


def _cards(state: str, n: int) -> str:
    entry = Entry("lifted.households", "Households lifted", "9", state=state)
    cards = [Card(str(i), f"Place {i}", "", "", "#000000", (entry,)) for i in range(n)]
    return write_cards(cards, Table(("Place", "Households lifted"), (), ()))
