"""A picture as PNG, drawn here from its SVG by resvg with the fonts of this machine; nothing is fetched."""

from functools import cache

from compare.export.grid import ExportError

SCALE = 2
TRIAL = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="32" font-size="30">{}</text></svg>'
NO_SIGN = "\ue000"  # private use: what a font draws for what it does not have


def write_png(svg: bytes) -> bytes:
    """The PNG, two pixels for one.

    Errors: ExportError where this machine has no font with Chinese signs: a picture of empty boxes helps nobody.
    """
    if not _draws_chinese():
        raise ExportError(
            "this machine has no font with Chinese signs, so no PNG can be drawn here",
            todo="install one (Debian, Ubuntu: apt install fonts-noto-cjk), or ask for svg",
        )
    return _draw(svg.decode(), SCALE)


@cache
def _draws_chinese() -> bool:
    """Whether two signs come out, each in its own shape."""
    drawn = {_draw(TRIAL.format(sign), 1) for sign in ("县", "比", NO_SIGN)}
    return len(drawn) == 3


def _draw(svg: str, scale: int) -> bytes:
    import resvg_py  # noqa: PLC0415 - only a download needs it

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale, languages=["zh-Hans", "en"]))
