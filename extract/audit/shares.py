"""Shares against the counts that they are shares of: 2920人,占24.6%."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from extract.audit.finding import Check, Finding
from extract.audit.interval import percent_of
from extract.audit.settle import Candidate, settle
from extract.audit.told import Account, Line, Told
from extract.audit.wording import Sum
from extract.mention import Kind

_SHARE = re.compile(
    r"""
    (?: (?<!独) 占 (?: 到 | 了 )? (?P<whole>[^,;。:占]{1,16}? 的)? (?: 比例? | 比重)? | 所?占?比重 | 占比)
    (?: 为 | 是 | 达到? | 约 )?$
    """,
    re.VERBOSE,
)
_RATE = re.compile(r"(?P<stem>[一-鿿]{2})(?:率|进度)(?:为|达到?|约|已达)?$")
_AMONG = re.compile(r"(?P<of>[一-鿿]{2,6})中,?有$")
_COMMON = frozenset(
    ("人口", "农户", "资金", "面积", "投资", "劳动力", "农村人口")
)  # of whom, the text does not say
_IN_ROW = re.compile("(?:依次|分别|各)[^,;。0-9]{0,4}$")
_JOINTS = frozenset(("、", "和", ",", "及", "以及", "与"))
_NEAR_RATE = Decimal("1.25")  # 入户率 beside 入户800户 may be of more than was told
_NO_RATE = frozenset(("发生", "漏评", "错退", "误差", "增长", "收益", "利息", "资产", "覆盖", "故障"))
_FILLER = re.compile(
    r"^(?:全[县市旗区州]|该[县市旗区州]?|当年|同期|总)|(?:总[额数量户人]数?|户数|人数|数)?的$"
)
# 9999人贫困人口中, but not 集中, 中央, 中心, 中药
_OUT_OF = re.compile(r"^[^,;。]{0,14}(?<![集初高途])中(?![央心药学小国共型医部西级东介])")


def find_shares(account: Account) -> Iterator[Finding]:
    """A finding for each share whose part and whole the text names."""
    for line in account.lines:
        for at, told in enumerate(line):
            if told.kind is Kind.PERCENT and at and "%" in told.printed:
                yield from settle(_candidates(account, line, at))
                for candidate in _in_row(line, at):
                    yield from settle((candidate,))


def _candidates(account: Account, line: Line, at: int) -> Iterator[Candidate]:
    told = line[at]
    if told.left == "的":
        yield from _of_named(line, at)
    elif _IN_ROW.search(told.left):
        return
    elif share := _SHARE.search(told.left):
        yield from _of_parts(account, line, at, share["whole"] or "")
    elif (rate := _RATE.search(told.left)) and rate["stem"] not in _NO_RATE:
        yield from _of_rate(account, line, at, rate["stem"])


def _of_named(line: Line, at: int) -> Iterator[Candidate]:
    """The whole stands before 的: 34户,占237户的14.3%."""
    whole = line[at - 1]
    if re.search(r"占[^,;。]{0,8}$", whole.left):
        part = next((one for one in reversed(line[: at - 1]) if one.unit == whole.unit), None)
        if part:
            yield from _share(line[at], part, whole, sure=True)


def _of_parts(account: Account, line: Line, at: int, name: str) -> Iterator[Candidate]:
    told = line[at]
    for part in _breath(line, at):
        for whole in _named(account, part, _name(part, name)):
            yield from _share(told, part, whole, sure=True)
        above = [one for one in line[:at] if _can_be_whole(one, part, line)]
        for whole in reversed(above):
            yield from _share(told, part, whole, sure=not name and _contains(line, whole, part))
        for whole in _goes_on(account, line, part) if not name else ():
            yield from _share(told, part, whole, sure=True)
        for whole in _same_thing(account, part):
            yield from _share(told, part, whole, sure=False)


def _name(part: Told, name: str) -> str:
    """What the whole is called: behind 占, or before 中有 (入住户中有1207户旧房未拆)."""
    among = _AMONG.search(part.lead)
    return _FILLER.sub("", name) if name or not among else among["of"].removesuffix("户")


def _in_row(line: Line, at: int) -> Iterator[Candidate]:
    """Parts in a row, then their shares in a row: 因病120户、因残50户,占比依次为60%、25%."""
    if not _IN_ROW.search(line[at].left):
        return
    shares = (line[at], *takewhile(lambda one: one.left in _JOINTS, line[at + 1 :]))
    parts = line[max(at - len(shares), 0) : at]
    above = [one for one in line[: at - len(shares)] if one.unit == parts[0].unit]
    if len(parts) < len(shares) or len({one.unit for one in parts}) > 1 or not above:
        return
    for told, part in zip(shares, parts, strict=True):
        yield from _share(told, part, above[-1], sure=above[-1].value > part.value)


def _breath(line: Line, at: int) -> Iterator[Told]:
    """The figures told in one breath before a share: 31户97人, 占..."""
    for before in reversed(line[:at]):
        if before.kind in (Kind.COUNT, Kind.MONEY):
            yield before
        if before.left:
            return


def _can_be_whole(one: Told, part: Told, line: Line) -> bool:
    """Whether it is larger, before the part, and no part with a share of its own."""
    before = one.number.start < part.number.start and one.unit == part.unit and one.value >= part.value
    own = next((other for other in line if other.number.start > one.number.start), None)
    return before and not (own and own.kind is Kind.PERCENT and _SHARE.search(own.left))


def _contains(line: Line, whole: Told, part: Told) -> bool:
    """Whether the words say that the part is one of the whole: 9999人中,...; 200个贫困村累计退出182个."""
    between = line[line.index(whole) + 1 : line.index(part) + 1]
    if _OUT_OF.search(whole.right) or "其中" in between[0].left:
        apart = any(re.search("[;另]", other.left) for other in between)
        return not apart and all(other.value < whole.value for other in between if other.unit == part.unit)
    same = between[0] is part and not re.search("[,;:、和]", part.left)
    return same and bool(re.search("已|累计|退出|脱贫|出列|摘帽|完成|其中|有", part.left))


def _named(account: Account, part: Told, key: str) -> Iterable[Told]:
    """The figures of this name told before the part, if all are one value: 走访506户 for 走访户数."""
    if len(key) < 2 or key in _COMMON:
        return ()
    earlier = [one for one in account.before(part, len(account.lines)) if one.unit == part.unit]
    found = [one for one in earlier if key in one.left[-14:] or key in one.right[:8]]
    return found[-1:] if len({one.value for one in found}) == 1 and found[-1].value >= part.value else ()


def _goes_on(account: Account, line: Line, part: Told) -> Iterator[Told]:
    """The first figure of the sentence before, where this one goes on with 其中 or 同期 and the part is its first."""
    first = line[0]
    if first is part and first.line and re.match("其中|同期", first.lead):
        whole = next((one for one in account.lines[first.line - 1] if one.unit == part.unit), None)
        if whole and whole.value > part.value:
            yield whole


def _same_thing(account: Account, part: Told) -> Iterator[Told]:
    """The wholes of the same metric family anywhere, and larger figures of the sentence before."""
    for one in account.before(part, 1):
        if one.line < part.line and one.unit == part.unit and one.value > part.value:
            yield one
    wholes = {"lifted": "poor", "remaining": "poor", "villages": "villages"}
    family, _, kind = part.metric.partition(".")
    wanted = "villages.poor" if family == "villages" else f"{wholes.get(family, '')}.{kind}"
    yield from (one for one in account.rows if one.metric == wanted and one.value > part.value)


def _of_rate(account: Account, line: Line, at: int, stem: str) -> Iterator[Candidate]:
    """What 支出率 is a share of: 到位4.92亿元、支出4.01亿元,支出率81.5%."""
    part = line[at - 1]
    if part.kind not in (Kind.COUNT, Kind.MONEY):
        return
    told = line[at]
    above = [one for one in account.before(part, 1) if one.unit == part.unit and one.value >= part.value]
    here = all(one.line == part.line and not _has_rate(line, one) for one in above)
    sure = stem in part.left and bool(above) and here
    for whole in reversed(above):
        yield from (replace(one, near=_NEAR_RATE) for one in _share(told, part, whole, sure=sure))


def _has_rate(line: Line, one: Told) -> bool:
    """Whether a figure is itself a part of something: 开工1860户,开工率98%."""
    behind = line[line.index(one) + 1 :]
    return bool(behind) and behind[0].kind is Kind.PERCENT


def _share(told: Told, part: Told, whole: Told, sure: bool) -> Iterator[Candidate]:
    share = percent_of(part.interval, whole.interval) if _holds(whole, part) else None
    if share:
        yield Candidate(Sum(Check.SHARE, told, (part, whole), "{0} ÷ {1}", share), sure)


def _holds(whole: Told, part: Told) -> bool:
    """Whether the place of a whole is that of its part, or holds it: no share of one county in another's figure."""
    if not whole.figure or not part.figure or not whole.figure.adcode:
        return True
    return part.figure.adcode.startswith(whole.figure.adcode.rstrip("0"))
