"""The events of a report for its timeline: what was founded, passed, visited, flooded, reached or planned."""

import re
from dataclasses import dataclass, replace

from extract.claims.context import Context
from extract.events.dates import NEVER, When, begins_change, find_dates, whens
from extract.events.places import find_event_places
from extract.events.signs import Sign, find_clause_spans, find_sign, is_ahead, rules_for, timeless
from extract.events.titles import title_of
from extract.lexicon.events import EventRules, load_events
from extract.mention import Period, Place, Role
from extract.places.places import find_places
from extract.text.section import Section, next_section
from extract.text.split import Sentence

FAR = 120
# Without one of these there is no time in a sentence.
TIME = re.compile(r"[年月目当现今]|20[0-9]{2}[-./]|十[一二三四五八九]")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a report says happened, or will; offsets point into the readable text.

    ``date`` is empty where the text does not tell it; ``date_source`` is stated, carried, document or none.
    """

    start: int
    end: int
    place: str
    adcode: str
    date: str
    end_date: str
    kind: str
    title: str
    date_source: str
    rule: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its times and what the text around it says of time."""

    sentence: Sentence
    section: Section
    periods: tuple[Period, ...]
    before: tuple[Period, ...]


def find_events(
    text: str, sentences: tuple[Sentence, ...], context: Context, rules: EventRules | None = None
) -> tuple[Event, ...]:
    """The events of readable text, in the order in which they are told.

    >>> from extract.lexicon.gazetteer import load_gazetteer
    >>> from extract.lexicon import load_lexicon
    >>> from extract.pipeline import make_reader, read_text
    >>> reader = make_reader(load_lexicon(), load_gazetteer())
    >>> reading = read_text("2019年4月,全县退出贫困县序列。", reader, "肥西县", "2020")
    >>> [(one.date, one.place, one.kind, one.title) for one in reading.events]
    [('2019-04', '肥西县', 'exit', '退出贫困县序列')]
    """
    known = rules or load_events()
    undated = timeless(known)
    found: list[Event] = []
    section, before = Section(), None
    for sentence in sentences:
        section = next_section(text, sentence, section)
        timed = TIME.search(text, sentence.start, sentence.end)
        fitting = _fitting(text, sentence, known if timed else undated)
        if fitting and (context.on_poverty or _on_topic(text, sentence, known)):
            lender = before if any(rule.dates for rule in fitting.rules) else None
            told = _told(text, (lender, sentence), section, context)
            found.extend(_of_sentence(text, told, context, fitting))
        before = sentence
    return _without_repeats(found)


def _fitting(text: str, sentence: Sentence, rules: EventRules) -> EventRules | None:
    """Those of the rules that have a word in a sentence, None where none has."""
    span = sentence.start, sentence.end
    if not rules.gate.search(text, *span):
        return None
    fitting = rules_for(text, span, rules)
    return fitting if fitting.rules else None


def _told(text: str, pair: tuple[Sentence | None, Sentence], section: Section, context: Context) -> Told:
    """A sentence with its times; the one before it in the paragraph lends its own where this one has none."""
    before, sentence = pair
    periods = find_dates(text, sentence, context, section)
    if periods or before is None or before.paragraph != sentence.paragraph:
        return Told(sentence, section, periods, ())
    return Told(sentence, section, periods, find_dates(text, before, context, section))


def _of_sentence(text: str, told: Told, context: Context, rules: EventRules) -> list[Event]:
    """The events of one sentence; a weak one told under the date of another is part of that."""
    usable = rules if told.periods else timeless(rules)
    if not usable.rules:
        return []
    clauses = find_clause_spans(text, told.sentence.start, told.sentence.end)
    places: tuple[Place, ...] | None = None
    found: list[Event] = []
    ahead = False
    for at, clause in enumerate(clauses):
        ahead = is_ahead(text[slice(*clause)], rules) or (ahead and not _has_time(told, clause))
        sign = find_sign(text, clauses[at:], told.periods, usable)
        if sign is None:
            continue
        places = _places(text, told.sentence, context) if places is None else places
        for event in _events(text, replace(sign, ahead=ahead), (told, places, clauses), context):
            _add(found, event, sign.rule.strong)
    return found


def _has_time(told: Told, clause: tuple[int, int]) -> bool:
    return any(clause[0] <= period.start < clause[1] for period in told.periods)


