"""The method on the page: one live example, step by step, then definitions, accuracy and limits."""

from itertools import groupby

import streamlit as st

from compare.context import Context
from compare.coverage.matrix import FAMILY_ORDER
from compare.coverage.words import name_family
from compare.evidence.passage import Piece
from compare.evidence.reading import Line
from compare.method.accuracy import Counts, Measured, name_set, of_metric, read_measured
from compare.method.steps import Step, find_example, follow, next_example
from compare.method.words import say_limits, say_rise
from compare.metrics import Metric
from compare.words.terms import grades, units
from pages.parts.evidence import opener
from pages.parts.markup import Markup, element, join
from pages.parts.passage import evidence_of_record
from pages.parts.scroll import scrolled
from pages.parts.state import change


def show_example(context: Context) -> None:
    """How one figure of the reports became a row; another one at a click."""
    say = context.language.say
    title = element("h1", say("From a sentence to a row of the table"), css="xb-h")
    deck = element(
        "p",
        say(
            "No model and no guess: rules about words, the same every time. Below they are followed for one figure."
        ),
        css="xb-deck",
    )
    row = find_example(context)
    st.html(join(title, deck))
    if row is None:
        st.html(element("p", say("There is no figure to follow yet."), css="xb-remark"))
        return
    evidence = evidence_of_record(context, row)
    head = join(
        element("b", f"{evidence.place} · {evidence.head} · {row.text}"),
        " ",
        opener(row.fact, context.language),
    )
    steps = [_step(step, evidence.origin.script) for step in follow(context, row, evidence)]
    st.html(join(element("p", head, css="xb-eg"), element("ol", *steps, css="xb-steps")))
    other = next_example(context, row)
    if other is not None:
        st.button(
            say("Another example"),
            key="another example",
            icon=":material/arrow_forward:",
            on_click=lambda: change(context.view, facts=(other.fact,)),
        )


def _step(step: Step, script: str) -> Markup:
    quote = element("blockquote", *map(_piece, step.pieces), lang=script) if step.pieces else ""
    lines = [part for line in step.lines for part in _line(line)]
    return element(
        "li",
        element("h2", step.title),
        element("p", step.said),
        quote,
        element("dl", *lines) if lines else "",
    )


def _piece(piece: Piece) -> Markup:
    """The number marked, numbers left over underlined, words that decided something underlined by their role."""
    if {"number", "row"} & set(piece.roles):
        return element("mark", piece.text)
    css = " ".join(f"w-{role}" for role in piece.roles)
    return element("u", piece.text, css=css) if css else join(piece.text)


def _line(line: Line) -> tuple[Markup, Markup]:
    words = [part for word in line.words for part in (element("u", word, css=f"w-{line.role}"), " ")]
    why = element("small", *words, line.why) if words or line.why else ""
    return element("dt", line.name), element("dd", line.read, " ", why)


def show_method(context: Context) -> None:
    """Accuracy, what is not known, and what each metric means."""
    st.html(join(_accuracy(context), _limits(context), _definitions(context)))


def _accuracy(context: Context) -> Markup:
    language, say = context.language, context.language.say
    title = element("h2", say("How right the table is"), css="xb-h2")
    note = element(
        "p",
        say(
            "Measured against figures that people marked by hand. A figure counts as right when its place in "
            "the text, metric, value, unit and county are; strictly, when period and basis are too. Of a "
            "report that nobody here has seen, expect the lower lines."
        ),
        css="xb-remark",
    )
    names = (
        say("Reports"), say("Marked"), say("Rows that are right"), say("Marked figures found"), say("Strictly"),
        *(grades(language)[grade] for grade in ("stated", "carried", "doubtful")),
    )  # fmt: skip
    head = element("tr", *(element("th", name, scope="col") for name in names))
    lines = [_measured(one, context) for one in read_measured()]
    grid = element("table", element("thead", head), element("tbody", *lines), css="xb-grid xb-rates")
    return join(title, note, scrolled(grid, names))


def _measured(one: Measured, context: Context) -> Markup:
    name = element("th", name_set(one.id, context.language), f" ({one.reports})", scope="row")
    counts = [(one.core, one.rows), (one.core, one.figures), (one.strict, one.figures)]
    counts += [one.grades.get(grade, (0, 0)) for grade in ("stated", "carried", "doubtful")]
    return element(
        "tr", name, element("td", f"{one.figures:,}"), *(element("td", _rate(pair)) for pair in counts)
    )


def _rate(counts: Counts) -> Markup:
    """A share with its counts, for a share of few says little."""
    right, all_ = counts
    if not all_:
        return join("–")
    return join(f"{_percent(right, all_)}% ", element("small", f"{right:,}/{all_:,}"))


def _percent(right: int, all_: int) -> int:
    """Whole percent, never 100 where one is wrong."""
    return 100 * right // all_


def _limits(context: Context) -> Markup:
    title = element("h2", context.language.say("What the program does not know"), css="xb-h2")
    return join(
        title, element("ul", *(element("li", line) for line in say_limits(context.language)), css="xb-list")
    )


def _definitions(context: Context) -> Markup:
    say = context.language.say
    title = element("h2", say("What each metric means"), css="xb-h2")
    names = (
        say("Metric"), say("Definition"), say("Unit"), say("A rise"), say("Found, own reports"), say("Found, unseen"),
    )  # fmt: skip
    head = element("tr", *(element("th", name, scope="col") for name in names))
    ordered = sorted(context.metrics.values(), key=lambda metric: FAMILY_ORDER.index(metric.family))
    lines: list[Markup] = []
    for family, held in groupby(ordered, key=lambda metric: metric.family):
        words = element("th", name_family(context, family), scope="rowgroup", colspan=str(len(names)))
        lines.append(element("tr", words, css="fam"))
        lines += [_definition(metric, context) for metric in held]
    grid = element("table", element("thead", head), element("tbody", *lines), css="xb-grid xb-defs")
    return join(title, scrolled(grid, names))


def _definition(metric: Metric, context: Context) -> Markup:
    language = context.language
    cells = (
        metric.definition(language),
        units(language).get(metric.unit, metric.unit),
        say_rise(metric, language),
    )
    found = (_rate(of_metric(metric.id, unseen=unseen)) for unseen in (False, True))
    return element(
        "tr",
        element("th", metric.name(language), scope="row"),
        *(element("td", cell) for cell in cells),
        *(element("td", cell) for cell in found),
    )
