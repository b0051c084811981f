"""The page that lies in a package: what was asked, what the files hold, what the words mean, how to cite it."""

from collections.abc import Iterable, Sequence

from compare.context import Context
from compare.corrections.mended import mended_notes
from compare.export.citation import cite_all, write_citations
from compare.export.dictionary import explain_bases, explain_grades
from compare.export.files import Files
from compare.export.shown import Shown
from compare.privacy.masked import shows_names
from compare.privacy.words import say_masked
from compare.question import link_of, say_caution, say_question
from compare.words.terms import bases, grades, qualifiers, units


def write_readme(context: Context, shown: Shown, files: Files, day: str) -> str:
    """The page as plain text in the language of the view, one paragraph or list after another."""
    say, first = context.language.say, shown.first.panel
    asked = (*say_question(context), (say("Data version"), context.store.version))
    cited = write_citations(cite_all(context, shown.documents, day))
    cautions = [say_caution(context, w) for block in shown.blocks for w in block.panel.warnings]
    parts = (
        (say("Xianbi: counties compared"), [first.headline]),
        (say("What was asked"), _pairs(context, (*asked, (say("Link"), link_of(context.view))))),
        (say("What does not compare"), [f"- {caution}" for caution in dict.fromkeys(cautions)]),
        (say("What was corrected by hand"), [f"- {note}" for note in mended_notes(context, shown.rows)]),
        (say("Files"), _say_files(context, files)),
        (say("Units"), [_say_units(context, shown)]),
        (say("Bases"), _explain(context, bases(context.language), explain_bases(context.language))),
        (say("Grades"), _explain(context, grades(context.language), explain_grades(context.language))),
        (say("Exactness"), [_words(qualifiers(context.language))]),
        (say("Reading the files"), _say_reading(context)),
        (say("Citation"), cited.split("\n")),
    )
    return "\r\n".join(line for head, lines in parts if lines for line in (head, "-" * 40, *lines, ""))


def _pairs(context: Context, pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [context.language.say("- {label}: {words}", label=label, words=words) for label, words in pairs]


def _say_files(context: Context, files: Files) -> list[str]:
    say, count = context.language.say, context.language.count
    meanings = {
        "metrics": say("the figures behind what the view shows, each with its sentence"),
        "documents": say("the reports that they stand in"),
        "findings": say("the sums of these reports, worked out again"),
        "events": say("what these reports date, of the places shown"),
    }
    names = {
        name: count("{file}.csv ({n} line)", "{file}.csv ({n} lines)", len(sheet.cells), file=name)
        for name, sheet in files.named()
    }
    described = ("datapackage.json", say("every column with its type and meaning, for programs"))
    return _pairs(context, [*((names[name], meanings[name]) for name in names), described])


def _say_units(context: Context, shown: Shown) -> str:
    """The units that occur; all values are in them."""
    named = units(context.language)
    used = sorted({row.unit for row in shown.rows})
    return context.language.say(
        "Values are in base units: {units}.",
        units=_words({code: named.get(code, code) for code in used}) or context.language.say("none here"),
    )


def _say_reading(context: Context) -> Sequence[str]:
    say = context.language.say
    masked = () if shows_names() else (say_masked(context.language),)
    return (
        *masked,
        say("UTF-8 with a byte-order mark, commas, lines ended by CRLF. Empty means not told, never nought."),
        say("Text that a spreadsheet could take for a formula has a ' before it; take it away to quote."),
        say("Codes of places, figures and reports are text: read them as such, or they lose their noughts."),
    )


def _explain(context: Context, names: dict[str, str], meanings: dict[str, str]) -> list[str]:
    say = context.language.say
    return _pairs(
        context, [(say("{name} ({code})", name=names[code], code=code), meanings[code]) for code in names]
    )


def _words(names: dict[str, str]) -> str:
    return ", ".join(f"{code} = {name}" for code, name in names.items())
