"""``add``: statements go in, one or thousands."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import click

from commitrack.cli.adding_progress import Bar, put_line
from commitrack.cli.adding_summary import outcome_json, put_summary, summary_json
from commitrack.cli.base import Command
from commitrack.cli.completions import complete_files
from commitrack.cli.exits import Exit, exit_code
from commitrack.cli.extracting import known, known_options
from commitrack.cli.naming import Whole
from commitrack.cli.session import Session, leading_back
from commitrack.cli.statements import tell_added
from commitrack.cli.streams import say
from commitrack.cli.versions import lineage, lineage_options
from commitrack.homes import at_home
from commitrack.intake.adding import Told
from commitrack.intake.many import Outcome, Result, Run, all_processors
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, StoreError
from commitrack.model.ids import statement_id
from commitrack.model.inert import json_text
from commitrack.sources import STDIN
from commitrack.sources.gathering import Gathered, gather

if TYPE_CHECKING:
    from commitrack.store import Store


@click.command(cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="SOURCE…", shell_complete=complete_files)
@click.option("-r", "--recursive", is_flag=True, help="Take in folders with all below them.")
@click.option("--dry-run", is_flag=True, help="Say what would be added; store nothing.")
@click.option("--json", "as_data", is_flag=True, help="An object for each source, and a summary.")
@click.option(
    "--jobs",
    type=Whole(1, 64),
    metavar="N",
    help="Processes that read; as many as there are processors, unless said.",
)
@known_options
@click.option("--role", metavar="TEXT", help="The speaker's role.")
@click.option("--occasion", metavar="TEXT", help="Where it was said: a speech, a meeting.")
@click.option("--title", metavar="TEXT", help="What to call it; only for a single source.")
@lineage_options
@click.option(
    "--even-erased", is_flag=True, help="Let a text come back that was erased; needs --why."
)
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.pass_obj
def add(
    session: Session,
    words: tuple[str, ...],
    date: str | None,
    publisher: str | None,
    speaker: str | None,
    role: str | None,
    occasion: str | None,
    title: str | None,
    jobs: int | None,
    version_of: str | None,
    why: str | None,
    *,
    even_erased: bool,
    not_a_version: bool,
    recursive: bool,
    dry_run: bool,
    as_data: bool,
) -> None:
    """Store statements and propose what they promise.

    SOURCE is a file, a folder, a quoted pattern such as 'minutes/**/*.pdf', an http or https
    address, or "-" for standard input. Each is stored on its own: one that cannot be read does not
    keep the others back, and what is stored already is recognised. The candidates wait in the inbox
    until somebody accepts or rejects them. A text that is mostly that of a stored statement is its
    new version: what was decided is not asked again.
    """
    if words.count(STDIN) > 1:
        raise BadInput("standard input can be read once only")
    descent = lineage(version_of, not_a_version=not_a_version)
    what = known(session, date, publisher, speaker)
    if even_erased and not (why or "").strip():
        raise BadInput("--even-erased goes with --why: the reason stays on record")
    told = Told(what, title, role, occasion, lineage=descent, even_erased=even_erased)
    by = session.signature(why)
    gathered = gather(words, recursive=recursive)
    for option, value in (("--title", title), ("--version-of", version_of)):
        if value is not None and max(len(words), len(gathered.sources)) > 1:
            raise BadInput(f"{option} goes with a single source")
    with leading_back(session.place), closing(_SessionShelf(session)) as shelf:
        run = Run(
            gathered.sources,
            gathered.failures,
            shelf,
            told,
            by,
            sys.stdin.buffer,
            processes=jobs or all_processors(),
            rehearsal=dry_run,
        )
        alone = len(gathered.sources) == 1 and not gathered.left_out
        if alone and not as_data and not dry_run:
            _add_one(run, shelf)
        else:
            _add_several(run, gathered, as_data=as_data)


class _SessionShelf:
    """The session's store, opened once it is needed and let go of at the end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store: Store | None = None

    def look(self) -> Store | None:
        """The store, open; None when there is none yet."""
        if self._store is None and self._is_there():
            self._store = self._session.opened_store()
        return self._store

    def _is_there(self) -> bool:
        """Whether a file is there with anything in it: an empty one is a store about to be."""
        try:
            return at_home(self._session.place).stat().st_size > 0
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True  # it is told when it is opened

    def open(self) -> Store:
        """The store, open; made when there is none."""
        if self._store is None:
            self._store = self._session.opened_store(create=True)
        return self._store

    def close(self) -> None:
        """Let go of it."""
        if self._store is not None:
            self._store.close()


def _add_one(run: Run, shelf: _SessionShelf) -> None:
    """A single source: its whole page, or its error."""
    run.redirected = _say_redirected
    with closing(iter(run)) as outcomes:
        for outcome, added in outcomes:
            if outcome.error is not None:
                raise outcome.error
            if added is not None:
                tell_added(shelf.open(), added, outcome.source)


def _say_redirected(here: str, there: str) -> None:
    say(f"  {here} sends on to {there}")


def _of_the_run(stopped: StoreError, outcomes: list[Outcome]) -> StoreError:
    """What stopped a run, without saying of all of it what is so of the last statement."""
    if not any(one.result in (Result.ADDED, Result.NEW_VERSION) for one in outcomes):
        return stopped
    words = "what was added before is stored, and nothing of the one after it"
    return type(stopped)(str(stopped).replace("nothing was written", words))


def _add_several(run: Run, gathered: Gathered, *, as_data: bool) -> None:
    """Several sources: a line for each that is stored, and a summary however it ends."""
    stopped: KeyboardInterrupt | StoreError | None = None
    try:
        with Bar(len(run.sources)) as bar, closing(iter(run)) as outcomes:
            run.redirected = bar.redirected
            for outcome, _ in outcomes:
                bar.step()
                bar.line(_line(outcome, rehearsal=run.rehearsal, as_data=as_data))
    except (KeyboardInterrupt, StoreError) as error:
        stopped = error
    if as_data:
        tally = summary_json(run.outcomes, gathered, rehearsal=run.rehearsal, stopped=stopped)
        put_line(json_text(tally, indent=None))
    put_summary(run.outcomes, gathered, rehearsal=run.rehearsal, stopped=stopped)
    if isinstance(stopped, KeyboardInterrupt):
        raise click.exceptions.Exit(Exit.INTERRUPTED)
    if stopped is not None:
        raise _of_the_run(stopped, run.outcomes)
    first = next((one.error for one in run.outcomes if one.error is not None), None)
    if first is not None:
        raise click.exceptions.Exit(exit_code(first))


def _line(outcome: Outcome, *, rehearsal: bool, as_data: bool) -> str | None:
    """What standard output says of a source; what was refused is in the summary only."""
    if as_data:
        return json_text(outcome_json(outcome, rehearsal=rehearsal), indent=None)
    if outcome.statement is not None:
        return f"{statement_id(outcome.statement)}  {clean_line(outcome.title)}"
    if outcome.result is Result.ADDED:
        return f"would add  {clean_line(outcome.title)}"
    return None
