"""New versions of a statement: found, held against the last one, and accounted for.

Commitments keep their numbers and get a mention where they stand now. What was decided is not asked
again: only what is new in the new version becomes a candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from commitrack.extract.sentences import sentence_spans
from commitrack.model.places import Places, overlap
from commitrack.model.records import Commitment
from commitrack.model.relocation import CONTEXT, Outcome, Relocated, Standing, relocate
from commitrack.model.revision import Passage, Version, revision
from commitrack.model.statements import Mention, MentionRole, Reading, Statement, StatementDraft
from commitrack.model.status import Status
from commitrack.model.wording import Span, Words, key_of
from commitrack.store import Proposal, Revise, Revision, Store


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the user says of where a statement comes from."""

    version_of: int | None = None
    """The statement it is a new version of; None leaves that to its words."""
    not_a_version: bool = False
    """It is a statement of its own, whatever its words say."""


def reviser(draft: StatementDraft, proposals: Sequence[Proposal], lineage: Lineage) -> Revise:
    """Decides, when the statement is stored, what it is a version of and what in it is new."""

    def revise(store: Store) -> Revision:
        previous = _previous(store, draft, lineage)
        if previous is None:
            return Revision(tuple(proposals))
        chain = [store.statement(number) for number in store.versions(previous)]
        return _revised(store, draft.text, proposals, chain)

    return revise


def _previous(store: Store, draft: StatementDraft, lineage: Lineage) -> int | None:
    """The newest version of the statement that this is a version of."""
    if lineage.not_a_version:
        return None
    if lineage.version_of is not None:
        store.statement(lineage.version_of)  # says so when there is none
        return store.versions(lineage.version_of)[-1]
    for number in store.alike(draft.text):
        if _may_be_of_one_publisher(store.statement(number).publisher, draft.publisher):
            return store.versions(number)[-1]
    return None


def _may_be_of_one_publisher(one: str | None, other: str | None) -> bool:
    """Two bodies that put out the same words, such as a template, made two statements."""
    names = [(name or "").casefold().removeprefix("the ") for name in (one, other)]
    return not all(names) or names[0] == names[1]


def version_of(text: str) -> Version:
    """A text with its sentences."""
    return Version(text, sentence_spans(text))


def compare(old: Statement, new: Statement) -> tuple[Passage, ...]:
    """Two statements sentence by sentence."""
    return revision(version_of(old.text), version_of(new.text))


def _revised(
    store: Store, text: str, proposals: Sequence[Proposal], chain: Sequence[Statement]
) -> Revision:
    standing = list(_standing(store, chain))
    fresh = _fresh(version_of(text), (version_of(one.text) for one in chain))
    sentences = Places((span, span) for span in fresh)
    new = [one for one in proposals if sentences.overlapping(_span(one.mention))]
    places = [_span(one.mention) for one in new]
    taken = Places((span, span) for span in places)
    unclaimed = [span for span in fresh if not taken.overlapping(span)]
    found = {
        one.key: one
        for one in relocate([one for one, _, _ in standing], text, [*places, *unclaimed])
    }
    settled = _Settled(text, {one.key: (mention, of) for one, mention, of in standing}, found)
    kept = tuple(settled.judged(new))
    again = tuple(settled.mentions())
    items = [one.mention for one in kept] + [mention for _, mention in again]
    readings = _still_read(store, chain[-1], version_of(text), map(_span, items))
    return Revision(kept, chain[-1].number, again, tuple(readings))


