"""The columns of the files that are taken away: what each is called and means. One list for workbook and package."""

from compare.language import Language

Words = tuple[str, str]


def explain_columns(language: Language) -> dict[str, dict[str, Words]]:
    """By file, by column: its name and its meaning."""
    return {
        "metrics": _metrics(language),
        "documents": _documents(language),
        "findings": _findings(language),
        "events": _events(language),
    }


def _metrics(language: Language) -> dict[str, Words]:
    say = language.say
    return {
        "fact": (say("Figure’s id"), say("the same as long as report, place in the text and metric are")),
        "doc": (say("Report’s id"), say("the report that the figure stands in")),
        "start": (say("Start"), say("where the number begins in the report, in characters from 0")),
        "end": (say("End"), say("where it ends, not included")),
        "text": (say("As printed"), say("the number with its unit, verbatim")),
        "quote": (say("Sentence"), say("the whole sentence around the number, verbatim")),
        "place": (say("Place"), say("full standard name")),
        "adcode": (say("Place code"), say("six digits of GB/T 2260 as of the period; empty if unknown")),
        "metric": (say("Metric"), say("id of the metric, explained in the dictionary")),
        "value": (say("Value"), say("in the base unit, 万 and 亿 multiplied out; of a range its low end")),
        "high": (say("Up to"), say("the high end of a range, else empty")),
        "unit": (say("Unit"), say("the base unit: CNY is yuan")),
        "period": (say("Period"), say("2019, 2020-09 or 2020-09-30; empty where the report does not tell")),
        "since": (say("Since"), say("where the report names the start of a running total")),
        "basis": (say("Basis"), say("state, within the period, running total, or plan")),
        "qualifier": (say("Exactness"), say("exact, about, over or under")),
        "grade": (say("Grade"), say("how surely place, metric and period belong to the number")),
        "note": (say("Reason"), say("the reason of a grade that is not ‘stated’")),
        "rule": (say("Rule"), say("the phrase of the lexicon that tied number to metric")),
        "quote_start": (say("Sentence’s start"), say("where the sentence begins in the report")),
    }


def _documents(language: Language) -> dict[str, Words]:
    say = language.say
    return {
        "doc": (say("Report’s id"), say("the report’s file name without ending")),
        "title": (say("Title"), say("as the list of documents gives it")),
        "publisher": (say("Publisher"), say("who published it")),
        "url": (say("Address"), say("where it was published")),
        "place": (say("Place"), say("the place that the report speaks for")),
        "adcode": (say("Place code"), say("six digits of GB/T 2260; empty if unknown")),
        "place_source": (
            say("Source of the place"),
            say("given by the list, inferred from the text, or unknown"),
        ),
        "date": (say("Date"), say("when it was written")),
        "date_source": (say("Source of the date"), say("given, printed in the text, inferred, or unknown")),
        "encoding": (say("Encoding"), say("in which it was read")),
        "script": (say("Script"), say("simplified or traditional")),
        "sha256": (say("Checksum"), say("SHA-256 of the file’s bytes")),
        "characters": (say("Characters"), say("length of the text")),
        "numbers": (say("Numbers"), say("all numbers in it")),
        "kept": (say("Kept"), say("those that are figures of the table")),
        "left": (say("Left over"), say("those that are not, each with a reason")),
        "damaged": (say("Damaged"), say("those whose digits were lost")),
        "status": (say("Status"), say("ok: it was read")),
        "note": (say("Note"), say("what a reader of its figures should know")),
    }


def _findings(language: Language) -> dict[str, Words]:
    say = language.say
    return {
        "finding": (say("Finding’s id"), say("12 hexadecimal digits")),
        "doc": (say("Report’s id"), say("the report whose figures were worked out again")),
        "check": (say("Check"), say("what kind of sum: sum, share, growth and others")),
        "verdict": (say("Verdict"), say("consistent, last digit, contradicts or unexplained")),
        "message_en": (say("In English"), say("the sum in English")),
        "message_zh": (say("In Chinese"), say("the sum in Chinese")),
        "spans": (say("Spans"), say("JSON list of start and end of all figures used, the one checked last")),
        "facts": (say("Figures"), say("ids of those figures that are in the table")),
    }


def _events(language: Language) -> dict[str, Words]:
    say = language.say
    return {
        "event": (say("Event’s id"), say("12 hexadecimal digits")),
        "doc": (say("Report’s id"), say("the report that tells it")),
        "start": (say("Start"), say("where the clause begins that tells it")),
        "end": (say("End"), say("where it ends, not included")),
        "quote": (say("Sentence"), say("the clause, verbatim")),
        "place": (say("Place"), say("full standard name")),
        "adcode": (say("Place code"), say("six digits of GB/T 2260; empty if unknown")),
        "date": (say("Date"), say("2019, 2020-09 or 2020-09-30; empty where the report does not tell")),
        "end_date": (say("End date"), say("the last day of what lasted")),
        "kind": (say("Kind"), say("kind of event")),
        "title": (say("Event"), say("the clause cut to what happened")),
    }
