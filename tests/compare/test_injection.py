"""Sixty hostile texts in every file that is taken away, on the terminal, and in the names of files."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from compare.context import Context
from compare.export.order import Order, fill_order
from compare.export.spreadsheet import is_formula
from compare.language import open_language
from compare.store import Store, open_store
from compare.theme import LIGHT
from compare.view import View
from extract.__main__ import main
from extract.lexicon.gazetteer import load_gazetteer
from tests.injection import OTHER_HOST, PAYLOADS, build_hostile, counties, write_reports


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_store(build_hostile(tmp_path_factory.mktemp("hostile")))


def ask(store: Store, page: str, places: int = 12) -> Context:
    codes = tuple(unit.adcode for unit in counties()[:places])
    return Context(store, View(page=page, places=codes), open_language("zh"), LIGHT, load_gazetteer())


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of an archive, and those of archives in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            inside = archive.read(name)
            yield name, inside
            if inside.startswith(b"PK"):
                yield from members(inside)


def test_a_csv_holds_them_as_cells(store: Store) -> None:
    content = fill_order(ask(store, "data"), Order("csv", whole=True)).content
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len({len(line) for line in lines}) == 1
    assert not [
        cell
        for line in lines[1:]
        for cell in line
        if is_formula(cell) and not re.fullmatch(r"-?[0-9.]+", cell)
    ]
    said = "".join(cell for line in lines for cell in line)
    assert [one for one in PAYLOADS if one not in said and one.strip() not in said] == []


@pytest.mark.parametrize("page", ["funding", "overview", "timeline", "data"])
@pytest.mark.parametrize("kind", ["xlsx", "pptx", "zip"])
def test_archives_have_no_part_of_theirs(store: Store, page: str, kind: str) -> None:
    """Every XML part is sound; nothing leads outside, nothing is a formula, no member has a name of theirs."""
    for name, content in members(fill_order(ask(store, page), Order(kind)).content):
        assert re.fullmatch(r"[\w./\[\]-]+", name)
        assert ".." not in name
        if not name.endswith((".xml", ".rels")):
            continue
        root = ElementTree.fromstring(content)
        assert not [one for one in root.iter() if one.tag.endswith("}f") and "spreadsheetml" in one.tag], name
        leads = [one.get("Target", "") for one in root.iter() if one.get("TargetMode") == "External"]
        assert not [one for one in leads if OTHER_HOST in one or "javascript" in one], name


@pytest.mark.parametrize("page", ["funding", "lifted", "rate", "timeline"])
def test_a_picture_has_words_alone(store: Store, page: str) -> None:
    """An SVG may be opened by itself: it has no script, no handler, no address."""
    root = ElementTree.fromstring(fill_order(ask(store, page), Order("svg")).content)
    assert not {one.tag.rpartition("}")[2] for one in root.iter()} & {
        "script",
        "foreignObject",
        "image",
        "a",
        "iframe",
        "use",
    }
    for one in root.iter():
        assert not [name for name in one.attrib if name.lower().startswith("on")]
        assert not [value for value in one.attrib.values() if OTHER_HOST in value or "javascript" in value]


def test_the_terminal_shows_them_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``[red]`` colours nothing, and the closing table names every report."""
    monkeypatch.setenv("COLUMNS", "400")
    folder = write_reports(tmp_path / "reports")
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out
    assert "[red]x[∕red] [bold][∕bold]" in told
    assert "\x1b[" not in told
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", told)


@pytest.mark.parametrize(
    "name",
    ["a;rm -rf ~.txt", "$(id).txt", "`id`.txt", "-rf.txt", "--out.txt", "a b'c\"d.txt", "%2e%2e%2fx.txt",
     "con.txt",
     "名 字\u202etxt.txt", "x\ny.txt", "[red]x.txt", "{0}.txt", "=1+1.txt", "*.txt", "a\\..\\b.txt"],
)  # fmt: skip
def test_a_hostile_file_name_is_a_name(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / name).write_text("2018年,旌德县脱贫120户356人。", encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 0
    assert {
        path for path in tmp_path.rglob("*") if "out" not in path.relative_to(tmp_path).parts[:1]
    } == before
    assert "Traceback" not in capsys.readouterr().err
    table = open_store(tmp_path / "out")
    assert [document.doc for document in table.documents()] == [Path(name).stem]
    assert table.text(Path(name).stem)
    for kind in ("csv", "zip", "xlsx"):
        context = Context(
            table, View(page="data", places=("341825",)), open_language("en"), LIGHT, load_gazetteer()
        )
        assert fill_order(context, Order(kind)).name.startswith("xianbi-")
