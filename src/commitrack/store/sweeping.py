"""Doing the same to any number of commitments in one transaction.

What `editing` is given is made as it is given, or refused whole. Here nobody has looked at each:
one that the rules refuse, or that was changed meanwhile, is left as it is, and told; the rest is
done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commitrack.model.actions import Action, Edit, Preview
from commitrack.model.errors import BadInput, Conflict, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.records import Dossier
from commitrack.model.sweeps import TOLD, Sweep
from commitrack.model.workflow import amended, plan
from commitrack.store import editing
from commitrack.store.engine import Connection
from commitrack.store.reading import dossiers
from commitrack.store.transacting import Writer
from commitrack.store.watching import Watch

SLICE = 500
"""Commitments that are read together."""
_LEFT = (Refused, BadInput, NotFound, Conflict)
_NAMED = 4
"""So many that were changed are remembered, to name them if there are no more."""


class _Tally:
    """What has become of those that it was told of."""

    def __init__(self) -> None:
        self.changed = 0
        self._same = 0
        self._refused = 0
        self._refusals: list[Preview] = []

    def done(self, *, changed: bool) -> None:
        """One was changed, or says so already."""
        self.changed += changed
        self._same += not changed

    def left(self, number: int, title: str, why: str) -> None:
        """One was left as it is."""
        self._refused += 1
        if len(self._refusals) < TOLD:
            self._refusals.append(Preview(number, title, refusal=why))

    def told(self) -> Sweep:
        """All of it."""
        return Sweep(self.changed, self._same, self._refused, tuple(self._refusals))


def foresee(
    connection: Connection, numbers: Sequence[int], actions: Sequence[Action], by: Signature
) -> Sweep:
    """What would become of these, by the rules; nothing is written for it."""
    tally = _Tally()
    for dossier in _read(connection, numbers, tally):
        try:
            after = _made(dossier, actions, by)
        except _LEFT as error:
            tally.left(dossier.commitment.number, dossier.commitment.title, str(error))
        else:
            tally.done(changed=after != dossier)
    return tally.told()


def sweep(
    writer: Writer,
    numbers: Sequence[int],
    actions: Sequence[Action],
    by: Signature,
    seen: int | None,
    watch: Watch,
) -> Sweep:
    """Do these actions to each, slice by slice, inside the writer's transaction.

    `seen` is the transaction after which nobody has looked: what was changed later is left.
    """
    tally = _Tally()
    some: list[int] = []
    for first in range(0, len(numbers), SLICE):
        watch("changing", first, len(numbers))
        for dossier in _read(writer.connection, numbers[first : first + SLICE], tally):
            number = dossier.commitment.number
            try:
                _do(writer, dossier, actions, by, seen)
            except _LEFT as error:
                tally.left(number, dossier.commitment.title, str(error))
                continue
            tally.done(changed=number in writer.touched)
            if number in writer.touched and len(some) < _NAMED:
                some.append(number)
        writer.bind()
    watch("sealing", 0, 0)
    writer.action = editing.named(actions, some, tally.changed)
    return tally.told()


def _made(dossier: Dossier, actions: Sequence[Action], by: Signature) -> Dossier:
    """What these actions would make of it; raises what the rules raise."""
    for action in actions:
        dossier = amended(dossier, plan(dossier, action, by))
    return dossier


def _do(
    writer: Writer, dossier: Dossier, actions: Sequence[Action], by: Signature, seen: int | None
) -> None:
    """All of them, or none when one is refused."""
    number = dossier.commitment.number
    if len(actions) > 1:
        _made(dossier, actions, by)  # sooner refused than taken back
    if writer.begun and dossier.commitment.version == writer.number:
        seen = None  # a link to it was filed by this very transaction
    with writer.savepoint():
        for place, action in enumerate(actions):
            now = editing.require_dossier(writer.connection, number) if place else dossier
            editing.make_one(writer, now, Edit(number, action, seen), by)


def _read(connection: Connection, numbers: Sequence[int], tally: _Tally) -> Iterator[Dossier]:
    """These in their order; of one that is gone that is told."""
    for first in range(0, len(numbers), SLICE):
        some = numbers[first : first + SLICE]
        read = {one.commitment.number: one for one in dossiers(connection, some)}
        for number in some:
            dossier = read.get(number)
            if dossier is None:
                tally.left(number, "", "it is not on record any more")
            else:
                yield dossier
