"""How the reports that are shown, and the table itself, are cited: by GB/T 7714 and by APA.

A report is cited in its own language. What is not known of it is said as the standards have it: no title gives a
described one in brackets, no publisher ``[出版者不详]``, no date ``[出版日期不详]`` or ``n.d.``, a date that is inferred
``[2020]`` or ``ca. 2020``.

Source: GB/T 7714-2015 (reports [R], online documents [EB/OL], data sets [DS/OL]); APA 7, 10.4 and 10.9.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.question import link_of
from compare.record import Document

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Citation:
    """One source in the two styles."""

    gbt: str
    apa: str


def cite_all(context: Context, documents: Sequence[Document], day: str) -> tuple[Citation, ...]:
    """A citation of each report, then one of the table; ``day`` (ISO) is when they were looked at."""
    return (*(cite(document, day) for document in documents), cite_table(context, day))


def cite(document: Document, day: str) -> Citation:
    """The citation of one report."""
    return Citation(_gbt(document, day), _apa(document))


def cite_table(context: Context, day: str) -> Citation:
    """The citation of the table, by its data version, and of the view by its link."""
    version, link = context.store.version, link_of(context.view)
    year = day[:4] or "n.d."
    return Citation(
        f"县比. 县域脱贫攻坚报告数据表: 数据版本{version}[DS/OL]. [{day}]. {link}.",
        f"Xianbi 县比. ({year}). County poverty-alleviation reports: the table "
        f"(Data version {version}) [Data set]. {link}",
    )


def write_citations(citations: Sequence[Citation]) -> str:
    """Both lists as plain text, GB/T 7714 with numbers first, then APA.

    >>> print(write_citations([Citation("甲[R].", "甲. (n.d.).")]))
    GB/T 7714
    [1] 甲[R].
    <BLANKLINE>
    APA
    甲. (n.d.).
    """
    numbered = [f"[{n}] {citation.gbt}" for n, citation in enumerate(citations, start=1)]
    return "\n".join(("GB/T 7714", *numbered, "", "APA", *(citation.apa for citation in citations)))


def _gbt(document: Document, day: str) -> str:
    """``题名[R]. [出版地不详]: 出版者, 2020.``; online ``题名[EB/OL]. ... , 2020(2020-10-20)[2026-11-22]. 网址.``"""
    kind = "EB/OL" if document.url else "R"
    imprint = f"[出版地不详]: {document.publisher or '[出版者不详]'}, {_gbt_date(document)}"
    tail = f"[{day}]. {document.url}." if document.url else "."
    return f"{_title(document)}[{kind}]. {imprint}{tail}"


def _gbt_date(document: Document) -> str:
    date = document.date
    if not date:
        return "[出版日期不详]"
    if document.date_source == INFERRED:
        return f"[{date[:4]}]"
    return f"{date[:4]}({date})" if document.url and len(date) > 4 else date


def _apa(document: Document) -> str:
    """``出版者. (2020, October 20). 题名. 网址``; without a publisher the title comes first."""
    when, title = f"({_apa_date(document)})", _title(document)
    lead = (document.publisher, when, title) if document.publisher else (title, when)
    return " ".join((*(f"{part}." for part in lead), *((document.url,) if document.url else ())))


def _apa_date(document: Document) -> str:
    year, month, day = (*document.date.split("-"), "", "", "")[:3]
    if not year:
        return "n.d."
    if document.date_source == INFERRED:
        return f"ca. {year}"
    if not month:
        return year
    return f"{year}, {MONTHS[int(month) - 1]}{f' {int(day)}' if day else ''}"


def _title(document: Document) -> str:
    """The title, or what the report is, in brackets."""
    if document.title:
        return document.title
    return f"[{document.place}脱贫攻坚报告]" if document.place else f"[{document.doc}]"
