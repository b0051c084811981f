"""Small tables for the tests of what is shown: rows said in a few words, as ``extract`` writes them."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from zlib import crc32

from compare.record import Row
from extract.lexicon import load_metrics

UNITS = {metric.id: metric.unit for metric in load_metrics()}
NAMES = {"340123": "肥西县", "341825": "旌德县", "430725": "桃源县", "140500": "晋城市", "150526": "扎鲁特旗"}
COLUMNS = tuple(Row.__dataclass_fields__)
DOCUMENT = (
    "doc", "title", "publisher", "place", "adcode", "place_source", "date", "date_source", "encoding",
    "script", "sha256", "characters", "numbers", "kept", "left", "damaged", "status", "note",
)  # fmt: skip
EVENT = ("event", "doc", "start", "end", "quote", "place", "adcode", "date", "end_date", "kind", "title")
FINDING = ("finding", "doc", "check", "verdict", "message_en", "message_zh", "spans", "facts")
LEFTOVER = ("doc", "start", "end", "text", "quote", "reason", "label")


def figure(adcode: str, metric: str, value: str, **more: str) -> dict[str, str]:
    """One line of the table; whatever is not said is exact, stated, of 2020 and a flow."""
    text = more.get("text", value)
    line = {
        "doc": f"report_{adcode}",
        "start": "0",
        "end": str(len(text)),
        "text": text,
        "quote": f"{NAMES.get(adcode, adcode)}{text}。",
        "place": NAMES.get(adcode, adcode),
        "adcode": adcode,
        "metric": metric,
        "value": value,
        "high": "",
        "unit": UNITS[metric],
        "period": "2020",
        "since": "",
        "basis": "flow",
        "qualifier": "exact",
        "grade": "stated",
        "note": "",
        "rule": metric,
        **more,
    }
    line = {"quote_start": str(int(line["start"]) - max(line["quote"].find(text), 0)), **line}
    return {"fact": f"{crc32(repr(line).encode()):012x}", **line}


def row(adcode: str, metric: str, value: str, **more: str) -> Row:
    """The same as a record."""
    line: dict[str, object] = dict(figure(adcode, metric, value, **more))
    line |= {name: int(str(line[name])) for name in ("start", "end", "quote_start")}
    line["value"] = Decimal(value)
    line["high"] = Decimal(more["high"]) if more.get("high") else None
    return Row(**line)  # type: ignore[arg-type]


def write_table(
    folder: Path,
    lines: Sequence[Mapping[str, str]],
    *,
    findings: Iterable[Mapping[str, str]] = (),
    events: Iterable[Mapping[str, str]] = (),
    reports: Mapping[str, Mapping[str, str]] | None = None,
) -> Path:
    """The folder with a whole table of these figures; ``reports`` says by place what is odd of its report."""
    places = {line["adcode"]: line["place"] for line in lines}
    documents = [{**_document(code, name), **(reports or {}).get(code, {})} for code, name in places.items()]
    _write(folder / "metrics.csv", COLUMNS, lines)
    _write(folder / "documents.csv", DOCUMENT, documents)
    _write(folder / "events.csv", EVENT, events)
    _write(folder / "leftovers.csv", LEFTOVER, ())
    _write(folder / "findings.csv", FINDING, findings)
    (folder / "manifest.json").write_text(json.dumps({"data_version": "3f9a1c"}), encoding="utf-8")
    return folder


def _document(code: str, name: str) -> dict[str, str]:
    return {
        "doc": f"report_{code}",
        "title": f"{name}报告",
        "publisher": name,
        "place": name,
        "adcode": code,
        "date": "2020",
    }


def _write(path: Path, columns: Sequence[str], lines: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns, restval="")
        writer.writeheader()
        writer.writerows(lines)
