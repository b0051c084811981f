"""A meeting: one message a view, taken from the storyboard, asked of the same table as the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.context import Context
from compare.export.shown import show
from compare.panel import Panel
from compare.panels.audit import build_audit
from compare.panels.card import Card
from compare.panels.overview import build_overview
from compare.panels.timeline import leaf_panels
from compare.storyboard import KEYS, USUAL, Stop
from compare.view import Dropped, Known, View, link, parse_link

OF_PAGE = {
    "overview": ("y",),
    "funding": ("m", "y", "per"),
    "lifted": ("m", "y"),
    "measures": ("f", "y"),
    "timeline": ("k",),
    "data": ("fm", "fy", "fb", "fg"),
}
SCREEN = (900.0, 520.0)  # px that a chart has at least in width and at most in height before it is scaled
DEFAULTS = {"y": "latest", "per": "absolute"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands on the screen: the presenter's title, the block, its cards where it has some, and the question.

    ``number`` of ``count`` is where in the storyboard it stands; ``context`` asks what the scene answers.
    """

    number: int
    count: int
    title: str
    panel: Panel
    context: Context
    cards: tuple[Card, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def stops_of(view: View) -> tuple[Stop, ...]:
    """The storyboard of a view: its own, or the usual one."""
    return view.story or USUAL


def stop_of(view: View) -> Stop:
    """What is looked at, as a stop that keeps its places and filters whatever else is chosen later.

    >>> stop_of(View("funding", ("340123",), "funding.social", period="2020", kinds=("exit",)))
    Stop(page='funding', title='', asked=(('p', '340123'), ('m', 'funding.social'), ('y', '2020')))
    """
    told, wanted = link(view), ("p", *OF_PAGE.get(view.page, ()))
    asked = ((key, told.get(key, "")) for key in KEYS if key in wanted)
    return Stop(view.page, "", tuple((key, value) for key, value in asked if value != DEFAULTS.get(key, "")))


def view_of(stop: Stop, view: View, known: Known) -> tuple[View, tuple[Dropped, ...]]:
    """The view that a stop shows within a meeting, and what the table does not know of it."""
    shared = {key: value for key, value in link(view).items() if key in ("p", "lang")}
    return parse_link({**shared, **dict(stop.asked)}, known, stop.page)


def build_scene(context: Context, known: Known) -> Scene:
    """The scene at which the meeting of a view stands; a number beyond the last is the last.

    A stop whose chart is too high for a screen is shown on several scenes.
    """
    found = [(stop, *view_of(stop, context.view, known)) for stop in stops_of(context.view)]
    scenes = [(entry, part) for entry in found for part in _parts(replace(context, view=entry[1]), entry[0])]
    number = min(max(context.view.at, 1), len(scenes))
    (stop, view, dropped), panel = scenes[number - 1]
    asked = replace(context, view=view)
    cards = build_overview(asked).cards if stop.page == "overview" and view.places else ()
    shown = panel or _panel(asked, stop)
    return Scene(number, len(scenes), stop.title, shown, asked, cards, dropped)


def _parts(context: Context, stop: Stop) -> Sequence[Panel | None]:
    """The panels of a timeline, which may be several; None of any other stop, which is one and is built when shown."""
    if stop.page != "timeline" or not context.view.places:
        return (None,)
    panels = leaf_panels(context, SCREEN)
    if len(panels) == 1:
        return panels
    return [replace(p, deck=f"{n}/{len(panels)}　{p.deck}") for n, p in enumerate(panels, start=1)]


def _panel(context: Context, stop: Stop) -> Panel:
    if stop.page != "audit":
        return show(context).first.panel
    docs = {row.doc for row in context.store.rows(context.view.places)} if context.view.places else ()
    return build_audit(context, context.store.documents(tuple(docs)) if docs else ())
