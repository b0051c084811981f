"""A chart to take away as a picture: looked at first, then saved as PNG or SVG by the reader's own browser.

The server writes the SVG; it needs no browser and no font for that. The PNG is drawn where it is wanted.
"""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from compare.context import Context
from compare.export.artefact import name_file
from compare.export.order import Order, fill_order
from pages.parts.markup import element

HERE = Path(__file__).parent
_PAINTER = st.components.v2.component(
    "xianbi_picture",
    html=(
        '<div class="picture"><div><button type="button" data-kind="png"></button>'
        '<button type="button" data-kind="svg"></button></div><p role="status"></p><img alt=""></div>'
    ),
    css=(HERE / "picture.css").read_text("utf-8"),
    js=(HERE / "picture.js").read_text("utf-8"),
)


def show_picture(context: Context, part: str, alt: str) -> None:
    """A button that opens the picture of the chart ``part``; it is written only then."""
    say = context.language.say
    key = f"picture {part}"
    with st.popover(say("Picture"), icon=":material/image:", key=key, on_change="rerun") as opened:
        told = say("Headline, unit, cautions, sources, data version and date are part of the picture.")
        st.html(element("p", told, css="xb-deck"))
        _PAINTER(
            key=f"painter {part}",
            data={
                "svg": _write(context, part) if opened.open else "",
                "name": name_file(context, part, "svg").removesuffix(".svg"),
                "alt": alt,
                "labels": {
                    "png": say("PNG, for slides and messages"),
                    "svg": say("SVG, for print and for editing"),
                    "fault": say("This browser could not draw the PNG; the SVG still works."),
                },
            },
        )


def _write(context: Context, part: str) -> str:
    day = datetime.now(UTC).date().isoformat()
    return fill_order(context, Order("svg", part=part, day=day)).content.decode()
