"""Whether a text without a place of its own speaks of the whole nation."""

import re

NAMES = ("全国", "中国", "我国")
# who speaks for the nation, or what is counted of it
_SIGNS = re.compile(
    "代表国务院|国务院扶贫(?:办|开发领导小组)|国家统计局|国务院新闻办|(?:我国|全国)(?:农村|现行标准下|的)*(?:贫困|建档立卡|累计|共|脱贫|减贫)"
)
# words by which a province, prefecture or county calls itself
_LOWER = re.compile(
    "(?<![安健齐])[全我本该](?:省|市|县|区|州|旗|盟)(?!场|域|级)|[省市县州旗盟]委(?!书记们)|自治区(?!\\)|、|和|[(])"
)


def speaks_of_nation(text: str) -> bool:
    """Whether a text speaks for the nation and never as a province or county.

    >>> speaks_of_nation("我代表国务院,向大会报告政府工作。贫困人口减少6800多万。")
    True
    >>> speaks_of_nation("国务院扶贫办宣布我县摘帽。"), speaks_of_nation("在全国两会上,他说脱贫1200户。")
    (False, False)
    """
    return _SIGNS.search(text) is not None and _LOWER.search(text) is None
