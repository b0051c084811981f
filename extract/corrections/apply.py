"""Corrections put to the records of a report: each is applied, or named as one that no longer fits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.errors import InputError
from extract.pipeline import Reader
from extract.places.home import home_of
from extract.reading.corrections import Action, Correction
from extract.reason import Reason
from extract.report import Record, Report

APPLIED, STALE = "applied", "stale"
NOTES = {Action.OVERRIDE: "corrected", Action.FLAG: "flagged by a reader"}
STALE_NOTE = "its correction no longer fits"


def check_corrections(corrections: Sequence[Correction], reader: Reader) -> None:
    """Nothing; a metric or place that nobody knows is a fault.

    Errors: InputError, as for an entry that cannot be read.
    """
    known = {metric.id for metric in reader.lexicon.metrics}
    for entry in corrections:
        metric, place = entry.to.get("metric"), entry.to.get("place")
        if metric and metric not in known:
            raise InputError(
                f"there is no metric {metric!r}", entry.where, "use an id of extract/lexicon/metrics"
            )
        if place and home_of(place, reader.gazetteer) is None:
            what = f"{place!r} is not in the official list of places"
            raise InputError(what, entry.where, "write its full name or its six-digit code")


def correct(report: Report, corrections: Sequence[Correction], reader: Reader) -> Report:
    """The report with its corrections applied, and in ``corrections`` what became of each that is about it.

    A figure whose correction no longer fits stays as extracted, but doubtful.
    """
    work = _Work(report, reader)
    for entry in corrections:
        work = work.after(entry)
    return work.report


def unmet(corrections: Iterable[Correction], told: Iterable[Mapping[str, str | int]]) -> Iterator[InputError]:
    """A fault for each correction that was not applied, given what became of all (rows of corrections.csv)."""
    done: dict[str, str] = {}
    for record in told:
        done[str(record["correction"])] = "" if record["status"] == APPLIED else str(record["status_note"])
    for entry in corrections:
        why = done.get(entry.id, "no report has such a figure")
        if why:
            what = f"the correction no longer fits ({why}) and was not applied"
            yield InputError(what, entry.where, "look at the report, then mend the entry or remove it")


@dataclass(frozen=True, slots=True)
class _Work:
    """A report on its way through its corrections."""

    report: Report
    reader: Reader

    def after(self, entry: Correction) -> "_Work":
        """What is there once the entry was applied, or found stale."""
        if entry.doc and entry.doc != self.report.document["doc"]:
            return self
        rows = self._rows(entry)
        if not rows and not entry.doc:
            return self  # an id of another report
        fault = self._fault(entry, rows)
        row = rows[0] if len(rows) == 1 else None
        if fault or row is None:
            return self._stale(entry, row, fault)
        return self._applied(entry, row)

    def _rows(self, entry: Correction) -> list[Record]:
        if entry.fact:
            return [row for row in self.report.metrics if row["fact"] == entry.fact]
        at = self.report.text.find(entry.phrase)
        end = at + len(entry.phrase)
        return [
            row
            for row in self.report.metrics
            if row["metric"] == entry.metric
            and at <= int(row["start"])
            and int(row["end"]) <= end
            and at >= 0
        ]

    def _fault(self, entry: Correction, rows: Sequence[Record]) -> str:
        """Why the entry does not fit; nothing where it does."""
        if not entry.fact and self.report.text.count(entry.phrase) > 1:
            return f"{entry.phrase!r} stands in the report more than once"
        if len(rows) != 1:
            return "there are several such figures" if rows else "the report has no such figure"
        if any(told["fact"] == rows[0]["fact"] for told in self.report.corrections):
            return "the figure has a correction before it"
        return "; ".join(_unexpected(entry.expect, rows[0]))

    def _stale(self, entry: Correction, row: Record | None, fault: str) -> "_Work":
        told = _told(entry, row, STALE, fault)
        doubted = _doubted(row, STALE_NOTE) if row else None
        return self._with(row, doubted, (told,))

    def _applied(self, entry: Correction, row: Record) -> "_Work":
        """The row changed, and a line for each column in which it differs."""
        fresh = self._changed(entry, row)
        names = [name for name in row if fresh and fresh[name] != row[name] and name != "note"]
        line = _told(entry, row, APPLIED, "")
        lines = [
            line | {"column": name, "extracted": row[name], "corrected": (fresh or row)[name]}
            for name in names
        ]
        if not fresh:
            lines = [line | {"column": "value", "extracted": row["value"]}]
        return self._with(row, fresh, lines or (line,))

    def _changed(self, entry: Correction, row: Record) -> Record | None:
        """The corrected row; None where it is dropped."""
        if entry.action is Action.DROP:
            return None
        if entry.action is Action.FLAG:
            return _doubted(row, NOTES[entry.action])
        if entry.action is Action.CONFIRM:
            return row
        fresh = row | dict(entry.to) | self._place(entry)
        if "metric" in entry.to:
            fresh["unit"] = self.reader.lexicon.metric(entry.to["metric"]).unit
        return fresh | {"note": _joined(row["note"], NOTES[entry.action])}

    def _place(self, entry: Correction) -> Record:
        home = home_of(entry.to["place"], self.reader.gazetteer) if "place" in entry.to else None
        return {"place": home.unit.name, "adcode": home.unit.adcode} if home else {}

    def _with(self, row: Record | None, fresh: Record | None, lines: Iterable[Record]) -> "_Work":
        """The report with ``row`` replaced, or left over where there is nothing in its place."""
        report = self.report
        metrics = tuple(fresh if row is not None and one is row else one for one in report.metrics)
        kept = tuple(one for one in metrics if one is not None)
        changed = replace(report, metrics=kept, corrections=(*report.corrections, *lines))
        if row is not None and fresh is None:
            changed = _left_over(changed, row)
        return replace(self, report=changed)


def _unexpected(expect: Mapping[str, str], row: Record) -> Iterator[str]:
    """Where the row is not what was assumed."""
    for name, words in expect.items():
        said = str(row[name])
        if name == "place" and words in (said, row["adcode"]):
            continue
        if (words not in said) if name == "quote" else (words != said):
            yield f"{name} is {said[:40]!r}, not {words[:40]!r}"


def _told(entry: Correction, row: Record | None, status: str, fault: str) -> Record:
    """A line of corrections.csv, for a change in one column of one figure."""
    names = ("doc", "fact", "start", "end", "text", "quote", "metric", "place", "adcode")
    figure: Record = {name: row[name] if row else "" for name in names}
    if not row:
        figure |= {"doc": entry.doc, "fact": entry.fact, "metric": entry.metric, "quote": entry.phrase}
    about: Record = {
        "correction": entry.id, "action": str(entry.action), "status": status, "status_note": fault,
        "column": "", "extracted": "", "corrected": "",
        "reason": entry.reason, "source": entry.source, "date": entry.date,
    }  # fmt: skip
    return figure | about


def _doubted(row: Record, note: str) -> Record:
    return row | {"grade": "doubtful", "note": _joined(row["note"], note)}


def _joined(note: str | int, more: str) -> str:
    return f"{note}; {more}" if note else more


def _left_over(report: Report, row: Record) -> Report:
    """The report with a dropped figure among its leftovers: no number is lost."""
    names = ("doc", "start", "end", "text", "quote")
    twin = any((one["start"], one["end"]) == (row["start"], row["end"]) for one in report.metrics)
    left: Record = {name: row[name] for name in names} | {"reason": str(Reason.CORRECTED), "label": ""}
    leftovers = report.leftovers if twin else tuple(sorted((*report.leftovers, left), key=_start))
    counts: Record = {
        "kept": len(report.metrics),
        "left": len(leftovers),
        "numbers": len(report.metrics) + len(leftovers),
    }
    findings = tuple(_without(finding, str(row["fact"])) for finding in report.findings)
    return replace(report, leftovers=leftovers, findings=findings, document=report.document | counts)


def _without(finding: Record, fact: str) -> Record:
    facts = [one for one in str(finding["facts"]).split() if one != fact]
    return finding | {"facts": " ".join(facts)}


def _start(record: Record) -> int:
    return int(record["start"])
