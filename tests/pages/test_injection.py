"""Sixty hostile texts on every page: nothing but text, wherever a report's words are shown."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from compare.store import open_store
from compare.view import PAGES
from tests.injection import OTHER_HOST, PAYLOADS, build_hostile, counties
from tests.pages.conftest import assert_sound, words
from tests.pages.test_evidence import opener

OURS = frozenset(
    """a article b blockquote br button caption cite code dd details div dl dt em h1 h2 h3 header i li mark ol p q s script
    section small span strong style sub summary sup table tbody td th thead time tr u ul""".split()  # noqa: SIM905
)
ATTRIBUTES = re.compile(
    "class|id|style|lang|role|scope|type|tabindex|title|datetime|colspan|rowspan|open|href|target|(?:data|aria)-[a-z]{1,12}"
)
# Elements that show what they are given as text, and those that the checks below or the browser's tests look into.
AS_TEXT = frozenset(
    """html code arrow_data_frame dataframe plotly_chart selectbox multiselect text_input text_area
    bidi_component""".split()  # noqa: SIM905
)
MARKUP = tuple(raw for raw in PAYLOADS if set(raw) & set("<[*_`$:&{"))
TOKEN = re.compile("XB[0-9]{2}")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_hostile(tmp_path_factory.mktemp("hostile"))


class Elements(HTMLParser):
    """The elements of some HTML, with their attributes."""

    def __init__(self, body: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.odd: list[str] = []
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)


def assert_only_our_markup(body: str) -> None:
    """Only elements that our pages make, without handlers, scripts or addresses from a report."""
    parsed = Elements(body)
    assert parsed.odd == []
    for tag, attributes in parsed.found:
        assert tag in OURS, tag
        assert all(ATTRIBUTES.fullmatch(name) for name in attributes), (tag, attributes)
        assert attributes.get("data-x") != "f00"
        assert not attributes.get("href", "").lower().startswith(("javascript", "data"))
        assert OTHER_HOST not in attributes.get("href", "") + attributes.get("style", "")


def elements(app: AppTest) -> Iterator[tuple[str, str]]:
    """Every element of the page with what it was given."""
    blocks: list[Any] = [app.main, app.sidebar]
    while blocks:
        block = blocks.pop()
        for child in block.children.values():
            if hasattr(child, "children"):
                blocks.append(child)
                yield child.type, str(getattr(child, "proto", ""))
            else:
                yield child.type, str(child.proto)


def assert_text_alone(app: AppTest) -> None:
    assert_sound(app)
    assert_only_our_markup(words(app))
    for kind, given in elements(app):
        told = re.sub('^ *id: ".*"$', "", given, flags=re.MULTILINE)  # keys are never shown
        assert kind in AS_TEXT or not any(raw in told for raw in MARKUP), (kind, told[:300])
    for chart in app.get("plotly_chart"):
        drawn = json.dumps(json.loads(chart.proto.spec), ensure_ascii=False)
        tags = set(re.findall(r"</?([a-zA-Z!][\w-]*)", drawn)) - {"b", "br", "extra", "span", "i"}
        assert tags == set(), tags
        assert not [raw for raw in PAYLOADS if set(raw) & set("<&") and raw in drawn]


def groups() -> Iterator[str]:
    """The places, twelve in a link."""
    codes = [unit.adcode for unit in counties()]
    for start in range(0, len(codes), 12):
        yield "~".join(codes[start : start + 12])


@pytest.mark.parametrize("page", [*PAGES, "audit", "coverage"])
def test_every_page_shows_them_as_text(page: str, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit, store, seen = opener(hostile, monkeypatch), open_store(hostile), ""
    for n, codes in enumerate(groups()):
        row = store.rows((codes[:6],))[0]
        app = visit(page, p=codes, lang=("zh", "en")[n % 2], x=row.fact)
        assert_text_alone(app)
        seen += words(app) + "".join(str(frame.value) for frame in app.dataframe)
    assert TOKEN.search(seen)


def test_every_report_shows_its_own_as_text(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit, store, shown = opener(hostile, monkeypatch), open_store(hostile), set()
    for n, document in enumerate(store.documents()):
        row = store.document_rows(document.doc)[0]
        app = visit("report", d=document.doc, x=row.fact, lang=("zh", "en")[n % 2])
        assert_text_alone(app)
        shown |= set(TOKEN.findall(words(app)))
    assert shown == {payload[-4:] for payload in PAYLOADS}


@pytest.mark.parametrize("page", ["own", "method"])
def test_pages_without_them_open(page: str, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_text_alone(opener(hostile, monkeypatch)(page))


def test_a_link_can_bring_none(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit = opener(hostile, monkeypatch)
    for n, payload in enumerate(PAYLOADS):
        app = visit(
            PAGES[n % len(PAGES)], p=payload, m=payload, y=payload, f=payload, k=payload, d=payload, x=payload
        )
        assert_text_alone(app)


@pytest.mark.parametrize(
    "body",
    [
        "<img src=x>",
        "<p onclick=x>",
        "<a href='javascript:x'>",
        "<!-- -->",
        "<p style='x:http://evil.example'>",
    ],
)
def test_the_check_sees_what_it_is_for(body: str) -> None:
    with pytest.raises(AssertionError):
        assert_only_our_markup(body)
