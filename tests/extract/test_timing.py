"""When a figure holds: dates, changes, lists of years, headings, years carried over."""

from typing import Any

import pytest

from tests.extract.told import assert_told, cases_of


@pytest.mark.parametrize("case", cases_of("timing"))
def test_the_text_gives_these_rows_and_no_others(case: dict[str, Any]) -> None:
    assert_told(case)
