"""What is too much for a place: six million people lifted out of poverty are not one county's."""

from decimal import Decimal

from extract.claims.scene import Scene
from extract.figures.whereabouts import Whereabouts
from extract.lexicon import Metric
from extract.mention import Number

# more people than any has at all
PEOPLE = {"county": 10_000_000, "prefecture": 40_000_000, "province": 150_000_000}
FAMILIES = ("assistance", "education", "helpers", "housing", "jobs", "lifted", "poor")
# more than any county, prefecture and province has had of the poor and the moved
LIMITS = {
    "county": {"person": 1_500_000, "household": 400_000},
    "prefecture": {"person": 5_000_000, "household": 1_500_000},
    "province": {"person": 20_000_000, "household": 6_000_000},
}


def is_too_large(metric: Metric, number: Number, where: Whereabouts) -> bool:
    """Whether a figure of the poor is more than a place of its rank can have; the nation can have any."""
    if not where.adcode or metric.family not in FAMILIES:
        return False
    most = LIMITS[_rank(where.adcode)].get(metric.unit)
    return most is not None and (number.value or Decimal(0)) > most


def is_among_larger(scene: Scene, where: Whereabouts) -> bool:
    """Whether a sentence without a place counts more people than the place can have: it speaks of the nation."""
    if where.here or not where.adcode:
        return False
    return scene.most_people > PEOPLE[_rank(where.adcode)]


def _rank(adcode: str) -> str:
    if adcode.endswith("0000"):
        return "province"
    return "prefecture" if adcode.endswith("00") else "county"
