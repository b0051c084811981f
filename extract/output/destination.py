"""Where a table may be published: in a new folder, or over a table of this program's own."""

from collections.abc import Iterable
from pathlib import Path

from extract.errors import InputError
from extract.output.changes import CHANGES
from extract.output.manifest import MANIFEST, files_of, read_manifest
from extract.output.publish import BEFORE, SETS

ELSEWHERE = "name another folder for the results"


def require_own(out: Path, inputs: Iterable[Path], names: Iterable[str]) -> None:
    """Nothing; files of somebody else's (a list of documents, say) are never written over.

    Errors: InputError where ``out`` is a folder of reports, or has a file of one of the ``names`` that no build wrote.
    """
    try:
        if any(given.is_dir() and given.resolve() == out.resolve() for given in inputs):
            raise InputError("is the folder of the reports", str(out), ELSEWHERE)
        strange = [] if (out / SETS).is_dir() else _strange(out, (*names, MANIFEST, CHANGES))
    except (
        OSError,
        RuntimeError,
    ) as error:  # a folder that may not be looked into, links that lead in a circle
        raise InputError(f"cannot be looked into ({error})", str(out), ELSEWHERE) from error
    if strange:
        raise InputError(f"has a {strange[0]} that is none of this program's", str(out), ELSEWHERE)


def _strange(out: Path, names: Iterable[str]) -> list[str]:
    """The names that are taken by a file that no build wrote."""
    own = _written(out)
    return [name for name in names if name not in own and (out / name).exists()]


def _written(out: Path) -> set[str]:
    """The names that a build wrote, where it could make no links and so left no sets."""
    own: set[str] = set()
    for name in (MANIFEST, BEFORE):
        manifest = read_manifest(out, name)
        if manifest and "data_version" in manifest:
            own |= {MANIFEST, CHANGES, *(name.partition("/")[0] for name in files_of(manifest))}
    return own
