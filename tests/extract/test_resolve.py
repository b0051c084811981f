"""How far the sentence itself says all of a figure."""

import pytest

from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import make_reader, read_text


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("2019年,平江县共有贫困户3120户,贫困村退出12个。", "stated"),
        ("2019年,平江县贫困户3120户,贫困村退出12个。", "carried"),
        ("2019年,平江县贫困户3120户。", "stated"),
    ],
)
def test_the_nearest_noun_alone_states_nothing_beside_those_who_left(text: str, grade: str) -> None:
    figures = read_text(text, make_reader(load_lexicon(), load_gazetteer()), "平江县", "2020").figures
    assert (figures[0].metric.id, figures[0].grade) == ("poor.households", grade)
