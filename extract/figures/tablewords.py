"""What the labels of a table say of a cell: its time, its place, what it counts and in which unit."""

import re
from dataclasses import dataclass
from enum import StrEnum

from extract.claims.context import Context
from extract.lexicon.gazetteer import Unit
from extract.places.places import find_places
from extract.text.tablelines import Cell
from extract.text.tables import Table

_UNIT_WORD = (
    r"(?:[千百十]?[万亿]?(?:元|户|人|个|座|项|支|名|村|亩|平方公里|人次)|万|亿|%|％|平方公里|公里|个村)"
)
_IN_BRACKETS = re.compile(rf"\((?:单位:?)?(?P<unit>{_UNIT_WORD})\)")
_BEHIND_SLASH = re.compile(rf"[/,](?P<unit>{_UNIT_WORD})$")
_BRACKET = re.compile(r"\((?P<said>[^()]*)\)")
_KEPT = re.compile("计划|目标|预计|任务|实际|累计|拟")
_TIMED = re.compile(
    r"(?:19|20)[0-9]{2}(?:[-—–~至](?:19|20)[0-9]{2})?年?(?:底|末|[上下]半年|[一二三四1-4]季度)?"
)
_TOTALS = re.compile("(?:[全本][县市区旗州盟]|[县市区州])?(?:合计|总计|共计)|[全本][县市区旗州盟]")
_PART = re.compile("小计|其中|其他|其它|部分")
# rows of such heads are the work of one office or of one firm, not the county's
_ONES = re.compile(r"(?:单位|部门|企业|公司|学校|合作社|医院|园区)(?:名称)?$|项目名称|姓名|户主")
_UNIT_CELL = re.compile(rf"{_UNIT_WORD}|[\u4e00-\u9fff]{{1,2}}")
_LOCAL = re.compile(
    r"^(?:乡镇?|镇|村|乡\(镇\)|镇村|行政村|村名|乡镇[、(]?(?:街道|场|办)?\)?|苏木镇?|嘎查村?)(?:名称?)?$"
)
_REGION = re.compile(
    r"^(?:县|县区|区县|县市|市县|旗县|旗县区|县\(市、?区\)|县市区|市县区|地区|市州|市|州)(?:名称?)?$"
)
# heads of figures that say nothing of the place itself
_DERIVED = re.compile(
    "增幅|增长|增速|同比|环比|降幅|占比|比例|比重|进度|完成率|支出率|执行率|排名|位次|名次"
    "|均值|标准差|方差|[最极][大小]值|系数|样本|权重|得分"
)
_UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
_EMPTY_HEAD = re.compile(r"^(?:数值?|数量|数据|指标值|金额|合计|总计|总数|年度|年份|时间)$")
# what a label counts that names no unit, the surest first; money takes the table's
_COUNTS = tuple(
    (re.compile(words), unit)
    for words, unit in (
        ("人均[^,]{0,8}收入|收入[^,]{0,4}人均", "元"),
        ("率|百分比", "%"),
        ("户数?$", "户"),
        ("(?:人[数口]?|人口数|人员)$", "人"),
        ("村个?数?$", "个"),
        ("资金|金额|投资|投入|贷款|补助|经费|产值|收入|到位|支出|配套|拨付|安排|下达", ""),
        ("户", "户"),
        ("人数|人口|人员", "人"),
        ("村", "个"),
    )
)


class Whose(StrEnum):
    """Whose figure the labels say it is."""

    HOME = "home"
    NAMED = "named"
    BELOW = "below county"
    PART = "subset"
    UNKNOWN = "no place"


@dataclass(frozen=True, slots=True)
class Labels:
    """A cell's labels: ``time`` and ``words`` as they are said, ``unit`` as printed; ``unit`` of the list for a place."""

    time: str
    words: str
    unit: str | None
    whose: Whose
    named: Unit | None
    derived: bool


def read_labels(table: Table, row: tuple[Cell, ...], column: int, context: Context) -> Labels:
    """What a table says of the figure in a column of a row."""
    head = table.header[column].text
    cells = [(table.header[at].text, row[at].text) for at in range(table.labels)]
    printed = next((text for top, text in cells if _UNIT_HEAD.match(top) and _UNIT_CELL.fullmatch(text)), "")
    cells = [(top, text) for top, text in cells if not (printed and _UNIT_HEAD.match(top))]
    whose, named = _whose([*cells, ("", head)], context)
    said = [text for _, text in cells]
    texts = [text for text in (*said, head) if not _is_place(text, context)]
    words = "".join(_words(text) for text in texts)
    return Labels(
        time=_time(table, [*said, head]),
        words=words,
        unit=_unit(table.units, [*said, head], printed, words),
        whose=whose,
        named=named,
        derived=any(
            _DERIVED.search(text) and "发生率" not in _DERIVED.split(text)[-1] for text in (head, *said)
        ),
    )


