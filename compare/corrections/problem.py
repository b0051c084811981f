"""A ready text for whoever keeps the table: which figure, what it says, where it stands."""

from compare.context import Context
from compare.own.mark import plain
from compare.record import Row
from compare.words.numbers import say_figure
from compare.words.periods import say_period
from compare.words.terms import bases, grades


def write_problem(context: Context, row: Row, address: str) -> str:
    """The text in the language of the view, with a line left free for what is wrong.

    ``address`` is the link to the figure, empty for a visitor's own report, which no link leads to.
    """
    language = context.language
    metric = context.metrics.get(row.metric)
    documents = context.store.documents((row.doc,))
    title = documents[0].title if documents and documents[0].title else plain(row.doc)
    colon, comma = language.say(": "), language.sense("clauses", ", ")
    read = (
        context.names.full(row.adcode, row.place),
        metric.name(language) if metric else row.metric,
        say_figure(row, language),
        say_period(row.period, language),
        bases(language).get(row.basis, row.basis),
        grades(language).get(row.grade, row.grade),
    )
    pairs = (
        (language.say("Figure’s id"), plain(row.fact)),
        (language.say("Data version"), context.store.version),
        (language.say("Read as"), comma.join(part for part in read if part)),
        (language.say("As printed"), row.text),
        (language.say("Sentence"), row.quote),
        (
            language.say("Report"),
            f"{title} ({plain(row.doc)}, {language.say('character {n}', n=f'{row.start + 1:,}')})",
        ),
        (language.say("Link"), address),
        (language.say("What is wrong"), ""),
    )
    told = [f"{name}{colon}{words}".rstrip(" ") for name, words in pairs if words or name == pairs[-1][0]]
    return "\n".join((language.say("A problem with a figure of Xianbi"), *told))
