"""``python -m extract explain``: the report in the terminal, every number marked, its text as it is printed."""

from pathlib import Path

import pytest

from extract.__main__ import main
from extract.explain import explain, show_controls
from tests.extract.reports import SEEDS, WRITTEN, read

EVERY = pytest.mark.parametrize("path", [*SEEDS, *WRITTEN], ids=lambda path: path.stem[:20])


def explained(path: Path) -> tuple[str, str]:
    """The head line and the marked text."""
    head, *lines = (line.plain for line in explain(path, None))
    return head, "\n".join(lines)


@EVERY
def test_every_number_has_its_row_or_its_reason_behind_it(path: Path) -> None:
    _, marked = explained(path)
    report = read(path)[1]
    for row in report.metrics:
        assert (
            f"{show_controls(str(row['text']))} ⟦{row['metric']} {row['value']} {row['unit']}, {row['place']}, "
            in marked
        )
    for record in report.leftovers:
        assert f"{show_controls(str(record['text']))} ⟦{record['reason']}⟧" in marked
    assert marked.count("⟦") == len(report.metrics) + len(report.leftovers)


@EVERY
def test_without_the_marks_it_is_the_document(path: Path) -> None:
    source, report = read(path)
    _, marked = explained(path)
    rest, at = [], 0
    for record in sorted((*report.metrics, *report.leftovers), key=lambda record: int(record["start"])):
        end = marked.index(" ⟦", marked.index(show_controls(str(record["text"])), at))
        rest.append(marked[at:end])
        at = marked.index("⟧", end) + 1
    assert "".join([*rest, marked[at:]]) == show_controls(source.text).removesuffix("\n")


def test_the_head_names_place_date_and_what_to_know() -> None:
    head, _ = explained(next(path for path in SEEDS if path.stem.startswith("002")))
    assert "桃源县" in head
    assert "undated" in head
    assert "1 number with lost digits" in head


@pytest.mark.parametrize("colour", [False, True])
def test_brackets_of_a_document_are_printed_and_never_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, colour: bool
) -> None:
    if colour:
        monkeypatch.setenv("FORCE_COLOR", "1")
    text = "[red]全县脱贫[/red]312户[/][link=file:///etc/passwd]88户[/link] \\[bold] :smile: [#ff0000]"
    path = tmp_path / "[red]x.txt"
    path.write_text(text, encoding="utf-8")
    assert main(["explain", str(path)]) == 0
    printed = capsys.readouterr().out
    for piece in ("[red]全县脱贫[/red]", "[/][link=file:///etc/passwd]", "\\[bold] :smile: [#", "[red]x "):
        assert piece in printed
    assert ("\x1b[" in printed) == colour
    assert "\x1b]8" not in printed


def test_a_document_cannot_command_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.txt"
    path.write_text("全县脱贫\x1b]0;owned\x07\x1b[2J312户\x9b31m", encoding="utf-8")
    assert main(["explain", str(path)]) == 0
    printed = capsys.readouterr().out
    assert ";owned␇␛[2" in printed
    assert "␛[31m" in printed
    assert not set(printed) & {"\x1b", "\x07", "\x9b"}


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7"])
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(["explain", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error {path}: ")
    assert err.count("\n") == 1
