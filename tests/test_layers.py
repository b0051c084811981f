"""Extract writes, compare reads, pages show. Each rule holds, and is shown to catch a breach."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.layers import Module, read_module, top_level

ROOT = Path(__file__).parents[1]
TOUCHES_DISK = {
    "extract.__main__",
    "extract.visit",
    "extract.lexicon",
    "extract.engines.plan",
    "extract.engines.pool",  # a worker ends itself
    "extract.engines.choose",  # how many cores
    "extract.output",
    "extract.reading",
    "extract.text.fold",  # the character table of OpenCC
}
COMPARE_MAY_READ = (
    "extract.errors",
    "extract.lexicon.gazetteer",
    "extract.lexicon",
    "extract.output.manifest",
    "extract.mention",
)
PAGES_MAY_READ = ("extract.lexicon.gazetteer", "extract.evidence")


def _modules(*folders: str) -> list[Module]:
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return [read_module(path, ROOT) for path in files]


def _names_screen(module: Module) -> bool:
    return "streamlit" in top_level(module)


def _names_pandas(module: Module) -> bool:
    return bool(top_level(module) & {"pandas", "pyarrow"}) and module.name != "extract.output.table"


def _touches_disk(module: Module) -> bool:
    return bool(module.disk) and not _is_within(module.name, TOUCHES_DISK)


def _reaches_up(module: Module) -> bool:
    return bool(top_level(module) & {"pages", "dashboard", "tests", "tools"})


def _reads_too_much(module: Module) -> bool:
    """Whether a module of compare imports more of extract than names and definitions."""
    return _imports_beyond(module, COMPARE_MAY_READ)


def _shows_more_than_places(module: Module) -> bool:
    """Whether a page imports more of extract than the names of places."""
    return _imports_beyond(module, PAGES_MAY_READ)


def _imports_beyond(module: Module, allowed: tuple[str, ...]) -> bool:
    of_extract = {name for name in module.imports if name.partition(".")[0] == "extract"} - {"extract"}
    return any(not _is_within(name, allowed) for name in of_extract)


def _is_within(name: str, modules: Iterable[str]) -> bool:
    """Whether a dotted name is one of the modules or stands in one of them."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)


RULES: dict[str, tuple[tuple[str, ...], Callable[[Module], bool]]] = {
    "only pages and the dashboard know the screen": (("extract", "compare"), _names_screen),
    "only extract.output.table knows pandas": (("extract",), _names_pandas),
    "few modules of extract touch the disk": (("extract",), _touches_disk),
    "nothing below imports what stands above": (("extract", "compare"), _reaches_up),
    "compare reads names and definitions of extract, no more": (("compare",), _reads_too_much),
    "pages read the names of places from extract, no more": (("pages",), _shows_more_than_places),
}
BREACHES = {
    "only pages and the dashboard know the screen": "def show():\n    from streamlit import write\n",
    "only extract.output.table knows pandas": "import pandas.api\n",
    "few modules of extract touch the disk": "from pathlib import Path\nPath('x').read_text()\n",
    "nothing below imports what stands above": "from pages.parts import cards\n",
    "compare reads names and definitions of extract, no more": "from extract import pipeline\n",
    "pages read the names of places from extract, no more": "import extract.lexicon\n",
}
MORE_BREACHES = [
    ("compare reads names and definitions of extract, no more", "from extract.mention_x import y\n"),
    ("compare reads names and definitions of extract, no more", "import extract.lexicons\n"),
    ("pages read the names of places from extract, no more", "from extract.gazetteers import y\n"),
    ("few modules of extract touch the disk", "open('x')\n"),
    ("few modules of extract touch the disk", "path.open()\n"),
    ("few modules of extract touch the disk", "path.open('wb')\n"),
    ("few modules of extract touch the disk", "(folder / 'x').open(encoding='utf-8')\n"),
]


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_holds(rule: str) -> None:
    folders, breaks = RULES[rule]
    modules = _modules(*folders)
    assert modules
    assert [(module.name, *module.disk[:3]) for module in modules if breaks(module)] == []


@pytest.mark.parametrize(("rule", "breach"), [*BREACHES.items(), *MORE_BREACHES])
def test_the_rule_catches_a_breach(rule: str, breach: str, tmp_path: Path) -> None:
    assert _is_broken(rule, breach, tmp_path)


def test_every_rule_is_shown_to_catch_one() -> None:
    assert set(BREACHES) == set(RULES)


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("few modules of extract touch the disk", "rules.vetoes.open(kind, scene)\n"),
        ("compare reads names and definitions of extract, no more", "from extract.lexicon.load import x\n"),
        (
            "pages read the names of places from extract, no more",
            "from extract.lexicon.gazetteer import load_gazetteer\n",
        ),
    ],
)
def test_what_is_no_breach_passes(rule: str, kept: str, tmp_path: Path) -> None:
    assert not _is_broken(rule, kept, tmp_path)


def _is_broken(rule: str, source: str, folder: Path) -> bool:
    folders, breaks = RULES[rule]
    path = folder / folders[0] / "breach.py"
    path.parent.mkdir()
    path.write_text(source, encoding="utf-8")
    return breaks(read_module(path, folder))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The two packages and their contracts, to break them in."""
    for folder in ("extract", "compare"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("extract/text/split.py", "import compare.language"),
        ("extract/text/split.py", "import plotly"),
        ("compare/language.py", "import streamlit"),
        ("compare/language.py", "import jieba"),
    ],
)
def test_the_contracts_catch_a_breach(copy: Path, file: str, line: str) -> None:
    path = copy / file
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    linted = _lint(copy)
    assert linted.returncode == 1, linted.stdout + linted.stderr
    assert "BROKEN" in linted.stdout


def test_the_contracts_hold(copy: Path) -> None:
    linted = _lint(copy)
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "0 broken" in linted.stdout
