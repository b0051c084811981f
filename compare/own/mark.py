"""The mark of a visitor's own reports: their places, figures and reports have ids that no table has.

A place that both the table and an own report speak of stays two places, so no figure of the one is ever taken for
one of the other.
"""

from dataclasses import replace

from compare.record import Correction, Document, Event, Finding, Leftover, PlaceEntry, Row

CODE = "own"  # before the code of a place and the id of a figure, an event, a finding
DOC = "own:"  # before the id of a report: no file can have a colon in its name everywhere
SIGN = "*"  # behind the name of a place


def is_own(code: str) -> bool:
    """Whether a place, figure or report is the visitor's own.

    >>> is_own("own341825"), is_own("341825"), is_own("own:肥西县")
    (True, False, True)
    """
    return code.startswith(DOC) or (code.startswith(CODE) and code[len(CODE) : len(CODE) + 1].isalnum())


def plain(code: str) -> str:
    """The code or id as the tables have it.

    >>> plain("own341825"), plain("341825"), plain("own:肥西县")
    ('341825', '341825', '肥西县')
    """
    if code.startswith(DOC):
        return code[len(DOC) :]
    return code[len(CODE) :] if is_own(code) else code


def mark_place(adcode: str) -> str:
    """The code of an own place; a place without a code stays without one."""
    return f"{CODE}{adcode}" if adcode else ""


def mark_row(row: Row) -> Row:
    """A figure of an own report."""
    return replace(row, fact=f"{CODE}{row.fact}", doc=f"{DOC}{row.doc}", adcode=mark_place(row.adcode))


def mark_event(event: Event) -> Event:
    """An event of an own report."""
    return replace(
        event, event=f"{CODE}{event.event}", doc=f"{DOC}{event.doc}", adcode=mark_place(event.adcode)
    )


def mark_document(document: Document) -> Document:
    """An own report. One without a title is called by its file's name."""
    return replace(
        document,
        doc=f"{DOC}{document.doc}",
        adcode=mark_place(document.adcode),
        title=document.title or document.doc,
    )


def mark_finding(finding: Finding) -> Finding:
    """A finding in an own report; the figures that it speaks of are own ones."""
    facts = " ".join(f"{CODE}{fact}" for fact in finding.facts.replace(";", " ").split())
    return replace(finding, finding=f"{CODE}{finding.finding}", doc=f"{DOC}{finding.doc}", facts=facts)


def mark_leftover(leftover: Leftover) -> Leftover:
    """A number of an own report that became no row."""
    return replace(leftover, doc=f"{DOC}{leftover.doc}")


def mark_correction(one: Correction) -> Correction:
    """A correction of an own report."""
    fact = f"{CODE}{one.fact}" if one.fact else ""
    return replace(one, fact=fact, doc=f"{DOC}{one.doc}", adcode=mark_place(one.adcode))


def mark_entry(entry: PlaceEntry) -> PlaceEntry:
    """A place of own reports."""
    return replace(entry, adcode=mark_place(entry.adcode))
