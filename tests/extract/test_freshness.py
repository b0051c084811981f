"""Results are current as long as reports, list and program are the same and nobody touched the results."""

from pathlib import Path

import pytest

from extract.output import freshness
from extract.output.freshness import fingerprint, is_current
from extract.output.publish import publish


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("全县累计脱贫7247户")
    (folder / "documents.csv").write_text("doc,place,date\na,肥西县,2020\n")
    return folder


@pytest.fixture
def results(tmp_path: Path, reports: Path) -> Path:
    publish(tmp_path / "data", {"metrics.csv": b"1"}, {"inputs": fingerprint([reports])})
    return tmp_path / "data"


def test_what_was_just_built_is_current(reports: Path, results: Path) -> None:
    assert is_current(results, [reports])


def test_no_results_are_not_current(reports: Path, tmp_path: Path) -> None:
    assert not is_current(tmp_path / "nowhere", [reports])


def test_a_changed_added_or_removed_report_counts(reports: Path, results: Path) -> None:
    (reports / "b.txt").write_text("")
    assert not is_current(results, [reports])
    (reports / "b.txt").unlink()
    assert is_current(results, [reports])
    (reports / "documents.csv").write_text("doc,place,date\na,肥东县,2020\n")
    assert not is_current(results, [reports])


def test_results_changed_by_hand_are_not_current(reports: Path, results: Path) -> None:
    (results / "metrics.csv").write_bytes(b"2")
    assert not is_current(results, [reports])


def test_a_changed_program_counts(
    reports: Path, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "program").mkdir()
    monkeypatch.setattr(freshness, "PROGRAM", tmp_path / "program")
    assert not is_current(results, [reports])


def test_moving_the_reports_changes_nothing(reports: Path, results: Path, tmp_path: Path) -> None:
    assert is_current(results, [reports.rename(tmp_path / "moved")])