def _on_topic(text: str, sentence: Sentence, rules: EventRules) -> bool:
    """Whether what a clause tells is of the fight against poverty."""
    sight = text[slice(*sentence.heading)] + text[sentence.start : sentence.end]
    return bool(rules.topic.search(sight))


def _places(text: str, sentence: Sentence, context: Context) -> tuple[Place, ...]:
    start = sentence.start
    named = find_places(text[start : sentence.end], context.gazetteer, context.home)
    return tuple(place._replace(start=place.start + start, end=place.end + start) for place in named)


def _events(
    text: str,
    sign: Sign,
    around: tuple[Told, tuple[Place, ...], tuple[tuple[int, int], ...]],
    context: Context,
) -> list[Event]:
    """The events of one sign: one for each date and each place."""
    told, places, clauses = around
    dates = _dates(text, sign, told, clauses)
    where = find_event_places(text, sign.word, places, context)
    title = title_of(text, sign, (*told.periods, *places))
    return [
        Event(
            _begin(when, sign, told, clauses), sign.end, name, adcode, when.date, _end_date(when, sign),
            _kind(sign, when, told, context), title, when.source, sign.rule.id,
        )
        for when in dates
        for name, adcode in where
    ]  # fmt: skip


def _dates(text: str, sign: Sign, told: Told, clauses: tuple[tuple[int, int], ...]) -> tuple[When, ...]:
    """The dates of an event by the sources that its rule allows, nearest first."""
    own = whens(text, (sign.start, sign.end), sign.word, told.periods)
    if own:
        return own
    earlier = [period for period in told.periods if period.start < sign.start]
    if earlier:
        first = max((start for start, _ in clauses if start <= earlier[-1].start), default=sign.start)
        return whens(text, (first, sign.end), sign.start, tuple(earlier))
    allowed = sign.rule.dates
    settled = [period for period in told.before if not begins_change(text, period)]
    if "before" in allowed and settled and settled[-1].role in (Role.IN, Role.AS_OF):
        return (When(settled[-1].value, "", "carried", -1),)
    year = told.section.year or told.section.title_year
    if "section" in allowed and year and not told.section.ahead:
        return (When(year, "", "carried" if told.section.year else "document", -1),)
    return (NEVER,) if "none" in allowed else ()


def _begin(when: When, sign: Sign, told: Told, clauses: tuple[tuple[int, int], ...]) -> int:
    """Where the telling begins: at the clause with the date if that is not far off."""
    if not told.sentence.start <= when.at < sign.start or sign.start - when.at > FAR:
        return sign.start
    return next((start for start, end in clauses if start <= when.at < end), sign.start)


def _end_date(when: When, sign: Sign) -> str:
    """The end of what lasts; what was founded, passed or begun has a beginning only."""
    lasts = not sign.rule.strong or sign.rule.kind == "campaign" or not when.lasting
    return when.end_date if lasts else ""


def _kind(sign: Sign, when: When, told: Told, context: Context) -> str:
    """The rule's kind; what lies ahead is a plan, what holds as of a date a milestone."""
    today = context.today.value
    if sign.ahead or told.section.ahead or (today and when.date[: len(today)] > today[: len(when.date)]):
        return "plan"
    return "milestone" if when.as_of else sign.rule.kind


def _add(found: list[Event], event: Event, strong: bool) -> None:
    """Adds an event, or lengthens the one that it is a part of: 今年普降暴雨,特别是7月2日强降雨."""
    for at, other in enumerate(found):
        if other.place != event.place:
            continue
        if other.date == event.date and (other.kind == event.kind or not strong):
            found[at] = replace(other, end=max(other.end, event.end))
            return
        if other.kind == event.kind and other.date and event.date.startswith(other.date):
            found[at] = replace(event, start=min(other.start, event.start))
            return
    found.append(event)


def _without_repeats(found: list[Event]) -> tuple[Event, ...]:
    """Each event once, where it is told first; an undated one only where no dated one is of its kind."""
    first: dict[tuple[str, ...], Event] = {}
    for event in found:
        first.setdefault((event.kind, event.place, event.date, event.title if event.date else ""), event)
    dated = {(event.kind, event.place) for event in first.values() if event.date}
    return tuple(event for event in first.values() if event.date or (event.kind, event.place) not in dated)
