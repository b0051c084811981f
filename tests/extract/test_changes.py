"""What changed since older data versions: kept beside the manifest, bounded, and right over several steps."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.output import changes
from extract.output.changes import CHANGES, KEPT, Change, find_changes, read_changes
from extract.output.publish import publish
from extract.output.table import METRICS

Fact = tuple[str, str, str]  # id, metric, value


def rows(facts: Sequence[Fact], doc: str = "jd") -> list[dict[str, str]]:
    told = {"doc": doc, "adcode": "341825", "period": "2018", "basis": "flow"}
    return [told | {"fact": fact, "metric": metric, "value": value} for fact, metric, value in facts]


def table(*facts: Fact) -> dict[str, bytes]:
    lines = [",".join(METRICS), *(",".join(row.get(name, "") for name in METRICS) for row in rows(facts))]
    return {"metrics.csv": "\n".join((*lines, "")).encode()}


def told(changes: Sequence[Change] | None) -> set[tuple[str, str, str]]:
    assert changes is not None
    return {(change.kind, change.was, change.fact) for change in changes}


A, B, C = ("a1", "poor.rate", "0.5"), ("b1", "lifted.people", "356"), ("c1", "funding", "100")


def test_the_first_table_has_no_past(tmp_path: Path) -> None:
    publish(tmp_path, table(A), {})
    assert not (tmp_path / CHANGES).exists()
    assert read_changes(tmp_path) == ()


def test_added_gone_changed_and_moved(tmp_path: Path) -> None:
    first = publish(tmp_path, table(A, B, ("d1", "poor.people", "9")), {})
    changed, moved = (B[0], B[1], "357"), ("d2", "poor.people", "9")
    second = publish(tmp_path, table(changed, C, moved), {})
    (since,) = read_changes(tmp_path)
    assert since.version == first
    assert since.counts == {"added": 1, "gone": 1, "changed": 1, "moved": 1}
    assert told(since.facts) == {
        ("gone", "a1", ""), ("added", "", "c1"), ("changed", "b1", "b1"), ("moved", "d1", "d2"),
    }  # fmt: skip
    record = json.loads((tmp_path / CHANGES).read_bytes())
    assert record["version"] == second
    values = {fact["change"]: (fact["before"], fact["after"]) for fact in record["since"][0]["facts"]}
    assert values["added"][0] is None
    assert values["gone"][1] is None
    assert [cells["value"] for cells in values["changed"]] == ["356", "357"]


def test_a_mended_report_has_new_ids_for_the_same_questions(tmp_path: Path) -> None:
    publish(tmp_path, table(A, B), {})
    publish(tmp_path, table(("a2", *A[1:]), ("b2", B[1], "365")), {})
    assert told(read_changes(tmp_path)[0].facts) == {("moved", "a1", "a2"), ("changed", "b1", "b2")}


def test_two_steps_are_told_as_one(tmp_path: Path) -> None:
    first = publish(tmp_path, table(A, B), {})
    publish(tmp_path, table(A, ("b1", B[1], "400"), C), {})
    publish(tmp_path, table(("b1", B[1], "500")), {})
    newer, older = read_changes(tmp_path)
    assert older.version == first
    assert told(newer.facts) == {("gone", "a1", ""), ("gone", "c1", ""), ("changed", "b1", "b1")}
    assert told(older.facts) == {("gone", "a1", ""), ("changed", "b1", "b1")}
    assert older.facts is not None
    (changed,) = (change for change in older.facts if change.kind == "changed")
    assert changed.before is not None
    assert changed.before["value"] == "356"


def test_going_back_leaves_nothing_changed(tmp_path: Path) -> None:
    first = publish(tmp_path, table(A, B), {})
    second = publish(tmp_path, table(A), {})
    assert publish(tmp_path, table(A, B), {}) == first
    (since,) = read_changes(tmp_path)
    assert since.version == second
    assert told(since.facts) == {("added", "", "b1")}


def test_the_same_table_again_keeps_its_past(tmp_path: Path) -> None:
    publish(tmp_path, table(A), {})
    publish(tmp_path, table(B), {})
    before = (tmp_path / CHANGES).read_bytes()
    publish(tmp_path, table(B), {})
    assert (tmp_path / CHANGES).read_bytes() == before


def test_only_so_many_versions_are_remembered(tmp_path: Path) -> None:
    versions = [publish(tmp_path, table(("a1", "poor.rate", str(n))), {}) for n in range(KEPT + 3)]
    assert [since.version for since in read_changes(tmp_path)] == versions[-2 : -KEPT - 2 : -1]


def test_too_much_to_tell_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST", 2)
    publish(tmp_path, table(A), {})
    publish(tmp_path, table(A, B, C, ("d1", "poor.people", "9")), {})
    (since,) = read_changes(tmp_path)
    assert (since.facts, since.counts) == (None, {"added": 3, "gone": 0, "changed": 0, "moved": 0})
    publish(tmp_path, table(B), {})
    newer, older = read_changes(tmp_path)
    assert newer.counts is not None
    assert newer.counts["gone"] == 3
    assert (older.counts, older.facts) == (None, None)


@pytest.mark.parametrize("torn", [b"", b"\xff", b"[]", b'{"since": [{"version": "x"}]}', b'{"since": 3}'])
def test_a_torn_record_is_no_past(tmp_path: Path, torn: bytes) -> None:
    publish(tmp_path, table(A), {})
    (tmp_path / CHANGES).write_bytes(torn)
    assert read_changes(tmp_path) == ()
    publish(tmp_path, table(B), {})
    assert len(read_changes(tmp_path)) == 1


FACTS = st.lists(
    st.tuples(st.sampled_from("pqrst"), st.sampled_from("mn"), st.sampled_from("12")),
    max_size=5, unique_by=lambda fact: fact[0],
)  # fmt: skip


@given(FACTS, FACTS, FACTS)
def test_changes_lead_from_the_old_to_the_new(
    first: list[Fact], second: list[Fact], third: list[Fact]
) -> None:
    steps = [list(find_changes(rows(a), rows(b))) for a, b in ((first, second), (second, third))]
    told = changes._compose(changes._since("v1", steps[0]), changes._since("v2", steps[1]))
    for facts, found, last in ((first, steps[0], second), (first, told.facts or (), third)):
        now = {fact: (metric, value) for fact, metric, value in facts}
        for change in found:
            if change.before is not None:
                assert now.pop(change.was) == (change.before["metric"], change.before["value"])
        for change in found:
            if change.after is not None:
                assert change.fact not in now
                now[change.fact] = (change.after["metric"], change.after["value"])
        assert now == {fact: (metric, value) for fact, metric, value in last}
