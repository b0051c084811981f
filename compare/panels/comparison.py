"""One metric side by side: the panel that most pages are made of."""

from dataclasses import replace

from compare.alt import say_alt
from compare.cautions import say_mark, say_warnings
from compare.charts.bars import Bar, Divider, Gap, Line, draw_bars
from compare.charts.hover import hover_text
from compare.context import Context
from compare.disputes import say_conflicts, say_rivals
from compare.findings import Asked, Findings, find
from compare.headline import say_headline
from compare.panel import Panel
from compare.panels.evidence import say_absence, say_deck, say_key, say_notes, say_sources, say_table
from compare.pick import Pick
from compare.record import Row
from compare.verdict import Reason, Unlike, Verdict
from compare.words.lists import say_list
from compare.words.numbers import Scale, chart_scale, qualify, say_figure
from compare.words.periods import say_period, say_when

FEW_MISSING = 3


def build_comparison(context: Context, asked: Asked) -> Panel:
    """The panel that sets one metric of the chosen places side by side."""
    return show_findings(context, find(context, asked))


def show_findings(context: Context, found: Findings) -> Panel:
    """The panel of what was found."""
    metric, verdict = found.asked.subject, found.verdict
    scale = scale_of(context, found)
    headline = say_headline(context, metric, verdict)
    table = say_table(context, found, scale)
    return Panel(
        id=found.asked.id or metric.id,
        headline=headline,
        deck=say_deck(context, metric, scale),
        figure=draw_bars(lines_of(context, found, scale), context.palette, context.dense)
        if verdict.picks
        else None,
        alt=say_alt(headline, table),
        table=table,
        warnings=say_warnings(context, verdict)
        + say_rivals(context, verdict.picks)
        + say_conflicts(context, found.disputed),
        key=say_key(context, found),
        missing=() if verdict.picks else _missing_line(context, found),
        sources=say_sources(context, found.printed),
        notes=(_missing_line(context, found) if verdict.picks else ()) + say_notes(context, found),
        rows=found.printed,
        found=(found,),
    )


def scale_of(context: Context, found: Findings) -> Scale:
    """The one unit of the chart."""
    values = (row.high or row.value for row in found.rows)
    return chart_scale(values, found.asked.subject.unit, context.language)


def lines_of(context: Context, found: Findings, scale: Scale, gaps: bool = True) -> list[Line]:
    """The lines of the chart: what compares by size, the rule, what does not, what is missing."""
    verdict, lines = found.verdict, list[Line]()
    for pick in verdict.alike:
        bar = _bar(context, found, pick.row, scale)
        lines.append(replace(bar, name=_with_rank(bar.name, pick, verdict)) if context.dense else bar)
        if pick.row.adcode in found.before and not context.dense:
            lines.append(_previous_bar(context, found, found.before[pick.row.adcode].row, scale))
    if verdict.ranked and verdict.unlike:
        lines.append(Divider(_say_divider(context, verdict)))
    lines.extend(_unlike_bar(context, found, item, scale) for item in verdict.unlike)
    missing = _gaps(context, found) if gaps else []
    if len(missing) <= FEW_MISSING and not context.dense:
        lines.extend(Gap(name, sentence) for name, sentence in missing)
    return lines


def _with_rank(name: str, pick: Pick, verdict: Verdict) -> str:
    """``3. 肥西县``: among many places a reader looks for the rank; those with the same figure share it."""
    if not verdict.ranked:
        return name
    return f"{1 + sum(other.row.value > pick.row.value for other in verdict.alike)}. {name}"


def _say_divider(context: Context, verdict: Verdict) -> str:
    say = context.language.say
    if any({Reason.DOUBTFUL, Reason.BOUND} & set(item.reasons) for item in verdict.unlike):
        return say("Below: other year, level or basis, or uncertain; not ranked")
    return say("Below: other year, level or basis; not ranked with the above")