def _still_read(
    store: Store, previous: Statement, new: Version, items: Iterable[Span]
) -> Iterator[Reading]:
    """The sentences that somebody has read in the version before, where their words stand now.

    Of words that stood there more than once, every place must have been read; and where an item
    stands now, there is something to decide.
    """
    readings = store.readings(previous.number)
    if not readings:
        return
    places = Places(((one.start, one.end), one) for one in readings)
    old = version_of(previous.text)
    read: dict[str, Reading | None] = {}
    for (start, end), key in zip(old.spans, old.said(), strict=True):
        here = places.overlapping((start, end))
        covers = bool(here) and not _words_outside(previous.text, start, end, here)
        read[key] = here[-1] if covers and read.get(key, here) is not None else None
    taken = Places((span, span) for span in items)
    for span, key in zip(new.spans, new.said(), strict=True):
        reading = read.get(key) if key else None
        if reading is not None and not taken.overlapping(span):
            yield replace(reading, statement=0, start=span[0], end=span[1], number=0)


def _words_outside(text: str, start: int, end: int, readings: Iterable[Reading]) -> bool:
    """Whether a sentence has words that none of the readings, which are in order, covers."""
    at = start
    for one in readings:
        if Words(text[at : max(at, one.start)]).keys:
            return True
        at = max(at, one.end)
    return bool(Words(text[at : max(at, end)]).keys)


def _standing(
    store: Store, chain: Sequence[Statement]
) -> Iterator[tuple[Standing, Mention, Commitment]]:
    """Every commitment of the versions before, where it stood last.

    Places in different versions are set apart, so that none seems to overlap another.
    """
    seen: set[int] = set()
    apart = 0
    for statement in reversed(chain):
        here = [pair for pair in store.mentions(statement.number) if pair[1].number not in seen]
        for mention, commitment in here:
            seen.add(commitment.number)
            yield (_as_standing(mention, apart), mention, commitment)
        apart += len(statement.text) + 1


def _as_standing(mention: Mention, apart: int = 0) -> Standing:
    return Standing(
        mention.number,
        mention.start + apart,
        mention.end + apart,
        mention.quote,
        mention.before,
        mention.after,
    )


def _fresh(new: Version, before: Iterable[Version]) -> list[Span]:
    """The sentences whose words stand in none of the versions before."""
    known = {key for one in before for key in one.said()}
    return [
        span for span, key in zip(new.spans, new.said(), strict=True) if key and key not in known
    ]


def _span(mention: Mention) -> Span:
    return mention.start, mention.end


