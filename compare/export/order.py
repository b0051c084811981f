"""What is asked for, and the artefact that answers: pages and the command line order here, so both give the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.context import Context
from compare.export.answer import write_answer
from compare.export.artefact import Artefact, wrap
from compare.export.grid import ExportError
from compare.export.package import write_package
from compare.export.picture.page import write_svg
from compare.export.picture.raster import write_png
from compare.export.shown import Block, Shown, show
from compare.export.spreadsheet import write_csv
from compare.export.workbook import write_workbook
from compare.theme import LIGHT
from compare.view import Filters

Maker = Callable[[Context, Shown, str], bytes]
PICTURES = ("png", "svg")


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of a view.

    ``kind`` is csv, xlsx, zip, json, pptx, png or svg; ``whole`` asks for the whole table instead of what is shown;
    ``part`` names one block of the page (csv and pictures hold one: the first, if none is named); ``story`` asks
    for a deck of all pages; ``day`` (ISO) is when the reports are said to have been looked at.
    """

    kind: str
    whole: bool = False
    part: str = ""
    story: bool = False
    day: str = ""


def fill_order(context: Context, order: Order) -> Artefact:
    """The artefact, the same bytes for the same table, view and order.

    Errors: ExportError where the kind cannot be made of this view, saying what can.
    """
    if order.whole:
        everything = replace(context.view, page="data", places=(), filters=Filters())
        context = replace(context, view=everything)
    if order.kind in PICTURES:
        return _draw_part(replace(context, palette=LIGHT), order)
    shown = show(context)
    if order.kind == "csv":
        return _write_part(context, shown, order)
    maker = _write_story if order.story and order.kind == "pptx" else MAKERS.get(order.kind)
    if maker is None:
        raise ExportError(f"{order.kind} is not made here", todo=f"ask for one of: {', '.join(kinds_made())}")
    name = "all" if order.whole else "story" if order.story else context.view.page
    return wrap(context, name, order.kind, maker(context, shown, order.day))


def kinds_made() -> tuple[str, ...]:
    """The kinds that can be ordered."""
    return ("csv", *MAKERS, *PICTURES)


def _write_part(context: Context, shown: Shown, order: Order) -> Artefact:
    block = _find_part(shown.blocks, order.part)
    name = "all" if order.whole else block.panel.id
    return wrap(context, name, "csv", write_csv(block.sheet.columns, block.sheet.cells))


def _draw_part(context: Context, order: Order) -> Artefact:
    """The picture of one chart: always on white, whatever ground the page has."""
    drawn = [block for block in show(context).blocks if block.panel.figure is not None]
    if not drawn:
        what = f"the page {context.view.page!r} has no chart of this view"
        raise ExportError(what, todo="ask for csv, or for another page")
    panel = _find_part(drawn, order.part).panel
    svg = write_svg(context, panel, panel.figure or {}, order.day)
    return wrap(context, panel.id, order.kind, svg if order.kind == "svg" else write_png(svg))


def _find_part(blocks: Sequence[Block], part: str) -> Block:
    """The block that is named, or the first."""
    found = {block.panel.id: block for block in blocks}
    if part and part not in found:
        raise ExportError(f"this view has no part {part!r}", todo=f"it has: {', '.join(found)}")
    return found[part] if part else blocks[0]


def _write_deck(context: Context, shown: Shown, day: str) -> bytes:
    from compare.export.deck.deck import write_deck  # noqa: PLC0415 - only a download needs what it brings

    return write_deck(context, shown, day)


def _write_story(context: Context, shown: Shown, day: str) -> bytes:
    from compare.export.deck.deck import write_story  # noqa: PLC0415 - as above

    return write_story(context, shown, day)


MAKERS: Mapping[str, Maker] = {
    "pptx": _write_deck,
    "xlsx": write_workbook,
    "zip": write_package,
    "json": write_answer,
}
