"""Extract writes, compare reads, pages show. Each rule holds, and is shown to catch a breach."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.layers import Module, read_module, top_level

ROOT = Path(__file__).parents[1]
TOUCHES_DISK = {
    "extract.__main__",
    "extract.destination",
    "extract.disk",
    "extract.documents",
    "extract.fold",  # the character table of OpenCC
    "extract.freshness",
    "extract.gazetteer",  # the place list of the lexicon
    "extract.lexicon",
    "extract.manifest",
    "extract.publish",
    "extract.read",
    "extract.table",
}
COMPARE_MAY_READ = (
    "extract.errors",
    "extract.gazetteer",
    "extract.lexicon",
    "extract.manifest",
    "extract.mention",
)


def _modules(*folders: str) -> list[Module]:
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return [read_module(path, ROOT) for path in files]


def _names_screen(module: Module) -> bool:
    return "streamlit" in top_level(module)


def _names_pandas(module: Module) -> bool:
    return bool(top_level(module) & {"pandas", "pyarrow"}) and module.name != "extract.table"


def _touches_disk(module: Module) -> bool:
    allowed = any(module.name == name or module.name.startswith(f"{name}.") for name in TOUCHES_DISK)
    return bool(module.disk) and not allowed


def _reaches_up(module: Module) -> bool:
    return bool(top_level(module) & {"pages", "dashboard", "tests", "tools"})


def _reads_too_much(module: Module) -> bool:
    """Whether a module of compare imports more of extract than names and definitions."""
    of_extract = {name for name in module.imports if name.startswith("extract.")}
    return any(not name.startswith(COMPARE_MAY_READ) for name in of_extract)


RULES: dict[str, tuple[tuple[str, ...], Callable[[Module], bool]]] = {
    "only pages and the dashboard know the screen": (("extract", "compare"), _names_screen),
    "only extract.table knows pandas": (("extract",), _names_pandas),
    "few modules of extract touch the disk": (("extract",), _touches_disk),
    "nothing below imports what stands above": (("extract", "compare"), _reaches_up),
    "compare reads names and definitions of extract, no more": (("compare",), _reads_too_much),
}
BREACHES = {
    "only pages and the dashboard know the screen": "def show():\n    from streamlit import write\n",
    "only extract.table knows pandas": "import pandas.api\n",
    "few modules of extract touch the disk": "from pathlib import Path\nPath('x').read_text()\n",
    "nothing below imports what stands above": "from pages.parts import cards\n",
    "compare reads names and definitions of extract, no more": "from extract import pipeline\n",
}


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_holds(rule: str) -> None:
    folders, breaks = RULES[rule]
    modules = _modules(*folders)
    assert modules
    assert [(module.name, *module.disk[:3]) for module in modules if breaks(module)] == []


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_catches_a_breach(rule: str, tmp_path: Path) -> None:
    folders, breaks = RULES[rule]
    path = tmp_path / folders[0] / "breach.py"
    path.parent.mkdir()
    path.write_text(BREACHES[rule], encoding="utf-8")
    assert breaks(read_module(path, tmp_path))


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
        ("extract/split.py", "import compare.language"),
        ("extract/split.py", "import plotly"),
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
