"""The official list: look-up by code, name and what people type; broken files say what to do."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from extract.errors import LexiconError
from extract.lexicon.gazetteer import COLUMNS, PLACES, Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("威宁", "威宁彝族回族苗族自治县"),
        ("威宁县", "威宁彝族回族苗族自治县"),
        ("湘西州", "湘西土家族苗族自治州"),
        ("湘西", "湘西土家族苗族自治州"),
        ("内蒙古", "内蒙古自治区"),
        ("扎鲁特", "扎鲁特旗"),
        ("鄂温克", "鄂温克族自治旗"),
        ("积石山", "积石山保安族东乡族撒拉族自治县"),
        ("双江", "双江拉祜族佤族布朗族傣族自治县"),
        ("隆林", "隆林各族自治县"),
        ("南县", "南县"),
    ],
)
def test_a_short_name_leads_to_the_full_one(gazetteer: Gazetteer, short: str, full: str) -> None:
    assert next(unit.name for unit in gazetteer.named(short)) == full


def test_a_code_is_that_of_the_year(gazetteer: Gazetteer) -> None:
    assert [unit.adcode for unit in gazetteer.named("纳雍县", 2005)] == ["522426"]
    assert [unit.adcode for unit in gazetteer.named("纳雍县", 2020)] == ["520525"]
    assert gazetteer.named("纳雍县", 1980) == ()


def test_a_name_shared_by_several_places_gives_them_all(gazetteer: Gazetteer) -> None:
    assert {unit.adcode[:2] for unit in gazetteer.named("鼓楼区", 2020)} == {"32", "35", "41"}


def test_units_hang_together(gazetteer: Gazetteer) -> None:
    parent = gazetteer.parent("340123", 2020)
    assert parent is not None
    assert (parent.name, gazetteer.level(parent.adcode)) == ("合肥市", "prefecture")
    assert "肥西县" in [unit.name for unit in gazetteer.children("340100", 2020)]
    municipality = gazetteer.parent("500235", 2020)
    assert municipality is not None
    assert municipality.name == "重庆市"
    assert gazetteer.parent("110000") is None
    assert gazetteer.by_code("999999") is None
    assert gazetteer.level("999999") == gazetteer.english("999999") == ""


def test_every_unit_of_every_year_has_a_parent_of_that_year(gazetteer: Gazetteer) -> None:
    for unit in gazetteer.units:
        if unit.level != "province":
            parents = gazetteer.codes.get(unit.parent, ())
            assert any(parent.first <= unit.last and unit.first <= parent.last for parent in parents), unit


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("肥西", "肥西县"),
        ("肥西县", "肥西县"),
        ("feixi", "肥西县"),
        ("Fei Xi", "肥西县"),
        ("fxx", "肥西县"),
        ("340123", "肥西县"),
        ("lu'an", "六安市"),
        ("luan", "六安市"),
        ("yuxian", "蔚县"),
        ("xunxian", "浚县"),
        ("bozhou", "亳州市"),
        ("biyang", "泌阳县"),
        ("yuli", "尉犁县"),
        ("changling", "长岭县"),
        ("sandu", "三都水族自治县"),
        ("luohe", "漯河市"),
        ("minhang", "闵行区"),
        ("hongtong", "洪洞县"),
        ("chongqing", "重庆市"),
        ("Chóngqìng", "重庆市"),
        ("hotan", "和田地区"),
        ("hetian", "和田地区"),
        ("jarud", "扎鲁特旗"),
        ("zhalute", "扎鲁特旗"),
        ("weining", "威宁彝族回族苗族自治县"),
        ("zltq", "扎鲁特旗"),
    ],
)
def test_a_place_is_found_by_what_people_type(gazetteer: Gazetteer, query: str, name: str) -> None:
    assert name in [unit.name for unit in gazetteer.search(query)][:6]


def test_a_search_names_a_place_once_and_today_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.search("zhalute")
    assert [(unit.adcode, unit.name) for unit in found] == [("150526", "扎鲁特旗")]


@pytest.mark.parametrize("query", ["", "   ", "没有这个地方", "'", "(", "\\", "*"])
def test_a_search_for_nothing_finds_nothing(gazetteer: Gazetteer, query: str) -> None:
    assert gazetteer.search(query) == ()


@pytest.mark.parametrize(
    ("adcode", "english"),
    [
        ("340123", "Feixi"),
        ("341500", "Lu'an"),
        ("150526", "Jarud"),
        ("152500", "Xilingol"),
        ("653200", "Hotan"),
        ("513300", "Garzê"),
        ("513400", "Liangshan"),
        ("150000", "Inner Mongolia"),
        ("610000", "Shaanxi"),
        ("140000", "Shanxi"),
        ("141127", "Lanxian"),
        ("520526", "Weining"),
    ],
)
def test_a_place_has_an_english_name(gazetteer: Gazetteer, adcode: str, english: str) -> None:
    assert gazetteer.english(adcode) == english


def test_no_two_places_of_a_year_share_a_code(gazetteer: Gazetteer) -> None:
    for units in gazetteer.codes.values():
        spans = sorted((unit.first, unit.last) for unit in units)
        assert all(before[1] < after[0] for before, after in pairwise(spans)), units


def test_the_list_loads_at_once() -> None:
    start = time.process_time()
    load_gazetteer()
    assert time.process_time() - start < 0.5  # 0.04 s on an idle machine


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "adcode,name\n340123,肥西县\n",
        ",".join(COLUMNS) + "\n340123,肥西县\n",
        ",".join(COLUMNS) + "\n340123,肥西县,肥西,county,340100,早,晚,fei xi xian,\n",
    ],
)
def test_a_broken_list_says_what_and_where(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(LexiconError, match="build it again") as caught:
        load_gazetteer(path)
    assert str(path) in str(caught.value)


def test_a_missing_list_says_so(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.csv"):
        load_gazetteer(tmp_path / "nowhere.csv")


def test_the_list_in_the_tree_is_sorted_and_small() -> None:
    rows = PLACES.read_text(encoding="utf-8").splitlines()[1:]
    keys = [(row.split(",")[0], row.split(",")[5]) for row in rows]
    assert keys == sorted(keys)
    assert PLACES.stat().st_size < 500_000
