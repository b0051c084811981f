"""How far apart two colours look: CIEDE2000, also to eyes that tell fewer hues apart."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Lab = tuple[float, float, float]
Matrix = tuple[tuple[float, float, float], ...]

# Full severity. Source: Machado, Oliveira & Fernandes 2009, A physiologically-based model, table 1.
SIGHTS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)


def seen(colour: str, sight: str) -> Lab:
    """``#RRGGBB`` as this sight has it, in CIE L*a*b* (D65)."""
    linear = tuple(_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    shown = tuple(min(1.0, max(0.0, part)) for part in _times(SIGHTS[sight], linear))
    x, y, z = (_root(part / white) for part, white in zip(_times(XYZ, shown), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Lab, other: Lab) -> float:
    """CIEDE2000. Source: Sharma, Wu & Dalal 2005; about 2 is just seen, 10 at a glance."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = degrees(atan2(b1, a1 * stretch)) % 360, degrees(atan2(b2, a2 * stretch)) % 360
    turn = _turn(h1, h2) if c1 * c2 else 0.0
    hue = _middle(h1, h2) if c1 * c2 else h1 + h2
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weights = _weights(light, chroma, hue)
    dl, dc = (l2 - l1) / weights[0], (c2 - c1) / weights[1]
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / weights[2]
    return sqrt(dl**2 + dc**2 + dh**2 + _rotation(chroma, hue) * dc * dh)


def _weights(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    terms = ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.20, 4, -63))
    tone = 1 - sum(size * cos(radians(times * hue + shift)) for size, times, shift in terms)
    off = (light - 50) ** 2
    return 1 + 0.015 * off / sqrt(20 + off), 1 + 0.045 * chroma, 1 + 0.015 * chroma * tone


def _rotation(chroma: float, hue: float) -> float:
    angle = 30 * exp(-(((hue - 275) / 25) ** 2))
    return -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(2 * angle))


def _turn(h1: float, h2: float) -> float:
    return (h2 - h1 + 180) % 360 - 180


def _middle(h1: float, h2: float) -> float:
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2


def _times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(line, vector, strict=True)) for line in matrix)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
