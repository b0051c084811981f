"""Private persons are masked on the way out, character for character; figures, places and officials never."""

from pathlib import Path

import pytest

from compare.context import Context
from compare.export.order import Order, fill_order
from compare.language import open_language
from compare.privacy.mask import DIGIT, NAME, is_masked, mask
from compare.privacy.masked import hold_back
from compare.store import Store, open_store
from compare.theme import LIGHT
from compare.view import View
from extract.build import build
from extract.lexicon.gazetteer import load_gazetteer
from tests.extract.reports import SEEDS, WRITTEN, read

PEOPLE = (
    ("贫困户张三说", "三"), ("村民李某某家", "某某"), ("脱贫户王小明，今年", "小明"), ("低保户赵大山的房子", "大山"),
    ("村民欧阳春告诉记者", "春"), ("贫困户刘二、陈三、吴五等", "二 三 五"), ("户主：孙传福", "传福"),
    ("姓名:周国庆，男", ""),
    ("五保老人徐秀英和朱桂兰。", "秀英 桂兰"), ("贫困户孙三梅患有糖尿病", "三梅"), ("村民安长贵（男，52岁）", "长贵"),
    ("贫困户 郭有才 家中", ""), ("村民“韩老五”", "老五"), ("残疾人邓小平说", "小平"), ("困难群众林春花激动地说", "春花"),
    ("贫困学生丁一的学费", "一"), ("村民何大海告诉", "大海"),
)  # fmt: skip
NUMBERS = (
    ("身份证号340123197503121234。", 18), ("34012319750312123X", 18), ("340123750312123", 15), ("电话13812345678", 11),
    ("联系 138 1234 5678。", 13), ("138-1234-5678", 13), ("卡号6217001234567890123", 19), ("6217 0012 3456 7890 123", 23),
    ("账号1234567890123456", 16),
)  # fmt: skip
UNTOUCHED = (  # officials are in their office
    "县委书记张三到场", "驻村第一书记李四介绍", "县长王五说", "扶贫办主任赵六表示",
    "群众高度评价", "农民张罗", "村民马上", "贫困户易地搬迁", "贫困户安全住房", "群众方便", "村民金融服务", "农民王牌产业",
    "贫困户黄牛养殖", "村民石料厂",
    "学生温饱", "户主周围", "贫困户任务", "群众满意度", "农民常年务工", "村民施工", "居民程度",
    "脱贫户7247户", "贫困户5户16人", "农户万元增收", "群众林地", "村民林业收入", "农民杨梅、李子", "贫困户家中",
    "贫困户张家村", "村民石家庄市",
    "贫困户王家坝镇", "农民陈仓区", "户主何时", "群众路线", "贫困户全部脱贫", "贫困群众十八户",
    "安排13800000000元", "投入15912345678万元", "12345678901234", "电话0551-12345678", "2019年20200930",
    "皖政〔2018〕12号",
    "3.14159265358979323", "资金1,234,567,890,123,456元", "二○二○年",
    "统一社会信用代码91340123MA2N1234XX",
    "户籍人口1234567人", "老人活动中心", "儿童福利", "患者范围",
)  # fmt: skip


@pytest.mark.parametrize(("text", "given"), PEOPLE)
def test_given_names_are_masked(text: str, given: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    hidden = "".join(letter for letter, shown in zip(text, masked, strict=True) if letter != shown)
    if given:
        assert hidden == given.replace(" ", "")
        assert masked.count(NAME) == len(hidden)
    else:  # nothing behind the name tells that it is one, or it may be no name: rather shown than guessed
        assert hidden in ("", "国庆", "有才")


@pytest.mark.parametrize(("text", "digits"), NUMBERS)
def test_numbers_of_persons_are_masked(text: str, digits: int) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert masked.count(DIGIT) == digits
    assert is_masked(masked)


@pytest.mark.parametrize("text", UNTOUCHED)
def test_nothing_else_is_touched(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("path", [*SEEDS, *WRITTEN], ids=lambda path: path.stem)
def test_no_figure_of_a_report_is_masked(path: Path) -> None:
    source, report = read(path)
    masked = mask(source.text)
    assert len(masked) == len(source.text)
    for row in report.metrics:
        assert masked[int(row["start"]) : int(row["end"])] == row["text"]


def test_text_of_any_length_takes_no_long_time() -> None:
    text = "村民王" * 20_000 + "13812345678 " * 5_000
    assert len(mask(text)) == len(text)


REPORT = "2019年,旌德县脱贫120户356人,贫困户张大山说日子好了,身份证340123197503121234。3月2日慰问村民李某某家55户。\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "jd.txt").write_text(REPORT, encoding="utf-8")
    build([tmp_path / "jd.txt"], None, tmp_path / "table", lambda *_: None)
    return open_store(tmp_path / "table")


def test_every_answer_of_a_table_is_masked(store: Store) -> None:
    shown = hold_back(store)
    assert shown.version == store.version
    assert shown.row(store.rows()[0].fact)
    answers = (
        shown.rows(),
        shown.document_rows("jd"),
        shown.events(),
        shown.leftovers(),
        shown.text("jd"),
        shown.documents(),
    )
    for answer in answers:
        assert "大山" not in str(answer)
        assert "340123197503121234" not in str(answer)
    assert "张＊＊说" in str(shown.text("jd"))
    for row, whole in zip(shown.rows(), store.rows(), strict=True):
        assert row.quote[row.at : row.at + len(row.text)] == row.text
        assert (row.fact, row.value, len(row.quote)) == (whole.fact, whole.value, len(whole.quote))


@pytest.mark.parametrize("kind", ["csv", "zip", "xlsx", "pptx", "json"])
def test_exports_are_masked_unless_the_operator_shows_names(
    store: Store, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        view = View(page="data", places=("341825",))
        context = Context(hold_back(store), view, open_language("zh"), LIGHT, load_gazetteer())
        content = fill_order(context, Order(kind)).content
        return _words(content)

    assert "大山" not in told()
    assert "340123197503121234" not in told()
    monkeypatch.setenv("XIANBI_NAMES", "shown")
    assert "大山" in told()


def _words(content: bytes) -> str:
    import io
    import zipfile

    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [archive.read(name) for name in archive.namelist()]
    return "".join(
        _words(one) if one.startswith(b"PK") else one.decode("utf-8", errors="replace") for one in members
    )
