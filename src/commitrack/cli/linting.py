"""``lint``: what the wording of commitments leaves open, and what of it need not be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_rules
from commitrack.cli.naming import ids_argument, read_ids
from commitrack.cli.pages import Line, put_page, question_lines, title_of, wording_lines
from commitrack.cli.performing import Manner, bulk_options, perform
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.wire import VERSION, Json, wording_json
from commitrack.model.actions import Action, DismissQuestion, RecallQuestion
from commitrack.model.errors import BadInput
from commitrack.model.inert import json_text
from commitrack.model.lint import read_rule
from commitrack.model.records import Dossier


@click.command(cls=Command)
@ids_argument
@click.option(
    "--dismiss",
    "dismissed",
    multiple=True,
    metavar="RULE,…",
    shell_complete=complete_rules,
    help="Dismiss a question, such as L2; needs --why.",
)
@click.option(
    "--recall",
    "recalled",
    multiple=True,
    metavar="RULE,…",
    shell_complete=complete_rules,
    help="Have a dismissed question asked again.",
)
@click.option("--why", metavar="TEXT", help="Why it need not be asked.")
@bulk_options
@click.pass_obj
def lint(
    session: Session,
    ids: tuple[str, ...],
    dismissed: tuple[str, ...],
    recalled: tuple[str, ...],
    why: str | None,
    *,
    manner: Manner,
) -> None:
    """Show what the wording of commitments leaves open; dismiss a question, or recall it.

    \b
    commitrack lint C-0002
    commitrack lint C-0002 --dismiss L2 --why "the decision is minuted"
    commitrack lint C-0002 --recall L2
    """
    dropped, back = _rules("--dismiss", dismissed), _rules("--recall", recalled)
    actions: list[Action] = [DismissQuestion(rule, why or "") for rule in dropped]
    actions += [RecallQuestion(rule) for rule in back]
    if not actions:
        if why is not None or manner.dry_run or manner.yes:
            raise BadInput("--why, --dry-run and --yes go with --dismiss or --recall")
        _show(session, read_ids(ids), as_data=manner.as_data)
        return
    both = sorted(set(dropped) & set(back))
    if both:
        raise BadInput(f"{both[0]} cannot be dismissed and recalled at once")
    perform(session, read_ids(ids), actions, why=why, manner=manner)


def _rules(option: str, words: Sequence[str]) -> tuple[str, ...]:
    """The rules an option names, each once; `BadInput` names the option."""
    typed = [part for word in words for part in word.split(",")]
    try:
        return tuple(dict.fromkeys(map(read_rule, typed)))
    except BadInput as error:
        raise BadInput(f"{option}: {error}") from None


def _show(session: Session, numbers: Sequence[int], *, as_data: bool) -> None:
    if not numbers:
        say("no IDs to show")
    with session.store() as store:
        dossiers = [store.dossier(number) for number in numbers]
    if as_data:
        _put_json(dossiers)
        return
    for n, dossier in enumerate(dossiers):
        if n:
            put("")
        put_page(title_of(dossier), _page(dossier))


def _put_json(dossiers: Sequence[Dossier]) -> None:
    """One commitment as itself, several in a list."""
    found: list[Json] = [{"id": one.commitment.id, **wording_json(one)} for one in dossiers]
    if len(found) == 1:
        put(json_text({"version": VERSION, **found[0]}))
    else:
        put(json_text({"version": VERSION, "count": len(found), "commitments": found}))


def _page(dossier: Dossier) -> Iterator[Line]:
    yield "quote", f"“{dossier.commitment.quote}”"
    questions = list(question_lines(dossier))
    if not any(label == "asks" for label, _ in questions):
        yield "asks", "nothing"
    yield from questions
    yield from wording_lines(dossier)
