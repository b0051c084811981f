"""The table's codes in the reader's language: bases, grades, qualifiers, units, kinds of event."""

from compare.language import Language


def bases(language: Language) -> dict[str, str]:
    """What a figure is: a state, a year's flow, a running total, a plan."""
    say = language.sense
    return {
        "level": say("basis", "state at a date"),
        "flow": say("basis", "in the period"),
        "cumulative": say("basis", "running total"),
        "plan": say("basis", "plan"),
    }


def grades(language: Language) -> dict[str, str]:
    """How surely place, metric and period belong to the number."""
    say = language.sense
    return {
        "stated": say("grade", "stated"),
        "carried": say("grade", "carried over"),
        "doubtful": say("grade", "doubtful"),
    }


def qualifiers(language: Language) -> dict[str, str]:
    """How exactly the report gives the number."""
    say = language.sense
    return {
        "exact": say("qualifier", "exact"),
        "about": say("qualifier", "about"),
        "over": say("qualifier", "over"),
        "under": say("qualifier", "under"),
    }


def units(language: Language) -> dict[str, str]:
    """The base units of the table."""
    say = language.sense
    return {
        "CNY": say("unit", "yuan"),
        "household": say("unit", "households"),
        "person": say("unit", "people"),
        "village": say("unit", "villages"),
        "percent": say("unit", "%"),
        "project": say("unit", "projects"),
        "team": say("unit", "teams"),
        "post": say("unit", "posts"),
        "station": say("unit", "stations"),
        "township": say("unit", "townships"),
        "km2": say("unit", "km²"),
        "item": say("unit", "items"),
    }


def kinds(language: Language) -> dict[str, str]:
    """The kinds of event, as short as the timeline's marks need them."""
    say = language.sense
    return {
        "exit": say("kind", "Exit"),
        "milestone": say("kind", "Progress"),
        "funding": say("kind", "Funds"),
        "organisation": say("kind", "Staffing"),
        "policy": say("kind", "Policy"),
        "inspection": say("kind", "Inspection"),
        "campaign": say("kind", "Campaign"),
        "programme": say("kind", "Programme"),
        "partnership": say("kind", "Pairing"),
        "disaster": say("kind", "Disaster"),
        "visit": say("kind", "Visit"),
        "award": say("kind", "Award"),
        "plan": say("kind", "Plan"),
        "figure": say("kind", "Figure"),
    }
