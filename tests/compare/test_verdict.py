from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from compare.pick import Pick
from compare.verdict import Reason, Verdict, judge, span
from compare.words.names import level_of
from tests.compare.figures import NAMES, row

PLACES = tuple(NAMES)


def pick(place: str, value: str, **more: str) -> tuple[str, Pick | None]:
    return place, Pick(row(place, "funding.special", value, **more), ())


def reasons(verdict: Verdict) -> dict[str, tuple[Reason, ...]]:
    return {item.pick.row.adcode: item.reasons for item in verdict.unlike}


def test_the_same_year_basis_and_level_compare_by_size() -> None:
    verdict = judge([pick("341825", "2095"), pick("340123", "36900"), ("430725", None)], size=True)
    assert [p.row.adcode for p in verdict.alike] == ["340123", "341825"]
    assert (verdict.unlike, verdict.missing, verdict.ranked) == ((), ("430725",), True)


def test_each_difference_is_named() -> None:
    verdict = judge(
        [
            pick("340123", "5"),
            pick("341825", "4"),
            pick("140500", "9", period="2017"),
            pick("430725", "7", basis="plan", period=""),
            pick("150526", "6", basis="cumulative"),
        ],
        size=True,
    )
    assert reasons(verdict) == {
        "140500": (Reason.LEVEL, Reason.YEAR),
        "430725": (Reason.PLAN, Reason.NO_YEAR),
        "150526": (Reason.BASIS,),
    }


def test_a_doubtful_figure_is_not_ranked() -> None:
    verdict = judge(
        [pick("340123", "5"), pick("341825", "4"), pick("150526", "9", grade="doubtful")], size=True
    )
    assert reasons(verdict) == {"150526": (Reason.DOUBTFUL,)}


def test_levels_count_only_where_size_counts() -> None:
    figures = [pick("340123", "5"), pick("140500", "9")]
    assert not judge(figures, size=True).ranked
    assert judge(figures, size=False).ranked


def test_a_state_and_a_running_total_are_both_totals_but_not_a_total_since_some_year() -> None:
    level, total = (
        pick("340123", "5", basis="level"),
        pick("341825", "4", basis="cumulative", period="2020-09"),
    )
    assert judge([level, total], size=True).ranked
    since = pick("341825", "4", basis="cumulative", since="2016")
    assert not judge([level, since], size=True).ranked


def test_a_lower_bound_compares_only_where_nothing_can_pass_it() -> None:
    exact = pick("341825", "305")
    assert judge([pick("340123", "13000", qualifier="over"), exact], size=True).ranked
    verdict = judge([pick("340123", "200", qualifier="over"), exact, pick("150526", "90")], size=True)
    assert reasons(verdict) == {"340123": (Reason.BOUND,)}


def test_ranges_that_overlap_do_not_compare() -> None:
    wide, other = pick("340123", "20", high="30"), pick("341825", "25")
    assert not judge([wide, other], size=True).ranked
    assert judge([wide, pick("341825", "31")], size=True).ranked


def test_plans_compare_with_plans_and_lose_to_as_many_results() -> None:
    plans = [pick("340123", "5", basis="plan"), pick("341825", "4", basis="plan")]
    assert judge(plans, size=True).ranked
    results = [pick("430725", "3"), pick("150526", "2")]
    verdict = judge([*plans, *results], size=True)
    assert [p.row.adcode for p in verdict.alike] == ["430725", "150526"]


def test_one_figure_alone_is_neither_ranked_nor_unlike() -> None:
    verdict = judge([pick("340123", "5", period=""), ("341825", None)], size=True)
    assert (len(verdict.alike), verdict.unlike, verdict.ranked) == (1, (), False)


def test_all_unlike_keep_the_order_of_choosing() -> None:
    verdict = judge([pick("341825", "4", period="2019"), pick("340123", "9", period="2020")], size=True)
    assert [p.row.adcode for p in verdict.picks] == ["341825", "340123"]
    assert (verdict.alike, verdict.ranked) == ((), False)