def _whose(cells: list[tuple[str, str]], context: Context) -> tuple[Whose, Unit | None]:
    """The place that the labels name; the document's own where they name none."""
    for top, text in cells:
        if _TOTALS.fullmatch(_squeeze(text)):
            continue
        if _PART.search(text):
            return Whose.PART, None
        unit = _place(text, context)
        if unit:
            return Whose.NAMED, unit
        if _LOCAL.match(top) or _is_below(text, context):
            return Whose.BELOW, None
        if _REGION.match(top):
            return Whose.UNKNOWN, None
        if _ONES.search(top):
            return Whose.PART, None
    return Whose.HOME, None


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", _BRACKET.sub("", text))


def _is_place(text: str, context: Context) -> bool:
    return bool(_TOTALS.fullmatch(_squeeze(text))) or _place(text, context) is not None


def _place(text: str, context: Context) -> Unit | None:
    """The unit of the list that a label names, in full or, around the home, by its short name."""
    name, home = _squeeze(text), context.home
    if home:
        for unit in (home.unit, *home.children, *home.siblings, *home.above):
            if name in (unit.name, unit.short):
                return unit
    found = [
        place for place in find_places(name, context.gazetteer, home) if place.end - place.start == len(name)
    ]
    if not found or not found[0].adcode:
        return None
    return context.gazetteer.by_code(found[0].adcode, home.year if home else None)


def _is_below(text: str, context: Context) -> bool:
    """Whether a label is the name of a township or a village and nothing else."""
    name = _squeeze(text)
    return any(
        place.level in ("township", "village") and place.start == 0 and place.end == len(name)
        for place in find_places(name, context.gazetteer, context.home)
    )


def _words(label: str) -> str:
    """A label without its unit, its time and its brackets: 退出贫困村 of 2018年退出贫困村(个)."""
    bare = _BEHIND_SLASH.sub("", _IN_BRACKETS.sub("", label))
    kept = "".join(match["said"] for match in _BRACKET.finditer(bare) if _KEPT.search(match["said"]))
    bare = _BRACKET.sub("", bare)
    if _TIMED.match(bare):
        bare = bare[_TIMED.match(bare).end() :]  # type: ignore[union-attr]
    bare = "" if _EMPTY_HEAD.match(bare) else bare
    return re.sub(r"^[0-9]{1,2}[.、]|^[一二三四五六七八九十]{1,2}、|\s", "", kept + bare)


def _time(table: Table, texts: list[str]) -> str:
    """The time that a label says, else the table's title."""
    for text in (*texts, table.title):
        said = _TIMED.search(text)
        if said:
            return _spoken(said.group())
    if any(_squeeze(text) in ("合计", "总计", "累计") for text in texts[-1:]):
        return _span(table)
    return ""


def _span(table: Table) -> str:
    """The years of a table's columns, for the sum of them all."""
    years = sorted(match.group()[:4] for cell in table.header if (match := _TIMED.match(cell.text)))
    return f"{years[0]}年至{years[-1]}年累计" if len(years) > 1 else ""


def _spoken(year: str) -> str:
    """2016年, 2014—2015年: a year as a sentence says it."""
    said = re.sub(r"^((?:19|20)[0-9]{2})年?([-—–~至](?:19|20)[0-9]{2})年?", r"\1\2", year)
    return (
        said
        if "年" in said and "半年" not in said
        else re.sub(r"([0-9]{4})(?![0-9—–~至-])", r"\1年", said, count=1)
    )


def _unit(units: str, labels: list[str], printed: str, words: str) -> str | None:
    """The unit that a label has in brackets, or its own column, or the table for all; else what its words count.

    None for money of an untold unit, and where nothing tells what is counted.
    """
    own = [_IN_BRACKETS.search(label) or _BEHIND_SLASH.search(label) for label in reversed(labels)]
    said = next((match["unit"] for match in own if match), "")
    return said or printed or _counted(units, words)


def _counted(units: str, words: str) -> str | None:
    """What a label's words count: 户 of 脱贫户数; money in the one unit of money that the table names for all."""
    listed = [unit for unit in re.split("[、,/和]", units) if unit]
    moneys = [unit for unit in listed if unit.endswith("元")]
    for pattern, unit in _COUNTS:
        if pattern.search(words):
            return unit or (moneys[0] if len(moneys) == 1 else None)
    return listed[0] if len(listed) == 1 else None
