"""Adding many documents: read in all processes there are, stored by one hand, in order.

Each document is a transaction of its own, so whatever ends the run leaves whole statements. Begun
again, it knows what is stored by its bytes and does not read it a second time.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import BinaryIO, Protocol

from commitrack.intake.adding import Added, Prepared, Told, prepare, put
from commitrack.intake.interrupts import held
from commitrack.intake.repeats import is_known, place_of, recognised
from commitrack.intake.versions import reviser
from commitrack.intake.workers import Settled, Work, in_order
from commitrack.model.errors import CommitrackError, StoreError
from commitrack.model.history import Signature
from commitrack.model.kinds import Kind
from commitrack.model.statements import Statement
from commitrack.sources import Fetch, Taken, take, understand_taken
from commitrack.sources.understanding import shown, storable
from commitrack.store import Proposal, Store


class Result(StrEnum):
    """What came of a source. The value is its name in JSON, which does not change."""

    ADDED = "added"
    NEW_VERSION = "new_version"
    ALREADY = "already_stored"
    ELSEWHERE = "same_text_elsewhere"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a source, without its text: a run may have thousands of them."""

    title: str
    media_type: str
    sha256: str
    bytes_sha256: str
    by_kind: Mapping[Kind, int]
    """How many candidates of each kind are in it; kinds without any are absent."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source, or would come of it."""

    source: str
    """As it was named or found."""
    result: Result
    statement: int | None = None
    """The number of the statement it is; None for what was refused, or only would be added."""
    title: str = ""
    """What the statement is called."""
    previous: int | None = None
    """The number of the statement that it is a new version of."""
    read: Read | None = None
    """None for what was refused, and for what was known by its bytes."""
    error: CommitrackError | None = None
    """Why it was refused."""
    twin: str | None = None
    """In a rehearsal: the source before it in the same run that has the same text."""
    fetch: Fetch | None = None


class Shelf(Protocol):
    """Where the store is, if there is one: a run that stores nothing makes none."""

    def look(self) -> Store | None:
        """The store, open; None when there is none yet."""

    def open(self) -> Store:
        """The store, open; made when there is none."""


@dataclass(slots=True)
class Run:
    """Adding some sources: iterate it to do it, and read `outcomes` whenever it ends."""

    sources: tuple[str, ...]
    failures: Mapping[str, CommitrackError]
    """What is known to be wrong with some of them."""
    shelf: Shelf
    told: Told
    by: Signature
    stdin: BinaryIO
    processes: int = 1
    rehearsal: bool = False
    """Whether nothing is to be written."""
    redirected: Callable[[str, str], None] = lambda _from, _to: None
    """Called with both addresses whenever a server sends us on."""
    outcomes: list[Outcome] = field(default_factory=list)
    """What is settled so far, in the order of the sources."""
    _texts: dict[str, str] = field(default_factory=dict)
    """In a rehearsal: the source of each text that would be added."""

    def __iter__(self) -> Generator[tuple[Outcome, Added | None], None, None]:
        """Do it: one outcome after the other, and what is stored of each. Close what this gives:
        then no process is left, however it ended.

        A source that cannot be added is an outcome too. What is wrong with the store itself ends
        the run: a `StoreError`, with everything before it stored.
        """
        answers = in_order(self._questions(), _WORK, self.processes)
        with closing(answers):
            for answer in answers:
                with held():
                    outcome, added = self._settle(answer)
                    self.outcomes.append(outcome)
                yield outcome, added

    def _questions(self) -> Iterator[_Question | Settled[_Answer]]:
        """Each source as bytes that wait to be read, or as what is known of it without that."""
        for source in self.sources:
            if source in self.failures:
                yield Settled(_Answer(source, error=self.failures[source]))
                continue
            try:
                taken = take(source, self.stdin, self.redirected)
                stored = self._recognised(taken)
            except StoreError:
                raise
            except CommitrackError as error:
                yield Settled(_Answer(source, error=error))
            else:
                if stored is None:
                    yield _Question(source, taken, self.told)
                else:
                    yield Settled(_Answer(source, taken.fetch, stored=stored))

    def _recognised(self, taken: Taken) -> Statement | None:
        store = self.shelf.look()
        return None if store is None else recognised(store, storable(taken.source), taken.sha256)

    def _settle(self, answer: _Answer) -> tuple[Outcome, Added | None]:
        outcome = Outcome(
            answer.source,
            Result.REFUSED,
            read=None if answer.prepared is None else _read_of(answer.prepared),
            error=answer.error,
            fetch=answer.fetch,
        )
        if answer.stored is not None:
            return _stored(outcome, Added(answer.stored))
        if answer.prepared is None:
            return outcome, None
        if self.rehearsal:
            return self._foreseen(outcome, answer.prepared)
        try:
            added = put(self.shelf.open(), answer.prepared, self.by)
        except CommitrackError:
            raise  # what is wrong is the store, or who signs: it would be so for every source
        except Exception as error:
            return replace(outcome, error=_unforeseen(answer.source, error)), None
        return _stored(outcome, added)

    def _foreseen(self, outcome: Outcome, prepared: Prepared) -> tuple[Outcome, Added | None]:
        """What `put` would do, asked of the store as it is and of the run so far."""
        store = self.shelf.look()
        sha256 = prepared.document.sha256
        stored = None if store is None else store.statement_by_hash(sha256)
        if store is not None and stored is not None:
            place = replace(place_of(prepared.document, self.by), statement=stored.number)
            return _stored(outcome, Added(stored, also=None if is_known(store, place) else place))
        title = prepared.draft.title
        twin = self._texts.setdefault(sha256, outcome.source)
        if twin != outcome.source:
            return replace(outcome, result=Result.ELSEWHERE, title=title, twin=twin), None
        outcome = replace(outcome, result=Result.ADDED, title=title)
        return self._as_a_version(outcome, prepared), None

    def _as_a_version(self, outcome: Outcome, prepared: Prepared) -> Outcome:
        """What would be added, as a new version of what is stored if it is one."""
        store = self.shelf.look()
        if store is None:
            return outcome
        revision = reviser(prepared.draft, prepared.proposals, prepared.lineage)(store)
        if revision.previous is None or outcome.read is None:
            return outcome
        read = replace(outcome.read, by_kind=_by_kind(revision.proposals))
        return replace(outcome, result=Result.NEW_VERSION, previous=revision.previous, read=read)


