"""The question that a view asks, in words: every active filter, and the link that asks it again."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from compare.context import Context
from compare.language import Language
from compare.own.mark import is_own
from compare.panel import Caution
from compare.panels.funding import KINDS as FUNDING
from compare.panels.lifted import KINDS as LIFTED
from compare.panels.measures import build_measures, name_family
from compare.record import Filter
from compare.view import LATEST, NONE, PAGES, PERS, View, link
from compare.words.periods import say_period
from compare.words.terms import bases, grades, kinds

Pair = tuple[str, str]


def link_of(view: View) -> str:
    """The link of a view, from the dashboard's own address on.

    >>> link_of(View(page="funding", places=("340123",), language="en"))
    'funding?p=340123&y=latest&per=absolute&lang=en'
    """
    path = "" if view.page == PAGES[0] else view.page
    return f"{path}?{urlencode(link(view))}"


def passing(view: View) -> Filter:
    """The rows that the filters of the data page let through."""
    chosen = view.filters
    return Filter(
        places=view.places,
        metrics=chosen.metrics,
        periods=tuple("" if date == NONE else date for date in chosen.periods),
        bases=chosen.bases,
        grades=chosen.grades,
    )


def name_page(page: str, language: Language) -> str:
    """What the navigation calls a page."""
    say = language.say
    words = (
        say("Overview"),
        say("Funding"),
        say("Lifted"),
        say("Poverty rate"),
        say("Measures"),
        say("Timeline"),
        say("Data"),
    )
    return dict(zip(PAGES, words, strict=False)).get(page, page)


def say_question(context: Context) -> tuple[Pair, ...]:
    """Every filter that the page heeds, with its value in words: what is not chosen is said to be all."""
    view, say = context.view, context.language.say
    asked = [(say("Page"), name_page(view.page, context.language)), (say("Places"), say_places(context))]
    tellers = {
        "overview": (_say_year,),
        "funding": (_say_metric, _say_year, _say_per),
        "lifted": (_say_metric, _say_year),
        "measures": (_say_family, _say_year),
        "timeline": (_say_kinds,),
        "data": (_say_filters,),
    }
    for teller in tellers.get(view.page, ()):
        asked += teller(context)
    if any(is_own(code) for code in view.places):
        words = say("places with * are from a visitor’s own reports, checked by nobody else")
        asked.append((say("Own reports"), words))
    return tuple(asked)


def say_caution(context: Context, caution: Caution) -> str:
    """An amber sentence as plain words: the verdict, then the reason."""
    gap = "" if context.language.code == "zh" else " "
    return gap.join(part for part in (caution.verdict, caution.reason) if part)


def say_places(context: Context) -> str:
    """The chosen places with their codes: ``肥西县（340123）、旌德县（341825）``; all where none is chosen."""
    view, say = context.view, context.language.say
    called = context.store.called(view.places)
    named = [
        say("{place} ({code})", place=context.names.short(code, called.get(code, code)), code=code)
        for code in view.places
    ]
    if named:
        return _list(context, named)
    return say("all") if view.page == "data" else say("none chosen")


def _say_metric(context: Context) -> Sequence[Pair]:
    offered = FUNDING if context.view.page == "funding" else LIFTED
    chosen = context.view.metric if context.view.metric in offered else offered[0]
    return [(context.language.say("Metric"), context.metrics[chosen].name(context.language))]


def _say_year(context: Context) -> Sequence[Pair]:
    period, language = context.view.period, context.language
    words = say_period(period, language) if period != LATEST else language.say("the latest of each place")
    return [(language.say("Year"), words)]


def _say_per(context: Context) -> Sequence[Pair]:
    say = context.language.say
    words = dict(zip(PERS, (say("Absolute"), say("Per poor person"), say("Per poor household")), strict=True))
    return [(say("Relative to"), words[context.view.per])]


def _say_family(context: Context) -> Sequence[Pair]:
    family = build_measures(context).family
    return [(context.language.say("Kind of measure"), name_family(context, family))]


def _say_kinds(context: Context) -> Sequence[Pair]:
    named = kinds(context.language)
    return [(context.language.say("Kinds of event"), _chosen(context, context.view.kinds, named))]


def _say_filters(context: Context) -> Sequence[Pair]:
    language, chosen = context.language, context.view.filters
    metrics = {code: metric.name(language) for code, metric in context.metrics.items()}
    dates = {d: say_period("" if d == NONE else d, language) for d in chosen.periods}
    return [
        (language.say("Metrics"), _chosen(context, chosen.metrics, metrics)),
        (language.say("Periods"), _chosen(context, chosen.periods, dates)),
        (language.say("Bases"), _chosen(context, chosen.bases, bases(language))),
        (language.say("Grades"), _chosen(context, chosen.grades, grades(language))),
    ]


def _chosen(context: Context, codes: Sequence[str], words: Mapping[str, str]) -> str:
    return _list(context, [words.get(code, code) for code in codes]) if codes else context.language.say("all")


def _list(context: Context, names: Iterable[str]) -> str:
    return ("、" if context.language.code == "zh" else ", ").join(names)
