"""A typo in the lexicon is an error that names file, field and what to write, never passed over and never a traceback."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.errors import LexiconError
from extract.figures.basis import Basis
from extract.lexicon import load_lexicon
from extract.lexicon.events import load_events
from extract.lexicon.load import HERE
from extract.lexicon.shapes import BASES
from extract.lexicon.units import read_units

AREA, RATE = "metrics/area.toml", "metrics/poverty_rate.toml"
WRONG = [
    (AREA, 'basis = "level"', 'basis = "levle"', "area.toml: basis is 'levle'; write one of cumulative, flow, level, plan"),
    (AREA, 'rise = "neutral"', 'rise = "up"', "area.toml: rise is 'up'; write one of better, neutral, worse"),
    (AREA, 'family = "people"', 'family = "nosuch"', "area.toml: family is 'nosuch'; write one of assistance"),
    (AREA, 'unit = "km2"', 'unit = "km3"', "area.toml: unit is 'km3'; write one of CNY, household"),
    (AREA, 'unit = "km2"', "unit = 2", "area.toml: unit is 2; write a text in quotes"),
    (AREA, 'unit = "km2"\n', "", "area.toml: unit is missing; add it to the entry"),
    (AREA, 'rise = "neutral"', 'rise = "neutral"\nrize = 1', "area.toml: there is no field 'rize'; use one of id, unit"),
    (AREA, 'id = "area"', 'id = "aera"', "area.toml: its id is aera; give file and entry the same name"),
    (RATE, "range = [0, 100]", "range = [0]", "poverty_rate.toml: range is [0]; write a list of two numbers"),
    (RATE, "range = [0, 100]", "range = [100, 0]", "range is [100, 0]; write a list of two numbers, the lower first"),
    (RATE, "range = [0, 100]", "range = [0, 'x']", "poverty_rate.toml: range is [0, 'x']; write a list of two"),
    (RATE, 'counts = ["%"]', 'counts = "%"', "poverty_rate.toml: counts is '%'; write a list of texts"),
    (RATE, 'counts = ["%"]', 'counts = ["%%"]', "poverty_rate.toml: counts is '%%'; write a known one"),
    (RATE, 'noun = ["发生率"]', 'noun = "发生率"', "poverty_rate.toml: phrase 2: noun is '发生率'; write a list of texts"),
    (RATE, 'noun = ["发生率"]', 'noun = ["@nosuch"]', "poverty_rate.toml: 'nosuch' is missing or wrong; mend the"),
    (RATE, 'side = "before"', 'side = "left"', "poverty_rate.toml: phrase 1: side is 'left'; write one of after, before"),
    (RATE, "about =", "abuot =", "poverty_rate.toml: phrase 2: there is no field 'abuot'; use one of noun"),
    (RATE, 'numbers = ["98%"]', 'number = ["98%"]', "poverty_rate.toml: example: there is no field 'number'"),
    ("vetoes.toml", 'where = "touching"', 'where = "tuching"', "vetoes.toml: growth.verb: where is 'tuching'; write"),
    ("vetoes.toml", 'reason = "growth"', 'reason = "grwoth"', "vetoes.toml: growth.verb: reason is 'grwoth'; write one"),
    ("vetoes.toml", 'where = "touching"', 'where = "touching"\nunless = ["x"]', "growth.verb: there is no field 'unless'"),
    ("vetoes.toml", 'pattern = "', 'pattern = "(', "vetoes.toml: subset.given_to: missing ), unterminated subpattern"),
    ("vetoes.toml", 'name = "share"', 'name = "misuse"', "vetoes.toml: misuse: another veto has this name; rename one"),
    ("vetoes.toml", 'units = ["money", ', 'units = ["mony", ', "vetoes.toml: growth.verb: units is 'mony'; write one of"),
    ("vetoes.toml", 'spared = ["', 'spared = ["nosuch", "', "vetoes.toml: subset.visited: spared is 'nosuch'; write"),
    ("vetoes.toml", "[[veto]]", "[[vetos]]", "vetoes.toml: there is no field 'vetos'; use one of veto"),
    ("words.toml", "poor = [", "poor = [1, ", "words.toml: group is"),
    ("glue.toml", "tier = [", "tier = [1, ", "glue.toml: tier is [1"),
    ("times.toml", "plan = [", "plans = [", "times.toml: "),
    ("times.toml", "plan = [", "plan = ", "times.toml: cannot be read: "),
]  # fmt: skip


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    shutil.copytree(HERE, tmp_path / "lexicon", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "lexicon"


def _misspell(path: Path, right: str, wrong: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


@pytest.mark.parametrize("typo", WRONG, ids=lambda typo: typo[2][:30])
def test_a_typo_is_told(lexicon: Path, typo: tuple[str, str, str, str]) -> None:
    file, right, wrong, told = typo
    _misspell(lexicon / file, right, wrong)
    with pytest.raises(LexiconError) as caught:
        load_lexicon(lexicon)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('kind = "money"', 'kind = "mony"', "units.toml: money: kind is 'mony'; write one of count, foreign"),
        ('factor = "0.1"', 'factor = "a tenth"', "units.toml: "),
        ("not_before =", "not_behind =", "units.toml: money: there is no field 'not_behind'"),
        ("[after_chinese]", "[after]", "units.toml: after_chinese: None is no entry"),
        ("words = [", "words = ", "units.toml: cannot be read"),
    ],
)
def test_a_typo_among_the_units_is_told(lexicon: Path, right: str, wrong: str, told: str) -> None:
    _misspell(lexicon / "units.toml", right, wrong)
    with pytest.raises(LexiconError) as caught:
        read_units(lexicon / "units.toml")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("[kind.exit]", "[kind.exits]", "events.toml: "),
        ('date = ["before"', 'date = ["bevore"', "events.toml: kind.exit: date is 'bevore'; write one of before, none"),
        ("unless = [", "unles = [", "there is no field 'unles'; use one of id, kind"),
        ("topic = '", "topic = '(", "events.toml: common: missing ), unterminated subpattern"),
        ("strong = true", "strong = 1", "events.toml: kind.exit: strong is 1; write true or false"),
    ],
)  # fmt: skip
def test_a_typo_among_the_events_is_told(lexicon: Path, right: str, wrong: str, told: str) -> None:
    _misspell(lexicon / "events.toml", right, wrong)
    with pytest.raises(LexiconError) as caught:
        load_events(lexicon / "events.toml")
    assert told in str(caught.value)


def test_the_command_says_it_in_a_sentence(
    lexicon: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _misspell(lexicon / "vetoes.toml", 'reason = "growth"', 'reason = "grwoth"')
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setattr("extract.engines.plan.load_lexicon", lambda: load_lexicon(lexicon))
    assert main(["build", "seeds", "--out", str(lexicon / "out")]) == 2
    assert "error vetoes.toml: growth.verb: reason is 'grwoth'; write one of " in capsys.readouterr().err


def test_the_command_says_it_of_a_unit_as_well(tmp_path: Path) -> None:
    shutil.copytree(HERE.parent, tmp_path / "extract", ignore=shutil.ignore_patterns("__pycache__"))
    _misspell(tmp_path / "extract" / "lexicon" / "units.toml", 'kind = "money"', 'kind = "mony"')
    command = [sys.executable, "-m", "extract", "build", "."]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.lstrip().startswith(b"error units.toml: money: kind is 'mony'; write one of count")


def test_bases_are_those_of_the_table() -> None:
    assert {str(basis) for basis in Basis} == BASES
