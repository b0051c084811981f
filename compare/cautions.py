"""The amber strip: what does not compare, and why, in sentences."""

from collections.abc import Sequence

from compare.context import Context
from compare.panel import Caution
from compare.pick import Pick
from compare.record import Row
from compare.verdict import Reason, Unlike, Verdict
from compare.words.lists import say_list
from compare.words.periods import say_basis, say_period

MOST = 3
DIFFERENCES = (Reason.LEVEL, Reason.YEAR, Reason.BASIS, Reason.SPAN, Reason.WHOLE)


def say_warnings(context: Context, verdict: Verdict) -> tuple[Caution, ...]:
    """A warning for each figure that does not compare; one for all of them from four on."""
    unlike = verdict.unlike
    if not unlike:
        return ()
    if not verdict.ranked:
        return (_say_none_compare(context, verdict),)
    if len(unlike) > MOST:
        return (_say_many(context, unlike),)
    return tuple(_say_one(context, item) for item in unlike)


def say_kinds(context: Context, verdict: Verdict) -> str:
    """In what the figures differ that do not compare: ``年份、口径``."""
    return say_list(name_kinds(context, verdict), context.language)


def name_kinds(context: Context, verdict: Verdict) -> list[str]:
    """The same as words, each once."""
    kinds = (*verdict.apart, *(reason for item in verdict.unlike for reason in item.reasons))
    return list(dict.fromkeys(_say_kind(context, kind) for kind in kinds))


def _say_reasons(context: Context, pick: Pick, reasons: Sequence[Reason]) -> list[str]:
    """The clauses; a figure that is both of another year and doubtful is named once."""
    said = {reason: say_reason(context, pick, reason) for reason in reasons}
    if {Reason.YEAR, Reason.DOUBTFUL} <= said.keys():
        when = say_period(pick.row.period, context.language)
        del said[Reason.YEAR], said[Reason.DOUBTFUL]
        said[Reason.DOUBTFUL] = context.language.say("its figure, for {when}, is doubtful", when=when)
    return list(dict.fromkeys(said.values()))


def say_reason(context: Context, pick: Pick, reason: Reason) -> str:
    """One reason as a clause that follows the place: ``它是地级市``."""
    say, row, whole = context.language.say, pick.row, pick.whole
    when = say_period(row.period, context.language)
    clauses = {
        Reason.LEVEL: say("it is {level}", level=context.names.level(row.adcode, row.place)),
        Reason.YEAR: say("its figure is for {when}", when=when),
        Reason.NO_YEAR: say("its report gives no year"),
        Reason.BASIS: _say_basis(context, row),
        Reason.SPAN: _say_span(context, row),
        Reason.WHOLE: say(
            "it is divided by a figure for {when}",
            when=say_period(whole.period if whole else "", context.language),
        ),
        Reason.NO_WHOLE: say("it is divided by a figure without a year"),
        Reason.PLAN: say("it is a plan, not a result"),
        Reason.DOUBTFUL: say("its figure is doubtful"),
        Reason.BOUND: _say_bound(context, row),
    }
    return clauses[reason]


def say_mark(context: Context, row: Row, reasons: tuple[Reason, ...]) -> str:
    """The amber words at a mark, in place of the muted ones: when, which basis, which level."""
    say, language = context.language.say, context.language
    when = say_period(row.period, language) if row.period else say("no year")
    if row.basis == "cumulative":
        when = say("to {when}", when=when) if row.period else say("running total, no year")
    parts = [when]
    if row.basis == "plan":
        parts.append(say("plan"))
    elif row.basis == "cumulative" and row.since:
        parts.append(say("since {year}", year=row.since[:4]))
    elif row.basis == "flow" and row.period and ({Reason.BASIS, Reason.SPAN} & set(reasons) or not reasons):
        parts.append(say_basis(row, language) or say("span unclear"))
    if Reason.LEVEL in reasons:
        parts.append(context.names.level(row.adcode, row.place))
    if reasons == (Reason.DOUBTFUL,):
        parts.append(say("doubtful"))
    if Reason.BOUND in reasons:
        parts.append(_say_bound_mark(context, row))
    return ("，" if language.code == "zh" else ", ").join(parts)


def _say_bound(context: Context, row: Row) -> str:
    say = context.language.say
    if row.high is not None:
        return say("its figure is a range")
    return (
        say("its figure is a lower bound") if row.qualifier == "over" else say("its figure is an upper bound")
    )


