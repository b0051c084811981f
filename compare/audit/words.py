"""The audit's codes in words: verdicts, kinds of sums, and why a figure could not be checked."""

from compare.language import Language

SIGNS = {"contradicts": "✗", "last digit": "≈", "unexplained": "?", "consistent": "✓", "unchecked": "–"}
MUTUAL = ("order", "twice", "scale")


def verdicts(language: Language) -> dict[str, str]:
    """What came of a sum, the gravest first."""
    sense = language.sense
    return {
        "contradicts": sense("verdict", "contradicts"),
        "last digit": sense("verdict", "last digit"),
        "unexplained": sense("verdict", "unexplained"),
        "consistent": sense("verdict", "consistent"),
        "unchecked": sense("verdict", "not checkable"),
    }


def explain_verdicts(language: Language) -> dict[str, str]:
    """What each verdict means."""
    say = language.say
    return {
        "contradicts": say("both cannot be right, and the report says that they belong together"),
        "last digit": say("less than one unit of the last printed digit apart: cut off, not rounded"),
        "unexplained": say("they differ, and the report does not say why"),
        "consistent": say("both can be the same value"),
        "unchecked": say("a share or a growth of which the report does not plainly tell the base"),
    }


def checks(language: Language) -> dict[str, str]:
    """The kinds of sums."""
    sense = language.sense
    return {
        "sum": sense("check", "sum of parts"),
        "share": sense("check", "share"),
        "difference": sense("check", "difference"),
        "growth": sense("check", "growth"),
        "average": sense("check", "average"),
        "household": sense("check", "people a household"),
        "order": sense("check", "lifted and registered"),
        "rate": sense("check", "poverty rate"),
        "chain": sense("check", "year to year"),
        "scale": sense("check", "ten thousand times"),
        "twice": sense("check", "told twice"),
    }


def other_figure(check: str, language: Language) -> str:
    """The heading of what is held against the reported figure."""
    return language.say("Held against") if check in MUTUAL else language.say("Calculated")


def reasons(language: Language) -> dict[str, str]:
    """Why a figure takes part in no sum."""
    say = language.say
    return {
        "rough": say("only told as about, over or under: a sum could not contradict it"),
        "doubtful": say("doubtful itself"),
        "plan": say("planned, not yet done"),
        "alone": say("stands alone: the report tells nothing that it could be worked out from"),
    }
