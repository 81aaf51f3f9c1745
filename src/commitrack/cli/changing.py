"""``set`` and ``status``: fields, and moves through the life of a commitment."""

from __future__ import annotations

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_ids, complete_ids_and_statuses
from commitrack.cli.naming import read_ids
from commitrack.cli.performing import Manner, bulk_options, perform
from commitrack.cli.session import Session
from commitrack.model.actions import FieldValue, SetFields, SetStatus
from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_commitment_id
from commitrack.model.status import Status


@click.command("set", cls=Command)
@click.argument(
    "words", nargs=-1, required=True, metavar="ID… FIELD=VALUE…", shell_complete=complete_ids
)
@click.option("--why", metavar="TEXT", help="The reason; needed to move a due date.")
@click.option(
    "--assumed", is_flag=True, help="The new due date is our assumption, not an announcement."
)
@bulk_options
@click.pass_obj
def set_fields(
    session: Session,
    words: tuple[str, ...],
    why: str | None,
    *,
    assumed: bool,
    manner: Manner,
) -> None:
    """Set fields of commitments, as one change.

    IDs and FIELD=VALUE may stand in any order; "-" reads IDs from standard input. An empty value
    clears a field. Dates may be plain words ("next friday", "+6w"); several owners or partners
    have ";" between them.
    """
    from commitrack.model.fields import RULES, parse_assignment

    ids = [word for word in words if "=" not in word]
    pairs = [parse_assignment(word, session.today) for word in words if "=" in word]
    if not pairs:
        raise BadInput(
            f"nothing to set: give FIELD=VALUE, such as lead=ann; fields are {', '.join(RULES)}"
        )
    if not ids:
        raise BadInput("no ID given: name the commitments, or - to read them from standard input")
    values: dict[str, FieldValue] = {}
    for name, value in pairs:
        if name in values:
            raise BadInput(f"{name} is set twice: once is enough")
        values[name] = value
    if assumed and "due" not in values:
        raise BadInput("--assumed is about a due date, and none is set: give due=DATE")
    action = SetFields(values, why, announced=not assumed)
    perform(session, read_ids(ids), [action], why=why, manner=manner)


@click.command(cls=Command)
@click.argument("ids", nargs=-1, metavar="ID…", shell_complete=complete_ids_and_statuses)
@click.argument("new", metavar="NEW")
@click.option("--why", metavar="TEXT", help="The reason; most closings need one.")
@click.option("--self-verify", is_flag=True, help="Approve it yourself; it is printed ever after.")
@click.option(
    "--by",
    "other",
    metavar="ID",
    shell_complete=complete_ids,
    help="For superseded: the commitment that replaces.",
)
@bulk_options
@click.pass_obj
def status(
    session: Session,
    ids: tuple[str, ...],
    new: str,
    why: str | None,
    other: str | None,
    *,
    self_verify: bool,
    manner: Manner,
) -> None:
    """Move commitments to the status NEW.

    A closing is a proposal: it waits for a second person (commitrack review ID).
    """
    if not ids:
        raise click.UsageError("status takes IDs and the status that is new, as in C-0002 stalled")
    wanted = _status(new)
    if other is not None and wanted is not Status.SUPERSEDED:
        raise BadInput(f"--by names what replaces, and goes with superseded, not with {wanted}")
    action = SetStatus(
        wanted, why, self_verify, None if other is None else parse_commitment_id(other)
    )
    perform(session, read_ids(ids), [action], why=why, manner=manner)


def _status(text: str) -> Status:
    from commitrack.model.fields import did_you_mean

    word = text.strip().lower().replace(" ", "_").replace("-", "_")
    names = [one.value for one in Status]
    if word not in names:
        raise BadInput(
            f"no status is called {text!r}; there are {', '.join(names)}{did_you_mean(word, names)}"
        )
    return Status(word)
