"""One cell: what the reports say of one metric of one place, as a state with a sign and a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.language import Language
from compare.record import Row

SIGNS = {
    "reported": "●",
    "carried": "◐",
    "doubtful": "◌",
    "plan": "◇",
    "damaged": "✗",
    "likely": "?",
    "missing": "–",
}
STATES = tuple(SIGNS)


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known: its state, the figure to open first (or the number left over), and how many there are."""

    state: str
    code: str = ""
    n: int = 0


MISSING = Cell("missing")


def cell_of(rows: Sequence[Row]) -> Cell:
    """The cell of the figures of one metric and place: the best of them decides; a plan only where all are plans."""
    if not rows:
        return MISSING
    best = min(rows, key=_rank)
    return Cell(_state(best), best.fact, len(rows))


def _state(row: Row) -> str:
    if row.basis == "plan":
        return "plan"
    return {"stated": "reported", "carried": "carried"}.get(row.grade, "doubtful")


def _rank(row: Row) -> tuple[int, str, str]:
    """Best grade first; of two as good the later, which is what the charts show."""
    late = "".join(chr(0x10FFFF - ord(letter)) for letter in row.period)
    return STATES.index(_state(row)), late or "\U0010ffff", row.fact


def states(language: Language) -> dict[str, str]:
    """The states in a word each."""
    sense = language.sense
    return {
        "reported": sense("state", "stated"),
        "carried": sense("state", "carried"),
        "doubtful": sense("state", "doubtful"),
        "plan": sense("state", "plan only"),
        "damaged": sense("state", "damaged"),
        "likely": sense("state", "perhaps"),
        "missing": sense("state", "not reported"),
    }


def explain_states(language: Language) -> dict[str, str]:
    """What each state means."""
    say = language.say
    return {
        "reported": say("place, metric and period stand in the sentence"),
        "carried": say("one of them comes from a heading, a sentence before or the report"),
        "doubtful": say("a conflict, or a weak rule: read the sentence"),
        "plan": say("the report tells what is to come, not what was done"),
        "damaged": say("a number that looks like it lost digits"),
        "likely": say("a number left over looks like it"),
        "missing": say("the reports do not say it, or the program does not see it"),
    }