def test_totals_since_other_years_and_flows_of_other_months_differ_in_time_covered() -> None:
    totals = [pick(p, "5", basis="cumulative", since=y) for p, y in (("340123", "2014"), ("341825", "2016"))]
    assert judge(totals, size=True).apart == (Reason.SPAN,)
    months = [pick(p, "5", period=y) for p, y in (("340123", "2020-03"), ("341825", "2020-05"))]
    assert judge(months, size=True).apart == (Reason.SPAN,)


def share(place: str, value: str, register: str) -> tuple[str, Pick | None]:
    part = row(place, "lifted.persons", value, basis="cumulative")
    return place, Pick(part, (), (part, row(place, "poor.persons", "100", basis="level", period=register)))


def test_shares_of_wholes_of_other_years_do_not_compare() -> None:
    unlike = judge([share("340123", "90", "2014"), share("341825", "80", "2016")], size=False)
    assert (unlike.ranked, unlike.apart) == (False, (Reason.WHOLE,))
    undated = judge([share("340123", "90", ""), share("341825", "80", "")], size=False)
    assert (undated.ranked, undated.apart) == (False, (Reason.NO_WHOLE,))
    three = [share("340123", "90", "2014"), share("341825", "80", "2014"), share("430725", "70", "2016")]
    assert reasons(judge(three, size=False)) == {"430725": (Reason.WHOLE,)}


figures = st.builds(
    lambda value, period, basis, qualifier, grade, since: {
        "value": str(value), "period": period, "basis": basis, "qualifier": qualifier, "grade": grade,
        "since": since if basis == "cumulative" else "",
    },
    st.integers(0, 40),
    st.sampled_from(["", "2019", "2020", "2020-03", "2020-09"]),
    st.sampled_from(["level", "flow", "cumulative", "plan"]),
    st.sampled_from(["exact", "about", "over", "under"]),
    st.sampled_from(["stated", "carried", "doubtful"]),
    st.sampled_from(["", "2014", "2016"]),
)  # fmt: skip


@given(st.lists(st.one_of(st.none(), figures), min_size=0, max_size=5), st.booleans())
def test_every_place_stands_in_exactly_one_group_and_the_ranked_are_certainly_in_order(
    given_figures: list[dict[str, str] | None], size: bool
) -> None:
    picks = [
        (place, None) if line is None else pick(place, line.pop("value"), **line)
        for place, line in zip(PLACES, (dict(f) if f else None for f in given_figures), strict=False)
    ]
    verdict = judge(picks, size)
    seen = [p.row.adcode for p in verdict.picks] + list(verdict.missing)
    assert sorted(seen) == sorted(place for place, _ in picks)
    if verdict.ranked:
        rows = [p.row for p in verdict.alike]
        assert all(r.year and r.grade != "doubtful" for r in rows)
        assert len({r.year for r in rows}) == 1
        spans = [span(r) for r in rows]
        assert all(a[0] >= b[1] for a, b in pairwise(spans))
    rows = [p.row for p in verdict.picks]
    differ = {
        Reason.LEVEL: size and len({level_of(r.adcode) for r in rows}) > 1,
        Reason.YEAR: len({r.year for r in rows if r.year}) > 1,
        Reason.BASIS: len({"total" if r.basis in ("level", "cumulative") else r.basis for r in rows}) > 1,
        Reason.SPAN: len({r.since for r in rows if r.basis in ("level", "cumulative")}) > 1
        or len({r.period[5:] for r in rows if r.basis == "flow"}) > 1,
        Reason.NO_YEAR: any(not r.year for r in rows),
        Reason.DOUBTFUL: any(r.grade == "doubtful" for r in rows),
        Reason.BOUND: any(r.qualifier in ("over", "under") for r in rows),
    }
    assert all(differ[reason] for reason in verdict.apart)
    assert bool(verdict.apart) is (len(rows) > 1 and not verdict.ranked)
