"""The package: a validator of the standard accepts it, and its page says everything that was asked."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import validate

from compare.context import Context
from compare.export.order import Order, fill_order
from compare.view import PAGES, Filters
from tests.compare.figures import figure

FEIXI, JINGDE = "340123", "341825"
Ask = Callable[..., Context]
LINES = [
    figure(FEIXI, "funding.special", "369000000", text="3.69亿元"),
    figure(
        JINGDE, "funding.special", "20950000", high="21000000", text="=2095万元", start="40", period="2020-09"
    ),
    figure(
        JINGDE,
        "poverty_rate",
        "4.5",
        text="4.5%",
        basis="level",
        grade="doubtful",
        note="damaged",
        start="60",
    ),
]
EVENT = {"event": "e1", "doc": f"report_{FEIXI}", "start": "0", "end": "4", "quote": "2020年摘帽", "place": "肥西县",
         "adcode": FEIXI, "date": "2020-04", "kind": "exit", "title": "摘帽"}  # fmt: skip


def packed(context: Context) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(fill_order(context, Order("zip", day="2026-11-22")).content))


def asked(ask: Ask, language: str = "zh", **view: object) -> Context:
    return ask(LINES, language, events=[EVENT], **{"places": (FEIXI, JINGDE), **view})


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_validator_accepts_it(ask: Ask, tmp_path: Path, page: str, language: str) -> None:
    packed(asked(ask, language, page=page)).extractall(tmp_path)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type", "note", "rowNumber", "fieldName"]) == []
    assert len(report.tasks) == 4


def test_the_validator_would_see_a_wrong_type(ask: Ask, tmp_path: Path) -> None:
    packed(asked(ask, page="data")).extractall(tmp_path)
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    fields = {field["name"]: field for field in described["resources"][0]["schema"]["fields"]}
    fields["quote"]["type"] = "integer"
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    assert not validate(str(tmp_path / "datapackage.json")).valid


def test_columns_have_types_titles_and_meanings(ask: Ask) -> None:
    described = json.loads(packed(asked(ask, page="data")).read("datapackage.json"))
    assert described["version"] == "3f9a1c"
    for resource in described["resources"]:
        assert resource["schema"]["missingValues"] == [""]
        assert all(field["title"] and field["description"] for field in resource["schema"]["fields"])
    types = {field["name"]: field["type"] for field in described["resources"][0]["schema"]["fields"]}
    assert (types["value"], types["start"], types["adcode"], types["period"]) == (
        "number",
        "integer",
        "string",
        "string",
    )


def test_the_page_names_every_filter_unit_grade_link_version_and_source(ask: Ask) -> None:
    filters = Filters(metrics=("poverty_rate",), periods=("2020",), bases=("level",), grades=("doubtful",))
    text = packed(asked(ask, page="data", filters=filters)).read("README.txt").decode("utf-8-sig")
    for words in (
        "指标：贫困发生率",
        "时间：2020年",
        "口径：时点数",
        "等级：存疑",
        "地方：肥西县（340123）、旌德县（341825）",
        "数据版本：3f9a1c",
        "链接：data?p=340123~341825&y=latest&per=absolute&lang=zh&fm=poverty_rate&fy=2020&fb=level&fg=doubtful",
        "percent = %",
        "存疑（doubtful）：",
        "metrics.csv（1行）",
        "[1] 旌德县报告[R]. [出版地不详]: 旌德县, 2020.",
        "旌德县. (2020). 旌德县报告.",
    ):
        assert words in text
    assert "肥西县报告" not in text  # it has no row that passes


def test_the_page_names_the_question_of_a_chart(ask: Ask) -> None:
    text = (
        packed(asked(ask, "en", page="funding", per="person", period="2020"))
        .read("README.txt")
        .decode("utf-8-sig")
    )
    for words in (
        "Metric: Special poverty funds",
        "Year: 2020",
        "Relative to: Per poor person",
        "Page: Funding",
    ):
        assert words in text


def test_same_table_same_bytes(ask: Ask) -> None:
    context = asked(ask, page="timeline")
    assert fill_order(context, Order("zip")).content == fill_order(context, Order("zip")).content


def test_everything_is_all_rows_and_all_reports(ask: Ask) -> None:
    context = asked(ask, page="funding", places=(FEIXI,))
    content = fill_order(context, Order("zip", whole=True)).content
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.read("metrics.csv").count(b"\r\n") == 1 + len(LINES)
    assert archive.read("documents.csv").count(b"\r\n") == 1 + 2
