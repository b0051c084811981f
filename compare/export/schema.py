"""The package described for machines: a Frictionless tabular data package.

Source: the specification “Tabular Data Package” of Frictionless Data, version 1.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from compare.context import Context
from compare.export.columns import explain_columns

WHOLE = {
    "metrics": ("start", "end", "quote_start"),
    "documents": ("characters", "numbers", "kept", "left", "damaged"),
    "events": ("start", "end"),
}
NUMBERS = {"metrics": ("value", "high")}
KEYS = {"metrics": "fact", "documents": "doc", "findings": "finding", "events": "event"}
PATTERNS = {
    "adcode": "(own)?[0-9]{6}",
    "period": "[0-9]{4}(-[0-9]{2}){0,2}",
    "date": "[0-9]{4}(-[0-9]{2}){0,2}",
}
CHOICES = {
    "basis": ("level", "flow", "cumulative", "plan"),
    "grade": ("stated", "carried", "doubtful"),
    "qualifier": ("exact", "about", "over", "under"),
}


def describe_package(context: Context, files: Mapping[str, bytes], title: str) -> bytes:
    """``datapackage.json`` of these CSV files (by name, without ending), as bytes.

    Shape: a resource for each file, with its checksum and a field for each column: type, name in the language of the
    view, meaning. The unit of a value stands in its line, in the column ``unit``.
    """
    resources = [_resource(context, name, content) for name, content in files.items()]
    package = {
        "profile": "tabular-data-package",
        "name": "xianbi",
        "title": title,
        "version": context.store.version,
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode()


def _resource(context: Context, name: str, content: bytes) -> dict[str, Any]:
    columns = explain_columns(context.language)[name]
    schema: dict[str, Any] = {
        "fields": [_field(name, column, words) for column, words in columns.items()],
        "missingValues": [""],
        "primaryKey": KEYS[name],
    }
    if name != "documents":
        reference = {"resource": "documents", "fields": "doc"}
        schema["foreignKeys"] = [{"fields": "doc", "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(file: str, column: str, words: Sequence[str]) -> dict[str, Any]:
    title, meaning = words
    described = {"name": column, "type": _type(file, column), "title": title, "description": meaning}
    if column == "value":
        described["unit"] = "by line: the column ‘unit’"
    constraints: dict[str, Any] = {}
    if column == KEYS[file]:
        constraints["required"] = True
    if column in PATTERNS:
        constraints["pattern"] = PATTERNS[column]
    if column in CHOICES and file == "metrics":
        constraints["enum"] = list(CHOICES[column])
    return {**described, **({"constraints": constraints} if constraints else {})}


def _type(file: str, column: str) -> str:
    if column in WHOLE.get(file, ()):
        return "integer"
    return "number" if column in NUMBERS.get(file, ()) else "string"