class _Settled:
    """What becomes of the quotes that were found again, and of the proposals where they stand."""

    def __init__(
        self,
        text: str,
        standing: dict[int, tuple[Mention, Commitment]],
        found: dict[int, Relocated],
    ) -> None:
        self._text = text
        self._standing = standing
        self._same = {
            key: one.span
            for key, one in found.items()
            if one.outcome is Outcome.SAME and one.span is not None
        }
        self._places = Places((span, key) for key, span in self._same.items())
        self._rewordings = {
            one.span: key
            for key, one in found.items()
            if one.outcome is Outcome.REWORDED and self._is_kept(key)
        }

    def judged(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """The proposals that are new, each with the commitment that it puts in other words."""
        rest: list[Proposal] = []
        final: set[int] = set()
        for one in proposals:
            again = [key for key in self._under(one) if self._says_the_same(key, one)]
            final.update(again)
            if not again:
                rest.append(one)
        for one in rest:
            under = [key for key in self._under(one) if key not in final]
            yield replace(one, rewords=self._extended(one, under) or self._reworded(one))

    def _under(self, proposal: Proposal) -> list[int]:
        found = self._places.overlapping(_span(proposal.mention))
        return [key for key in found if key in self._same]

    def _says_the_same(self, key: int, proposal: Proposal) -> bool:
        start, end = self._same[key]
        return key_of(self._text[start:end]) == key_of(proposal.mention.quote)

    def _extended(self, proposal: Proposal, under: Sequence[int]) -> int | None:
        """The commitment whose words stand there to the letter, but with others that are new.

        "We will publish it" with "if funds allow" behind it is not the promise that was accepted.
        """
        span = _span(proposal.mention)
        promised = [key for key in under if self._is_kept(key)]
        if not promised:
            return None
        most = max(promised, key=lambda key: overlap(span, self._same[key]))
        del self._same[most]
        return self._standing[most][1].number

    def _reworded(self, proposal: Proposal) -> int | None:
        key = self._rewordings.get(_span(proposal.mention))
        return None if key is None else self._standing[key][1].number

    def _is_kept(self, key: int) -> bool:
        return self._standing[key][1].status is not Status.REJECTED

    def mentions(self) -> Iterator[tuple[int, Mention]]:
        """Where the commitments stand that are there as they were, in the order of the text."""
        for key, (start, end) in sorted(self._same.items(), key=lambda pair: (pair[1], pair[0])):
            mention, commitment = self._standing[key]
            origin = mention.role is MentionRole.ORIGIN
            yield (
                commitment.number,
                Mention(
                    statement=0,  # the store numbers the statement and writes it in
                    start=start,
                    end=end,
                    quote=self._text[start:end],
                    before=self._text[max(0, start - CONTEXT) : start],
                    after=self._text[end : end + CONTEXT],
                    role=MentionRole.REPEAT if origin else mention.role,
                ),
            )


@dataclass(frozen=True, slots=True)
class Rewording:
    """A commitment that seems to stand in a new version in other words."""

    commitment: Commitment
    span: Span
    new: Commitment | None
    """The candidate made of these words; None when they do not read like a promise."""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the commitments of a statement in its next version; rejected ones aside."""

    statement: Statement
    previous: Statement
    kept: tuple[Commitment, ...]
    """They stand in it, in the same words."""
    reworded: tuple[Rewording, ...]
    gone: tuple[Commitment, ...]
    """They no longer stand in it."""
    rejected: int
    """How many rejected ones stand in it again, and were not proposed again."""


def account(store: Store, statement: Statement) -> Account | None:
    """What became of what the version before this one said; None for a first version."""
    if statement.previous is None:
        return None
    previous = store.statement(statement.previous)
    here = store.mentions(statement.number)
    now = {commitment.number: commitment for _, commitment in here}
    before = dict.fromkeys(commitment for _, commitment in store.mentions(previous.number))
    promised = [one for one in before if one.status is not Status.REJECTED]
    missing = [one for one in promised if one.number not in now]
    reworded = _rewordings(store, previous, statement, here, missing)
    told = {one.commitment.number for one in reworded}
    rejected = (one for one in before if one.status is Status.REJECTED and one.number in now)
    return Account(
        statement,
        previous,
        tuple(one for one in promised if one.number in now),
        tuple(reworded),
        tuple(one for one in missing if one.number not in told),
        sum(1 for _ in rejected),
    )


def _rewordings(
    store: Store,
    previous: Statement,
    statement: Statement,
    here: Sequence[tuple[Mention, Commitment]],
    missing: Sequence[Commitment],
) -> list[Rewording]:
    """Of the missing ones, those that a new candidate or a close wording may stand for."""
    if not missing:
        return []
    places = {
        commitment.number: (mention, commitment)
        for mention, commitment in here
        if mention.role is MentionRole.ORIGIN
    }
    found: dict[int, Rewording] = {}
    for dossier in store.dossiers([one.number for one in missing]):
        for one in dossier.suggestions:
            if one.other == dossier.commitment.number and one.source in places:
                mention, new = places[one.source]
                found[one.other] = Rewording(dossier.commitment, _span(mention), new)
    lost = {one.number: one for one in missing if one.number not in found}
    taken = Places((_span(mention), mention) for mention, _ in here)
    fresh = _fresh(version_of(statement.text), [version_of(previous.text)])
    free = [span for span in fresh if not taken.overlapping(span)]
    standing = [
        replace(_as_standing(mention), key=commitment.number)
        for mention, commitment in store.mentions(previous.number)
        if commitment.number in lost
    ]
    for again in relocate(standing, statement.text, free):
        if again.outcome is Outcome.REWORDED and again.span is not None:
            found[again.key] = Rewording(lost[again.key], again.span, None)
    return [found[one.number] for one in missing if one.number in found]
