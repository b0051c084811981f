"""What entries of the lexicon look like: their fields, and the names that may stand in them."""

from collections.abc import Iterable

from extract.lexicon.entry import Field, Shape
from extract.mention import Kind
from extract.reason import Reason

# what the pages have names for
FAMILIES = frozenset(
    {"assistance", "credit", "education", "funding", "helpers", "housing", "income"}
    | {"industry", "jobs", "lifted", "people", "poor", "rate"}
)
UNITS = frozenset(
    {"CNY", "household", "item", "km2", "percent", "person"}
    | {"post", "project", "station", "team", "township", "village"}
)
RISES = frozenset({"better", "worse", "neutral"})
BASES = frozenset({"level", "flow", "cumulative", "plan"})
SIDES = frozenset({"before", "after", "both"})
AT_THE_NUMBER = frozenset({"touching", "after"})
WHERE = AT_THE_NUMBER | {"before", "clause", "topic", "pattern", "sentence"}
DATES = frozenset({"before", "section", "none"})

METRIC: Shape = {
    "id": Field(),
    "unit": Field(known=UNITS),
    "family": Field(known=FAMILIES),
    **{name: Field() for name in ("zh", "en", "short_en", "definition_zh", "definition_en")},
    "rise": Field(known=RISES),
    "basis": Field(known=BASES),
    "counts": Field("words"),
    "range": Field("range"),
    "like": Field(needed=False),
    "phrase": Field("entries", needed=False),
    "example": Field("entries"),
    "counter": Field("entries"),
}
PHRASE: Shape = {
    "noun": Field("words"),
    **{name: Field("groups", needed=False) for name in ("near", "before", "marks", "carried", "about")},
    "unless": Field("words", needed=False),
    "never": Field("words", needed=False),
    "side": Field(known=SIDES, needed=False),
    "basis": Field(known=BASES, needed=False),
    "weak": Field("flag", needed=False),
    "tight": Field("flag", needed=False),
}
EXAMPLE: Shape = {"text": Field(), "numbers": Field("words")}
UNIT: Shape = {
    "kind": Field(known=frozenset(Kind)),
    "words": Field("words"),
    **{name: Field(needed=False) for name in ("unit", "factor", "not_before")},
}
EVENT: Shape = {
    "id": Field(),
    "kind": Field(),
    "words": Field("words"),
    **{name: Field("words", needed=False) for name in ("then", "before", "unless")},
    "number": Field("flag", needed=False),
    "plan": Field("flag", needed=False),
    "reach": Field("count", needed=False),
    "date": Field("words", DATES, needed=False),
    "yes": Field("words"),
    "no": Field("words"),
}


def veto_shape(where: str, metrics: Iterable[str]) -> Shape:
    """The shape of a veto that looks at one place; ``metrics`` are the ids that it may spare.

    At the number itself there is no clause in which an ``unless`` could be looked for.
    """
    return {
        "name": Field(),
        "reason": Field(known=frozenset(Reason)),
        "where": Field(known=WHERE),
        "units": Field("words", frozenset(Kind)),
        **({"pattern": Field()} if where == "pattern" else {"words": Field("words")}),
        **({} if where in AT_THE_NUMBER else {"unless": Field("words", needed=False)}),
        "spared": Field("words", frozenset(metrics), needed=False),
        "only": Field("words", FAMILIES, needed=False),
        "yes": Field("words"),
        "no": Field("words"),
    }
