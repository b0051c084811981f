"""A picture of one chart as SVG: headline, unit, cautions, the chart, its key, sources, data version and date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from compare.context import Context
from compare.export.picture.drawing import draw_figure, hatches
from compare.export.picture.lettering import LEADING, Run, Type, draw_line, wrap
from compare.export.picture.marks import draw_key
from compare.export.picture.svg import tag, words
from compare.panel import Figure, Panel, Source
from compare.theme import LIGHT
from compare.words.periods import say_period

WIDTH, MARGIN = 1024, 32
INNER = WIDTH - 2 * MARGIN
INSET, EDGE = 14, 4  # of the amber strip
FACES = f"{LIGHT.font.removesuffix(',sans-serif')},'Source Han Sans SC','WenQuanYi Micro Hei',sans-serif"
# The faces that have Chinese draw these as wide as a character; there may be no other face where it is drawn.
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": "&quot;", "”": "&quot;"})
TITLE, DECK = Type(26, LIGHT.ink), Type(16, LIGHT.ink2)
WARNING, SMALL = Type(15, LIGHT.warn), Type(13, LIGHT.muted)


@dataclass(slots=True)
class Sheet:
    """The picture while it is written from the top down; ``top`` is the next free height."""

    top: float = 28.0
    parts: list[str] = field(default_factory=list)

    def write(self, runs: Iterable[Run], look: Type, indent: float = 0.0) -> None:
        """Words in as many lines as they take."""
        for line in wrap(runs, INNER - 2 * indent, look.size):
            height = look.size * LEADING
            self.parts.append(draw_line(MARGIN + indent, self.top + height / 2, line, look))
            self.top += height

    def rule(self) -> None:
        """A hairline over the whole width."""
        ends = {"x1": MARGIN, "x2": WIDTH - MARGIN, "y1": self.top, "y2": self.top}
        self.parts.append(tag("line", **ends, stroke=LIGHT.line, stroke_width=1))
        self.top += 8


def write_svg(context: Context, panel: Panel, figure: Figure, day: str) -> bytes:
    """The picture of a panel with this figure, drawn on white; ``day`` (ISO) is when it was taken."""
    sheet = Sheet()
    sheet.write([Run(panel.headline, bold=True)], TITLE)
    sheet.top += 4
    sheet.write([Run(panel.deck)], DECK)
    _write_strip(sheet, panel)
    sheet.top += 14
    sheet.parts.append(draw_figure(figure, MARGIN, sheet.top, INNER))
    sheet.top += figure["layout"]["height"] + 6
    if panel.key:
        key, height = draw_key(panel.key, (MARGIN, sheet.top, INNER), SMALL)
        sheet.parts.append(key)
        sheet.top += height + 6
    _write_sources(sheet, context, panel)
    _write_origin(sheet, context, day)
    return _close(sheet, context, panel, figure)


def _write_strip(sheet: Sheet, panel: Panel) -> None:
    """The cautions on their amber ground, which is drawn first and made as high as they are."""
    if not panel.warnings:
        return
    sheet.top += 10
    start, place = sheet.top, len(sheet.parts)
    sheet.top += 8
    for caution in panel.warnings:
        gap = "" if caution.verdict.endswith(("。", "：", "；")) else " "
        runs = [Run(f"{caution.verdict}{gap}", bold=True), Run(caution.reason)]
        sheet.write([run for run in runs if run.text], WARNING, INSET)
    sheet.top += 8
    box = {"x": MARGIN, "y": start, "height": sheet.top - start}
    ground = tag("rect", **box, width=INNER, fill=LIGHT.warnbg)
    sheet.parts.insert(place, ground + tag("rect", **box, width=EDGE, fill=LIGHT.warnline))


def _write_sources(sheet: Sheet, context: Context, panel: Panel) -> None:
    """The reports with publisher and date, then the notes."""
    say = context.language.say
    sheet.rule()
    if panel.sources:
        named = say("; ").join(_name(source, context) for source in panel.sources)
        sheet.write([Run(f"{say('Source')}　", bold=True), Run(named)], SMALL)
    if panel.notes:
        sheet.write([Run(f"{say('Note')}　", bold=True), Run(" ".join(panel.notes))], SMALL)


def _name(source: Source, context: Context) -> str:
    document, say = source.document, context.language.say
    damage = say("text damaged") if document.damaged else ""
    told = [" ".join(part.split()) for part in (document.publisher, source.when, damage) if part]
    title = say("“{title}”", title=" ".join((document.title or document.doc).split()))
    return title + say(" ({words})", words=context.language.sense("clauses", ", ").join(told))


def _write_origin(sheet: Sheet, context: Context, day: str) -> None:
    """The program, the data version, the day."""
    language = context.language
    version = language.say(
        "Xianbi · data version {version} · every figure carries its sentence",
        version=context.store.version[:6],
    )
    taken = language.say("taken {day}", day=say_period(day, language)) if day else ""
    sheet.write([Run(" · ".join(part for part in (version, taken) if part))], SMALL)


def _close(sheet: Sheet, context: Context, panel: Panel, figure: Figure) -> bytes:
    """The parts as a whole file, with what a screen reader says of it."""
    height = round(sheet.top + 20)
    told: Sequence[str] = (
        tag("title", words(panel.headline)),
        tag("desc", words(panel.alt)),
        tag("defs", *hatches(figure)) if hatches(figure) else "",
        tag("rect", width=WIDTH, height=height, fill=LIGHT.page),
    )
    language = "zh-Hans" if context.language.code == "zh" else "en"
    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": WIDTH,
        "height": height,
        "viewBox": f"0 0 {WIDTH} {height}",
        "role": "img",
        "xml:lang": language,
        "font_family": FACES,
    }
    drawn = tag("svg", *told, *sheet.parts, **root)
    if context.language.code == "en":
        drawn = drawn.translate(STRAIGHT)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode()