def _stored(outcome: Outcome, added: Added) -> tuple[Outcome, Added]:
    """The outcome of a source that is a stored statement."""
    statement, read = added.statement, outcome.read
    if read is not None and not added.already:
        read = replace(read, by_kind=added.by_kind)  # of a new version, not everything is new
    return (
        replace(
            outcome,
            read=read,
            result=_result(added),
            statement=statement.number,
            title=statement.title,
            previous=statement.previous,
        ),
        added,
    )


def _read_of(prepared: Prepared) -> Read:
    document = prepared.document
    return Read(
        prepared.draft.title,
        document.media_type,
        document.sha256,
        document.bytes_sha256,
        _by_kind(prepared.proposals),
    )


def _by_kind(proposals: Iterable[Proposal]) -> dict[Kind, int]:
    counts = Counter(one.commitment.kind for one in proposals)
    return {kind: counts[kind] for kind in Kind if counts[kind]}


def all_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _result(added: Added) -> Result:
    if added.also is not None:
        return Result.ELSEWHERE
    if added.already:
        return Result.ALREADY
    return Result.ADDED if added.statement.previous is None else Result.NEW_VERSION


@dataclass(frozen=True, slots=True)
class _Question:
    """A document to be read, wherever: plain values."""

    source: str
    taken: Taken
    told: Told


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was read, or recognised, or why it could not be."""

    source: str
    fetch: Fetch | None = None
    prepared: Prepared | None = None
    stored: Statement | None = None
    error: CommitrackError | None = None


def _read(question: _Question) -> _Answer:
    source, fetch = question.source, question.taken.fetch
    try:
        prepared = prepare(understand_taken(question.taken), question.told)
    except CommitrackError as error:
        return _Answer(source, fetch, error=error)
    except Exception as error:  # a bug shows in one document and must not cost the others
        return _Answer(source, fetch, error=_unforeseen(source, error))
    return _Answer(source, fetch, prepared)


def _lost(question: _Question) -> _Answer:
    error = CommitrackError(
        f"{shown(question.source)} could not be read: the process that read it ended suddenly, "
        "as it does when memory runs out"
    )
    return _Answer(question.source, question.taken.fetch, error=error)


def _weight(question: _Question) -> int:
    return question.taken.size


_WORK: Work[_Question, _Answer] = Work(_read, _lost, _weight)


def _unforeseen(source: str, error: Exception) -> CommitrackError:
    return CommitrackError(
        f"{shown(source)}: unexpected failure ({type(error).__name__}: {error}); "
        "nothing of it was stored"
    )
