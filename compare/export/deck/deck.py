"""The deck of a view: title, a slide for each message, the sources as they are cited. 16:9, opens everywhere."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from compare.context import Context
from compare.export.citation import cite_all
from compare.export.deck.audit import slides_of_audit
from compare.export.deck.desk import DECK, EAST_ASIAN, HEIGHT, LATIN, WIDTH, Desk, Style
from compare.export.deck.listing import Listing, draw_listing, leaf
from compare.export.deck.slides import Slide, lay_out, slides_of
from compare.export.package import zip_all
from compare.export.shown import Shown, show
from compare.question import link_of, say_caution, say_places, say_question
from compare.record import Document

MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed day: the same data, the same bytes
STORY = ("overview", "funding", "lifted", "rate", "timeline")
TITLE_ONLY = 5  # the layout of that name in the template that python-pptx brings
TEMPLATE_WIDTH = 10.0


def write_deck(context: Context, shown: Shown, day: str) -> bytes:
    """The deck of the page that a view shows, as the bytes of a PPTX file."""
    return _write(context, slides_of(context, shown), (shown.documents, day))


def write_story(context: Context, _shown: Shown, day: str) -> bytes:
    """The deck of all pages for the places of a view: overview, funding, lifted, rate, timeline, audit."""
    slides: list[Slide] = []
    documents: dict[str, Document] = {}
    for page in STORY:
        asked = replace(context, view=replace(context.view, page=page, metric="", kinds=()))
        seen = show(asked)
        slides += slides_of(asked, seen, main=True)
        documents |= {document.doc: document for document in seen.documents}
    slides += slides_of_audit(context, tuple(documents.values()))
    return _write(context, slides, (tuple(documents.values()), day))


def _write(context: Context, slides: Sequence[Slide], cited: tuple[Sequence[Document], str]) -> bytes:
    presentation = _open_template(context)
    _add_title(_open_desk(presentation, context), context, slides)
    for slide in slides:
        desk = _open_desk(presentation, slide.context)
        lay_out(slide, desk)
        desk.write_notes(_notes(slide))
    _add_citations(presentation, context, cited)
    stream = io.BytesIO()
    presentation.save(stream)
    return _without_dates(stream.getvalue())


def _open_template(context: Context) -> Any:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in (presentation.slide_master, *presentation.slide_layouts):
        for shape in layout.placeholders:
            shape.left, shape.width = (
                int(length * WIDTH / TEMPLATE_WIDTH) for length in (shape.left, shape.width)
            )
    theme = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _with_faces(theme.blob)
    known = presentation.core_properties
    known.title = known.subject = context.language.say("Xianbi: counties compared")
    known.author = known.last_modified_by = context.language.say("Xianbi")
    known.created = known.modified = MADE
    known.keywords, known.language = (
        context.store.version,
        "zh-CN" if context.language.code == "zh" else "en-GB",
    )
    return presentation


def _with_faces(theme: bytes) -> bytes:
    """The theme with the faces of these slides, also for words that somebody adds."""
    found = theme.replace(b'<a:ea typeface=""/>', f'<a:ea typeface="{EAST_ASIAN}"/>'.encode())
    found = found.replace(
        'script="Hans" typeface="宋体"'.encode(), f'script="Hans" typeface="{EAST_ASIAN}"'.encode()
    )
    return found.replace(b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{LATIN}"/>'.encode())


def _open_desk(presentation: Any, context: Context) -> Desk:
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
    return Desk(slide, context.language.code)


def _add_title(desk: Desk, context: Context, slides: Sequence[Slide]) -> None:
    """The first slide: what is compared, which places, which data; what is shown in the order of the slides."""
    say = context.language.say
    desk.top = 2.3
    desk.write_title(say("Xianbi: counties compared"))
    desk.top += 0.15
    desk.write(say_places(context), Style(18))
    desk.write(say("Data version {version}", version=context.store.version), DECK)
    desk.write(say("Every figure carries its sentence: see the notes under each slide."), DECK)
    headlines = dict.fromkeys(slide.panel.headline for slide in slides)
    desk.write_notes([*headlines, *_say_asked(context)])


def _notes(slide: Slide) -> list[str]:
    """What the speaker may be asked: cautions and notes whole, each figure's sentence, the question, the link."""
    say, panel = slide.context.language.say, slide.panel
    cautions = [say_caution(slide.context, warning) for warning in panel.warnings]
    quotes = [say("{figure}: “{quote}”", figure=figure, quote=quote) for figure, quote in slide.quotes]
    return [panel.headline, *cautions, *panel.missing, *panel.notes, *quotes, *_say_asked(slide.context)]


def _say_asked(context: Context) -> list[str]:
    say = context.language.say
    pairs = (
        *say_question(context),
        (say("Data version"), context.store.version),
        (say("Link"), link_of(context.view)),
    )
    return [say("{label}: {words}", label=label, words=words) for label, words in pairs]


def _add_citations(presentation: Any, context: Context, cited: tuple[Sequence[Document], str]) -> None:
    """The last slides: each report, and the table, as they are cited."""
    documents, day = cited
    citations = cite_all(context, documents, day)
    style = "GB/T 7714" if context.language.code == "zh" else "APA"
    lines = [(str(n), c.gbt if style != "APA" else c.apa) for n, c in enumerate(citations, start=1)]
    for part in leaf(Listing(("", style), (0.4, 11.0), tuple(lines)), 5.2):
        desk = _open_desk(presentation, context)
        desk.write_title(context.language.say("Sources and citation"))
        draw_listing(desk, part)
        desk.write_notes([*(f"{c.gbt}\n{c.apa}" for c in citations)])


def _without_dates(content: bytes) -> bytes:
    """The same file with its members' times fixed, so that the same view gives the same bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zip_all({name: archive.read(name) for name in archive.namelist()})
