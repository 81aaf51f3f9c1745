"""What the shell offers when the user presses the tab key. Silent whatever goes wrong."""

from __future__ import annotations

import contextlib
import re
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


def complete_ids_and_links(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """For ``link ID… TYPE ID``: how one commitment can bear on another, after the first ID."""
    from commitrack.model.records import LinkType

    ids = complete_ids(context, parameter, incomplete)
    if not context.params.get("words"):
        return ids
    return [*ids, *_beginning((one.value for one in LinkType), incomplete.lower())]


def complete_settings(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of settings, and of the commands of the UI that can have other keys."""
    del context, parameter
    from commitrack.setting_keys import KEYS
    from commitrack.settings import KEYS_TABLE
    from commitrack.tui.keys import default_keys

    names = list(_beginning(KEYS, incomplete))
    if incomplete.startswith(KEYS_TABLE):
        names += _beginning((f"{KEYS_TABLE}.{name}" for name in default_keys()), incomplete)
    return names


def complete_values(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What a setting can be, where there are few."""
    from commitrack.model.house import DateOrder, FourEyes

    known = {"four_eyes": FourEyes, "dates": DateOrder}.get(str(context.params.get("name")))
    if known is not None:
        return list(_beginning((one.value for one in known), incomplete))
    if context.params.get("name") == "theme":
        return list(_beginning(("dark", "light", "terminal"), incomplete))
    if context.params.get("name") == "columns":
        return complete_columns(context, parameter, incomplete)
    return []


def complete_columns(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The next of several columns, behind those that are typed already."""
    del context, parameter
    from commitrack.model.columns import COLUMNS

    before, comma, typed = incomplete.rpartition(",")
    free = [name for name in COLUMNS if name not in before.split(",")]
    return [CompletionItem(f"{before}{comma}{name}") for name in free if name.startswith(typed)]


def complete_sorts(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The next of several fields to sort by, the largest first behind a hyphen."""
    del context, parameter
    from commitrack.query import FIELDS

    before, comma, typed = incomplete.rpartition(",")
    way = "-" if typed.startswith("-") else ""
    names = [name for name, spec in FIELDS.items() if spec.sortable]
    return [
        CompletionItem(f"{before}{comma}{way}{name}")
        for name in names
        if name.startswith(typed.removeprefix("-"))
    ]


def complete_groups(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The fields that a list can be grouped by."""
    del context, parameter
    from commitrack.query import FIELDS

    return list(
        _beginning((name for name, spec in FIELDS.items() if spec.groupable), incomplete.lower())
    )


def complete_schemas(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The next word of a command that answers in JSON."""
    del parameter
    from commitrack.cli.describing import output_schema

    typed = list(context.params.get("words") or ())
    words = (name.split() for name in output_schema()["commands"])
    following = {
        name[len(typed)] for name in words if name[: len(typed)] == typed and len(name) > len(typed)
    }
    return list(_beginning(sorted(following), incomplete))


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
    if chosen is not None and chosen.argument is Argument.QUERY:
        context.params["words"] = words[1:]
        return complete_query(context, parameter, incomplete)
    if chosen is None or len(words) > 1:
        return []
    if chosen.argument is Argument.STATEMENT:
        return complete_statement_ids(context, parameter, incomplete)
    if chosen.argument is Argument.COMMITMENT:
        return complete_ids(context, parameter, incomplete)
    return _owners(context, incomplete)


def _owners(context: click.Context, incomplete: str) -> list[CompletionItem]:
    """The bodies and people whose name begins as typed."""
    from commitrack.model.cleaning import clean_line

    with contextlib.suppress(CommitrackError, OSError), _session(context).store() as store:
        return [
            CompletionItem(clean_line(one.name))
            for one in store.parties()
            if one.name.casefold().startswith(incomplete.casefold())
        ][:_OFFERED]
    return []


def complete_by(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The fields that a report can be grouped by."""
    del context, parameter
    from commitrack.reports.grouping import BY

    return list(_beginning(BY, incomplete.lower()))


def complete_query(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What could go on in the word of a query at the cursor: fields, values, dates and views."""
    del parameter
    from commitrack.cli.shell_words import as_typed
    from commitrack.query import QueryError, parse
    from commitrack.query.completing import Slot, choices, put_in, slot_at
    from commitrack.query.views import built_in
    from commitrack.store.expanding import every_view, expanded

    word = _SPACED_WORD.sub(r'\1"\2', incomplete)
    slot: Slot = slot_at(word, len(word))
    views, stored = built_in(), list[tuple[str, str]]()
    session = _session(context)
    with contextlib.suppress(CommitrackError, OSError), session.store() as store:
        views = every_view(store)
        if slot.asks is not None:
            try:
                others = slot.alone(as_typed(context.params.get("words") or ()))
                before = expanded(store, parse(others))
            except QueryError:
                before = parse("")
            typed = slot.typed.replace("\\", "")
            values = store.values(slot.asks, before, session.lens, typed, _OFFERED)
            stored = [(value, "") for value in values]
    offered = [
        CompletionItem(_as_a_word(put_in(word, slot, one)[0].rstrip()), help=one.help)
        for one in choices(slot, stored, views)
    ]
    # A shell goes on with what all of them begin with: that must be what was typed.
    going_on = [one for one in offered if one.value.casefold().startswith(incomplete.casefold())]
    return going_on or offered


_QUOTED_WORD = re.compile(r'''(-?\w+:=?)"([^"\\:(),]+)"''')


_SPACED_WORD = re.compile(
    r"""^(-?(?:owner|maker|speaker|lead|reviewer|topic|tags?):=?)([^"]*\s.*)"""
)
"""A name with spaces in it, as the shell hands it over: without its quotation marks."""


def _as_a_word(text: str) -> str:
    """A condition as a word of the shell: the quotation marks that `as_typed` puts back are left
    out, so that the shell's own are all there are.
    """
    found = _QUOTED_WORD.fullmatch(text)
    spaced = found is not None and any(char.isspace() for char in found[2])
    return f"{found[1]}{found[2]}" if found is not None and spaced else text


def complete_facet(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Fields, several with commas between them."""
    del context, parameter
    from commitrack.query import FIELDS

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{name}", help=spec.help)
        for name, spec in FIELDS.items()
        if name.startswith(last.lower())
    ]


def complete_help(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """``query``, commands, and then the commands of a group."""
    del parameter
    found: click.Command | None = context.find_root().command
    for name in context.params.get("topic") or ():
        found = found.get_command(context, name) if isinstance(found, click.Group) else None
    if not isinstance(found, click.Group):
        return []
    names = found.list_commands(context)
    topics = [] if context.params.get("topic") else ["query"]
    return list(_beginning([*topics, *names], incomplete))


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
