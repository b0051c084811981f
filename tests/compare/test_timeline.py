"""Moments keep apart, years keep their cells, and what a report says never becomes markup."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from plotly.graph_objects import Figure

from compare.charts.lanes import Axis, Lane, Moment, pack
from compare.charts.timeline import draw_timeline
from compare.theme import DARK, LIGHT

YEAR = Moment("资金", 2019, 2020, "year")
MONTH = Moment("检查", 2020.25, 2020.33, "month")
DAY = Moment("灾情", 2020.5, 2020.503, "day")
PLAN = Moment("计划", 2020, 2021, "year", plan=True)

MOMENTS = st.builds(
    lambda label, start, exactness: Moment(
        label, start, start + (1 if exactness == "year" else 0.08), exactness
    ),
    st.sampled_from(["资金", "摘帽出列", "Partnership"]),
    st.floats(2010, 2020),
    st.sampled_from(["year", "month", "day"]),
)


@given(st.lists(MOMENTS, max_size=30))
def test_packed_moments_do_not_touch(moments: list[Moment]) -> None:
    axis = Axis(2010, 2021)
    rows = pack(moments, axis)
    assert sorted(map(repr, moments)) == sorted(repr(m) for row in rows for m in row)
    for row in rows:
        extents = [axis.extent(m) for m in row]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(extents))


def test_words_longer_than_their_bar_push_the_next_bar_to_another_row() -> None:
    long, after = Moment("All villages delisted", 2015, 2016, "year"), Moment("Funds", 2016, 2017, "year")
    short = Moment("资金", 2015, 2016, "year")
    assert len(pack((long, after), Axis(2014, 2021))) == 2
    assert len(pack((short, after), Axis(2014, 2021))) == 1


def test_words_in_the_last_year_end_with_their_bar_and_none_are_hidden() -> None:
    figure = draw_timeline(
        [Lane("旌德县", LIGHT.place(1), (YEAR, Moment("All villages", 2020, 2021, "year")))], LIGHT
    )
    early, last = figure["data"]
    assert (early["text"], early["insidetextanchor"]) == (["资金"], "start")
    assert (last["text"], last["insidetextanchor"], last["constraintext"]) == (
        ["All villages"],
        "end",
        "none",
    )
    assert "uniformtext" not in figure["layout"]


def test_the_axis_covers_all_years_and_nothing_else() -> None:
    assert Axis.over([Lane("肥西县", "#092D92", (YEAR, MONTH))]) == Axis(2019, 2021)


def test_a_year_is_a_bar_a_month_a_square_a_day_a_diamond_a_plan_hollow() -> None:
    figure = draw_timeline([Lane("旌德县", LIGHT.place(1), (YEAR, MONTH, DAY, PLAN))], LIGHT)
    assert len(Figure(figure).data) == 3  # plotly knows every part of it
    bar, plan, points = figure["data"]
    assert (bar["type"], bar["text"], plan["text"]) == ("bar", ["资金"], ["计划"])
    assert plan["marker"]["color"] == "rgba(0,0,0,0)"
    assert plan["marker"]["line"]["width"] > 0
    assert points["marker"]["symbol"] == ["square", "diamond"]


def test_a_late_label_stands_left_of_its_mark() -> None:
    lane = Lane("旌德县", LIGHT.place(1), (Moment("检查", 2014.2, 2014.3, "month"), DAY))
    (points,) = draw_timeline([lane], LIGHT)["data"]
    assert points["textposition"] == ["middle right", "middle left"]


def test_an_empty_lane_keeps_its_name_and_its_words() -> None:
    figure = draw_timeline([Lane("陵川县", DARK.place(5), (), "摘帽出列：日期没有写")], DARK)
    assert figure["data"] == []
    assert any(
        "陵川县" in note["text"] and "日期没有写" in note["text"] for note in figure["layout"]["annotations"]
    )


def test_the_ground_is_opaque_so_that_a_change_of_theme_stays_legible() -> None:
    layout = draw_timeline([Lane("肥西县", DARK.place(0), (YEAR,))], DARK)["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == DARK.page


def test_many_years_are_labelled_now_and_then() -> None:
    lane = Lane("肥西县", LIGHT.place(0), (Moment("机构", 1986, 1987, "year"), YEAR))
    labels = [note["text"] for note in draw_timeline([lane], LIGHT)["layout"]["annotations"]]
    assert labels[:2] == ["1986", "1990"]
