"""What the papers promise is there: links lead somewhere, commands exist, no machine is named."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from extract.gazetteer import load_gazetteer
from extract.lexicon import load_lexicon
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
