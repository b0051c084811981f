"""The package: the files behind a view, described for readers and for machines, in one ZIP."""

import io
import zipfile
from collections.abc import Mapping

from compare.context import Context
from compare.export.files import files_of
from compare.export.readme import write_readme
from compare.export.schema import describe_package
from compare.export.shown import Shown
from compare.export.spreadsheet import write_csv

MADE = (2020, 1, 1, 0, 0, 0)  # a fixed day: the same data, the same bytes
PLAIN = 0o100644 << 16


def write_package(context: Context, shown: Shown, day: str) -> bytes:
    """The ZIP as bytes: README.txt, datapackage.json, metrics, documents, findings and events as CSV."""
    files = files_of(context, shown)
    tables = {name: write_csv(sheet.columns, sheet.cells) for name, sheet in files.named()}
    readme = write_readme(context, shown, files, day)
    package = describe_package(context, tables, shown.first.panel.headline)
    members = {
        "README.txt": readme.encode("utf-8-sig"),
        "datapackage.json": package,
        **{f"{name}.csv": content for name, content in tables.items()},
    }
    return zip_all(members)


def zip_all(members: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files in their order, the same bytes each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, PLAIN
            archive.writestr(entry, content)
    return stream.getvalue()
