"""The place that a document is about, and what its 全县, 我市 and bare names of neighbours mean."""

from collections import Counter
from dataclasses import dataclass

from extract.lexicon.gazetteer import Gazetteer, Unit

# Short names that are ordinary words as well: never taken without their suffix.
ORDINARY_WORDS = (
    "大关 资源 合作 和平 南部 北部 东部 西部 中部 解放 东方 前进 港口 公安 友好 通道 共和 城中 "
    "城北 城东 城西 城关 城区 郊区 矿区 友谊 平安 中方 凤凰 安定 延长 光明 新兴 运河 四方 "
    "万年 东风 红旗 南岸 会同 大名 富裕 清水 前锋 复兴 长子 清新 宏伟 平定 芙蓉 温泉 向阳 "
    "振兴 三元 日照 大同 大方 互助 新华 威信 莲花 名山 白云 白银 三门 大观 方城 台前 双桥 "
    "文峰 高台 小河 二道 无为 民权 小店 同心 元宝 宝塔 平房 定远 灯塔 白玉 大兴 木兰 天涯 "
    "七星 海棠 博爱 同仁 回民 钟楼 方正 红星 安居 黑水 龙凤 鼓楼 大通 白杨 海盐 麒麟 新民 "
    "新野 下关 富民 清流 水城 紫金 老城 新城 新市 星子 爱民 玉龙 惠民 民和 民主 民丰 新星 "
    "和顺 左权 孝义 云霄 扶风 正定 玉门 白沙 天元 玉泉 天柱 方山 新会 红塔 延寿 铜鼓 阳春 "
    "仁寿 大厂 金牛 三台 紫云 白塔 万全 樟树 石鼓 海门 市北 市南 市中 九里 永定 五常 大足 "
    "四会 平乐 正安 安福 兴国 太平 团结 建设 文明 安全 海南 河南 海东 海北 中原 临海 中山 "
    "东山 西山 南山 北山 宝山 青山 长安 长江 黄河 江北 江南 河北 河东 河西 滨海 江口 金川 "
    "望城 清河 三江 胜利 永安 新建 高新 开发 大安 兴业 兴安 吉安 东乡 南丰 水富 安多 天全 "
    "监利"
)
ORDINARY = frozenset(ORDINARY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Home:
    """A document's own unit with those around it, as of one year.

    ``above`` runs from the parent up to the province.
    """

    unit: Unit
    above: tuple[Unit, ...]
    children: tuple[Unit, ...]
    siblings: tuple[Unit, ...]
    year: int | None
    bare: tuple[tuple[str, Unit], ...]  # short names that count without their suffix, and whose they are

    @property
    def province(self) -> Unit:
        """The province; the unit itself where it is one."""
        return self.above[-1] if self.above else self.unit

    def near(self, unit: Unit) -> int:
        """How close: 0 the place itself, 1 above or below, 2 beside, 3 same province, 4 elsewhere."""
        if unit.adcode == self.unit.adcode:
            return 0
        if unit.parent == self.unit.adcode or any(unit.adcode == other.adcode for other in self.above):
            return 1
        if unit.parent == self.unit.parent:
            return 2
        return 3 if unit.adcode[:2] == self.unit.adcode[:2] else 4


def home_of(name: str, gazetteer: Gazetteer, year: int | None = None) -> Home | None:
    """The home for a name or code of the list; None where it is unknown or several places share the name.

    >>> from extract.lexicon.gazetteer import load_gazetteer
    >>> home = home_of("扎鲁特旗", load_gazetteer(), 2020)
    >>> home.unit.adcode, [unit.name for unit in home.above]
    ('150526', ['通辽市', '内蒙古自治区'])
    """
    units = gazetteer.named(name, year) or gazetteer.named(name)
    if name in gazetteer.codes:
        unit = gazetteer.by_code(name, year)
        units = (unit,) if unit else ()
    same_rank = [unit for unit in units if unit.level == units[0].level]
    return settle(units[0], gazetteer, year) if len(same_rank) == 1 else None


def settle(unit: Unit, gazetteer: Gazetteer, year: int | None) -> Home:
    """The home of a unit of the list."""
    above = []
    parent = gazetteer.by_code(unit.parent, year)
    while parent:
        above.append(parent)
        parent = gazetteer.by_code(parent.parent, year)
    beside = gazetteer.children(unit.parent, year) if unit.parent else ()
    siblings = tuple(other for other in beside if other.adcode != unit.adcode)
    children = gazetteer.children(unit.adcode, year)
    return Home(unit, tuple(above), children, siblings, year, bare_names((unit, *above, *children)))


def bare_names(near: tuple[Unit, ...]) -> tuple[tuple[str, Unit], ...]:
    """The short names that one unit alone of these has and that are no ordinary words."""
    owners = Counter(unit.short for unit in near)
    return tuple(
        (unit.short, unit)
        for unit in near
        if owners[unit.short] == 1 and unit.short not in ORDINARY and unit.short != unit.name
    )
