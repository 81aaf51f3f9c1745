"""``chaser``: what a letter to an owner would ask, and about what. Never sends anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from commitrack.model.actions import REPLY_DAYS
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.ids import parse_commitment_id
from commitrack.model.records import Dossier
from commitrack.model.status import Stage
from commitrack.query import canonical
from commitrack.reports.dossier_cells import table_of
from commitrack.reports.frame import Counts, Fact, Facts, Report
from commitrack.reports.heading import Head
from commitrack.reports.letter import Letter
from commitrack.reports.owner import owned_by
from commitrack.reports.selecting import found, narrowed
from commitrack.store import Lens, ReadableStore

OWN = "is:open (overdue:due OR is:chase)"
"""What an owner is asked about: open, with a date that has passed or our follow-up reached."""

_ASKED = (
    *("owner", "id", "quote", "said_in", "status", "on_record"),
    *("original", "due", "follow_up", "success_test"),
)
_LEGEND = (
    "A draft: nothing is sent from here. When you have sent it: commitrack sent ID…",
    "Of an owner: what is open and past its date, or to be looked at again. Named by ID, anything "
    "open.",
    "On record: the evidence filed, and when somebody last looked. What is not recorded may have "
    "been done.",
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters that are asked for, and the filter that finds what they are about."""

    letters: tuple[Letter, ...]
    filter: str


def chaser(
    store: ReadableStore, lens: Lens, argument: str | None = None, readers: str | None = None
) -> Report:
    """What the letters to an owner, or about IDs, would say; see `letters_of`."""
    drafted = letters_of(store, lens, argument, readers)
    those = [one for letter in drafted.letters for one in letter.promises]
    return Head.of(store, lens, drafted.filter).over(
        "chaser",
        "Draft of a letter" if len(drafted.letters) == 1 else "Drafts of letters",
        _LEGEND,
        Facts(
            "letter",
            "The letter",
            (
                Fact("to", "to", "; ".join(one.owner or "nobody" for one in drafted.letters)),
                Fact("from", "from", lens.actor or None),
                Fact("reply_by", "reply by", drafted.letters[0].reply_by),
            ),
        ),
        table_of("asked", "What it asks about", _ASKED, those, lens.today, group="owner"),
        Counts(
            "by_letter",
            "By letter",
            tuple((one.owner or "no owner", len(one.promises)) for one in drafted.letters),
            len(those),
        ),
    )


def letters_of(
    store: ReadableStore,
    lens: Lens,
    argument: str | None,
    readers: str | None = None,
    reply_by: date | None = None,
) -> Letters:
    """The letter to the owner called `argument`, or a letter to each owner of the IDs in it.

    Raises `NotFound` for a name or an ID that is not on record, and when there is nothing to ask;
    `Refused` for an ID of something that is not open.
    """
    if argument is None or not argument.strip():
        raise BadInput('a letter to whom? name an owner, such as "NHS Employers", or IDs')
    answer = reply_by or lens.today + timedelta(days=REPLY_DAYS)
    if answer <= lens.today:
        raise BadInput(f"an answer by {answer} cannot be asked for on {lens.today}")
    numbers = _numbers(argument)

    def letter(owner: str, promises: Sequence[Dossier]) -> Letter:
        return Letter(owner, tuple(promises), lens.today, answer, lens.actor)

    if numbers is None:
        party = store.party(argument.strip())
        query = owned_by(store, party, narrowed(store, OWN, readers))
        those = sorted(found(store, lens, query), key=lambda one: one.commitment.number)
        if not those:
            raise NotFound(
                f"nothing is to be asked of {party.name} on {lens.today}: no date and no "
                "follow-up of theirs has come; name IDs to ask all the same"
            )
        return Letters((letter(party.name, those),), canonical(query))
    asked = [_require_open(store.dossier(number)) for number in numbers]
    asked.sort(key=lambda one: (one.commitment.owner.casefold(), one.commitment.number))
    letters = tuple(
        letter(name, tuple(those))
        for name, those in groupby(asked, key=lambda one: one.commitment.owner)
    )
    return Letters(letters, f"id:{','.join(one.commitment.id for one in asked)}")


def _numbers(argument: str) -> list[int] | None:
    """The commitments that an argument names; None when it is the name of an owner."""
    try:
        return list(dict.fromkeys(parse_commitment_id(word) for word in argument.split()))
    except BadInput:
        return None


def _require_open(dossier: Dossier) -> Dossier:
    record = dossier.commitment
    if record.status.stage is not Stage.OPEN:
        raise Refused(f"{record.id} is {record.status.words}: an owner is asked about what is open")
    return dossier
