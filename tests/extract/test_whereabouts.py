"""Whose a figure is: the home, a county of it, a stranger, a partner, nobody."""

from typing import Any

import pytest

from tests.extract.told import assert_told, cases_of


@pytest.mark.parametrize("case", cases_of("whereabouts"))
def test_the_text_gives_these_rows_and_no_others(case: dict[str, Any]) -> None:
    assert_told(case)
