"""The drafts of letters that ``report chaser`` writes. It never sends one."""

from __future__ import annotations

from datetime import date

from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.typed import typed
from commitrack.homes import at_home
from commitrack.model.encodings import no_utf8
from commitrack.model.errors import BadInput, NotFound
from commitrack.reports.chaser import letters_of
from commitrack.reports.letter import DEFAULT, as_markdown, as_plain, template_of

_MOST = 1_000_000
"""Bytes of a template: more is none."""


def put_template() -> None:
    """Print the template that is used when nobody names another."""
    put(DEFAULT.removesuffix("\n"))


def draft(
    session: Session,
    argument: str | None,
    query: str | None,
    form: str,
    template: str | None,
    reply_by: date | None,
) -> str:
    """The letters to an owner, or about IDs, and on standard error how to log them as sent."""
    written = template_of(DEFAULT if template is None else _read(template))
    with session.store() as store:
        drafted = letters_of(store, session.lens, argument, query, reply_by)
    ids = " ".join(one.commitment.id for letter in drafted.letters for one in letter.promises)
    say(f"a draft, and not sent. When you have sent it: {typed(f'sent {ids}')}")
    return (as_markdown if form == "md" else as_plain)(drafted.letters, written)


def _read(name: str) -> str:
    if not name.strip():
        raise BadInput("--template: an empty path names no file")
    path = at_home(name)
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except FileNotFoundError:
        raise NotFound(f"{name} is not there (--template)") from None
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror or error} (--template)") from None
    if len(content) > _MOST:
        raise BadInput(f"{name} is too long for a template (--template)")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{name} {no_utf8(content)} (--template)") from None
