"""Units named in a text: full names, bare names near home, lists, townships; and whose report it is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon.gazetteer import Gazetteer, load_gazetteer
from extract.mention import Place
from extract.places.home import Home, home_of
from extract.places.infer import infer_home
from extract.places.places import find_places

LISTED = ("nation", "province", "prefecture", "county")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def at_home(gazetteer: Gazetteer, name: str) -> Home:
    home = home_of(name, gazetteer, 2020)
    assert home is not None
    return home


def listed(places: tuple[Place, ...]) -> list[str]:
    return [place.name for place in places if place.level in LISTED]


def printed(places: tuple[Place, ...]) -> list[str]:
    return [place.name for place in places if place.level not in LISTED]


@pytest.mark.parametrize(
    ("home", "text", "names"),
    [
        ("肥西县", "肥西县与阜南县结对帮扶,全县脱贫7247户", ["肥西县", "阜南县", "肥西县"]),
        ("肥西县", "合肥市、安徽省和全国", ["合肥市", "安徽省", "全国"]),
        ("肥西县", "全省第4位,全市第2位,我国脱贫", ["安徽省", "合肥市", "全国"]),
        ("肥西县", "加快肥西发展,邀请合肥企业参加", ["肥西县", "合肥市"]),
        ("肥西县", "安全县域建设,县域经济,健全市场", []),
        ("旌德县", "地处皖南山区,阜南县也来学习", ["阜南县"]),
        ("旌德县", "白地镇江村扶贫项目", []),
        ("晋城市", "陵川、沁水两县贫困人口分别为1972人和1322人", ["陵川县", "沁水县"]),
        ("晋城市", "随着陵川、沁水两个县的脱贫摘帽", ["陵川县", "沁水县"]),
        ("晋城市", "泽州县2920人,阳城县2025人,高平市1760人", ["泽州县", "阳城县", "高平市"]),
        ("晋城市", "全市200个贫困村,我市脱贫,全县上下", ["晋城市", "晋城市"]),
        ("扎鲁特旗", "全旗8638户,扎鲁特大地", ["扎鲁特旗", "扎鲁特旗"]),
        ("扎鲁特旗", "全市范围,全区前列", ["通辽市", "内蒙古自治区"]),
        ("扎鲁特旗", "自治区党委、自治区级贫困旗", ["内蒙古自治区", "内蒙古自治区"]),
        ("高平市", "全市脱贫2000户", ["高平市"]),
        ("民丰县", "和田地区脱贫,全区帮扶826个贫困村", ["和田地区", "新疆维吾尔自治区"]),
        ("凉州区", "全区脱贫,全市脱贫", ["凉州区", "武威市"]),
        ("威宁彝族回族苗族自治县", "威宁县脱贫,威宁苹果,威宁自治县", ["威宁彝族回族苗族自治县"] * 3),
        ("吉首市", "湘西州脱贫,全州、全市", ["湘西土家族苗族自治州", "湘西土家族苗族自治州", "吉首市"]),
        ("中阳县", "辐射带动柳林、石楼、交城等周边县市", ["柳林县", "石楼县", "交城县"]),
        ("岚县", "吕梁市岚县是国家重点县,在岚县调研", ["吕梁市", "岚县", "岚县"]),
        ("武威市", "古浪、天祝两县摘帽,古浪脱贫", ["古浪县", "天祝藏族自治县", "古浪县"]),
        ("武威市", "城镇新增城市就业1.2万人", []),
        ("延安市", "宝塔区和延川县、延长县、宜川三县", ["宝塔区", "延川县", "延长县", "宜川县"]),
        ("民丰县", "民丰物阜,和平安定,富民兴县", []),
        ("和县", "市和县两级财政投入,建成县级公路", []),
        ("兴和县", "北京市朝阳区对口帮扶", ["北京市", "朝阳区"]),
        ("海伦市", "沿海城市对口支援", []),
        ("五台县", "五台山景区,五台摘帽", ["五台县"]),
        ("遂川县", "革命老区、矿区、牧区、西部地区、东部县市", []),
        ("新县", "新县脱贫,创新县域经济", ["新县"]),
        ("富民县", "富民县投入,富民强县", ["富民县"]),
        ("长顺县", "邻县、该县、兄弟县、贫困县、县级市、自治州", []),
        ("肥西县", "六安市金安、裕安两区,霍邱、金寨3县", ["六安市", "金安区", "裕安区", "霍邱县", "金寨县"]),
    ],
)
def test_units_are_found_where_the_text_means_them(
    gazetteer: Gazetteer, home: str, text: str, names: list[str]
) -> None:
    assert listed(find_places(text, gazetteer, at_home(gazetteer, home))) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("白地镇江村村扶贫项目台账", ["白地镇", "江村"]),
        ("如路西村以茶园为核心", ["路西村"]),
        ("记者走进双泉镇何家沟村", ["双泉镇", "何家沟村"]),
        ("陵川县沙上头集中安置点可接纳700余户", ["沙上头集中安置点"]),
        ("义和碑村食用菌厂", ["义和碑村"]),
        ("迤那镇中海村脱贫", ["迤那镇", "中海村"]),
        ("巴彦塔拉苏木哈日巴拉嘎查", ["巴彦塔拉苏木", "哈日巴拉嘎查"]),
        ("2018年新生村实现脱贫", ["新生村"]),
        ("13个贫困村已全部出列,剩余深度贫困村2个", []),
        ("58个贫困嘎查村分场,全村、各村、每村、行政村", []),
        ("辖10镇68个村(居)、40个乡镇、451个村", []),
        ("乡村振兴,城镇居民,乡镇干部,镇村两级,县乡村三级", []),
        ("建档立卡村,省定贫困村,非贫困村,已脱贫村,特色小镇,少数民族乡", []),
        ("驻村工作队下村入户,提高村干部待遇,发展村集体经济", []),
        ("农村社区建设,安置社区,集中安置点12个", []),
    ],
)
def test_townships_and_villages_are_told_by_their_form(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    assert printed(find_places(text, gazetteer, None)) == names


def test_a_mention_carries_the_code_of_the_time(gazetteer: Gazetteer) -> None:
    early = home_of("纳雍县", gazetteer, 2005)
    late = home_of("纳雍县", gazetteer, 2020)
    assert [p.adcode for p in find_places("纳雍县", gazetteer, early)] == ["522426"]
    assert [p.adcode for p in find_places("纳雍县", gazetteer, late)] == ["520525"]


def test_a_name_of_several_places_is_settled_by_what_is_near(gazetteer: Gazetteer) -> None:
    assert [p.adcode for p in find_places("鼓楼区", gazetteer, None)] == [""]
    assert [p.adcode for p in find_places("福州市鼓楼区", gazetteer, None)] == ["350100", "350102"]
    assert [p.adcode for p in find_places("鼓楼区", gazetteer, at_home(gazetteer, "徐州市"))] == ["320302"]


def test_without_a_home_the_words_for_it_mean_nothing(gazetteer: Gazetteer) -> None:
    assert find_places("全县我市本旗,肥西、长丰", gazetteer, None) == ()


def test_a_home_has_one_name_or_code(gazetteer: Gazetteer) -> None:
    by_code = home_of("350102", gazetteer, 2020)
    assert by_code is not None
    assert by_code.unit.name == "鼓楼区"
    assert home_of("鼓楼区", gazetteer, 2020) is None
    assert home_of("没有县", gazetteer, 2020) is None
    assert home_of("", gazetteer, 2020) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中共石台县委党校\n石台县脱贫攻坚的经验。石台县共有贫困村27个。", "石台县"),
        ("石台地处皖南,辖8个乡镇。今年来,全县上下努力。石台县委书记讲话。石台经验。", "石台县"),
        ("课题组 全市脱贫攻坚取得胜利。我市陵川、沁水两县摘帽。我市泽州县、阳城县剩余贫困人口。", "晋城市"),
        ("通辽市奈曼旗脱贫攻坚\n奈曼旗投入资金。全旗脱贫。奈曼旗、奈曼。", "奈曼旗"),
        ("政府工作报告\n武威市市长 某某\n全市脱贫,古浪县、天祝县、民勤县摘帽。", "武威市"),
        ("湖南省安化县扶贫审计报告。我县今年投入资金。", "安化县"),
    ],
)
def test_a_report_tells_whose_it_is(gazetteer: Gazetteer, text: str, name: str) -> None:
    home = infer_home(text, gazetteer, 2019)
    assert home is not None
    assert home.unit.name == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "我县脱贫攻坚取得胜利,全县脱贫7247户。",
        "全国脱贫攻坚取得胜利,河北省、山西省、甘肃省各有特色。",
        "肥西县与阜南县、金寨县、霍邱县、临泉县分别结对。",
        "我市脱贫攻坚:肥西县投入1亿元。",
        "鼓楼区投入资金,鼓楼区脱贫,鼓楼区鼓楼区。",
    ],
)
def test_weak_evidence_names_nobody(gazetteer: Gazetteer, text: str) -> None:
    assert infer_home(text, gazetteer, 2019) is None


UNITS = ["全县", "肥西县", "肥西", "合肥市", "阜南", "白地镇", "江村", "自治区", "全国"]
BETWEEN = ["、", "两县", "贫困村", "在", "12个", "安置点", ",", "和", "x"]
WORDS = st.lists(st.sampled_from([*UNITS, *BETWEEN]), max_size=30).map("".join)


@given(st.one_of(WORDS, st.text(max_size=60)))
def test_mentions_lie_in_order_and_apart(text: str) -> None:
    places = find_places(text, LIST, HOME)
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    below = [place for place in places if place.level not in LISTED]
    assert all(place.name == text[place.start : place.end] for place in below)
    assert all(place.adcode or place.level != "county" for place in places)


LIST = load_gazetteer()
HOME = home_of("肥西县", LIST, 2020)
