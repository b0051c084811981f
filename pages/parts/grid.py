"""The matrix of coverage as markup, its key, and the two lists below it."""

from collections.abc import Sequence

from compare.context import Context
from compare.coverage.cell import SIGNS, STATES, Cell, explain_states, states
from compare.coverage.matrix import Likely, Matrix
from compare.coverage.shares import Share
from compare.coverage.words import name_family, say_cell, say_date
from compare.metrics import Metric
from pages.parts.evidence import opener, script_of
from pages.parts.markup import Markup, element, join, marked
from pages.parts.scroll import scrolled

WIDE = 8  # places up to which they are columns, with the metrics named in full; beyond they are lines
MOST = 100  # likely numbers in the list


def write_key(matrix: Matrix, context: Context) -> Markup:
    """The signs that occur, each with its word and what it means."""
    used = {cell.state for cell in matrix.cells.values()} | {"missing"}
    words, meaning = states(context.language), explain_states(context.language)
    items = [
        element("span", element("b", f"{SIGNS[state]} {words[state]}"), " ", meaning[state])
        for state in STATES
        if state in used
    ]
    return element("div", *items, css="xb-means")


def write_matrix(matrix: Matrix, context: Context) -> Markup:
    """Metrics by places, or where there are many of these places by metrics; each sign leads to its figure."""
    grid = _by_metric(matrix, context) if len(matrix.places) <= WIDE else _by_place(matrix, context)
    return scrolled(grid, (context.language.say("Metric"), *matrix.names.values()))


def _by_metric(matrix: Matrix, context: Context) -> Markup:
    names = [element("th", matrix.names[place], scope="col") for place in matrix.places]
    head = element("thead", element("tr", element("th", context.language.say("Metric"), scope="col"), *names))
    lines: list[Markup] = []
    for n, metric in enumerate(matrix.metrics):
        if n == 0 or matrix.metrics[n - 1].family != metric.family:
            words = element(
                "th", name_family(context, metric.family), scope="rowgroup", colspan=str(len(names) + 1)
            )
            lines.append(element("tr", words, css="fam"))
        cells = [_cell(matrix, place, metric, context) for place in matrix.places]
        lines.append(element("tr", element("th", metric.short(context.language), scope="row"), *cells))
    return element("table", head, element("tbody", *lines), css="xb-grid xb-cover")


def _by_place(matrix: Matrix, context: Context) -> Markup:
    heads = [
        element("th", element("span", metric.short(context.language)), scope="col")
        for metric in matrix.metrics
    ]
    head = element("thead", element("tr", element("th", context.language.say("Place"), scope="col"), *heads))
    lines = [
        element(
            "tr",
            element("th", matrix.names[place], scope="row"),
            *(_cell(matrix, place, metric, context) for metric in matrix.metrics),
        )
        for place in matrix.places
    ]
    return element("table", head, element("tbody", *lines), css="xb-grid xb-cover many")


def _cell(matrix: Matrix, place: str, metric: Metric, context: Context) -> Markup:
    """The sign with its word; where there is something behind it, a button."""
    cell = matrix.cell(place, metric.id)
    told = say_cell(context, matrix.names[place], metric, cell)
    words = join(element("i", SIGNS[cell.state]), " ", element("span", _word(cell, context)))
    if not cell.code:
        return element("td", words, css=f"s-{cell.state}", aria_label=told, title=told)
    button = element(
        "button", words, type="button", data_x=cell.code, css="xb-n", aria_label=told, title=told
    )
    return element("td", button, css=f"s-{cell.state}")


def _word(cell: Cell, context: Context) -> str:
    word = states(context.language)[cell.state]
    return f"{word} {cell.n}" if cell.n > 1 else word


def write_shares(shares: Sequence[Share], context: Context) -> Markup:
    """A line for each report: its numbers, those that count something, and how many of them are in the table."""
    say = context.language.say
    names = (
        say("Report"), say("Date"), say("Numbers"), say("Count something"), say("In the table"), say("Damaged"),
    )  # fmt: skip
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in names)))
    lines = [_share(share, context) for share in shares]
    grid = element("table", head, element("tbody", *lines), css="xb-grid xb-shares")
    title = element("h2", say("How much of each report became figures"), css="xb-h2")
    note = element(
        "p",
        say(
            "Dates, list marks, names and codes count nothing. Of what does, townships, single cases, samples and "
            "growth stay out by rule, so no report comes near 100%."
        ),
        css="xb-remark",
    )
    return join(title, note, scrolled(grid, names))


def _share(share: Share, context: Context) -> Markup:
    document = share.document
    bar = element("i", style=f"--p:{min(share.percent, 100)}%")
    cells = (f"{share.numbers:,}", f"{share.quantities:,}")
    return element(
        "tr",
        element("th", document.title or document.doc, scope="row", lang=script_of(document)),
        element("td", say_date(context, document)),
        *(element("td", cell) for cell in cells),
        element("td", f"{share.kept:,} · {share.percent}%", bar),
        element("td", f"{share.damaged:,}"),
    )


def write_likely(matrix: Matrix, context: Context) -> Markup:
    """The numbers left over that look like a metric, each with its sentence and the way into the report."""
    return element("div", *(_likely(one, context) for one in matrix.likely[:MOST]), css="xb-quotes")


def _likely(one: Likely, context: Context) -> Markup:
    language, left = context.language, one.left
    metric = context.metrics[one.metric].name(language)
    words = language.say("“{label}” looks like {metric}", label=left.label, metric=metric)
    title = language.say("“{title}”", title=one.document.title or one.document.doc)
    code = f"n{left.start}@{left.doc}"
    head = join(
        element("b", left.text), " ", element("span", f"{words} · {title}"), " ", opener(code, language)
    )
    at = left.quote.find(left.text) if left.quote.count(left.text) == 1 else -1
    quote = element("p", marked(left.quote, left.text, at), lang=script_of(one.document))
    return element("div", element("div", head, quote), css="xb-q")
