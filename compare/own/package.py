"""A visitor's own reports to take away: the table's files, and the texts, as an archive that a build takes back."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from compare.store import Store

FILES = (
    "metrics.csv",
    "leftovers.csv",
    "events.csv",
    "findings.csv",
    "documents.csv",
    "corrections.csv",
    "manifest.json",
)
EPOCH = (2020, 1, 1, 0, 0, 0)  # the same reports give the same bytes
MARK = "\ufeff"


def pack(own: Store) -> bytes:
    """The archive of the own table (not of the joined one).

    ``python -m extract build FILE.zip`` gives the same rows under the same ids: these come from the texts, and of the
    list of documents only what was given counts as given.
    """
    files: dict[str, bytes] = {
        name: (own.folder / name).read_bytes() for name in FILES if (own.folder / name).exists()
    }
    for document in own.documents():
        text = own.text(document.doc)
        if text is not None:
            files[f"texts/{document.doc}.txt"] = _written(text)
    return _zip(files)


def _written(text: str) -> bytes:
    """The text as a file that reads as the same text: one that begins with a mark needs a second."""
    return (MARK + text if text.startswith(MARK) else text).encode("utf-8", errors="replace")


def _zip(files: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(Path(name).as_posix(), EPOCH), files[name], zipfile.ZIP_DEFLATED)
    return content.getvalue()
