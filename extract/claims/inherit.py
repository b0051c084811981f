"""What a number counts that has no words of its own."""

import re
from collections.abc import Sequence

from extract.claims.benchmark import has_benchmark
from extract.claims.claim import Case, Claim
from extract.mention import Kind
from extract.reason import Reason

THIN = 1  # at most so many characters of other words where a number inherits its meaning
MORE = 0.2  # by so much words in sight must outweigh what the number before says
FADING = 0.9  # a chain says a little less at each link
DERIVED = (Reason.GROWTH, Reason.SHARE)  # said of the number before, so passed over
Heirs = Sequence[Claim]


def from_afar(case: Case, best: Claim, before: Heirs) -> Claim:
    """What the number before counts, or else what words in sight say; ``best`` is the claim of the latter."""
    heir = _chain(case, before)
    if heir and heir.metric and _is_part(case) and heir.metric.unit != "CNY":
        return Claim(case.number, rule=heir.rule, reason=Reason.SUBSET)
    if heir and heir.metric is None and heir.reason == Reason.SUBSET:
        return heir
    if best.metric is None or (heir and _outweighs(heir, best)):
        return heir or best
    return best if best.how == "weak" or _is_thin(case) else heir or Claim(case.number)


def _is_part(case: Case) -> bool:
    """Whether a number is a part without a place of its own: 电站46座,其中今年新并网9座; not 其中镇雄21万人."""
    named = any(case.sight.left <= place.start < case.group.start for place in case.scene.places)
    return "其中" in case.sight.before and not named


def _outweighs(heir: Claim, best: Claim) -> bool:
    return best.how == "weak" or heir.weight + MORE > best.weight


def _chain(case: Case, before: Heirs) -> Claim | None:
    """The claim of the number before, where nothing but glue stands between (其中中央130万元,省级13202.5万元)."""
    number = case.number
    same = (
        claim for claim in reversed(before)
        if claim.number.unit == number.unit or claim.number.kind is number.kind is Kind.MONEY
    )  # fmt: skip
    heir = next((claim for claim in same if claim.reason not in DERIVED), None)
    if heir is None or not (_is_thin(case) or _is_compared(case)):
        return None
    return Claim(number, heir.metric, heir.rule, heir.weight * FADING, "chain", heir.reason)


def _is_compared(case: Case) -> bool:
    """Whether the number before is compared with this one: 高于全省当年14.4%的水平."""
    return case.number.kind in (Kind.PERCENT, Kind.MONEY) and has_benchmark(case.scene, case.group)


# a number that inherits its meaning ends its phrase: no noun follows that it could count
_CLOSED = re.compile(
    r"[^\u4e00-\u9fff]|$|(?:于|均|全部|已|以上|左右|和|及|与|降|减|提高|增加|下降|上升|的[0-9]|的标准|整|居首|居|次之|排|位|多|左右|上下|增长|上周|都|拨|呢)"
)


def _is_thin(case: Case) -> bool:
    """Whether nothing beside the number says what it counts."""
    if not _CLOSED.match(case.scene.text, case.group.end):
        return False
    rest = case.rules.glue.sub("", _unnamed(case))
    return len(rest) <= THIN and rest not in case.rules.blocked


def _unnamed(case: Case) -> str:
    """The words before the group without the places and times among them."""
    scene, pieces, at = case.scene, [], case.sight.left
    spans = [(named.start, named.end) for named in scene.places] + [(p.start, p.end) for p in scene.periods]
    for start, end in sorted(spans):
        if start >= case.group.start:
            break
        if end > at:
            pieces.append(scene.text[at : max(start, at)])
            at = end
    return "".join((*pieces, scene.text[at : case.group.start]))
