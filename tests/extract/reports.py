"""Reports for the laws: the five seeds, and documents written for these tests to be as tricky as paper is."""

from functools import cache
from pathlib import Path

from extract.claims.label import label
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import Reader, make_reader
from extract.reading.documents import find_known
from extract.reading.read import Source, read_document
from extract.report import Report, read_report

ROOT = Path(__file__).parents[2]
SEEDS = tuple(sorted((ROOT / "seeds").glob("*.txt")))
WRITTEN = tuple(sorted((Path(__file__).parent / "documents").glob("*.txt")))


@cache
def open_reader() -> Reader:
    """The reader of the whole lexicon; made once."""
    return make_reader(load_lexicon(), load_gazetteer())


@cache
def read(path: Path) -> tuple[Source, Report]:
    """A report as it lies on the disk, and what the extractor reads in it."""
    source = read_document(path)
    known = find_known([path.parent], None).get(source.doc)
    return source, read_report(source, known, open_reader(), label)
