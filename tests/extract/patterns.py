"""All patterns that reading a report compiles, and texts of each pattern's own alphabet to try it with.

``python -m tests.extract.patterns`` prints the patterns as JSON, one a line: where, pattern, flags. It needs a
process of its own, because a pattern compiled at import is only seen by who listened before.
"""

import functools
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from re import _constants as sre  # type: ignore[attr-defined]  # isort: skip
from re import _parser as parser  # type: ignore[attr-defined]  # isort: skip

ROOT = Path(__file__).parents[2]
CROWD = "一二三万亿0123456789年月日县村户人元、，。；（）"


class Compiled(NamedTuple):
    """A pattern with the place in ``extract/`` that compiled it."""

    where: str
    pattern: str
    flags: int


@functools.cache
def compiled() -> tuple[Compiled, ...]:
    """Every pattern of ``extract/``, each once, sorted by where it is compiled."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.extract.patterns"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return tuple(sorted({Compiled(*json.loads(line)) for line in told.stdout.splitlines()}))


def texts(pattern: Compiled, size: int) -> Iterator[str]:
    """Texts of ``size`` bytes of UTF-8 that keep the pattern busy.

    Its letters at random, each of its first letters alone, and beginnings of what it matches, over and over:
    what never gets to an end makes a pattern try all its ways.
    """
    rng = random.Random(pattern.pattern)
    letters = sorted(_letters(parser.parse(pattern.pattern, pattern.flags))) or ["1"]
    yield _cut("".join(rng.choices(letters, k=size)), size)
    yield _cut("".join(rng.choices(letters + list(CROWD), k=size)), size)
    for letter in rng.sample(letters, min(len(letters), 3)):
        yield _cut(letter * size, size)
    digits = "".join(letter for letter in letters if letter.isdigit())
    if digits:
        yield _filled("，".join(digits), size)
    for _ in range(3):
        word = _sample(parser.parse(pattern.pattern, pattern.flags), rng)
        yield _filled(word, size)
        yield _filled(word[:-1], size)


def _filled(word: str, size: int) -> str:
    return _cut(word * (size // max(len(word), 1) + 1), size) if word else "1" * size


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")


def _letters(parsed: object) -> set[str]:
    """The characters that a parsed pattern names."""
    found: set[str] = set()
    for op, value in _steps(parsed):
        if op in {sre.LITERAL, sre.NOT_LITERAL}:
            found.add(chr(value))
        elif op is sre.RANGE:
            found.update(chr(code) for code in range(value[0], min(value[1], value[0] + 40) + 1))
        elif op is sre.ANY or (op is sre.CATEGORY and value is sre.CATEGORY_SPACE):
            found.add(" ")
    return found


def _steps(parsed: object) -> Iterator[tuple[object, object]]:
    """All steps of a parsed pattern, those inside others too."""
    for op, value in parsed:  # type: ignore[attr-defined]
        yield op, value
        for inner in _inside(op, value):
            yield from _steps(inner)


def _inside(op: object, value: object) -> list[object]:
    if op is sre.IN:
        return [value]
    if op is sre.BRANCH:
        return list(value[1])  # type: ignore[index]
    if op is sre.SUBPATTERN:
        return [value[-1]]  # type: ignore[index]
    if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
        return [value[2]]  # type: ignore[index]
    if op in {sre.ASSERT, sre.ASSERT_NOT}:
        return [value[1]]  # type: ignore[index]
    return [value] if op is sre.ATOMIC_GROUP else []


def _sample(parsed: object, rng: random.Random) -> str:
    """A text that the pattern takes, or nearly."""
    return "".join(_one(op, value, rng) for op, value in parsed)  # type: ignore[attr-defined]


def _one(op: object, value: object, rng: random.Random) -> str:
    if op is sre.LITERAL:
        return chr(value)  # type: ignore[arg-type]
    if op is sre.IN:
        letters = sorted(_letters([(op, value)]))
        return rng.choice(letters) if letters else "1"
    if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
        least, most, inner = value  # type: ignore[misc]
        return "".join(_sample(inner, rng) for _ in range(max(least, min(most, 15))))
    if op in {sre.ASSERT, sre.ASSERT_NOT}:
        return ""
    if op is sre.BRANCH:
        return _sample(rng.choice(value[1]), rng)  # type: ignore[index]
    inside = _inside(op, value)
    return _sample(inside[0], rng) if inside else ("a" if op in {sre.ANY, sre.NOT_LITERAL} else "")


def _listen(note: Callable[[Compiled], None]) -> None:
    """From now on each pattern that a file of ``extract/`` compiles, or uses uncompiled, is noted."""
    plain = re._compile  # type: ignore[attr-defined]  # all functions of re come through it

    def compile_and_note(pattern: str | re.Pattern[str], flags: int) -> re.Pattern[str]:
        made: re.Pattern[str] = plain(pattern, flags)
        frame = sys._getframe(2)
        caller = Path(frame.f_code.co_filename)
        if caller.is_relative_to(ROOT / "extract"):
            where = f"{caller.relative_to(ROOT)}:{frame.f_lineno}"
            note(Compiled(where, made.pattern, made.flags & ~re.DEBUG))
        return made

    re._compile = compile_and_note  # type: ignore[attr-defined]


def _main() -> None:
    """Import all of ``extract/``, read the seeds, and print what was compiled on the way."""
    seen: list[Compiled] = []
    _listen(seen.append)
    for path in sorted((ROOT / "extract").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if not name.endswith("__main__"):
            __import__(name)
    _read_seeds()
    for pattern in dict.fromkeys(seen):
        print(json.dumps(pattern))  # noqa: T201


def _read_seeds() -> None:
    from extract.lexicon import load_lexicon
    from extract.lexicon.gazetteer import load_gazetteer
    from extract.pipeline import make_reader
    from extract.reading.read import read_document
    from extract.report import read_report

    reader = make_reader(load_lexicon(), load_gazetteer())
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        read_report(read_document(path), None, reader, lambda *_: "")


if __name__ == "__main__":
    _main()
