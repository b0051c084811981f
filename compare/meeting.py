"""A meeting: one message a view, taken from the storyboard, asked of the same table as the pages."""

from dataclasses import dataclass, replace

from compare.context import Context
from compare.export.shown import show
from compare.panel import Panel
from compare.panels.audit import build_audit
from compare.panels.card import Card
from compare.panels.overview import build_overview
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
    """The scene at which the meeting of a view stands; a number beyond the last is the last."""
    stops = stops_of(context.view)
    number = min(max(context.view.at, 1), len(stops))
    stop = stops[number - 1]
    view, dropped = view_of(stop, context.view, known)
    asked = replace(context, view=view)
    cards = build_overview(asked).cards if stop.page == "overview" and view.places else ()
    return Scene(number, len(stops), stop.title, _panel(asked, stop), asked, cards, dropped)


def _panel(context: Context, stop: Stop) -> Panel:
    if stop.page != "audit":
        return show(context).first.panel
    docs = {row.doc for row in context.store.rows(context.view.places)} if context.view.places else ()
    return build_audit(context, context.store.documents(tuple(docs)) if docs else ())
