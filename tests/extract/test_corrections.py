"""Corrections by hand: applied where they fit, named where they do not, and never in silence."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.__main__ import FAILED, OK, PARTLY, main

REPORT = "2018年,旌德县脱贫120户356人,贫困发生率下降到0.5%。2019年安排财政专项扶贫资金2.69亿元。\n"
TOLD = 'reason = "see the printed yearbook"\nsource = "yearbook 2019, page 12"\ndate = 2026-11-22\n'
HOUSEHOLDS = 'doc = "jd"\nphrase = "脱贫120户"\nmetric = "lifted.households"\n'
AS_READ = 'expect = { text = "120户", value = 120, quote = "脱贫120户356人" }\n'
Row = dict[str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "jd.txt").write_text(REPORT, encoding="utf-8")
    return made


Build = Callable[..., tuple[int, str]]


@pytest.fixture
def build(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Build:
    """Builds the folder with some corrections; the exit status, and what was complained of."""

    def built(corrections: str, *more: object) -> tuple[int, str]:
        (folder / "corrections.toml").write_text(corrections, encoding="utf-8")
        status = main(["build", str(folder), "--out", str(tmp_path / "out"), *map(str, more)])
        return status, capsys.readouterr().err

    return built


def entry(action: str, more: str = "", figure: str = HOUSEHOLDS, expect: str = AS_READ) -> str:
    return f'[[correction]]\n{figure}action = "{action}"\n{more}{TOLD}{expect}'


def table(out: Path, name: str) -> list[Row]:
    with (out / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def figure(out: Path) -> Row:
    """The households of the table."""
    return next(row for row in table(out, "metrics") if row["text"] == "120户")


def test_an_override_keeps_what_was_extracted_beside_it(build: Build, tmp_path: Path) -> None:
    assert build("") == (OK, "\n")
    before = figure(tmp_path / "out")
    status, told = build(entry("override", "to = { value = 210, period = 2017, basis = 'cumulative' }\n"))
    assert (status, told) == (OK, "\n")
    after = figure(tmp_path / "out")
    changed = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
    assert changed == {
        "value": ("120", "210"), "period": ("2018", "2017"), "basis": ("flow", "cumulative"), "note": ("", "corrected"),
    }  # fmt: skip
    lines = table(tmp_path / "out", "corrections")
    assert {(line["column"], line["extracted"], line["corrected"]) for line in lines} == {
        ("value", "120", "210"), ("period", "2018", "2017"), ("basis", "flow", "cumulative"),
    }  # fmt: skip
    assert {(line["fact"], line["status"], line["reason"]) for line in lines} == {
        (before["fact"], "applied", "see the printed yearbook")
    }


def test_a_metric_brings_its_unit_and_a_place_its_code(build: Build, tmp_path: Path) -> None:
    build(entry("override", 'to = { metric = "monitored.persons", place = "绩溪县" }\n'))
    row = figure(tmp_path / "out")
    assert (row["metric"], row["unit"], row["place"], row["adcode"]) == (
        "monitored.persons", "person", "绩溪县", "341824",
    )  # fmt: skip
    assert row["quote"].startswith("2018年,旌德县脱贫120户")


def test_what_is_dropped_is_left_over(build: Build, tmp_path: Path) -> None:
    build("")
    before = table(tmp_path / "out", "documents")[0]
    assert build(entry("drop"))[0] == OK
    left = [row for row in table(tmp_path / "out", "leftovers") if row["text"] == "120户"]
    assert [row["reason"] for row in left] == ["corrected"]
    assert "120户" not in {row["text"] for row in table(tmp_path / "out", "metrics")}
    after = table(tmp_path / "out", "documents")[0]
    assert int(after["kept"]) == int(before["kept"]) - 1
    assert (after["numbers"], int(after["left"])) == (before["numbers"], int(before["left"]) + 1)
    assert [row["extracted"] for row in table(tmp_path / "out", "corrections")] == ["120"]


def test_a_flagged_figure_is_doubtful_and_a_confirmed_one_unchanged(build: Build, tmp_path: Path) -> None:
    build(entry("confirm"))
    assert (figure(tmp_path / "out")["grade"], figure(tmp_path / "out")["note"]) == ("stated", "")
    build(entry("flag"))
    assert (figure(tmp_path / "out")["grade"], figure(tmp_path / "out")["note"]) == (
        "doubtful",
        "flagged by a reader",
    )


def test_a_figure_is_named_by_its_id_as_well(build: Build, tmp_path: Path) -> None:
    build("")
    fact = figure(tmp_path / "out")["fact"]
    assert build(entry("flag", figure=f'fact = "{fact}"\n'))[0] == OK
    assert figure(tmp_path / "out")["grade"] == "doubtful"


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("expect = { value = 121 }\n", "value is '120', not '121'"),
        ('expect = { text = "120户 " }\n', "text is '120户'"),
        ('expect = { quote = "脱贫121户" }\n', "quote is"),
        ('expect = { place = "绩溪县" }\n', "place is '旌德县'"),
    ],
)
def test_a_correction_that_no_longer_fits_is_loud(
    build: Build, tmp_path: Path, expect: str, said: str
) -> None:
    """The build ends with another status, names the entry, and its figure is doubtful until somebody looks."""
    status, told = build(entry("override", "to = { value = 210 }\n", expect=expect))
    assert status == PARTLY
    assert "corrections.toml, entry 1: the correction no longer fits" in told
    assert said in told
    row = figure(tmp_path / "out")
    assert (row["value"], row["grade"], row["note"]) == ("120", "doubtful", "its correction no longer fits")
    assert [line["status"] for line in table(tmp_path / "out", "corrections")] == ["stale"]


@pytest.mark.parametrize(
    "named",
    [
        'fact = "ffffffffffff"\n',
        'doc = "jd"\nphrase = "脱贫999户"\nmetric = "lifted.households"\n',
        'doc = "jd"\nphrase = "脱贫120户"\nmetric = "poverty_rate"\n',
        'doc = "nowhere"\nphrase = "脱贫120户"\nmetric = "lifted.households"\n',
        'doc = "jd"\nphrase = "201"\nmetric = "lifted.households"\n',
    ],
)
def test_a_figure_that_is_not_there_is_named(build: Build, named: str) -> None:
    status, told = build(entry("drop", figure=named))
    assert status == PARTLY
    assert "no longer fits" in told


def test_the_second_correction_of_a_figure_is_refused(build: Build) -> None:
    status, told = build(entry("flag") + "\n" + entry("drop"))
    assert status == PARTLY
    assert "entry 2: the correction no longer fits (the figure has a correction before it)" in told


@pytest.mark.parametrize(
    ("corrections", "said"),
    [
        ("[[correction]\n", "no proper TOML"),
        ("[correct]\nx = 1\n", "only [[correction]] can stand"),
        ('correction = "x"\n', "only [[correction]] can stand"),
        (entry("erase"), "has the action 'erase'"),
        (entry("override"), "needs `to`"),
        (entry("drop", "to = { value = 3 }\n"), "needs `to` for an override, and only for that"),
        (entry("override", 'to = { value = "3户" }\n'), "has the value '3户', which is none"),
        (entry("override", "to = { value = inf }\n"), "which is none"),
        (entry("override", 'to = { colour = "red" }\n'), "unknown keys: colour"),
        (entry("override", 'to = { metric = "no.such" }\n'), "there is no metric 'no.such'"),
        (entry("override", 'to = { place = "无此县" }\n'), "'无此县' is not in the official list"),
        (entry("drop", expect=""), "has no `expect`"),
        (entry("drop", figure='doc = "jd"\n'), "names no figure"),
        (entry("drop").replace(TOLD, 'date = "soon"\n'), "has no reason; has no source; 'soon' is no date"),
        (entry("drop") + "\n" + entry("drop"), "says the same as"),
        (entry("drop", 'why = "x"\n'), "unknown keys: why"),
    ],
)
def test_a_list_that_cannot_be_used_publishes_nothing(
    build: Build, tmp_path: Path, corrections: str, said: str
) -> None:
    status, told = build(corrections)
    assert status == FAILED
    assert said in told
    assert not (tmp_path / "out").exists()


def test_a_list_may_lie_elsewhere(build: Build, tmp_path: Path) -> None:
    elsewhere = tmp_path / "mine.toml"
    elsewhere.write_text(entry("drop"), encoding="utf-8")
    assert build("", "--corrections", elsewhere)[0] == OK
    assert [line["action"] for line in table(tmp_path / "out", "corrections")] == ["drop"]
    assert build("", "--corrections", tmp_path / "none.toml")[0] == FAILED
