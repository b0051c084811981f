"""The sentence over the dumbbells, and its limits: the size of a fall compares, its pace needs both dates."""

from collections.abc import Sequence
from decimal import Decimal

from compare.context import Context
from compare.ends import Ends
from compare.headline import say_headline, say_none
from compare.panel import Caution
from compare.pick import Pick
from compare.verdict import judge
from compare.words.lists import say_count, say_list
from compare.words.numbers import printed_percent, qualify, say_points
from compare.words.periods import say_period

RATE = "poverty_rate"


def say_fall(context: Context, known: Sequence[Ends]) -> str:
    """Whose rate fell by how much; where no report gives both ends, what the single ends allow to say."""
    both = [ends for ends in known if ends.fall is not None]
    if not known:
        return say_none(context, context.metrics[RATE])
    if not both:
        return _say_single(context, known)
    if len(both) == 1 or (both[0].fall or 0) <= 0:
        return _say_one(context, both[0])
    return _say_several(context, both)


def say_fall_warnings(context: Context, known: Sequence[Ends]) -> tuple[Caution, ...]:
    """What keeps the falls from being compared in pace, and which places give one end only."""
    say, both = context.language.say, [ends for ends in known if ends.fall is not None]
    if len(known) < 2:
        return ()
    single = [_name(context, ends) for ends in known if ends.fall is None]
    words = say("One end only: {places}.", places=say_list(single, context.language)) if single else ""
    if len(both) < 2:
        return (Caution(words, ""),) if words else ()
    starts = _say_starts(context, both)
    pace = say("Compare the size of the fall, not its pace.") if starts else ""
    cautions = [Caution(starts, _join(context, pace, words))]
    years = {ends.latest.year for ends in both if ends.latest}
    if len(years) > 1:
        dated = [
            say("{place} {when}", place=_name(context, e), when=say_period(e.latest.period, context.language))
            for e in both
            if e.latest
        ]
        stop = "。" if context.language.code == "zh" else "."
        cautions.append(Caution(say("The latest years differ:"), say_list(dated, context.language) + stop))
    return tuple(caution for caution in cautions if caution.verdict or caution.reason)


def _say_starts(context: Context, both: Sequence[Ends]) -> str:
    undated = [ends for ends in both if ends.first and not ends.first.year]
    if len(undated) == 1:
        return context.language.say("{place}’s starting year is not given.", place=_name(context, undated[0]))
    if undated:
        return context.language.say("Most starting years are not given.")
    if len({ends.first.year for ends in both if ends.first}) == 1:
        return ""
    return context.language.say("The starting years differ.")


def _say_one(context: Context, ends: Ends) -> str:
    say, fall, latest = context.language.say, ends.fall, ends.latest
    if fall is None or latest is None:
        return say_none(context, context.metrics[RATE])
    rate = qualify(context.language, printed_percent(latest), latest.qualifier)
    end = say("zero") if latest.value == 0 else rate
    words = {"place": _name(context, ends), "points": _say_points(context, ends), "end": end}
    if fall == 0:
        return say("{place}’s poverty rate stayed at {end}", **words)
    if fall < 0:
        return say("{place}’s poverty rate rose {points}, to {end}", **words)
    return say("{place}’s poverty rate fell {points}, to {end}", **words)


def _say_several(context: Context, both: Sequence[Ends]) -> str:
    say, language = context.language.say, context.language
    points = [_say_points(context, ends) for ends in both]
    if len(both) == 2 and (both[1].fall or 0) > 0 and both[0].fall != both[1].fall:
        names = {"a": _name(context, both[0]), "b": _name(context, both[1])}
        return say("The poverty rate fell {x} in {a}, {y} in {b}", **names, x=points[0], y=points[1])
    ranked = rank_falls(both)
    if len(ranked) < 2 or (ranked[0].fall or 0) <= 0:
        n = say_count(len(both), language)
        return say("The poverty rate: {n} falls, none of them certainly the largest", n=n)
    top = [ends for ends in ranked if ends.fall == ranked[0].fall]
    first = _say_points(context, top[0])
    if len(top) > 1:
        places = say_list([_name(context, ends) for ends in top], language)
        return say("The poverty rate fell equally, by {points}, in {places}", places=places, points=first)
    words = {"place": _name(context, top[0]), "points": first, "n": say_count(len(ranked), language)}
    if len(ranked) < len(both):
        return say("{place}’s poverty rate fell {points}, the most of the {n} that compare", **words)
    return say("{place}’s poverty rate fell {points}, the most of the {n} that give both ends", **words)


def rank_falls(both: Sequence[Ends]) -> list[Ends]:
    """The falls whose order is certain, the largest first: without doubtful, about and overlapping ones."""
    known = [(ends, ends.range) for ends in both if ends.range is not None]
    sure = [
        ends
        for ends, (low, high) in ((e, r) for e, r in known if r)
        if low == high
        or not any(other is not ends and r and r[0] <= high and low <= r[1] for other, r in known)
    ]
    return sorted(sure, key=lambda ends: -(ends.fall or Decimal(0)))


def _say_single(context: Context, known: Sequence[Ends]) -> str:
    """Of single ends, those of one year compare as they stand."""
    picks: list[tuple[str, Pick | None]] = [(e.place.adcode, Pick(e.place, ())) for e in known]
    given = {place for place, _ in picks}
    picks += [(place, None) for place in context.view.places if place not in given]
    verdict = judge(picks, size=False)
    if verdict.ranked or len(known) == 1:
        return say_headline(context, context.metrics[RATE], verdict)
    n = say_count(len(known), context.language)
    return context.language.say("Poverty rate: {n} reports, one end each, no fall to compare", n=n)


def _say_points(context: Context, ends: Ends) -> str:
    """The change without its sign, as exactly as its ends are known: ``逾4.5个百分点``."""
    points = say_points(abs(ends.fall or Decimal(0)), context.language)
    return qualify(context.language, points, ends.qualifier)


def _name(context: Context, ends: Ends) -> str:
    return context.names.short(ends.place.adcode, ends.place.place)


def _join(context: Context, *sentences: str) -> str:
    return ("" if context.language.code == "zh" else " ").join(filter(None, sentences))