def _say_bound_mark(context: Context, row: Row) -> str:
    say = context.language.say
    if row.high is not None:
        return say("a range")
    return say("a lower bound") if row.qualifier == "over" else say("an upper bound")


def _say_basis(context: Context, row: Row) -> str:
    say = context.language.say
    if row.basis == "cumulative" and row.since:
        return say("it is a running total since {year}", year=row.since[:4])
    if row.basis == "cumulative":
        return say("it is a running total")
    if row.basis != "flow":
        return say("it is a state, not a year’s figure")
    if "-" not in row.period:
        return say("it is the figure of one year")
    return say("its period is not told") if "period" in row.note else say("it is the figure of one month")


def _say_span(context: Context, row: Row) -> str:
    """What a figure covers that is of the same basis as the others but not of the same span."""
    say = context.language.say
    if row.basis == "level":
        return say("it is a state, not counted from a certain year")
    if row.basis == "cumulative" and not row.since:
        return say("it is a running total without a starting year")
    if row.basis == "flow" and "-" in row.period and "period" not in row.note:
        return say("its figure is for {when}", when=say_period(row.period, context.language))
    return _say_basis(context, row)


def _say_one(context: Context, item: Unlike) -> Caution:
    say, row = context.language.say, item.pick.row
    place = context.names.short(row.adcode, row.place)
    others = [reason for reason in item.reasons if reason is not Reason.PLAN]
    reason = _sentence(context, _say_reasons(context, item.pick, others))
    if Reason.PLAN in item.reasons:
        plan = say("{place}’s is a plan, not a result;", place=place)
        return Caution(plan if reason else say("{place}’s is a plan, not a result.", place=place), reason)
    return Caution(say("{place} does not compare:", place=place), reason)


def _say_many(context: Context, unlike: tuple[Unlike, ...]) -> Caution:
    say = context.language.say
    names = [context.names.short(item.pick.row.adcode, item.pick.row.place) for item in unlike]
    kinds = dict.fromkeys(reason for item in unlike for reason in item.reasons)
    differ = say_list(list(dict.fromkeys(_say_kind(context, kind) for kind in kinds)), context.language)
    reason = say("they differ in {kinds}.", kinds=differ)
    return Caution(say("{places} do not compare:", places=say_list(names, context.language)), reason)


def _say_none_compare(context: Context, verdict: Verdict) -> Caution:
    say, dated = context.language.say, any(pick.row.year for pick in verdict.picks)
    kinds = [_say_kind(context, reason) for reason in verdict.apart if reason in DIFFERENCES]
    listed = say_list(list(dict.fromkeys(kinds)), context.language)
    wanted = (
        (bool(kinds), say("They differ in {kinds}.", kinds=listed)),
        (
            Reason.NO_YEAR in verdict.apart,
            say("Not every figure has a year.") if dated else say("None gives a year."),
        ),
        (Reason.NO_WHOLE in verdict.apart, say("Not everything they are divided by has a year.")),
        (Reason.DOUBTFUL in verdict.apart, say("Doubtful figures are not ranked.")),
        (Reason.BOUND in verdict.apart, say("Bounds and ranges that overlap are not ranked.")),
    )
    sentences = [sentence for holds, sentence in wanted if holds]
    gap = "" if context.language.code == "zh" else " "
    return Caution(say("These figures do not compare."), gap.join(sentences))


def _say_kind(context: Context, reason: Reason) -> str:
    say = context.language.say
    words = {
        Reason.LEVEL: say("level of place"),
        Reason.YEAR: say("year"),
        Reason.NO_YEAR: say("year"),
        Reason.BASIS: say("basis"),
        Reason.SPAN: say("time covered"),
        Reason.WHOLE: say("year of the divisor"),
        Reason.NO_WHOLE: say("year of the divisor"),
        Reason.PLAN: say("basis"),
        Reason.DOUBTFUL: say("certainty"),
        Reason.BOUND: say("certainty"),
    }
    return words[reason]


def _sentence(context: Context, clauses: list[str]) -> str:
    """Clauses as a sentence: ``它是地级市，数字属2017年。``"""
    if not clauses:
        return ""
    if context.language.code == "zh":
        return "，".join(clauses) + "。"
    return say_list(clauses, context.language) + "."
