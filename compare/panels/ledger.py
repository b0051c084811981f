"""The timeline as a file: every entry with its dates as sortable text, its report and the codes."""

from collections.abc import Sequence

from compare.context import Context
from compare.panel import Table
from compare.panels.entries import Entry
from compare.words.terms import kinds


def list_entries(context: Context, entries: Sequence[Entry]) -> Table:
    """A line for each entry, in their order.

    Shape: place and its code, date in words, first and last date (ISO), kind, what is told, its sentence,
    then title and id of the report and where in it the sentence stands.
    """
    say, named = context.language.say, kinds(context.language)
    columns = (
        say("Place"),
        say("Place code"),
        say("Date"),
        say("Start date"),
        say("End date"),
        say("Kind"),
        say("Event"),
        say("Sentence"),
        say("Report"),
        say("Report’s id"),
        say("Start"),
    )
    docs = tuple({entry.doc for entry in entries})
    titles = {document.doc: document.title for document in context.store.documents(docs)} if docs else {}
    cells = tuple(
        (
            entry.place,
            entry.adcode,
            entry.when,
            entry.date,
            entry.end_date,
            named.get(entry.kind, entry.kind),
            entry.title,
            entry.quote,
            titles.get(entry.doc, ""),
            entry.doc,
            str(entry.start),
        )
        for entry in entries
    )
    return Table(columns, cells, tuple(entry.fact for entry in entries))
