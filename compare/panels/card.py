"""One place's card: its headline figures with as-of date, basis, state and warning."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from compare.cautions import say_mark
from compare.context import Context
from compare.ends import Ends
from compare.findings import Findings, name_places
from compare.missing import nearest
from compare.pick import LATEST
from compare.record import Document, Finding, Row
from compare.words.numbers import Scale, chart_scale, printed_percent, qualify, say_figure, unit_name
from compare.words.periods import say_period, say_report_date, say_when

RATE = "poverty_rate"
LABELS = {"lifted.households": "Households lifted", "villages.delisted": "Villages delisted"}
ORDER = ("poor.persons", "lifted.households", "funding.special", RATE, "villages.delisted")


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure on a card. ``faint`` is the part before the number (a rate's first end), drawn pale.

    ``state`` is solid, doubtful, plan or missing; ``warned`` where ``small`` says why it does not compare.
    """

    metric: str
    label: str
    number: str
    small: str = ""
    faint: str = ""
    state: str = "solid"
    warned: bool = False
    bad: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A place: full name, where it lies and what it is, when its report was written, colour, figures."""

    adcode: str
    name: str
    where: str
    report: str
    colour: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The judged figures of all places by metric, the ends of each place's rate, what contradicts them."""

    found: Mapping[str, Findings]
    ends: Mapping[str, Ends | None]
    conflicts: Mapping[str, Finding]


def build_card(context: Context, adcode: str, judged: Judged) -> Card:
    """The card of one place."""
    name = name_places(context).get(adcode, adcode)
    where = " · ".join(filter(None, (context.names.province(adcode), context.names.kind(adcode, name))))
    entries = [
        _dispute(context, _rate_entry(context, judged.ends.get(adcode)), judged.conflicts)
        if metric == RATE
        else _entry(context, adcode, judged.found[metric])
        for metric in ORDER
    ]
    return Card(
        adcode,
        context.names.full(adcode, name),
        where,
        _say_report(context, adcode),
        context.colour(adcode),
        tuple(entries),
    )


def _say_report(context: Context, adcode: str) -> str:
    """When the place's own reports were written; else in whose report it is spoken of."""
    language = context.language
    own = list(context.store.reports_of((adcode,)))
    if own and not any(document.date for document in own):
        return language.say("Report, year not given")
    if own:
        return language.say("Report {dates}", dates=_say_dates(context, own))
    docs = tuple({row.doc for row in context.store.rows((adcode,))})
    others = [one for one in (context.store.documents(docs) if docs else ()) if one.place]
    named = dict.fromkeys(context.names.short(document.adcode, document.place) for document in others)
    if not named:
        return ""
    return language.say(
        "In the report of {places}", places=("、" if language.code == "zh" else ", ").join(named)
    )


def _say_dates(context: Context, documents: list[Document]) -> str:
    dates = dict.fromkeys(
        say_report_date(document, context.language) for document in documents if document.date
    )
    return ("、" if context.language.code == "zh" else ", ").join(dates)


def _entry(context: Context, adcode: str, found: Findings) -> Entry:
    metric, language = found.asked.metric, context.language
    scale = _card_scale(context, found)
    label = _label(context, found, scale)
    for pick in found.verdict.alike:
        if pick.row.adcode == adcode:
            shown = _figure(context, pick.row, (label, scale), say_when(pick.row, language))
            return _dispute(context, shown, found.conflicts)
    for item in found.verdict.unlike:
        if item.pick.row.adcode == adcode:
            mark = say_mark(context, item.pick.row, item.reasons)
            shown = _figure(context, item.pick.row, (label, scale), mark)
            return _dispute(context, replace(shown, warned=True), found.conflicts)
    near = nearest(context, metric, adcode)
    if near is None or near.metric != "lifted.persons" or not found.asked.wish.allows(near):
        return Entry(metric.id, label, language.say("Not stated"), state="missing")
    words = {"number": say_figure(near, language), "when": say_when(near, language)}
    small = language.say("{number}, {when}", **words)
    return Entry(metric.id, label, language.say("People only"), small, state="missing", rows=(near,))


def _figure(context: Context, row: Row, head: tuple[str, Scale], small: str) -> Entry:
    label, scale = head
    state = "plan" if row.basis == "plan" else "doubtful" if row.grade == "doubtful" else "solid"
    number = scale.figure(row)
    counted = {"household", "person", "village"}
    if context.language.code == "zh" and row.unit in counted:
        number += unit_name(context.language, row.unit)
    return Entry(row.metric, label, number, small, state=state, rows=(row,))


def _dispute(context: Context, entry: Entry, conflicts: Mapping[str, Finding]) -> Entry:
    """The entry; in red where the report itself contradicts it."""
    disputed = any(row.fact in conflicts for row in entry.rows)
    return replace(entry, bad=context.language.say("figures disagree")) if disputed else entry


def _card_scale(context: Context, found: Findings) -> Scale:
    values = [pick.row.value for pick in found.verdict.picks]
    return chart_scale(values, found.asked.metric.unit, context.language)


def _label(context: Context, found: Findings, scale: Scale) -> str:
    metric, language = found.asked.metric, context.language
    if language.code == "en":
        return LABELS.get(metric.id, metric.short_en)
    if metric.unit == "CNY":
        return language.say("{metric}, {unit}", metric=metric.name(language), unit=scale.name)
    return metric.name(language)


def _rate_entry(context: Context, ends: Ends | None) -> Entry:
    say, label = context.language.say, context.metrics[RATE].short(context.language)
    if ends is None:
        return Entry(RATE, label, say("Not stated"), state="missing")
    state = "doubtful" if any(row.grade == "doubtful" for row in ends.rows) else "solid"
    rates = [qualify(context.language, printed_percent(row), row.qualifier) for row in ends.rows]
    dates = [
        say("at first") if row is ends.first and not row.period else say_period(row.period, context.language)
        for row in ends.rows
    ]
    if len(rates) == 2:
        small = " → ".join(dates)
        return Entry(RATE, label, f"→ {rates[1]}", small, faint=rates[0], state=state, rows=ends.rows)
    if context.view.period != LATEST:  # of other years nothing is said
        return Entry(RATE, label, rates[0], dates[0], state=state, rows=ends.rows)
    aside = say("none since") if ends.latest is None else say("none before")
    small = say("{when}, {words}", when=dates[0], words=aside) if ends.place.period else dates[0]
    return Entry(RATE, label, rates[0], small, state=state, rows=ends.rows)
