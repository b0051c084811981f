"""How many findings of a gold list the audit makes, and how many it makes beside it.

python tools/audit_score.py GOLD.jsonl FINDINGS.csv

A line of the list is found where a finding of its verdict uses two of its figures (or its only one).
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Line = Mapping[str, Any]


def main(gold: Path, findings: Path) -> None:
    """Print found, missed and beside the list, for each verdict; then what was missed or is not in the list."""
    wanted = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    with findings.open(encoding="utf-8-sig", newline="") as file:
        made = list(csv.DictReader(file))
    found = {at for at, line in enumerate(wanted) if any(agrees(line, one) for one in made)}
    known = {at for at, one in enumerate(made) if any(agrees(line, one) for line in wanted)}
    of_gold = Counter(str(line["verdict"]) for line in wanted)
    for verdict in dict.fromkeys((*of_gold, *(one["verdict"] for one in made))):
        hits = sum(wanted[at]["verdict"] == verdict for at in found)
        beside = sum(one["verdict"] == verdict and at not in known for at, one in enumerate(made))
        print(f"{verdict:12} {hits} of {of_gold[verdict]} found, {beside} beside the list")
    for at, line in enumerate(wanted):
        if at not in found:
            print("missed ", line["doc"], line["verdict"], line.get("why", ""))
    for at, one in enumerate(made):
        if at not in known and one["verdict"] != "consistent":
            print("beside ", one["doc"], one["verdict"], one["message_zh"])
    for line in wanted:
        if line["verdict"] == "consistent" and any(contradicts(line, one) for one in made):
            print("WRONG  ", line["doc"], "is called a contradiction:", line.get("why", ""))


def agrees(line: Line, finding: Mapping[str, str]) -> bool:
    """Whether a finding says what a line of the gold list says."""
    return line["verdict"] == finding["verdict"] and _meets(line, finding)


def contradicts(line: Line, finding: Mapping[str, str]) -> bool:
    """Whether a finding calls a line's whole sum a contradiction."""
    spans = _spans(line)
    own = json.loads(finding["spans"])
    covered = sum(any(_overlap(span, other) for other in own) for span in spans)
    same = line["doc"] == finding["doc"] and finding["verdict"] == "contradicts"
    return same and covered == len(spans) == len(own)


def _meets(line: Line, finding: Mapping[str, str]) -> bool:
    spans = _spans(line)
    own = json.loads(finding["spans"])
    covered = sum(any(_overlap(span, other) for other in own) for span in spans)
    return line["doc"] == finding["doc"] and covered >= min(2, len(spans))


def _spans(line: Line) -> list[Span]:
    return [(int(span["start"]), int(span["end"])) for span in line["spans"]]


def _overlap(left: Span, right: Iterable[int]) -> bool:
    start, end = right
    return left[0] < end and start < left[1]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
