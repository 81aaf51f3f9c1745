"""What the shell offers when the user presses the tab key. Silent whatever goes wrong."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from commitrack.model.errors import CommitrackError

if TYPE_CHECKING:
    from commitrack.cli.session import Session

_OFFERED = 200
"""More than a screen of suggestions helps nobody."""


def complete_files(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Files: the shell knows them itself."""
    del context, parameter
    return [CompletionItem(incomplete, type="file")]


def complete_ids(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Commitments whose ID begins as typed, by their numbers, each with its title."""
    del parameter
    from commitrack.model.cleaning import clean_line
    from commitrack.model.ids import commitment_id
    from commitrack.query import parse

    session = _session(context)
    with contextlib.suppress(CommitrackError, OSError), session.store() as store:
        numbers = [
            number
            for number in store.ids(parse("sort:id"), session.lens)
            if commitment_id(number).startswith(incomplete.upper())
        ][:_OFFERED]
        return [
            CompletionItem(one.commitment.id, help=clean_line(one.commitment.title))
            for one in store.dossiers(numbers)
        ]
    return []


def complete_statement_ids(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Statements whose ID begins as typed, each with its title."""
    del parameter
    from commitrack.model.cleaning import clean_line

    session = _session(context)
    with contextlib.suppress(CommitrackError, OSError), session.store() as store:
        return [
            CompletionItem(one.id, help=clean_line(one.title))
            for one in store.statements()
            if one.id.startswith(incomplete.upper())
        ][:_OFFERED]
    return []


def complete_ids_and_statuses(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """For ``status ID… NEW``, of which no shell knows where the IDs end: IDs, then statuses."""
    from commitrack.model.status import Status

    return [
        *complete_ids(context, parameter, incomplete),
        *_beginning((one.value for one in Status), incomplete.lower()),
    ]


def complete_backups(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The backups beside the store, newest first; for anything else typed, files."""
    from commitrack.store.backups import listed

    with contextlib.suppress(CommitrackError, OSError):
        found = [str(one.path) for one in listed(_session(context).place)]
        offered = [CompletionItem(path) for path in found if path.startswith(incomplete)]
        if offered:
            return offered
    return complete_files(context, parameter, incomplete)


def complete_links(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """How one commitment can bear on another."""
    del context, parameter
    from commitrack.model.records import LinkType

    return list(_beginning((one.value for one in LinkType), incomplete.lower()))


def complete_settings(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of settings."""
    del context, parameter
    from commitrack.settings import KEYS

    return list(_beginning(KEYS, incomplete))


def complete_rules(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules of the wording lint, each with its question."""
    del context, parameter
    from commitrack.model.lint import RULES

    return [
        CompletionItem(rule.id, help=rule.question)
        for rule in RULES
        if rule.id.startswith(incomplete.upper())
    ]


def complete_report(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The name of a report, and then what that report is about."""
    from commitrack.reports import CATALOGUE, Argument

    words = context.params.get("words") or ()
    if not words:
        return list(_beginning(CATALOGUE, incomplete.lower()))
    chosen = CATALOGUE.get(words[0])
    if chosen is None or len(words) > 1:
        return []
    if chosen.argument is Argument.STATEMENT:
        return complete_statement_ids(context, parameter, incomplete)
    if chosen.argument is Argument.COMMITMENT:
        return complete_ids(context, parameter, incomplete)
    return []


def complete_own_views(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The names of saved views, each with what it holds."""
    del parameter
    typed = incomplete.removeprefix("@").lower()
    with contextlib.suppress(CommitrackError, OSError), _session(context).store() as store:
        return [
            CompletionItem(one.name, help=one.description or one.query)
            for one in store.views()
            if one.name.startswith(typed)
        ]
    return []


def _beginning(names: Iterable[str], incomplete: str) -> Iterator[CompletionItem]:
    return (CompletionItem(name) for name in names if name.startswith(incomplete))


def _session(context: click.Context) -> Session:
    from commitrack.cli.session import Session

    found = context.find_root().obj
    return found if isinstance(found, Session) else Session()
