"""One visitor: speaks Streamlit's protocol over a websocket, opens a page, clicks, waits for each answer."""

import asyncio
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

FAULTS = ("没能画出来", "could not be drawn", "不能读", "cannot be read")
PATIENCE = 60.0  # seconds for one answer; the first one opens the table


@dataclass(frozen=True, slots=True)
class Plan:
    """What visitors do: which pages they open, of which places, how long they look, and until when."""

    pages: tuple[str, ...]
    places: tuple[str, ...]
    pause: float
    until: float  # of time.monotonic()
    chosen: int = 4


@dataclass(slots=True)
class Told:
    """What came of it: seconds of each first page and of each click, bytes received, and what went wrong."""

    opened: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    received: int = 0
    faults: list[str] = field(default_factory=list)


async def visit(address: str, plan: Plan, seed: int, headers: Mapping[str, str] | None = None) -> Told:
    """A visit from the first page to the last click; what goes wrong is told and ends it."""
    chance, told = random.Random(seed), Told()  # noqa: S311 - the same clicks every time
    await asyncio.sleep(chance.uniform(0, plan.pause))
    socket = f"ws{address.removeprefix('http')}/_stcore/stream"
    try:
        async with connect(
            socket,
            subprotocols=["streamlit"],
            max_size=None,
            origin=address,
            additional_headers=headers,
            open_timeout=PATIENCE,
        ) as line:
            pages = await _timed(line, ("", ""), told.opened, told)
            while time.monotonic() < plan.until and pages:
                await asyncio.sleep(chance.uniform(0.8, 1.2) * plan.pause)
                page = pages.get(chance.choice(plan.pages), "")
                await _timed(line, (page, _query(plan, chance)), told.clicks, told)
    except (OSError, WebSocketException, TimeoutError) as fault:
        told.faults.append(f"{type(fault).__name__}: {fault}")
    return told


def _query(plan: Plan, chance: random.Random) -> str:
    """Other places than before, as a link says them."""
    places = chance.sample(plan.places, min(plan.chosen, len(plan.places)))
    return urlencode({"p": "~".join(places), "lang": chance.choice(("zh", "en"))})


async def _timed(
    line: ClientConnection, asked: tuple[str, str], times: list[float], told: Told
) -> dict[str, str]:
    """Asks for a page and waits until it is there whole; gives the pages there are, by their path."""
    begun = time.monotonic()
    async with asyncio.timeout(PATIENCE):
        await line.send(_question(*asked))
        messages = await _answer(line, told)
    times.append(time.monotonic() - begun)
    pages = [page for message in messages for page in message.navigation.app_pages]
    return {page.url_pathname: page.page_script_hash for page in pages}


def _question(page: str, query: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_script_hash = page
    message.rerun_script.query_string = query
    message.rerun_script.context_info.timezone = "Asia/Shanghai"
    message.rerun_script.context_info.locale = "zh-CN"
    return message.SerializeToString()


async def _answer(line: ClientConnection, told: Told) -> Sequence[ForwardMsg]:
    """All messages up to the end of the run."""
    messages: list[ForwardMsg] = []
    while True:
        raw = await line.recv()
        told.received += len(raw)
        message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
        messages.append(message)
        told.faults += _faults(message)
        ended = message.WhichOneof("type") == "script_finished"
        if ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return messages


def _faults(message: ForwardMsg) -> list[str]:
    """What a reader would see as an error."""
    if message.WhichOneof("type") == "session_event" and message.session_event.HasField(
        "script_compilation_exception"
    ):
        return ["the script does not compile"]
    element = message.delta.new_element
    if element.HasField("exception"):
        return [f"{element.exception.type}: {element.exception.message}"[:200]]
    return [word for word in FAULTS if element.HasField("html") and word in element.html.body]
