"""Reports by the hundred thousand, made of the five: other counties, other figures, and some that are no reports.

    .venv/bin/python tools/big_corpus.py FOLDER [--documents 100000] [--length 300]

The same number gives the same files on every machine. One in a thousand is empty, one in a thousand is binary, one in a
hundred is GB18030; memory stays flat, however many there are.
"""

import argparse
import csv
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from extract.lexicon.gazetteer import Unit, load_gazetteer  # noqa: E402

SEEDS = {  # the name that each gives its county
    "000": "肥西",
    "001": "旌德",
    "002": "桃源",
    "003": "晋城",
    "004": "扎鲁特",
}
FOLDER = 1000  # documents of one folder
FIGURE = re.compile(r"(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{2,7}(?![0-9])")
COUNTY = re.compile("..{1,3}县")


def make_corpus(folder: Path, documents: int, length: int = 0) -> int:
    """How many bytes were written: so many reports under ``folder``, and the list of them.

    With a ``length`` each is a piece of about so many characters.
    """
    seeds = [
        (path.read_text(encoding="utf-8"), _name(path)) for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    counties = [unit for unit in load_gazetteer().units if COUNTY.fullmatch(unit.name)]
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as handle:
        listed = csv.writer(handle)
        listed.writerow(("doc", "place", "date"))
        for doc, place, content in _reports(seeds, counties, range(documents), length):
            path = folder / doc[:4] / f"{doc}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            listed.writerow((doc, place, ""))
            written += len(content)
    return written


def _reports(
    seeds: Sequence[tuple[str, str]], counties: Sequence[Unit], documents: range, length: int
) -> Iterator[tuple[str, str, bytes]]:
    """Id, place and content of each."""
    for n in documents:
        dice = random.Random(n)  # noqa: S311 - no secret
        text, name = seeds[n % len(seeds)]
        county = counties[n * 7 % len(counties)]
        told = FIGURE.sub(lambda found, dice=dice: _other(found[0], dice), _piece(text, length, dice))
        yield (
            f"r{n // FOLDER:03}_{n % FOLDER:03}",
            county.adcode,
            _content(n, told.replace(name, county.name.removesuffix("县"))),
        )


def _piece(text: str, length: int, dice: random.Random) -> str:
    """The whole text, or some of its paragraphs."""
    if not length:
        return text
    start = text.rfind("\n", 0, dice.randrange(max(1, len(text) - length))) + 1
    end = text.find("\n", start + length)
    return text[start : end if end > 0 else None]


def _content(n: int, text: str) -> bytes:
    if n % 1000 == 777:
        return b""
    if n % 1000 == 888:
        return bytes(range(32)) * 64
    return text.encode("gb18030" if n % 100 == 55 else "utf-8")


def _other(digits: str, dice: random.Random) -> str:
    """Another number of as many digits."""
    return str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in digits[1:])


def _name(path: Path) -> str:
    return SEEDS[path.stem[:3]]


def main() -> None:
    """Makes the corpus and says how large it is."""
    parser = argparse.ArgumentParser(description="Make many reports out of the five.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--length", type=int, default=0, help="characters of each; default: whole reports")
    options = parser.parse_args()
    written = make_corpus(options.folder, options.documents, options.length)
    print(f"{options.documents:,} documents, {written / 1e9:.2f} GB in {options.folder}")


if __name__ == "__main__":
    main()
