"""What a number counts: each rule of the language by its sentences, and what is no figure."""

from typing import Any

import pytest

from tests.extract.told import assert_told, cases_of


@pytest.mark.parametrize("case", cases_of("claims"))
def test_the_text_gives_these_rows_and_no_others(case: dict[str, Any]) -> None:
    assert_told(case)
