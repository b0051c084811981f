"""The view as JSON, for programs: the question, the sentences, the data, the rows, how to cite it."""

import json
from typing import Any

from compare.context import Context
from compare.export.citation import cite_all
from compare.export.files import files_of
from compare.export.sheet import Sheet
from compare.export.shown import Block, Shown
from compare.question import link_of, say_caution, say_question


def write_answer(context: Context, shown: Shown, day: str) -> bytes:
    """The JSON as bytes.

    Shape: ``question``, ``link``, ``data_version``, ``blocks`` (each with headline, warnings, its table as columns and
    lines, the facts behind), then the records behind by file, then ``citations``.
    """
    said = {
        "question": dict(say_question(context)),
        "language": context.language.code,
        "link": link_of(context.view),
        "data_version": context.store.version,
        "blocks": [_block(context, block) for block in shown.blocks],
        **{name: _records(sheet) for name, sheet in files_of(context, shown).named()},
        "citations": [
            {"gbt7714": citation.gbt, "apa": citation.apa}
            for citation in cite_all(context, shown.documents, day)
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _block(context: Context, block: Block) -> dict[str, Any]:
    panel = block.panel
    return {
        "id": panel.id,
        "headline": panel.headline,
        "deck": panel.deck,
        "warnings": [say_caution(context, warning) for warning in panel.warnings],
        "notes": [*panel.missing, *panel.notes],
        "columns": panel.table.columns,
        "lines": panel.table.cells,
        "facts": panel.table.facts,
    }


def _records(sheet: Sheet) -> list[dict[str, object]]:
    return [dict(zip(sheet.columns, line, strict=True)) for line in sheet.cells]
