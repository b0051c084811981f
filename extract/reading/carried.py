"""A report whose content came from another machine, read as if it were a file here."""

import tempfile
from pathlib import Path

from extract.reading.read import Source, read_document
from extract.reading.refusal import RefusedError


def read_carried(path: Path, content: bytes) -> Source:
    """The report of that content; ``path`` is where it is at home, which its faults name.

    Errors: RefusedError as for ``read_document``.
    """
    with tempfile.TemporaryDirectory(prefix="xianbi-") as room:
        here = Path(room) / path.name
        here.write_bytes(content)
        try:
            return read_document(here)
        except RefusedError as refused:
            raise RefusedError(refused.refusal, str(path), refused.values) from refused
