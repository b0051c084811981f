"""The colours and the typeface of every figure, for a light and a dark ground.

A place takes the colour of its slot, the position in which it was chosen; the hue of a slot is the same on both
grounds. Colour is never the only sign of anything and never colours text.
"""

from dataclasses import dataclass

FONT = "'Source Sans','PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by the part they play: ground, ink, rules, warning (amber), contradiction (red), places by slot."""

    dark: bool
    page: str
    panel: str
    ink: str
    ink2: str
    muted: str
    line: str
    grid: str
    zero: str
    accent: str
    warn: str
    warnbg: str
    warnline: str
    bad: str
    places: tuple[str, ...]
    font: str = FONT

    def place(self, slot: int) -> str:
        """The colour of a slot, counted from 0; a thirteenth place starts again.

        >>> LIGHT.place(0), LIGHT.place(12) == LIGHT.place(0)
        ('#092D92', True)
        """
        return self.places[slot % len(self.places)]


LIGHT = Palette(
    dark=False,
    page="#FFFFFF",
    panel="#F5F6F8",
    ink="#1A1D21",
    ink2="#454B53",
    muted="#646B74",
    line="#D9DDE2",
    grid="#E6E9ED",
    zero="#7C848E",
    accent="#0B5563",
    warn="#8A4B00",
    warnbg="#FFF3DD",
    warnline="#E2A54A",
    bad="#A3262A",
    places=(
        "#092D92",
        "#781C06",
        "#1E6D50",
        "#A75083",
        "#AD8D12",
        "#269CD5",
        "#5358D6",
        "#E35C7D",
        "#667C40",
        "#9D4A04",
        "#3C434D",
        "#826EA8",
    ),
)

DARK = Palette(
    dark=True,
    page="#12161B",
    panel="#1B2129",
    ink="#ECEFF3",
    ink2="#C2C9D2",
    muted="#9AA4B0",
    line="#38414B",
    grid="#262E37",
    zero="#8A94A0",
    accent="#1F7F8E",
    warn="#F3C06B",
    warnbg="#33270F",
    warnline="#A8741F",
    bad="#FF9C93",
    places=(
        "#537CD6",
        "#CC6438",
        "#6FDEA7",
        "#DFB4DA",
        "#DFBA3B",
        "#409FBF",
        "#9A96FC",
        "#E27A8F",
        "#ABCB78",
        "#A87B5D",
        "#6E8398",
        "#C7AFF5",
    ),
)


def choose_palette(theme: str | None) -> Palette:
    """The palette for Streamlit's theme type; light where it is not known.

    >>> choose_palette("dark").page, choose_palette(None).page
    ('#12161B', '#FFFFFF')
    """
    return DARK if theme == "dark" else LIGHT
