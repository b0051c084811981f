"""Names of townships and villages, told by their form: 白地镇, 路西村, 沙上头集中安置点; not 贫困村, 乡镇, 全村."""

import re

STEM = re.compile("[\u4e00-\u9fff]{1,9}\\Z")
# Words before a name: 走进双泉镇, 位于吕梁镇. Cut off from the left, up to the last of them.
LEAD = re.compile(
    r"""
    .* (?: 在 | 到 | 赴 | 为 | 由 | 与 | 对 | 向 | 从 | 把 | 将 | 被 | 给 | 让 | 使 | 是 | 有 | 的 | 了 | 于 | 至 | 往 | 及
         | 如 | 像 | 走进 | 来自 | 家住 | 引进 | 介绍 | 帮助 | 支持 | 组织 | 推动 | 选择 | 选取 | 县 | 市 | 区 | 旗 | 镇 | 乡 | 苏木 )
    """,
    re.VERBOSE,
)
# What stands before 村, 镇, 乡, 社区 in a common noun: 贫困村, 行政村, 特色小镇, 少数民族乡.
GENERIC = re.compile(
    r"""
    (?: 贫困 | 深贫 | 行政 | 自然 | 重点 | 示范 | 试点 | 中心 | 出列 | 退出 | 脱贫 | 摘帽 | 移民 | 文明 | 专业 | 旅游 | 特色
      | 边境 | 民族 | 嘎查 | 空心 | 城中 | 美丽 | 帮扶 | 包联 | 联系 | 后进 | 薄弱 | 涣散 | 牧业 | 农业 | 所在 | 建制 | 一般
      | 相关 | 有关 | 部分 | 其他 | 其它 | 所有 | 任务 | 搬迁 | 富裕 | 小康 | 产业 | 休闲 | 生态 | 幸福 | 整治 | 集中 | 安置
      | 数字 | 智慧 | 面上 | 点 | 非 | 级 | 类 | 型 | 批 | 定 | 困 | 民 | 户 | 困难
      | [全各每本该我两多邻外整逐某名新老旧驻进入下出到包联帮挂住离农乡村镇山城县市省国家返回故异集强富穷个百千万几数余些这那同哪大小一其]
      | [0-9二三四五六七八九十] ) \Z
    """,
    re.VERBOSE,
)
# A stem with one of these inside is a phrase, not a name.
PHRASE = re.compile(r"贫困|脱贫|扶贫|帮扶|全县|全市|全省|我县|各|每|个|户|已|未|其中|剩余|所有|建立|实现|完成|发展|农村|县级|省级|市级")


def find_stem(text: str, end: int, floor: int) -> int:
    """Where the name before a suffix at ``end`` starts; ``end`` itself where no name stands there.

    >>> find_stem("如路西村以茶园为核心", 3, 0), find_stem("13个贫困村", 5, 0), find_stem("白地镇江村", 4, 3)
    (1, 5, 3)
    """
    run = STEM.search(text, max(floor, end - 9), end)
    if not run:
        return end
    lead = LEAD.match(text, run.start(), end)
    start = lead.end() if lead else run.start()
    stem = text[start:end]
    if start == end or GENERIC.search(stem) or PHRASE.search(stem):
        return end
    inside = start == floor and floor > 0
    if len(stem) == 1 and not inside:
        return end
    return start if len(stem) <= 7 else end
