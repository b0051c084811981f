"""The amber strip: figures that another report, or their own report's sums, contradict."""

from collections.abc import Sequence

from compare.context import Context
from compare.panel import Caution
from compare.pick import Pick
from compare.record import Filter, Finding, Row
from compare.verdict import span
from compare.words.lists import say_list
from compare.words.numbers import say_figure


def say_rivals(context: Context, picks: Sequence[Pick]) -> tuple[Caution, ...]:
    """A warning for each place of which two reports give different figures for the same date."""
    say, warnings = context.language.say, []
    docs = tuple({row.doc for pick in picks if pick.rivals for row in (pick.printed[0], *pick.rivals)})
    titles = {d.doc: d.title for d in context.store.documents(docs)} if docs else {}
    for pick in picks:
        shown = pick.printed[0]
        rivals = [row for row in pick.rivals if not _overlap(row, shown)]
        told = [
            say(
                "{value} in “{title}”", value=say_figure(row, context.language), title=titles.get(row.doc, "")
            )
            for row in (shown, *rivals)
        ]
        if rivals:
            metric = context.metrics[shown.metric].phrase(context.language)
            place = context.names.short(shown.adcode, shown.place)
            verdict = say("The reports on {place} differ on {metric}:", place=place, metric=metric)
            others = say_list(told[1:], context.language)
            warnings.append(
                Caution(verdict, say("{shown} is shown, not {others}.", shown=told[0], others=others))
            )
    return tuple(warnings)


def _overlap(one: Row, other: Row) -> bool:
    """Whether two figures may be the same: 逾200人 and 205人, but not 200人 and 205人."""
    (low, high), (least, most) = span(one), span(other)
    return low <= most and least <= high


def say_conflicts(context: Context, conflicts: tuple[tuple[Row, Finding], ...]) -> tuple[Caution, ...]:
    """A warning for each place whose own sums disagree; each finding is said once."""
    language, said, warnings = context.language, set(), []
    for row, finding in conflicts:
        if finding.finding in said:
            continue
        said.add(finding.finding)
        message = finding.message_zh if language.code == "zh" else finding.message_en
        warnings.append(
            Caution(
                _say_whose(context, row, finding),
                language.say("{message}; shown as printed.", message=message.rstrip("。.")),
            )
        )
    return tuple(warnings)


def _say_whose(context: Context, row: Row, finding: Finding) -> str:
    """Whose figures disagree; of a share the place of the part, and what it is a share of."""
    language, facts = context.language, finding.facts.replace(";", " ").split()
    told = context.store.table(Filter(docs=(row.doc,))) if finding.check == "share" else ()
    rows = sorted((r for r in told if r.fact in facts), key=lambda r: r.start)
    if len({(r.adcode, r.metric) for r in rows}) < 2:
        return language.say("{place}’s figures disagree:", place=context.names.short(row.adcode, row.place))
    whole, part = max(rows, key=lambda r: r.value), min(rows, key=lambda r: r.value)
    return language.say(
        "{place}’s share of {whole}’s {metric} disagrees:",
        place=context.names.short(part.adcode, part.place),
        metric=context.metrics[whole.metric].phrase(language),
        whole=context.names.short(whole.adcode, whole.place),
    )
