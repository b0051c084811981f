"""One's own reports, from the file to the chart and back: with real files, in a real browser."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from compare.own.mark import plain
from tests.browser.conftest import DESK, PHONE, Opener
from tests.browser.table import find_marks, read_rows
from tests.browser.visit import Visit
from tests.extract.office import SENTENCE, word_file, zipped

ROOT = Path(__file__).parents[2]
FORMATS = ROOT / "tests" / "extract" / "formats"
INPUT = "[data-testid=stFileUploaderDropzoneInput]"
UNPLACED = "今年，全县投入专项扶贫资金5300万元，累计脱贫3120户。"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Reports as people have them, good and bad."""
    made = {
        "文本.txt": (SENTENCE + "2019年投入专项扶贫资金3860万元。").encode("gb18030"),
        "文档.docx": word_file(),
        "办公.pdf": (FORMATS / "office.pdf").read_bytes(),
        "压缩.zip": zipped({"资料/包里的.txt": SENTENCE.encode("gb18030")}, "gbk"),
        "坏的.docx": word_file()[:9000],
        "扫描.pdf": (FORMATS / "scan.pdf").read_bytes(),
        "不明.txt": UNPLACED.encode(),
    }
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in made}


def bring(window: Visit, *paths: Path) -> None:
    """Drops files on the page and waits until they are read."""
    window.page.set_input_files(INPUT, [str(path) for path in paths])
    window.page.locator(".xb-about, .xb-refused").first.wait_for(timeout=60_000)
    window.settle()


def press(window: Visit, name: str) -> None:
    window.page.get_by_role("button", name=name).first.click()
    window.settle()


def titles(window: Visit) -> list[str]:
    return window.page.locator("h2.xb-h2").all_inner_texts()


def about(window: Visit) -> str:
    return window.page.locator(".xb-about").first.inner_text()


def test_files_of_every_kind_are_read_and_each_bad_one_is_a_sentence(
    visit: Opener, files: dict[str, Path]
) -> None:
    window = visit().open("own", lang="zh")
    bring(window, *files.values())
    assert titles(window) == ["不明", "办公", "包里的", "文本", "文档"]
    told = window.page.locator(".xb-refused p").all_inner_texts()
    assert [sentence.partition("：")[0] for sentence in told] == ["坏的.docx", "扫描.pdf"]
    assert "已损坏" in told[0]
    assert "2页都是图片" in told[1]
    assert "旌德县* · 安徽" in window.text
    assert "不知道是哪里的报告" in window.text
    window.page.get_by_role("button", name=re.compile("^数据（")).nth(1).click()
    quotes = window.page.locator("[data-testid=stPopoverBody] .xb-q")
    quotes.first.wait_for()
    assert quotes.locator("mark").count() == quotes.count() > 1


@pytest.mark.parametrize("typed", ["jdx", "jingde", "旌德", "341825"])
def test_a_place_is_mended_by_whatever_one_types(visit: Opener, files: dict[str, Path], typed: str) -> None:
    window = visit().open("own", lang="en")
    bring(window, files["不明.txt"])
    assert "not known" in about(window)
    press(window, "Place and date")
    window.page.get_by_test_id("stSelectbox").get_by_role("combobox").last.click()
    window.page.keyboard.type(typed)
    window.page.get_by_role("option").filter(has_text="Jingde").first.click()
    window.page.get_by_role("textbox", name="Date").fill("2019年")
    press(window, "Read again")
    assert "Jingde County* · Anhui" in about(window)
    assert "given by you" in about(window)
    assert "2019" in about(window)


def test_own_places_stand_signed_beside_the_shipped_ones_in_this_visit_only(
    visit: Opener, files: dict[str, Path], built_table: Path
) -> None:
    window = visit().open("own", lang="zh", p="340123~341825")
    bring(window, files["文本.txt"])
    press(window, "马上比较")
    window.page.locator(".xb-ownnote").wait_for()
    assert "旌德县*" in window.text
    assert "p=340123~341825~own341825" in window.page.url
    window.page.get_by_test_id("stTopNavLink").filter(has_text="资金").click()
    window.settle()
    marks = {mark.fact: mark.value for mark in find_marks(window)}
    own = [value for fact, value in marks.items() if fact.startswith("own")]
    assert own == [38_600_000]
    assert {fact for fact in marks if not fact.startswith("own")} <= set(read_rows(built_table))
    assert plain(next(fact for fact in marks if fact.startswith("own"))) not in read_rows(built_table)
    press(window, "English")
    assert "Jingde*" in window.text
    another = visit().open("funding", lang="zh", p="340123~341825~own341825")
    assert "旌德县*" not in another.text
    assert "只留在打开它的那次访问里" in another.text
    assert len(list(find_marks(another))) == len(marks) - 1


def test_what_is_taken_away_comes_back_with_the_same_figures(
    visit: Opener, files: dict[str, Path], tmp_path: Path
) -> None:
    window = visit().open("own", lang="en")
    bring(window, *(files[name] for name in ("文本.txt", "文档.docx", "办公.pdf", "压缩.zip")))
    with window.page.expect_download() as waiting:
        window.page.get_by_role("button", name=re.compile("Take 4 reports away")).click()
    taken = tmp_path / "taken.zip"
    waiting.value.save_as(taken)
    command = [sys.executable, "-m", "extract", "build", str(taken), "--out", str(tmp_path / "table")]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    press(window, "Remove all")
    assert titles(window) == []
    bring(window, taken)
    assert titles(window) == ["办公", "包里的", "文本", "文档"]
    with window.page.expect_download() as waiting:
        window.page.get_by_role("button", name=re.compile("Take 4 reports away")).click()
    again = Path(waiting.value.path()).read_bytes()
    assert again == taken.read_bytes() or _rows_in(again, tmp_path / "again") == _rows_in(
        taken.read_bytes(), tmp_path / "first"
    )
    assert set(_rows_in(again, tmp_path / "third")) == set(read_rows(tmp_path / "table"))


def _rows_in(archive: bytes, folder: Path) -> dict[str, dict[str, str]]:
    import io
    import zipfile

    zipfile.ZipFile(io.BytesIO(archive)).extract("metrics.csv", folder)
    return read_rows(folder)


def test_a_removed_report_leaves_the_view(visit: Opener, files: dict[str, Path]) -> None:
    window = visit().open("own", lang="en", p="340123")
    bring(window, files["文本.txt"])
    press(window, "Compare now")
    window.page.locator(".xb-ownnote").wait_for()
    window.page.get_by_test_id("stTopNavLink").filter(has_text="Own reports").click()
    window.settle()
    window.page.get_by_role("button", name="Remove", exact=True).click()
    window.settle()
    assert titles(window) == []
    assert "own341825" not in window.page.url


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_the_page_is_never_wider_than_the_window(
    visit: Opener, files: dict[str, Path], size: tuple[int, int], scheme: str
) -> None:
    window = visit(size, scheme).open("own", lang="en")
    bring(window, files["不明.txt"], files["办公.pdf"], files["坏的.docx"])
    press(window, "Place and date")
    width = window.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= size[0]
