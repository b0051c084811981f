"""A report for the terminal with every number marked: its row, or why it is none."""

from collections.abc import Iterator
from pathlib import Path

from rich.text import Text

from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import make_reader
from extract.reading.documents import find_known
from extract.reading.read import read_document
from extract.report import Record, read_report

# C0 have pictures of their own; of C1 each is short for an escape and a letter
SIGNS = (
    {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
    | {0x7F: "␡"}
    | {code: f"␛{chr(code - 0x40)}" for code in range(0x80, 0xA0)}
    | dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")  # they turn the line round
)


def explain(path: Path, documents: Path | None) -> Iterator[Text]:
    """The report in ``path``, line by line as styled text; ``documents`` lists what is known of it.

    Errors: InputError for a report or a list that cannot be read.
    """
    source = read_document(path)
    known = find_known([path.parent], documents).get(source.doc)
    report = read_report(source, known, make_reader(load_lexicon(), load_gazetteer()), lambda *_: "")
    about = report.document
    yield Text(
        show_controls(
            f"{about['doc']}  {about['place'] or 'place unknown'}  {about['date'] or 'undated'}  {about['note']}"
        ),
        "bold",
    )
    yield from _marked(source.text, sorted((*report.metrics, *report.leftovers), key=_start)).split("\n")


def show_controls(text: str) -> str:
    """The text with signs for the characters that command a terminal; line ends and tabs stay.

    >>> show_controls("脱贫\\x1b[2J312户\\x9b31m\\t完\\r\\n")
    '脱贫␛[2J312户␛[31m\\t完\\n'
    """
    return text.replace("\r\n", "\n").translate(SIGNS)


def _start(record: Record) -> int:
    return int(record["start"])


def _marked(text: str, records: list[Record]) -> Text:
    """The text with a note behind each number."""
    marked, at = Text(), 0
    for record in records:
        start, end = int(record["start"]), int(record["end"])
        marked.append(show_controls(text[at:start]))
        is_row = "metric" in record
        marked.append(show_controls(text[start:end]), "bold green" if is_row else "yellow")
        marked.append(f" ⟦{_row(record) if is_row else record['reason']}⟧", "green" if is_row else "dim")
        at = end
    marked.append(show_controls(text[at:]))
    return marked


def _row(record: Record) -> str:
    when = record["period"] or "year not stated"
    return (
        f"{record['metric']} {record['value']} {record['unit']}, {record['place']}, {when}, {record['basis']}"
    )
