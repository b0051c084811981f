"""Shares of outside test cases that the extractor reads right: python tools/conformance.py FOLDER.

The folder holds cases.jsonl and county_traps.json as docs/conventions.md describes them.
"""

import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from extract.mention import Kind, Number
from extract.numbers.quantities import find_quantities

Case = dict[str, Any]
# cases of another convention, by their text: docs/conventions.md gives each kind's reason
OTHER = {
    "number": r"^(?:[一五][對雙]|[十二].*份.+)$|[0-9]\.[0-9]+\.[0-9]",
    "percent": "[0-9]-[0-9]+%",
    "range": "大概有五百多|20万次以上",
    "none:percent": "二三十",
    "none:number": "二三十",
}
SHARES = (Kind.PERCENT, Kind.POINT, Kind.PERMILLE)


def main(folder: Path, verbose: bool) -> None:
    """Print the share right of each kind of case, and the misses if asked for."""
    cases = [json.loads(line) for line in (folder / "cases.jsonl").read_text("utf-8").splitlines()]
    for kind in ("number", "percent", "money", "range", "none"):
        print_share(
            kind, [case for case in cases if case["kind"].startswith(kind) and is_ours(case)], verbose
        )
        if kind == "money":
            for name in ("named", "implied", "foreign"):
                money = [case for case in cases if case["kind"] == kind and currency(case) == name]
                print_share(f"  {name}", money, False)
            print_share("  CNY", [c for c in cases if c["kind"] == kind and currency(c) != "foreign"], False)
    traps = json.loads((folder / "county_traps.json").read_text("utf-8"))
    missed = [trap for trap in traps if not is_trap_right(trap)]
    print(f"traps    {len(traps) - len(missed):4} of {len(traps):4}")
    for trap in missed:
        print("   ", trap["text"], trap["values"], "|", *told(trap["text"]))


def print_share(name: str, chosen: list[Case], verbose: bool) -> None:
    wrong = [case for case in chosen if not is_right(case)]
    kept = [case for case in chosen if not is_other_convention(case)]
    kept_wrong = [case for case in wrong if not is_other_convention(case)]
    print(
        f"{name:10} {share(len(chosen) - len(wrong), len(chosen))}"
        f"   without other conventions {share(len(kept) - len(kept_wrong), len(kept))}"
    )
    for case in wrong if verbose else ():
        mark = "left out" if is_other_convention(case) else "wrong"
        wanted = (case.get("match"), case["value"], case["unit"])
        print("   ", mark, "|", case["text"][:60], "|", *wanted, "|", *told(case["text"]))


def share(right: int, total: int) -> str:
    return f"{right:4} of {total:4}  {right / total:.3f}" if total else "   0 of    0  -----"


def currency(case: Case) -> str:
    """Whether a money case names yuan itself, only its suite implies it (三百万, 15k), or it is foreign."""
    mention = str(case.get("match") or case["text"])
    if re.search("日元|[美欧港][元圆]|英镑", mention):
        return "foreign"
    return "named" if re.search("[元圆圓块角毛币幣￥]|分$", mention) else "implied"


def is_ours(case: Case) -> bool:
    if case["kind"] == "money":
        return case["unit"] == "CNY" or case["value"] is None
    return case["kind"] not in ("none:date", "date", "daterange", "place")


def is_other_convention(case: Case) -> bool:
    """Whether a case follows a convention that this project does not (docs/conventions.md says why)."""
    kind, text = case["kind"], case["text"]
    if kind == "money":
        return currency(case) == "implied"
    return bool(kind in OTHER and re.search(OTHER[kind], text))


def told(text: str) -> Iterator[str]:
    for q in find_quantities(text, every=True):
        high = "" if q.high is None else f"..{q.high}"
        yield f"{text[q.start : q.end]}={q.value}{high} {q.kind.value}"


def is_right(case: Case) -> bool:
    """Whether the reading has the case's value and kind (a none-case: nothing of that kind)."""
    found = find_quantities(case["text"], every=True)
    kind = case["kind"]
    if kind.startswith("none"):
        barred = {"none:money": (Kind.MONEY,), "none:percent": SHARES, "none:number": (Kind.COUNT,)}[kind]
        return not any(q.kind in barred for q in found)
    if kind == "money" and case["value"] is None:
        span = (case["start"], case["start"] + len(case["match"]))
        return any((q.start, q.end) == span for q in found)
    if kind == "money":
        found = tuple(q for q in found if q.kind is Kind.MONEY)
    if kind == "percent":
        found = tuple(q for q in found if q.kind in SHARES)
    return any(has_value(q, case["value"]) for q in found)


def has_value(found: Number, value: Any) -> bool:
    if found.value is None:
        return False
    if isinstance(value, list):
        return near(found.value, value[0]) and found.high is not None and near(found.high, value[1])
    if isinstance(value, str) and value[0] in "[(":
        low, high = value[1:-1].split(",")
        return has_ends(found, low, high)
    number = found.value / 10 if found.kind is Kind.PERMILLE else found.value
    return near(number, value)


def has_ends(found: Number, low: str, high: str) -> bool:
    """Whether a reading says an interval: both ends, or one end with the word that opens the other."""
    if low and high:
        return found.value is not None and near(found.value, low) and near(found.high or found.value, high)
    if low and found.high is not None:  # 十几万: open above there, below 20万 here
        return found.value is not None and near(found.value, low)
    end, words = (low, ("over", "exact")) if low else (high, ("under",))
    return found.value is not None and near(found.value, end) and found.qualifier.value in words


def near(found: Decimal, wanted: Any) -> bool:
    return abs(float(found) - float(wanted)) <= 1e-9 * max(1.0, abs(float(wanted)))


def is_trap_right(trap: Case) -> bool:
    """Whether exactly the values of a phrase of the genre are read, in order, for its kind."""
    found = [q for q in find_quantities(trap["text"]) if trap["kind"] in (q.kind.value, "none")]
    said = [
        [float(q.value or 0), float(q.high)] if q.high is not None else float(q.value or 0) for q in found
    ]
    same = len(said) == len(trap["values"]) and all(
        abs(a - b) < 1e-6 if isinstance(a, float) and not isinstance(b, list) else a == b
        for a, b in zip(said, trap["values"], strict=True)
    )
    units = {q.unit for q in found}
    return same and (trap["unit"] is None or units <= {trap["unit"], ""})


if __name__ == "__main__":
    main(Path(sys.argv[1]), re.search("-v", " ".join(sys.argv)) is not None)
