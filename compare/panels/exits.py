"""Exits from poverty: of a place as a whole, or only of villages or households in it."""

import re

from compare.panels.entries import Entry

VILLAGES = re.compile(r"村|嘎查|[0-9万]\s*[户人]")
WHOLE = re.compile(
    r"""
    退出[^，,。；;村嘎]{0,16}(?:序列|行列|贫困[县旗市区])        # 退出自治区级贫困旗序列
    | [全整该个][县旗市区][^，,。；;村嘎户]{0,12}(?:摘|退出|出列)  # 全县成功摘帽
    | 贫困[县旗市区][^，,。；;村嘎户]{0,6}帽                      # 摘掉了贫困县帽子
    """,
    re.VERBOSE,
)


def is_exit_of_place(entry: Entry) -> bool:
    """Whether the place itself left poverty behind; an exit of villages or households is none of the place.

    >>> def told(quote): return Entry("", "", "exit", "", "", "", quote, "")
    >>> is_exit_of_place(told("扎鲁特旗正式退出自治区级贫困旗序列")), is_exit_of_place(told("退出贫困村73个"))
    (True, False)
    >>> is_exit_of_place(told("13个贫困村出列，全县成功摘帽")), is_exit_of_place(told("全县13个贫困村出列"))
    (True, False)
    """
    if entry.kind != "exit":
        return False
    return bool(WHOLE.search(entry.quote)) or not VILLAGES.search(entry.quote)
