"""What was checked and what could not be, in words."""

from compare.audit.ledger import Ledger
from compare.audit.words import reasons
from compare.context import Context

Line = tuple[int, str]


def say_tally(context: Context, ledger: Ledger) -> tuple[str, tuple[Line, ...]]:
    """A heading, and lines each of which is a count and what it counts; together they are all figures."""
    language, tally = context.language, ledger.tally
    title = language.count(
        "{checked} of {n} figure could be checked",
        "{checked} of {n} figures could be checked",
        tally.figures,
        checked=tally.checked,
    )
    lines = [(tally.checked, language.say("take part in a sum that was worked out again"))]
    lines += [
        (tally.reasons[code], words) for code, words in reasons(language).items() if tally.reasons.get(code)
    ]
    return title, tuple(lines)
