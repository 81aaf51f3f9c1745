"""``owner``: one page on whoever must deliver: who they are, what they promised, how it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from commitrack.model.errors import BadInput
from commitrack.model.lint import asked, rule_of
from commitrack.model.records import Check, CheckResult, Dossier, Party
from commitrack.model.schedule import late_clocks
from commitrack.model.status import Stage, Status
from commitrack.query import Field, Query, Text, canonical, conjoin
from commitrack.reports.dossier_cells import table_of
from commitrack.reports.frame import Column, Counts, Fact, Facts, Report, Row, Sort, Table
from commitrack.reports.heading import Head
from commitrack.reports.selecting import found, narrowed
from commitrack.store import Extent, Lens, ReadableStore

FOLLOWED = "-is:candidate -is:rejected"
"""The condition: what was accepted; the page is about promises, not about what was read."""

_TREE = (
    Column("body", "body"),
    Column("name", "name", data_only=True),
    Column("part_of", "part of", data_only=True),
    Column("open", "open", Sort.NUMBER),
    Column("late", "late", Sort.NUMBER),
    Column("closed", "closed", Sort.NUMBER),
    Column("total", "in all", Sort.NUMBER),
)
_EVIDENCE = (
    Column("item", "item"),
    Column("number", "#", Sort.NUMBER),
    Column("title", "title"),
    Column("source", "source"),
    Column("stance", "stance"),
    Column("dated", "dated"),
    Column("quote", "quote"),
    Column("url", "address"),
)
_QUESTIONS = (
    Column("item", "item"),
    Column("rule", "rule"),
    Column("words", "words"),
    Column("question", "question"),
)
_CONTACTS = (
    Column("id", "ID"),
    Column("on", "last contact"),
    Column("result", "what came of it"),
    Column("where", "where"),
    Column("by", "by"),
    Column("follow_up", "look again"),
)
_PROMISES = (
    *("owner", "id", "quote", "said_in", "status", "assurance", "rag"),
    *("original", "due", "slip", "moves"),
)
_LEGEND = (
    "Words stand as they were said. A body stands under the one that it is a part of.",
    "A commitment with several owners counts with each of them, and once in all.",
    "Late: open, and the owner's date or our follow-up has passed. Slip: days from the first date "
    "to the present one.",
    "Assurance: the best that the record holds in support, whatever the owner says.",
    "What is not recorded may have been done.",
)


def owner(
    store: ReadableStore, lens: Lens, argument: str | None = None, readers: str | None = None
) -> Report:
    """The page on the party called `argument`, by name or alias, with the bodies below it.

    `readers` is a query that narrows it down. Raises `NotFound` for a name that nobody has.
    """
    if argument is None or not argument.strip():
        raise BadInput('whose page? name an owner, such as "NHS Confederation"')
    party = store.party(argument.strip())
    tree = tuple(_tree(party, store.parties()))
    names = [one.party.name for one in tree]
    query = _owned(narrowed(store, FOLLOWED, readers), names)
    items = sorted(found(store, lens, query, Extent.WHOLE), key=lambda one: _place(one, names))
    return Head.of(store, lens, canonical(query)).over(
        "owner",
        f"Owner: {party.name}",
        _LEGEND,
        Facts("party", "Who", _facts(party, items)),
        Table("tree", "The body and its parts", _TREE, _bodies(tree, items, lens.today)),
        Counts("by_status", "By status", _by_status(items), len(items)),
        table_of(
            "promises",
            "What was promised",
            _PROMISES,
            items,
            lens.today,
            empty="nothing on record",
            group="owner",
        ),
        Table(
            "evidence",
            "Evidence",
            _EVIDENCE,
            tuple(row for one in items for row in _evidence(one)),
            group="item",
            empty="none recorded",
        ),
        Table(
            "questions",
            "What the wording leaves open",
            _QUESTIONS,
            tuple(row for one in items for row in _questions(one)),
            group="item",
            empty="nothing is asked",
        ),
        Table(
            "contacts",
            "Last contact: a look or a letter",
            _CONTACTS,
            tuple(_contact(one) for one in items),
            empty="nothing on record",
        ),
    )


@dataclass(frozen=True, slots=True)
class Body:
    """A party of a tree, and how many stand above it in it."""

    party: Party
    depth: int


def _tree(root: Party, parties: Sequence[Party]) -> Iterator[Body]:
    """A party and all that are parts of it, each under the one that it is a part of, by name."""
    below: Mapping[str | None, list[Party]] = defaultdict(list)
    for one in parties:
        below[one.parent].append(one)
    seen: set[str] = set()
    waiting = [Body(root, 0)]
    while waiting:
        body = waiting.pop()
        if body.party.name in seen:  # parts of one another, by mistake: each stands once
            continue
        seen.add(body.party.name)
        yield body
        children = sorted(below[body.party.name], key=lambda one: one.name.casefold(), reverse=True)
        waiting += [Body(child, body.depth + 1) for child in children]


def owned_by(store: ReadableStore, party: Party, query: Query) -> Query:
    """What of a query a party owns, or a body that is a part of it."""
    return _owned(query, [one.party.name for one in _tree(party, store.parties())])


def _owned(query: Query, names: Sequence[str]) -> Query:
    """What of a query these parties own, and no others whose names begin alike."""
    exactly = Field("owner", tuple(Text(name, exact=True) for name in names))
    return Query(where=conjoin((query.where, exactly)))


def _place(dossier: Dossier, names: Sequence[str]) -> tuple[int, str, int]:
    """By the first body of the tree that owns it; what that one owns alone comes first."""
    record = dossier.commitment
    first = min(names.index(name) for name in record.owners if name in names)
    return first, record.owner, record.number


def _facts(party: Party, items: Sequence[Dossier]) -> tuple[Fact, ...]:
    last = max(
        (check for one in items for check in one.checks),
        key=lambda check: (check.on, check.number),
        default=None,
    )
    return (
        Fact("name", "name", party.name),
        Fact("kind", "kind", party.kind.value),
        Fact("part_of", "part of", party.parent),
        Fact("aliases", "also called", ", ".join(party.aliases) or None),
        Fact("successor", "became", party.successor),
        Fact("items", "promises on record", len(items)),
        Fact("last", "last contact", None if last is None else f"{last.on} by {last.by}"),
    )


def _bodies(tree: Sequence[Body], items: Sequence[Dossier], today: date) -> tuple[Row, ...]:
    """Each body with what it owns, alone or with others."""
    rows: list[Row] = []
    for body in tree:
        name = body.party.name
        theirs = [one for one in items if name in one.commitment.owners]
        late = sum(bool(late_clocks(one.commitment, today)) for one in theirs)
        open_ = sum(one.commitment.status.stage is Stage.OPEN for one in theirs)
        indent = "· " * body.depth
        parent = body.party.parent
        total = len(theirs)
        rows.append((f"{indent}{name}", name, parent, open_, late, total - open_, total))
    return tuple(rows)


_ACCEPTED = tuple(one for one in Status if one.stage is not Stage.TRIAGE)


def _by_status(items: Sequence[Dossier]) -> tuple[tuple[str, int], ...]:
    counted = Counter(one.commitment.status for one in items)
    return tuple((one.words, counted[one]) for one in _ACCEPTED)


def _item(dossier: Dossier) -> str:
    return f"{dossier.commitment.id} {dossier.commitment.title}"


def _evidence(dossier: Dossier) -> Iterator[Row]:
    for piece in dossier.standing_evidence:
        yield (
            _item(dossier),
            piece.number,
            piece.title,
            piece.source.value,
            piece.stance.value,
            piece.dated,
            piece.quote,
            piece.url,
        )


def _questions(dossier: Dossier) -> Iterator[Row]:
    """What nobody has dismissed; what is closed needs no better wording."""
    if dossier.commitment.status.stage is Stage.OPEN:
        for finding in asked(dossier):
            question = rule_of(finding.rule).question
            yield _item(dossier), finding.rule, finding.words or None, question


def _contact(dossier: Dossier) -> Row:
    record = dossier.commitment
    last: Check | None = dossier.checks[-1] if dossier.checks else None
    if last is None:
        return record.id, None, "no check recorded", None, None, record.follow_up
    asked_them = last.result is CheckResult.ASKED
    result = "letter sent" if asked_them else last.result.value.replace("_", " ")
    return record.id, last.on, result, last.where, last.by, record.follow_up
