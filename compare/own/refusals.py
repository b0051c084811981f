"""Why a visitor's file was not taken, as one sentence in the reader's language: what is wrong, and what helps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.language import Language


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that was not taken: its name, the kind of reason, and what fills its sentence.

    ``what`` is the reason in English, for kinds that this module does not know.
    """

    where: str
    refusal: str
    values: Mapping[str, str] = field(default_factory=dict)
    what: str = ""


def say_fault(fault: Fault, language: Language) -> str:
    """The sentence that follows the file's name.

    >>> from compare.language import open_language
    >>> say_fault(Fault("扫描件.pdf", "scan", {"pages": "3"}), open_language("en"))
    'its 3 pages are pictures without text. Take it through text recognition first.'
    """
    sentence = _of_content(language).get(fault.refusal) or _of_size(language).get(fault.refusal)
    if sentence is None:
        return f"{fault.what}{language.sense('end of sentence', '.')}"
    named = {name: _named(value, language) for name, value in fault.values.items()}
    return sentence.format_map(_Gaps(named))


class _Gaps(dict[str, str]):
    """What fills a sentence; what was not told is a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _of_content(language: Language) -> dict[str, str]:
    say = language.say
    return {
        "empty": say("it is empty."),
        "encoding": say(
            "it is in none of the encodings UTF-8, GB18030 and Big5. Save it as plain text in UTF-8."
        ),
        "binary": say("it is no text. Save it as plain text (.txt, UTF-8)."),
        "wrong type": say("it is {kind}, not {named}. Save it again, or give it the ending of what it is."),
        "other format": say("it is {kind}, which cannot be read. Save it as .docx or .txt."),
        "password": say("it is locked with a password. Save it without one."),
        "scan": say("its {pages} pages are pictures without text. Take it through text recognition first."),
        "wordless": say("it holds no text. Is it the right file?"),
        "damaged": say("it is damaged. Open it in the program that it came from and save it again."),
        "doctype": say(
            "it declares entities of its own, which could hide text. Open it in Word and save it again."
        ),
        "broken": say("it breaks the program that opens it. Save it as plain text (.txt, UTF-8)."),
        "same name": say("it has the same name as {other}. Rename one of the two."),
        "no report": say("there is no report in it. Reports end in .txt, .md, .html, .docx or .pdf."),
        "date": say("its date is none. Write 2020, 2020-09 or 2020-09-30."),
    }


def _of_size(language: Language) -> dict[str, str]:
    say = language.say
    return {
        "large": say("it has {size} MB, more than the {limit} MB allowed. Split it."),
        "bomb": say("it unpacks to more than {limit} MB. Take out what is no report."),
        "swollen": say("it unpacks to {times} times its size, as no report does."),
        "many": say("it holds {files} files, more than the {limit} allowed. Make several of it."),
        "deep": say("it is an archive in an archive in an archive. Unpack it first."),
        "slow": say("it takes more than {seconds} s to read. Split it, or save it as plain text."),
        "memory": say("it takes more than {limit} MB of memory to read. Split it, or save it as plain text."),
        "full": say("this visit already holds {limit} MB. Remove reports that are done with."),
    }


def _named(value: str, language: Language) -> str:
    """The names of kinds of files in the reader's language; other values as they stand."""
    say = language.say
    kinds = {
        "a PDF file": say("a PDF file"),
        "a zipped file (Word, Excel, WPS or ZIP)": say("a zipped file (Word, Excel, WPS or ZIP)"),
        "a zipped file without a Word document": say("a zipped file without a Word document"),
        "an old Word, Excel or WPS file": say("an old Word, Excel or WPS file"),
        "a rich-text file": say("a rich-text file"),
        "a picture": say("a picture"),
        "a Word file": say("a Word file"),
        "a web page": say("a web page"),
        "plain text": say("plain text"),
        "something else": say("something else"),
    }
    if value in kinds:
        return kinds[value]
    ending = value.removeprefix("a ").removesuffix(" file")
    return say("a {ending} file", ending=ending) if ending.startswith(".") else value
