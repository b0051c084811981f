"""The sentence of a finding, in both languages, and figures as each language writes them."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.interval import Interval
from extract.audit.told import Told
from extract.mention import Kind

_HEADS = {
    Check.SUM: ("Sum of the parts", "分项之和"),
    Check.SHARE: ("Share of the whole", "占比"),
    Check.DIFFERENCE: ("Difference", "差额"),
    Check.GROWTH: ("Growth", "增幅"),
    Check.AVERAGE: ("Average", "平均数"),
    Check.RATE: ("Poverty rate", "贫困发生率"),
    Check.SCALE: ("A slip of 万 or 亿", "万、亿疑有误"),
    Check.CHAIN: ("From year to year", "逐年推算"),
}
_TAILS = {
    Verdict.CONSISTENT: ("They agree.", "两者相符"),
    Verdict.LAST_DIGIT: ("The last digit was cut off, not rounded.", "末位直接截去，未四舍五入"),
    Verdict.CONTRADICTS: ("They do not agree.", "两者不符"),
    Verdict.UNEXPLAINED: ("The report does not explain the gap.", "文中未说明差额"),
}
_UP = ("The last digit was rounded up.", "末位多进了一")
_NOUNS = {"户": ("household", "households"), "人": ("person", "people"), "名": ("person", "people")}
_MILLION, _BILLION = Decimal(10**6), Decimal(10**9)
_WAN, _YI = Decimal(10**4), Decimal(10**8)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum worked out again: the reported figure, those it follows from, and how (``{0} ÷ {1}``)."""

    check: Check
    reported: Told
    given: tuple[Told, ...]
    formula: str
    calculated: Interval
    fine: Interval | None = None  # the same where figures without decimals are taken as whole


def word(done: Sum, verdict: Verdict) -> Finding:
    """The finding of a sum: reported, calculated, and the range that rounding allows."""
    told, low, high = done.reported, done.calculated.low, done.calculated.high
    middle = done.calculated.middle
    heads, tails = _HEADS[done.check], _TAILS[verdict]
    if verdict is Verdict.LAST_DIGIT and told.value > middle:
        tails = _UP
    en = (
        f"{heads[0]}: reported {english(told)}, calculated {_en_like(told, middle)} "
        f"({done.formula.format(*map(english, done.given))}{_range_en(told, done.calculated)}). {tails[0]}"
    )
    worked = done.formula.replace(" ", "").format(*map(chinese, done.given))
    zh = (
        f"{heads[1]}：文中为{chinese(told)}，核算为{_zh_like(told, middle)}"
        f"（{worked}{_range_zh(told, done.calculated)}），{tails[1]}。"
    )
    given = tuple(sorted(set(done.given) - {told}, key=lambda one: one.number.start))
    return Finding(done.check, verdict, (*given, told), en, zh, told.value, middle, low, high)


def english(told: Told) -> str:
    """A figure as English writes it: ``2,920 people``, ``24.6%``, ``369 million yuan``."""
    text = _en(told, told.value)
    return f"about {text}" if told.interval.loose else text


def chinese(told: Told) -> str:
    """A figure as it is printed; written out where it is printed as a formula."""
    return _zh_like(told, told.value) if "$" in told.printed else told.printed


def _range_en(told: Told, found: Interval) -> str:
    low, high = (_en_like(told, value, finer=True) for value in (found.low, found.high))
    return "" if low == high else f"; range {low} to {high}"


def _range_zh(told: Told, found: Interval) -> str:
    low, high = (_zh_like(told, value, finer=True) for value in (found.low, found.high))
    return "" if low == high else f"；可能范围{low}至{high}"


def _en_like(told: Told, value: Decimal, finer: bool = False) -> str:
    return _en(told, _rounded(told, value, finer))


def _zh_like(told: Told, value: Decimal, finer: bool = False) -> str:
    rounded = _rounded(told, value, finer)
    for scale, mark in ((_YI, "亿"), (_WAN, "万")):
        if mark in told.printed and abs(rounded) >= scale / 10:
            return f"{_plain(rounded / scale)}{mark}{told.number.unit}"
    return f"{_plain(rounded)}{told.number.unit}"


def _rounded(told: Told, value: Decimal, finer: bool) -> Decimal:
    step = told.interval.step or Decimal(1)
    if finer:
        step /= 10
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _en(told: Told, value: Decimal) -> str:
    if told.kind is Kind.MONEY:
        return _en_money(value)
    if told.kind is Kind.PERCENT:
        return f"{_plain(value)}%"
    if told.kind is Kind.POINT:
        return f"{_plain(value)} points"
    if told.kind is Kind.TIMES:
        return f"{_plain(value)} times"
    one, many = _NOUNS.get(told.number.unit, ("", ""))
    noun = one if value == 1 else many
    return f"{_grouped(value)} {noun}".strip()


def _en_money(value: Decimal) -> str:
    for scale, word in ((_BILLION, "billion"), (_MILLION, "million")):
        if abs(value) >= scale:
            return f"{_grouped(value / scale)} {word} yuan"
    return f"{_grouped(value)} yuan"


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _grouped(value: Decimal) -> str:
    whole, _, rest = _plain(value).partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")
