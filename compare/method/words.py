"""The fixed words of the method page: what a rise means, and what the program does not know."""

from compare.language import Language
from compare.metrics import Metric


def say_rise(metric: Metric, language: Language) -> str:
    """What more of it means."""
    sense = language.sense
    return {
        "better": sense("rise", "more is better"),
        "worse": sense("rise", "less is better"),
        "neutral": sense("rise", "neither good nor bad"),
    }[metric.rise]


def say_limits(language: Language) -> tuple[str, ...]:
    """What the program does not know, a sentence each."""
    say = language.say
    return (
        say(
            "Whether a report is true. It reads what is written; where a report’s own sums disagree, it shows "
            "both numbers."
        ),
        say("What a report leaves out. An empty cell is a gap, not a nought."),
        say(
            "What 今年 means in a report without a date: such a figure stays “year not given”, it is never guessed."
        ),
        say("Digits that a broken encoding has lost: such a number gives no figure."),
        say("What stands in pictures, scans and drawings."),
        say("Anything below the county: figures of townships, villages and single families are left over."),
        say(
            "Wordings that no rule has met yet: such a number is left over, not guessed. See the page on coverage."
        ),
        say(
            "Whether two offices count alike. Registers were corrected from year to year, and a running total of one "
            "report may begin in another year than that of the next; where the reports say so, the pages do."
        ),
    )