def _bar(context: Context, found: Findings, row: Row, scale: Scale) -> Bar:
    number = scale.figure(row)
    name = context.names.short(row.adcode, row.place)
    return Bar(
        name=name,
        number=number,
        words=say_when(row, context.language) + _say_whole(context, found, row),
        value=float(row.value),
        colour=context.colour(row.adcode),
        fact=row.fact,
        hover=hover_text(f"{name} {number} {say_when(row, context.language)}", row),
        high=float(row.high) if row.high is not None else None,
        state=_state(row),
        qualifier=row.qualifier,
        bad=_say_bad(context, row, found),
    )


def _say_bad(context: Context, row: Row, found: Findings) -> str:
    return context.language.say("figures disagree") if row.fact in found.conflicts else ""


def _state(row: Row) -> str:
    if row.basis == "plan":
        return "plan"
    return "doubtful" if row.grade == "doubtful" else "solid"


def _previous_bar(context: Context, found: Findings, row: Row, scale: Scale) -> Bar:
    number, when = scale.figure(row), say_when(row, context.language)
    name = context.language.say("Year before")
    head = f"{context.names.short(row.adcode, row.place)} {number} {when}"
    state = _state(row)
    return Bar(
        name=name,
        number=number,
        words=when,
        value=float(row.value),
        colour=context.colour(row.adcode),
        fact=row.fact,
        hover=hover_text(head, row),
        state="previous" if state == "solid" else state,
        qualifier=row.qualifier,
        bad=_say_bad(context, row, found),
    )


def _unlike_bar(context: Context, found: Findings, item: Unlike, scale: Scale) -> Bar:
    bar = _bar(context, found, item.pick.row, scale)
    words = say_mark(context, item.pick.row, item.reasons) + _say_whole(context, found, item.pick.row)
    return replace(bar, words=words, warned=True)


def _say_whole(context: Context, found: Findings, row: Row) -> str:
    """What a quotient was divided by, beside it, dated where its date is another: ``，÷16,386人（2014年）``."""
    whole = found.wholes.get(row.fact)
    if whole is None:
        return ""
    if context.language.code == "zh":
        said = f"，÷{say_figure(whole, context.language)}"
    else:
        digits = chart_scale((whole.value,), whole.unit, context.language).number(whole.value)
        said = f", ÷ {qualify(context.language, digits, whole.qualifier)}"
    if whole.period == row.period:
        return said
    return context.language.say(
        "{clause} ({when})", clause=said, when=say_period(whole.period, context.language)
    )


def _missing_line(context: Context, found: Findings) -> tuple[str, ...]:
    """A line for all places without a mark, where there are too many of them (or no chart) to draw."""
    gaps = _gaps(context, found)
    if not gaps or (found.verdict.picks and len(gaps) <= FEW_MISSING and not context.dense):
        return ()
    refused = [name_of(context, found, code) for code in found.verdict.missing if code in found.refused]
    silent = [name_of(context, found, code) for code in found.verdict.missing if code not in found.refused]
    lines = []
    if silent:
        places = say_list(silent, context.language)
        lines.append(context.language.say("Not in the reports of {places}.", places=places))
    reasons = [found.refused[code] for code in found.verdict.missing if code in found.refused]
    for name, reason in zip(refused, reasons, strict=True):
        lines.append(context.language.say("{place}: {reason}.", place=name, reason=reason))
    return tuple(lines)


def name_of(context: Context, found: Findings, adcode: str) -> str:
    """What a chosen place is called on its mark."""
    return context.names.short(adcode, found.places.get(adcode, adcode))


def _gaps(context: Context, found: Findings) -> list[tuple[str, str]]:
    """The places without a mark, each with the sentence that stands in its place."""
    gaps = []
    for adcode in found.verdict.missing:
        name = name_of(context, found, adcode)
        gaps.append((name, say_absence(context, found, adcode)))
    return gaps
