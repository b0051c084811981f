"""The table's codes in the reader's language: bases, grades, qualifiers, units, kinds of event."""

from compare.language import Language


def bases(language: Language) -> dict[str, str]:
    """What a figure is: a state, a year's flow, a running total, a plan."""
    sense = language.sense
    return {
        "level": sense("basis", "state at a date"),
        "flow": sense("basis", "in the period"),
        "cumulative": sense("basis", "running total"),
        "plan": sense("basis", "plan"),
    }


def grades(language: Language) -> dict[str, str]:
    """How surely place, metric and period belong to the number."""
    sense = language.sense
    return {
        "stated": sense("grade", "stated"),
        "carried": sense("grade", "carried over"),
        "doubtful": sense("grade", "doubtful"),
    }


def qualifiers(language: Language) -> dict[str, str]:
    """How exactly the report gives the number."""
    sense = language.sense
    return {
        "exact": sense("qualifier", "exact"),
        "about": sense("qualifier", "about"),
        "over": sense("qualifier", "over"),
        "under": sense("qualifier", "under"),
    }


def units(language: Language) -> dict[str, str]:
    """The base units of the table."""
    sense = language.sense
    return {
        "CNY": sense("base unit", "yuan"),
        "household": sense("base unit", "households"),
        "person": sense("base unit", "people"),
        "village": sense("base unit", "villages"),
        "percent": sense("base unit", "%"),
        "project": sense("base unit", "projects"),
        "team": sense("base unit", "teams"),
        "post": sense("base unit", "posts"),
        "station": sense("base unit", "stations"),
        "township": sense("base unit", "townships"),
        "km2": sense("base unit", "km²"),
        "item": sense("base unit", "items"),
    }


def kinds(language: Language) -> dict[str, str]:
    """The kinds of event, as short as the timeline's marks need them."""
    sense = language.sense
    return {
        "exit": sense("kind", "Exit"),
        "milestone": sense("kind", "Progress"),
        "funding": sense("kind", "Funds"),
        "organisation": sense("kind", "Staffing"),
        "policy": sense("kind", "Policy"),
        "inspection": sense("kind", "Inspection"),
        "campaign": sense("kind", "Campaign"),
        "programme": sense("kind", "Programme"),
        "partnership": sense("kind", "Pairing"),
        "disaster": sense("kind", "Disaster"),
        "visit": sense("kind", "Visit"),
        "award": sense("kind", "Award"),
        "plan": sense("kind", "Plan"),
    }
