"""Which words go with which number where several stand together."""

from typing import Any

import pytest

from tests.extract.told import assert_told, cases_of


@pytest.mark.parametrize("case", cases_of("sight"))
def test_the_text_gives_these_rows_and_no_others(case: dict[str, Any]) -> None:
    assert_told(case)
