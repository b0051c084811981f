"""Names of private persons and numbers that identify them, masked so that every character keeps its place.

Meant to be sure rather than complete: a figure, a place or an ordinary word must never be masked. What is masked:

- numbers of identity cards (18 or 15 digits with a date of birth), bank cards, mobile telephones;
- the given name behind a word for a private person: 贫困户张三, 村民李某某, 五保老人王五和赵六; 户主:张三, 姓名:张三.

Officials in their office (县委书记张三, 驻村第一书记李四) act for the public and are not masked.
"""

import re
from datetime import date
from functools import lru_cache

NAME, DIGIT = "＊", "*"  # 张＊＊, 138**: ○ would be read as a nought, as in 二○二○年
REMEMBERED = 2**14

_ROLES = (
    "贫困户|脱贫户|低保户|五保户|特困户|监测户|边缘户|搬迁户|困难户|受灾户|养殖户|种植户|贫困群众|困难群众|脱贫群众|搬迁群众|"
    "贫困村民|村民|农民|群众|老人|老汉|大爷|大娘|户主|学生|贫困生|孤儿|儿童|残疾人|患者|护林员|保洁员|农户|居民|姓名"
)
# Surnames that begin no ordinary word behind such a role; the ambiguous ones are trusted only before a strong sign.
_SURE = (
    "王李张刘陈杨赵黄吴徐孙胡朱郭罗郑谢韩冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾"
    "丁魏薛阎潘杜钟汪姜谭廖邹熊郝崔邱秦侯邵孟钱尹黎冉郎龚"
)
_UNSURE = (
    "周林何梁宋唐程许曾田任余夏叶戴范方石姚陆孔史顾龙段雷汤马毛江"
    "万武康贺严文牛洪米白金高易安常施温左柳章鲁葛俞祝"
)
_COMPOUND = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐"
_NO_GIVEN = (
    "户人个名元亩万千百亿的了在是有和与及等为从到说县市镇乡村组区州省路街"
    "、，。；：,;:“”\"'（）()!?！？·0-9A-Za-z\\s"
)
_GIVEN = f"[^{_NO_GIVEN}]{{1,2}}?"
_STRONG = (
    "说|告诉|表示|介绍|坦言|感慨|激动|高兴|笑|家里|家中|家的|一家|今年|现年|某|(?=[（(]?(?:男|女)[，,、）)])|"
    "(?=[（(]?[0-9]{1,2}岁)|因病|因残|身患|患有"
)
_WEAK = f'{_STRONG}|家|的|在|和|与|及|等|[，。、；：,;:”"）)（(《]|$|\\s'
_PERSON = re.compile(
    f"""(?:{_ROLES})["“:：\\s]{{0,2}}
    (?P<family>{_COMPOUND}|[{_SURE}{_UNSURE}])
    (?P<given>某{{1,2}}|某[^{_NO_GIVEN}]|{_GIVEN})
    (?P<sign>{_WEAK})""",
    re.VERBOSE,
)
_NEXT = re.compile(
    f"[、和与及](?P<family>{_COMPOUND}|[{_SURE}])(?P<given>某{{1,2}}|{_GIVEN})(?P<sign>{_WEAK})"
)
_STRONG_SIGN = re.compile(_STRONG)
# Words that begin like a name: 村民王牌, 农民张罗, 群众马上, 户主黄牛 ...
_WORDS_LISTED = (
    "黄牛 黄羊 黄桃 黄金 黄花 黄酒 徐徐 孙子 孙女 胡椒 胡麻 胡萝 朱红 罗列 罗汉 谢谢 "
    "谢意 董事 苏打 卢布 丁香 杜绝 杜仲 钟爱 钟情 汪汪 姜黄 生姜 熊猫 秦岭 钱款 钱财 "
    "钱物 王牌 李子 张罗 张贴 张开 陈述 陈列 陈旧 杨梅 杨树 黎明 黎族 程度 程序 许多 "
    "许可 任务 任何 曾经 曾是 周边 周围 周期 林业 林地 林果 何时 何种 余家 方便 方式 "
    "方面 石料 石头 史上 龙头 马上 马铃 高度 高兴 高山 高效 易地 易返 安全 安置 安居 "
    "安稳 常年 常态 施工 施肥 温饱 金融 金额 白酒 文化 文明 文艺 牛羊 米面 康复 武装 "
    "江边 毛利 万元 万户 唐代 宋代 夏季 夏粮 左右 章程 严格 严重 贺年 洪涝 洪灾 王国 "
    "张口 张力 陈年 赵氏 朱砂 胡同 胡乱 罗非 袁米 钟头 钟点 姜片 熊蜂 孟春 冉冉 金银 "
    "石榴 石斛 毛豆 毛竹 马匹 汤圆 雷雨 段路 顾不 史料 孔雀 陆续 范围 范例 戴上 叶片 "
    "叶菜 余下 余粮 任意 田间 田地 田里 曾因 唐装 何以 林权 林木 林草 林下 周密 周到 "
)
_WORDS = frozenset(_WORDS_LISTED.split())
_LONG = re.compile(
    "(?<![0-9０-９])[0-9０-９]{17}[Xx](?![0-9A-Za-z])|(?<![0-9０-９.．,，])[0-9０-９]{15,19}(?![0-9０-９.．])"
)
_SPACED = re.compile("(?<![0-9])[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?(?![0-9])")
_UNITS = "元万亿千百户人名个%％亩公里米吨千瓦度斤"
_MOBILE = re.compile(
    f"(?<![0-9０-９.．])1[3-9][0-9](?P<gap>[ -]?)[0-9]{{4}}(?P=gap)[0-9]{{4}}(?![0-9０-９.．{_UNITS}])"
)
_CARD = re.compile("(?:身份证|证件|社保卡|银行卡|卡号|账号|帐号)[^0-9]{0,8}$")


