"""The place that a document is about, and what its 全县, 我市 and bare names of neighbours mean."""

from dataclasses import dataclass

from extract.gazetteer import Gazetteer, Unit


@dataclass(frozen=True, slots=True)
class Home:
    """A document's own unit with those around it, as of one year.

    ``above`` runs from the parent up to the province.
    """

    unit: Unit
    above: tuple[Unit, ...]
    children: tuple[Unit, ...]
    siblings: tuple[Unit, ...]
    year: int | None

    @property
    def province(self) -> Unit:
        """The province; the unit itself where it is one."""
        return self.above[-1] if self.above else self.unit

    def near(self, unit: Unit) -> int:
        """How closely a unit is related: 0 the place itself, 1 above or below, 2 beside, 3 province, 4 elsewhere."""
        if unit.adcode == self.unit.adcode:
            return 0
        if unit in self.above or unit in self.children:
            return 1
        if unit in self.siblings:
            return 2
        return 3 if unit.adcode[:2] == self.unit.adcode[:2] else 4


def home_of(name: str, gazetteer: Gazetteer, year: int | None = None) -> Home | None:
    """The home for a name or code of the list; None where it is unknown or several places share the name.

    >>> from extract.gazetteer import load_gazetteer
    >>> home = home_of("扎鲁特旗", load_gazetteer(), 2020)
    >>> home.unit.adcode, [unit.name for unit in home.above]
    ('150526', ['通辽市', '内蒙古自治区'])
    """
    units = gazetteer.named(name, year) or gazetteer.named(name)
    if name in gazetteer.codes:
        unit = gazetteer.by_code(name, year)
        units = (unit,) if unit else ()
    same_rank = [unit for unit in units if unit.level == units[0].level]
    return settle(units[0], gazetteer, year) if len(same_rank) == 1 else None


def settle(unit: Unit, gazetteer: Gazetteer, year: int | None) -> Home:
    """The home of a unit of the list."""
    above = []
    parent = gazetteer.by_code(unit.parent, year)
    while parent:
        above.append(parent)
        parent = gazetteer.by_code(parent.parent, year)
    beside = gazetteer.children(unit.parent, year) if unit.parent else ()
    siblings = tuple(other for other in beside if other.adcode != unit.adcode)
    return Home(unit, tuple(above), gazetteer.children(unit.adcode, year), siblings, year)
