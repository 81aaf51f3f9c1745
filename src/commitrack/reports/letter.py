"""A letter to an owner: what was said, what our record holds, and what would settle it.

It accuses nobody: it tells what is recorded, and asks. The words are those of a template, which
anybody can replace by their own; `DEFAULT` is the one that is used otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from commitrack.model.cleaning import clean, clean_line
from commitrack.model.inert import markdown_text
from commitrack.model.records import Dossier
from commitrack.reports.template import Template, read_template
from commitrack.reports.wording import on_record, said_by

NAMES = {
    "owner": "whom the letter is to",
    "today": "the day it is written",
    "reply_by": "the day by which an answer is asked for",
    "from": "who writes",
    "how_many": "how many promises it is about",
}
"""What can stand anywhere in a template, and what each means."""

NAMES_OF_EACH = {
    "n": "1, 2, 3 …",
    "id": "its ID in our record",
    "title": "its title",
    "quote": "the very words",
    "said": "who said it, where and when",
    "due": "the date that was given",
    "status": "what our record calls it",
    "record": "what evidence is on record, and when somebody last looked",
    "test": "what would show that it is done",
}
"""What can stand in the part that is repeated for each promise."""

DEFAULT = """\
$today

Dear colleagues at $owner,

We keep a record of what has been promised in public and of what came of it. It names you as the ones to act on what follows, and we should like to have it right.

$promises
$n. $title ($id)

> “$quote”

Said in: $said
Date given: $due
Our record: $status; evidence: $record
What would show that it is done: $test

$end
Could you tell us by $reply_by how this stands, and where anybody can read it? If our record is wrong or out of date, please say so: we put it right, and say that we did.

Yours sincerely,
$from
"""  # noqa: E501 (a paragraph of a letter is one line: a word processor folds it)

_ASK = "a page or a document that says what was done, and when"
"""What would settle a promise whose success test nobody has written."""

_QUOTED = re.compile(r"^> ?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, before it is written: whom it asks, and about what."""

    owner: str
    promises: tuple[Dossier, ...]
    today: date
    reply_by: date
    sender: str

    @property
    def values(self) -> dict[str, str]:
        """The values of `NAMES`."""
        return {
            "owner": self.owner or "(no owner on record)",
            "today": day_words(self.today),
            "reply_by": day_words(self.reply_by),
            "from": self.sender,
            "how_many": str(len(self.promises)),
        }

    @property
    def each(self) -> tuple[dict[str, str], ...]:
        """The values of `NAMES_OF_EACH`, for each promise."""
        return tuple(_promise(n, one) for n, one in enumerate(self.promises, start=1))


def day_words(day: date) -> str:
    """A day as it is written in a letter: ``30 June 2026``."""
    return f"{day.day} {day:%B %Y}"


def template_of(text: str) -> Template:
    """A letter's template; `BadInput` names the line of a mistake in it."""
    return read_template(clean(text), tuple(NAMES), tuple(NAMES_OF_EACH))


def as_plain(letters: Sequence[Letter], template: Template) -> str:
    """The letters as plain text that a word processor takes: a paragraph a line, no signs.

    A line of the template that begins with ``>`` is set in by four spaces.
    """
    return "\n".join(_plain(one, template) for one in letters)


def as_markdown(letters: Sequence[Letter], template: Template) -> str:
    """The letters as Markdown; a rule parts two."""
    return "\n---\n\n".join(
        one_line_end(template.filled(one.values, one.each, _markdown)) for one in letters
    )


def _plain(letter: Letter, template: Template) -> str:
    set_in = replace(
        template,
        **{
            part: _QUOTED.sub("    ", getattr(template, part))
            for part in ("before", "repeated", "behind")
        },
    )
    return one_line_end(set_in.filled(letter.values, letter.each, clean_line))


def _markdown(value: str) -> str:
    return markdown_text(clean_line(value))


def one_line_end(text: str) -> str:
    """The text with one line feed at its end."""
    return f"{text.rstrip()}\n"


def _promise(n: int, dossier: Dossier) -> dict[str, str]:
    record = dossier.commitment
    nameless = replace(dossier, checks=tuple(replace(one, by="") for one in dossier.checks))
    return {
        "n": str(n),
        "id": record.id,
        "title": record.title,
        "quote": record.quote,
        "said": "our record" if dossier.source is None else said_by(dossier.source),
        "due": "; ".join(_dates(dossier)) or "none",
        "status": record.status.words,
        "record": on_record(nameless),
        "test": record.success_test or _ASK,
    }


def _dates(dossier: Dossier) -> Iterator[str]:
    """The date as it is now and, when it has moved, as it was first given."""
    record = dossier.commitment
    if record.due is not None:
        yield day_words(record.due)
    if record.due_original is not None and record.due_original != record.due:
        yield f"first given as {day_words(record.due_original)}"
