"""A leftover's label is what stands beside the number, and always the same."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extract.claims.label import LONGEST, label

ROOT = Path(__file__).parents[2]
CASES = [
    ("新建农村卫生室[12所],", "农村卫生室"),
    ("组织[3000名]党员入户走访", "党员"),
    ("全县扶贫产品销售额累计达到[1.31亿元],", "扶贫产品销售额"),
    ("占全县总人口的[15.2%]。", "总人口"),
    ("农村居民人均可支配收入增长[9.5%]", "农村居民人均可支配收入"),
    ("覆盖农户[4056户]、[1.72万人]", "农户"),
    ("九年义务教育巩固率达到[99.2%]", "义务教育巩固率"),
    ("建成[38家]扶贫农业龙头企业", "扶贫农业龙头企业"),
    ("其中[20%]的贫困户", "贫困户"),
    ("共[1.2万]", ""),
    ("[7247]", ""),
    ("坚持，[3]", ""),
    ("gross product [12]", ""),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_what_a_number_counts(marked: str, expected: str) -> None:
    start = marked.index("[")
    end = marked.index("]") - 1
    assert label(marked.replace("[", "").replace("]", ""), start, end) == expected


def test_a_label_stands_in_the_text_and_is_short() -> None:
    text = "全面完成918户贫困户脱贫攻坚国家普查登记数据质量核查评估验收调查任务"
    found = label(text, 4, 8)
    assert found in text
    assert 1 < len(found) <= LONGEST


def test_the_first_use_by_many_threads_is_one_start() -> None:
    program = (
        "import warnings; warnings.simplefilter('error')\n"
        "from concurrent.futures import ThreadPoolExecutor as Pool\n"
        "from extract.claims.label import label\n"
        "with Pool(8) as pool: print(set(pool.map(lambda _: label('新建卫生室12所', 5, 8), range(8))))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout == "{'卫生室'}\n"
    assert ran.stderr == ""


def test_nothing_is_loaded_before_the_first_label() -> None:
    program = "import sys, extract.claims.label; print('jieba' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout == "False\n"


def test_threads_agree() -> None:
    text = "新建农村卫生室12所"
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: label(text, 7, 10), range(40))) == {"农村卫生室"}
