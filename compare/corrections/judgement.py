"""A reader's judgement of one figure, and all of a visit as a file that a build takes as it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from compare.context import Context
from compare.export.spreadsheet import write_csv
from compare.own.mark import plain
from compare.record import Row

VERDICTS = ("right", "wrong", "other", "unsure")
ACTIONS = {"right": "confirm", "wrong": "drop", "other": "override", "unsure": "flag"}
COLUMNS = ("value", "metric", "place", "period", "basis")  # what a reader may set right
TYPED = re.compile(r"(?P<digits>-?[0-9]{1,15}(?:\.[0-9]{1,6})?)(?P<scale>[万亿]?)")
SCALES = {"": 1, "万": 10**4, "亿": 10**8}
HEAD = "# Judgements of one visit, on data version {version}. How a build takes them: docs/corrections.md\n"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reader found of a figure; ``to`` holds the columns that should be otherwise, as the table writes them."""

    row: Row
    verdict: str
    note: str = ""
    to: Mapping[str, str] = field(default_factory=dict)


def verdicts(context: Context) -> dict[str, str]:
    """The verdicts in words."""
    sense = context.language.sense
    return {
        "right": sense("verdict", "right"),
        "wrong": sense("verdict", "wrong: no figure of this kind"),
        "other": sense("verdict", "wrong: should be otherwise"),
        "unsure": sense("verdict", "doubtful"),
    }


def write_toml(judgements: Sequence[Judgement], version: str, day: str) -> bytes:
    """The judgements as ``corrections.toml``: figures by id, with text, value and sentence as the guard."""
    entries = "\n".join(_entry(one, version, day) for one in judgements)
    return (HEAD.format(version=version) + "\n" + entries).encode()


def judgements_csv(context: Context, judgements: Iterable[Judgement]) -> bytes:
    """The judgements as a CSV for spreadsheets, formulas disarmed."""
    say, names = context.language.say, verdicts(context)
    columns = (
        say("Figure’s id"), say("Report’s id"), say("Place"), say("Metric"), say("Period"), say("As printed"),
        say("Value"), say("Judgement"), *(say("Should be: {column}", column=name) for name in COLUMNS),
        say("Remark"), say("Sentence"),
    )  # fmt: skip
    lines = [
        (
            plain(one.row.fact), plain(one.row.doc), one.row.place, one.row.metric, one.row.period, one.row.text,
            one.row.value, names[one.verdict], *(one.to.get(name, "") for name in COLUMNS), one.note, one.row.quote,
        )
        for one in judgements
    ]  # fmt: skip
    return write_csv(columns, lines)


def read_value(words: str) -> str:
    """A value as a reader types it, as the table writes it; nothing where it is none.

    >>> read_value(" 7,427 "), read_value("0.70"), read_value("2.69亿"), read_value("7247户"), read_value("1e9")
    ('7427', '0.7', '269000000', '', '')
    """
    found = TYPED.fullmatch("".join(words.split()).replace(",", "").replace("，", ""))
    if found is None:
        return ""
    return _exact(Decimal(found["digits"]) * SCALES[found["scale"]])


def _entry(one: Judgement, version: str, day: str) -> str:
    row = one.row
    expect = {"text": row.text, "value": _exact(row.value), "quote": row.quote}
    lines = [
        "[[correction]]",
        f"fact = {_quoted(plain(row.fact))}",
        f"doc = {_quoted(plain(row.doc))}",
        f"action = {_quoted(ACTIONS[one.verdict])}",
        *([f"to = {_table(one.to)}"] if one.to else []),
        f"reason = {_quoted(one.note or 'judged on the page')}",
        f"source = {_quoted(f'a reader of data version {version}')}",
        f"date = {day}",
        f"expect = {_table(expect)}",
    ]
    return "\n".join(lines) + "\n"


def _exact(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _table(cells: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{name} = {_quoted(words)}" for name, words in cells.items()) + " }"


def _quoted(words: str) -> str:
    """A TOML string on one line: whatever a report says, it ends nothing and begins nothing.

    >>> print(_quoted('脱贫"3户"\\n\\x00\\\\'))
    "脱贫\\"3户\\"\\n\\u0000\\\\"
    """
    return '"' + "".join(map(_escaped, words)) + '"'


def _escaped(letter: str) -> str:
    named = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    if letter in named:
        return named[letter]
    code = ord(letter)
    if 0xD800 <= code < 0xE000:
        return "\\uFFFD"  # half a character is none
    return f"\\u{code:04X}" if code < 0x20 or 0x7F <= code < 0xA0 or code in (0x2028, 0x2029) else letter
