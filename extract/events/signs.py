"""Which clause of a sentence tells an event, and by which rule of the lexicon."""

import re
from dataclasses import dataclass

from extract.lexicon.events import EventRule, EventRules
from extract.mention import Period

# A mark between digits groups thousands; within quotes and book titles it ends no clause.
_MARK = re.compile(
    r"(?<![0-9])[,;:。!?\n]+[”\"]?|[,;:。!?\n]+[”\"]?(?![0-9])|(?<![0-9年])、(?=20[0-9]{2}年)|《[^》\n]{1,80}》|[“][^”\n]{1,40}”"
)
Spans = tuple[tuple[int, int], ...]
_DIGIT = re.compile(r"(?<![a-zA-Z.—-])[0-9]|[一二两三四五六七八九十百千]+(?:个|户|人|名|项|次|支)|为零|全部")


@dataclass(frozen=True, slots=True)
class Sign:
    """A clause that tells an event: its span, its telling words, the rule, and whether it lies ahead."""

    start: int
    end: int
    word: int
    word_end: int
    rule: EventRule
    ahead: bool = False


def find_clause_spans(text: str, start: int, end: int) -> Spans:
    """The clauses of a sentence, without the marks that end them.

    >>> text = "出台《甲,乙办法》,脱贫1,200户;"
    >>> [text[slice(*span)] for span in find_clause_spans(text, 0, len(text))]
    ['出台《甲,乙办法》', '脱贫1,200户']
    """
    spans, at = [], start
    for mark in _MARK.finditer(text, start, end):
        if mark.group()[0] in "《“":
            continue
        spans.append((at, mark.start()))
        at = mark.end()
    spans.append((at, end))
    return tuple((a, b) for a, b in spans if text[a:b].strip())


def rules_for(text: str, span: tuple[int, int], rules: EventRules) -> EventRules:
    """The rules that have a word in a sentence."""
    fitting = (
        rule for rule in rules.rules if rule.gate.search(text, *span) and rule.words.search(text, *span)
    )
    return rules._replace(rules=tuple(fitting))


def timeless(rules: EventRules) -> EventRules:
    """Those that can do without a time in their sentence."""
    return rules._replace(rules=tuple(rule for rule in rules.rules if rule.dates), gate=rules.timeless)


def find_sign(text: str, clauses: Spans, periods: tuple[Period, ...], rules: EventRules) -> Sign | None:
    """The event that the first clause tells, by the first rule that fits it; the others are what follows."""
    start, end = clauses[0]
    clause = text[start:end]
    for rule in rules.rules:
        window = text[start : clauses[rule.reach - 1][1]] if 1 < rule.reach <= len(clauses) else clause
        word = fit(rule, window)
        if word is None or word[0] >= len(clause) or (rule.plan and not is_ahead(clause, rules)):
            continue
        span = (start, start + len(window))
        if rule.number and not has_quantity(text, span, periods):
            continue
        return None if rules.blocked.search(clause) else Sign(*span, start + word[0], start + word[1], rule)
    return None


def is_ahead(clause: str, rules: EventRules) -> bool:
    """Whether a clause speaks of what is to come: 拟, 将, 力争, 到2020年."""
    return bool(rules.plan.search(clause))


def fit(rule: EventRule, clause: str) -> tuple[int, int] | None:
    """From where to where a clause fits the rule, word and what must follow; None if it does not."""
    for word in rule.words.finditer(clause):
        if rule.unless and rule.unless.search(clause):
            return None
        then = rule.then.search(clause, word.end()) if rule.then else word
        if then and not (rule.before and not rule.before.search(clause, 0, word.end())):
            return word.start(), then.end()
    return None


def has_quantity(text: str, span: tuple[int, int], periods: tuple[Period, ...]) -> bool:
    """Whether a number stands in a span that is no part of a time."""
    inside = (digit.start() for digit in _DIGIT.finditer(text, *span))
    return any(all(not period.start <= at < period.end for period in periods) for at in inside)
