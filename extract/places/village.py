"""Names of townships and villages, told by their form: 白地镇, 路西村; not 贫困村, 全村.

They are not in the list that this program carries. What is before the suffix is a name unless it ends
in a word that makes a common noun of it, or nothing is left of it behind the last verb.
"""

import re

LONGEST = 7
RUN = re.compile("[\u4e00-\u9fff]{1,9}\\Z")
# The last of these before a suffix ends; the name begins behind it: 走进|双泉镇, 打造|路西村, 解决|村.
LEAD = re.compile(
    """
    .{0,9} (?: [在到赴由与对向从把将被给让使的了于至往及如像县市区旗镇乡] | 苏木 | 街道
      | 走进 | 来自 | 家住 | 引进 | 介绍 | 帮助 | 支持 | 组织 | 推动 | 推进 | 选择 | 选取 | 解决
      | 提高 | 实施 | 加强 | 开展 | 促进 | 带动 | 治理 | 下沉 | 深入 | 全面 | 制定 | 制发 | 建设
      | 建立 | 健全 | 完成 | 安排 | 投入 | 覆盖 | 涉及 | 选派 | 派驻 | 整合 | 实行 | 落实 | 确保
      | 保障 | 引导 | 培训 | 惠及 | 改善 | 新建 | 改造 | 修建 | 打造 | 创建 | 成立 | 建成 | 达到
      | 共有 | 现有 | 以及 | 其中 | 创成 | 联系 | 包保 | 走访 | 调研 | 督导 | 视察 | 慰问 | 记者
      | 村民 | 基层 | 或者 | 经过 | 通过 | 依托 | 位于 | 作为 | 形成 | 实现 | 巩固 | 壮大 | 发展
      | 带领 | 鼓励 | 动员 | 充实 | 调整 | 明确 | 制订 | 出台
      | 化解 | 消除 | 加入 | 绕回 | 回到 | 累计 | 新增 | 争取
    )
    """,
    re.VERBOSE,
)
# Last words of common nouns: 贫困村, 行政村, 特色小镇, 少数民族乡, 建档立卡村.
TAILS_WORDS = (
    "贫困 深贫 行政 自然 重点 示范 试点 中心 出列 退出 脱贫 摘帽 移民 文明 专业 旅游 特色 "
    "边境 民族 嘎查 空心 城中 美丽 帮扶 包联 联系 后进 薄弱 涣散 牧业 农业 所在 建制 一般 "
    "相关 有关 部分 其他 其它 所有 任务 搬迁 富裕 小康 产业 休闲 生态 幸福 整治 集中 安置 "
    "数字 智慧 面上 困难 卫生 先进 民俗 传统 空壳 淘宝 电商 光伏 偏远 边远 软弱 党员 工业 "
    "经济 扶贫 两委 干部 群众 未脱 已脱 达标 调查 督导 项目 受灾 目标 建档立卡 工作队"
)
TAILS = frozenset(TAILS_WORDS.split())
LAST = frozenset(
    "全各每本该我两多邻外整逐某名新老旧驻进入下出到包联帮挂住离农乡村镇县市省国家返回故异集强富穷个百千万几数余些这同哪大小其们穿"
    "点非级类型批定困民户卡支古或和等有是为二三四五六七八九十一"
)
# Behind a suffix these make another word: 村级, 村干部, 乡村, 镇村, 乡镇, 街道办.
BEHIND = {
    "村": frozenset("级医干民办容务规落庄域两委支集里内外镇"),
    "乡": frozenset("镇村土亲贤情风级下里愁居"),
    "镇": frozenset("村级区化域乡居就职登失常低棚"),
}


def find_stem(text: str, start: int, end: int, floor: int) -> int:
    """Where the name before a suffix at ``start`` begins; ``start`` itself where no name stands there.

    ``floor`` is the end of the unit found before: a name does not reach into it.

    >>> find_stem("如路西村以茶园为核心", 3, 4, 0), find_stem("13个贫困村", 5, 6, 0)
    (1, 5)
    >>> find_stem("白地镇江村", 4, 5, 3)
    3
    """
    if start == 0 or text[start - 1] in LAST or text[end : end + 1] in BEHIND.get(text[start:end], ()):
        return start
    run = RUN.search(text, max(floor, start - LONGEST - 2), start)
    if not run or text[start - 2 : start] in TAILS or text[start - 1 : end] == "城乡":
        return start
    first = run.start() + (text[run.start()] in "年月日" and text[run.start() - 1 : run.start()].isdigit())
    lead = LEAD.match(text, first, start)
    begin = lead.end() if lead else first
    shortest = 1 if begin == floor > 0 else 2
    return begin if shortest <= start - begin <= LONGEST else start


# 石潭镇东联村扶贫工作自评报告, 敖寨侗族乡:因地制宜: the title of a village's or township's own report
LONGEST_TITLE = 50
_OWN_TITLE = re.compile(
    r"(?P<end>村|乡|镇|社区|嘎查|苏木)(?=:|[“”\w、]{0,30}(?:报告|总结|汇报|材料|情况|事迹|纪实|做法|经验)\W*$)"
)
_COUNTY = re.compile("(?<![安健齐])[全我本该][县市区旗州盟省](?![场域])")


def is_of_village(text: str) -> bool:
    """Whether a text is a village's or township's own by its title, and never speaks of the county as its own.

    >>> is_of_village("石潭镇东联村扶贫开发工作自评报告\\n帮扶单位投入312万元。")
    True
    >>> is_of_village("肥西县驻村工作情况报告\\n投入312万元。"), is_of_village("东联村工作总结\\n全县脱贫12户。")
    (False, False)
    """
    name = text.lstrip()[: LONGEST_TITLE + 1].split("\n", 1)[0].strip()
    if len(name) > LONGEST_TITLE or "。" in name or _COUNTY.search(text):
        return False
    ends = _OWN_TITLE.finditer(name)
    return any(find_stem(name, end.start(), end.end(), 0) < end.start() for end in ends)
