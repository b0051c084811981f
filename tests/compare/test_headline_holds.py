"""Properties of every headline: no number of its own, no rank for what does not compare."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from compare.context import Context
from compare.findings import Asked, Findings
from compare.headline import say_headline
from compare.language import open_language
from compare.metrics import known_metrics
from compare.panel import Panel, Table
from compare.pick import Pick, Wish
from compare.summary import FIRST, say_summary
from compare.tail import least_ratio
from compare.theme import LIGHT
from compare.verdict import Verdict, judge
from compare.view import View
from compare.words.numbers import say_amount, say_figure, say_points, say_ratio
from extract.lexicon.gazetteer import load_gazetteer
from tests.compare.figures import NAMES, row

METRICS = ("funding.special", "lifted.persons", "villages.delisted", "income.poor_per_capita", "poverty_rate")
GAZETTEER = load_gazetteer()
NOTHING = Panel("rate", "", "", None, "", Table((), (), ()))

lines = st.fixed_dictionaries(
    {
        "value": st.integers(0, 99).map(str),
        "period": st.sampled_from(["", "2019", "2020", "2020-09"]),
        "basis": st.sampled_from(["level", "flow", "cumulative", "plan"]),
        "qualifier": st.sampled_from(["exact", "exact", "about", "over", "under"]),
        "grade": st.sampled_from(["stated", "carried", "doubtful"]),
    }
)


def context_of(language: str) -> Context:
    view = View(places=tuple(NAMES), language=language)
    return Context(None, view, open_language(language), LIGHT, GAZETTEER)  # type: ignore[arg-type]


def digits(text: str) -> set[str]:
    return set(re.findall(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?", text))


def allowed(context: Context, verdict: Verdict) -> set[str]:
    """The numbers of the table as they are said, and ratio and difference of the first two that compare."""
    language, rows = context.language, [pick.row for pick in verdict.picks]
    said = [say_figure(r, language) for r in rows] + [r.period.replace("-", " ") for r in rows]
    said += ["9"] if any(r.period == "2020-09" for r in rows) else []
    if verdict.ranked:
        first, second = verdict.alike[0].row, verdict.alike[1].row
        said.append(say_amount(first.value - second.value, first.unit, language))
        said.append(say_points(first.value - second.value, language))
        if second.value:
            ratio = least_ratio(first, second)[0]
            said += [say_ratio(ratio), say_ratio(ratio.quantize(Decimal("0.1"), rounding="ROUND_DOWN"))]
    return {number for text in said for number in digits(text)}


@given(st.lists(st.one_of(st.none(), lines), min_size=5, max_size=5), st.sampled_from(METRICS), st.booleans())
def test_a_headline_has_no_number_of_its_own_and_ranks_only_what_compares(
    given_lines: list[dict[str, str] | None], metric_id: str, english: bool
) -> None:
    context, metric = context_of("en" if english else "zh"), known_metrics()[metric_id]
    if all(line is None for line in given_lines):
        return
    picks = [(place, _pick(place, metric_id, line)) for place, line in zip(NAMES, given_lines, strict=True)]
    verdict = judge(picks, metric.size)
    headline = say_headline(context, metric, verdict)
    assert "{" not in headline
    assert digits(headline) <= allowed(context, verdict)
    if verdict.ranked:
        unlike = [context.names.short(u.pick.row.adcode, u.pick.row.place) for u in verdict.unlike]
        assert not any(name in headline for name in unlike)


def _pick(place: str, metric: str, line: dict[str, str] | None) -> Pick | None:
    if line is None:
        return None
    more = {key: value for key, value in line.items() if key != "value"}
    return Pick(row(place, metric, line["value"], **more), ())


chosen = st.lists(st.one_of(st.none(), lines), min_size=5, max_size=5)


@given(st.fixed_dictionaries(dict.fromkeys(FIRST, chosen)), st.booleans())
def test_the_sentence_over_the_cards_ranks_results_only_and_says_of_when(
    given_lines: dict[str, list[dict[str, str] | None]], english: bool
) -> None:
    context = context_of("en" if english else "zh")
    found = {metric: _found(metric, given_lines[metric]) for metric in FIRST}
    summary = say_summary(context, found, NOTHING)
    assert "{" not in summary
    done = [f.verdict for f in found.values() if f.verdict.ranked and f.verdict.alike[0].row.basis != "plan"]
    apart = [v for v in done if v.alike[0].row.value != v.alike[1].row.value]
    if apart:
        clauses = summary.split("; " if english else "；")
        assert len(clauses) == min(2, len(apart))
        for clause, verdict in zip(clauses, apart, strict=False):
            first = verdict.alike[0].row
            assert context.names.short(first.adcode, first.place) in clause
            assert first.year in clause
            periods = {number for p in verdict.alike for number in p.row.period.split("-")}
            assert digits(clause) <= periods | {"9"} | allowed(context, verdict)
            totals = any(pick.row.basis == "cumulative" for pick in verdict.alike)
            assert (("running total" if english else "累计") in clause) is totals
    elif done or not any(f.verdict.picks for f in found.values()):
        return
    else:
        first_given = next(metric for metric in FIRST if found[metric].verdict.picks)
        assert summary == say_headline(context, known_metrics()[first_given], found[first_given].verdict)


def _found(metric_id: str, drawn: list[dict[str, str] | None]) -> Findings:
    metric = known_metrics()[metric_id]
    picks = [(place, _pick(place, metric_id, line)) for place, line in zip(NAMES, drawn, strict=True)]
    return Findings(Asked(metric, Wish()), judge(picks, metric.size), {}, {}, NAMES, {})
