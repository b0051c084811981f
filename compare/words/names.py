"""Names of places in the interface's language, and how high a place stands."""

from dataclasses import dataclass

from compare.language import Language
from compare.own.mark import SIGN, is_own, plain
from extract.lexicon.gazetteer import Gazetteer, titles

LONG = 7  # characters: 威宁彝族回族苗族自治县 leaves no room on a mark and is written 威宁县


@dataclass(frozen=True, slots=True)
class Names:
    """Says places: Chinese by the full name of the table, English by the gazetteer, else the Chinese name."""

    language: Language
    gazetteer: Gazetteer | None = None

    def short(self, adcode: str, name: str) -> str:
        """``肥西县``, ``威宁县`` or ``Feixi``: the name on a mark and in a sentence."""
        return self._plain(plain(adcode), name) + (SIGN if is_own(adcode) else "")

    def _plain(self, adcode: str, name: str) -> str:
        """The same without the sign of a visitor's own report."""
        if self.gazetteer is None:
            return name
        if self.language.code == "zh":
            unit = self.gazetteer.by_code(adcode) if len(name) > LONG else None
            return (*titles(unit), name)[1] if unit else name
        return self.gazetteer.english(adcode) or name

    def official(self, adcode: str) -> str:
        """The official Chinese name of a code; the code where nobody knows it."""
        unit = self.gazetteer.by_code(plain(adcode)) if self.gazetteer else None
        return unit.name if unit else plain(adcode)

    def full(self, adcode: str, name: str) -> str:
        """``肥西县`` or ``Feixi County``: the name at the head of a card."""
        sign = SIGN if is_own(adcode) else ""
        if self.language.code == "zh":
            return name + sign
        short = self._plain(plain(adcode), name)
        if short == name or level_of(adcode) == "province":
            return short + sign
        kind = "City" if name.endswith("市") else self.kind(adcode, name).title()
        return f"{short} {kind}{sign}"

    def province(self, adcode: str) -> str:
        """``安徽`` or ``Anhui``; empty where the gazetteer does not know it or the place is a province."""
        code = plain(adcode)[:2] + "0000"
        if self.gazetteer is None or level_of(adcode) == "province":
            return ""
        unit = self.gazetteer.by_code(code)
        if unit is None:
            return ""
        return self.gazetteer.english(code) if self.language.code == "en" else unit.short

    def kind(self, adcode: str, name: str) -> str:
        """What the place is called for its level: 县, 旗, 市, 区; 地级市, 地区, 州, 盟; 省."""
        say, level = self.language.say, level_of(adcode)
        if level == "province":
            return say("province")
        if level == "prefecture":
            endings = {
                "市": say("prefecture-level city"),
                "州": say("autonomous prefecture"),
                "盟": say("league"),
            }
            return endings.get(name[-1:], say("prefecture"))
        by_ending = {"旗": say("banner"), "市": say("county-level city"), "区": say("district")}
        return by_ending.get(name[-1:], say("county"))

    def level(self, adcode: str, name: str) -> str:
        """The level said of a place that does not compare: ``地级市`` / ``a prefecture``."""
        say, level = self.language.say, level_of(adcode)
        if level == "province":
            return say("a province")
        if level == "prefecture":
            return self.language.sense("city", "a prefecture") if name.endswith("市") else say("a prefecture")
        return say("a county")


def level_of(adcode: str) -> str:
    """``province``, ``prefecture`` or ``county``, as the digits of the code tell it.

    >>> level_of("340123"), level_of("140500"), level_of("340000")
    ('county', 'prefecture', 'province')
    """
    if adcode.endswith("0000"):
        return "province"
    return "prefecture" if adcode.endswith("00") else "county"
