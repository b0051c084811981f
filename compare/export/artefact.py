"""Something to take away: a file by its name, its kind and its bytes."""

from dataclasses import dataclass

from compare.context import Context

MIMES = {
    "csv": "text/csv",
    "json": "application/json",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "png": "image/png",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file to be written or downloaded."""

    name: str
    mime: str
    content: bytes


def name_file(context: Context, part: str, kind: str) -> str:
    """``xianbi-3f9a1c-funding.special.csv``: the data version, what is in it, and the ending of its kind."""
    return f"xianbi-{context.store.version[:6]}-{part}.{kind}"


def wrap(context: Context, part: str, kind: str, content: bytes) -> Artefact:
    """The artefact of some bytes, under the name that all files of the program have."""
    return Artefact(name_file(context, part, kind), MIMES[kind], content)
