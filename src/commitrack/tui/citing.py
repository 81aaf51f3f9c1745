"""A commitment as it is put into somebody else's text: its quote, a citation, Markdown. Pure.

What is handed on holds no control characters, and in Markdown nothing of it is markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from commitrack.model.cleaning import clean_line
from commitrack.model.inert import markdown_text
from commitrack.model.records import Dossier
from commitrack.reports.wording import said_on


def quotation(dossier: Dossier) -> str:
    """The words of the promise in quotation marks; the title where it was put in by hand."""
    words = clean_line(dossier.commitment.quote or dossier.commitment.title)
    return f"“{words}”"


def citation(dossier: Dossier) -> str:
    """The quote, who said it, where and when, and the IDs under which it is on record."""
    return f"{quotation(dossier)} — {_where(dossier)}"


def as_markdown(dossier: Dossier) -> str:
    """A block quote with its citation below."""
    words = markdown_text(clean_line(dossier.commitment.quote or dossier.commitment.title))
    return f"> {words}\n>\n> — {markdown_text(_where(dossier))}"


def _where(dossier: Dossier) -> str:
    source = dossier.source
    if source is None:
        return dossier.commitment.id
    said = (source.speaker, source.role, source.publisher, source.title)
    parts = [clean_line(one) for one in said if one]
    day = said_on(source.said_on, source.precision)
    return f"{', '.join([*parts, *([day] if day else [])])} ({source.id}, {dossier.commitment.id})"


KINDS: Mapping[str, tuple[str, Callable[[Dossier], str]]] = {
    "i": ("ID", lambda dossier: dossier.commitment.id),
    "q": ("quote", quotation),
    "c": ("citation", citation),
    "m": ("Markdown", as_markdown),
}
"""What can be copied: its key, its name, and how it is written."""


def copied(kind: str, dossiers: Iterable[Dossier]) -> str:
    """Some commitments, as one text: IDs a line each, all else with an empty line between."""
    write = KINDS[kind][1]
    return ("\n" if kind == "i" else "\n\n").join(write(one) for one in dossiers)
