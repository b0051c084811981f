from decimal import Decimal

import pytest

from compare.pick import Wish, pick_figure, previous_figure
from compare.record import Row
from tests.compare.figures import row

JINGDE, FEIXI, JINCHENG = "341825", "340123", "140500"


def value(rows: list[Row], wish: Wish) -> Decimal | None:
    pick = pick_figure(rows, wish)
    return None if pick is None else pick.row.value


def test_nothing_fits_gives_nothing() -> None:
    assert pick_figure([], Wish()) is None
    assert pick_figure([row(FEIXI, "funding.special", "5", period="2019")], Wish("2020")) is None


def test_a_result_before_a_plan_even_a_later_one() -> None:
    rows = [
        row(JINGDE, "lifted.households", "10", basis="plan", period="2021"),
        row(JINGDE, "lifted.households", "2510", basis="cumulative"),
    ]
    assert value(rows, Wish(basis="cumulative")) == 2510


def test_the_running_total_before_the_flow_of_a_later_year() -> None:
    rows = [
        row(JINCHENG, "lifted.persons", "58491", basis="cumulative", period="2018"),
        row(JINCHENG, "lifted.persons", "31658", basis="flow", period="2019"),
    ]
    assert value(rows, Wish(basis="cumulative")) == 58491
    assert value(rows, Wish(basis="flow", only=("flow",))) == 31658


def test_the_latest_year_and_the_year_asked_for() -> None:
    rows = [
        row(FEIXI, "funding.special", "269000000", period="2019"),
        row(FEIXI, "funding.special", "369000000", period="2020"),
        row(FEIXI, "funding.special", "999000000", period=""),
    ]
    assert value(rows, Wish(basis="flow")) == 369000000
    assert value(rows, Wish("2019", "flow")) == 269000000


def test_a_doubtful_whole_before_its_own_parts() -> None:
    """各级财政安排24429.87万元,其中中央130万元,省级13202.5万元,市县两级11097.37万元"""
    quote = "安排扶贫资金24429.87万元,其中中央130万元,省级13202.5万元,市县两级11097.37万元"
    whole = row(JINCHENG, "funding.special", "244298700", grade="doubtful", quote=quote)
    parts = [row(JINCHENG, "funding.special", v, quote=quote) for v in ("1300000", "132025000", "110973700")]
    assert value([whole, *parts], Wish()) == 244298700


def test_a_doubtful_figure_of_another_sentence_gives_way() -> None:
    rows = [
        row(JINCHENG, "funding.special", "900000000", grade="doubtful", quote="别处"),
        row(JINCHENG, "funding.special", "30930000", quote="市本级投入3093万元"),
    ]
    assert value(rows, Wish()) == 30930000


def test_the_exact_figure_before_its_rounding() -> None:
    """剩余的9999人 … 约1万贫困人口"""
    rows = [
        row(JINCHENG, "remaining.persons", "10000", basis="level"),
        row(JINCHENG, "remaining.persons", "9999", basis="level"),
        row(JINCHENG, "remaining.persons", "1972", basis="level"),
    ]
    assert value(rows, Wish()) == 9999


@pytest.mark.parametrize(("whole", "part"), [("10000", "4"), ("305", "13"), ("200", "182")])
def test_a_smaller_figure_that_is_no_more_exact_does_not_displace_the_whole(whole: str, part: str) -> None:
    rows = [row(JINGDE, "education.students_aided", v) for v in (part, whole)]
    pick = pick_figure(rows, Wish())
    assert pick is not None
    assert pick.row.value == Decimal(whole)
    assert [r.value for r in pick.others] == [Decimal(part)]


def test_within_a_year_the_later_date_and_a_year_alone_is_its_end() -> None:
    march = row(JINGDE, "remaining.persons", "500", basis="level", period="2020-03")
    october = row(JINGDE, "remaining.persons", "300", basis="level", period="2020-10")
    year = row(JINGDE, "remaining.persons", "0", basis="level", period="2020")
    assert value([march, october], Wish()) == 300
    assert value([march, october, year], Wish()) == 0


def test_of_one_figure_printed_twice_the_stated_and_exact() -> None:
    rows = [
        row(FEIXI, "villages.poor", "13", basis="level", grade="carried"),
        row(FEIXI, "villages.poor", "13", basis="level", qualifier="about"),
        row(FEIXI, "villages.poor", "13", basis="level", start="90", quote="今年肥西县13个贫困村"),
    ]
    pick = pick_figure(rows, Wish())
    assert pick is not None
    assert (pick.row.start, pick.others) == (90, ())


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [
        row(FEIXI, "funding.special", str(v), period=p) for v, p in ((5, "2020"), (7, "2020"), (9, "2019"))
    ]
    assert pick_figure(rows, Wish()) == pick_figure(rows[::-1], Wish())


def test_the_year_before_is_of_the_same_basis() -> None:
    rows = [
        row(FEIXI, "funding.special", "369000000", period="2020"),
        row(FEIXI, "funding.special", "269000000", period="2019"),
        row(FEIXI, "funding.special", "800000000", period="2019", basis="cumulative"),
    ]
    pick = pick_figure(rows, Wish(basis="flow"))
    assert pick is not None
    before = previous_figure(rows, pick)
    assert before is not None
    assert before.row.value == 269000000
    undated = pick_figure([row(FEIXI, "funding.special", "1", period="")], Wish())
    assert undated is not None
    assert previous_figure(rows, undated) is None