@lru_cache(maxsize=REMEMBERED)
def mask(text: str) -> str:
    """The text with what identifies private persons masked, as long as before.

    >>> mask("贫困户张三说,村民李某某家在水边,县委书记王五到场。电话13812345678")
    '贫困户张＊说,村民李＊＊家在水边,县委书记王五到场。电话***********'
    >>> mask("群众高度评价,农民张罗,脱贫户7247户,安排13800000000元")
    '群众高度评价,农民张罗,脱贫户7247户,安排13800000000元'
    """
    letters = list(text)
    for start, end in (*_numbers(text), *_names(text)):
        for at in range(start, end):
            letters[at] = DIGIT if text[at].isascii() or text[at].isdigit() else NAME
    return "".join(letters)


def is_masked(text: str) -> bool:
    """Whether something in a text was masked (or looks so)."""
    return NAME in text or DIGIT * 11 in text


def _numbers(text: str) -> list[tuple[int, int]]:
    found = [one.span() for one in _LONG.finditer(text) if _identifies(text, one)]
    found += [one.span() for one in _MOBILE.finditer(text)]
    return found + [one.span() for one in _SPACED.finditer(text)]


def _identifies(text: str, found: "re.Match[str]") -> bool:
    """Whether a long number is that of a person: sixteen digits and more are no figure, fifteen may be."""
    digits = found[0]
    near = _CARD.search(text[max(0, found.start() - 16) : found.start()]) is not None
    if len(digits) in (15, 18):
        return near or _is_birth(digits[6:14] if len(digits) == 18 else f"19{digits[6:12]}")
    return len(digits) >= 16 and (near or digits[0] in "3456")


def _is_birth(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1900 <= born.year <= 2030


def _names(text: str) -> list[tuple[int, int]]:
    """The given names behind words for private persons, and those told in one breath with them."""
    found = []
    at = 0
    while one := _PERSON.search(text, at):
        at = one.start() + 1
        while one is not None and _is_name(one):
            found.append(one.span("given"))
            at = one.end("given")
            one = _NEXT.match(text, at)
    return found


def _is_name(found: "re.Match[str]") -> bool:
    family, given = found["family"], found["given"]
    if given.startswith("某"):
        return True
    if (family + given)[:2] in _WORDS or given[:1] == "家":
        return False
    return family not in _UNSURE or _STRONG_SIGN.match(found.string, found.start("sign")) is not None
