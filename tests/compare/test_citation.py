"""Reports are cited as the standards say, also where something of them is not known."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from compare.context import Context
from compare.export.citation import cite, cite_all
from compare.export.shown import show
from compare.record import Document
from tests.compare.figures import figure

DAY = "2026-11-22"
KNOWN = Document.of(
    {
        "doc": "d1",
        "title": "某县报告",
        "publisher": "某县委",
        "place": "某县",
        "date": "2020-10-20",
        "date_source": "given",
    }
)


@pytest.mark.parametrize(
    ("changed", "gbt", "apa"),
    [
        ({}, "某县报告[R]. [出版地不详]: 某县委, 2020-10-20.", "某县委. (2020, October 20). 某县报告."),
        (
            {"url": "https://example.org/a"},
            "某县报告[EB/OL]. [出版地不详]: 某县委, 2020(2020-10-20)[2026-11-22]. https://example.org/a.",
            "某县委. (2020, October 20). 某县报告. https://example.org/a",
        ),
        ({"date": "2020"}, "某县报告[R]. [出版地不详]: 某县委, 2020.", "某县委. (2020). 某县报告."),
        (
            {"date": "2020-03"},
            "某县报告[R]. [出版地不详]: 某县委, 2020-03.",
            "某县委. (2020, March). 某县报告.",
        ),
        (
            {"date": "2020", "date_source": "inferred"},
            "某县报告[R]. [出版地不详]: 某县委, [2020].",
            "某县委. (ca. 2020). 某县报告.",
        ),
        ({"date": ""}, "某县报告[R]. [出版地不详]: 某县委, [出版日期不详].", "某县委. (n.d.). 某县报告."),
        (
            {"publisher": ""},
            "某县报告[R]. [出版地不详]: [出版者不详], 2020-10-20.",
            "某县报告. (2020, October 20).",
        ),
        (
            {"title": ""},
            "[某县脱贫攻坚报告][R]. [出版地不详]: 某县委, 2020-10-20.",
            "某县委. (2020, October 20). [某县脱贫攻坚报告].",
        ),
        (
            {"title": "", "publisher": "", "date": "", "place": ""},
            "[d1][R]. [出版地不详]: [出版者不详], [出版日期不详].",
            "[d1]. (n.d.).",
        ),
    ],
)
def test_a_report_is_cited(changed: dict[str, str], gbt: str, apa: str) -> None:
    citation = cite(replace(KNOWN, **changed), DAY)  # type: ignore[arg-type]
    assert (citation.gbt, citation.apa) == (gbt, apa)


def test_exactly_the_reports_shown_are_cited_then_the_table(ask: Callable[..., Context]) -> None:
    lines = [
        figure("340123", "funding.special", "3"),
        figure("341825", "lifted.persons", "5", basis="cumulative"),
    ]
    context = ask(lines, page="funding", places=("340123", "341825"))
    cited = cite_all(context, show(context).documents, DAY)
    assert [c.gbt.partition("[")[0] for c in cited] == [
        "肥西县报告",
        "县比. 县域脱贫攻坚报告数据表: 数据版本3f9a1c",
    ]
    assert "funding?p=340123~341825" in cited[-1].apa
