"""``slippage``: how far dates have moved from the first one, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.model.schedule import slippage as slippage_of
from commitrack.reports.frame import Column, Counts, Fact, Facts, Report, Row, Sort, Table
from commitrack.reports.selecting import select
from commitrack.reports.wording import count
from commitrack.store import Lens, ReadableStore

OWN = "original:any (moves:>=1 OR slip:>0 OR slip:<0 OR no:due) -is:candidate -is:rejected"
"""The condition: there was a first date, and today's is another, or was in between."""

_ITEMS = (
    Column("id", "ID"),
    Column("title", "title"),
    Column("owner", "owner"),
    Column("original", "first due"),
    Column("due", "due now"),
    Column("days", "days", Sort.DAYS),
    Column("moves", "moves later", Sort.NUMBER),
    Column("status", "status"),
    Column("rag", "RAG", Sort.LIGHT),
)
_STEPS = (
    Column("item", "item"),
    Column("step", "step"),
    Column("date", "date"),
    Column("days", "days", Sort.DAYS),
    Column("reason", "reason"),
    Column("by", "by"),
    Column("on", "on"),
    Column("announced", "whose date"),
)
_OWNERS = (
    Column("owner", "owner"),
    Column("items", "items", Sort.NUMBER),
    Column("days", "days in all", Sort.DAYS),
    Column("median", "median", Sort.DAYS),
    Column("moves", "moves later", Sort.NUMBER),
)
_LEGEND = (
    "Days: from the first date to the present one; + is later. The first date never changes.",
    "Moves later: moves to a later day; moves to an earlier one are listed and not counted there.",
    "Announced: the owner gave the new date. Assumed: we did.",
    "Items whose date was taken away have no days, and are left out of sums and medians.",
    "A commitment with several owners stands once, under all of them together.",
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A commitment whose date moved, and how far it is from its first date."""

    dossier: Dossier
    days: int | None
    moves: int


def slippage(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """Every date that moved, the furthest first; `argument` is a query that narrows it down."""
    chosen = select(store, lens, OWN, argument)
    items = sorted((_item(one) for one in chosen.dossiers), key=_order)
    return chosen.head.over(
        "slippage",
        "Slippage: dates that moved",
        _LEGEND,
        Table(
            "items",
            "Items whose date moved",
            _ITEMS,
            tuple(_row(one, lens) for one in items),
            empty="no date has moved",
        ),
        Table(
            "steps",
            "Step by step",
            _STEPS,
            tuple(row for one in items for row in _steps(one)),
            group="item",
            empty="no date has moved",
            counted=False,
        ),
        Facts("totals", "Totals", _totals(items)),
        Counts("direction", "By direction", _directions(items), len(items), "items"),
        Table("owners", "Owners, worst first", _OWNERS, _by_owner(items)),
    )


def _item(dossier: Dossier) -> _Item:
    slip = slippage_of(dossier.commitment, dossier.moves)
    return _Item(dossier, slip.days, slip.moves)


def _order(item: _Item) -> tuple[bool, int, int]:
    return item.days is None, -(item.days or 0), item.dossier.commitment.number


def _row(item: _Item, lens: Lens) -> Row:
    record = item.dossier.commitment
    return (
        record.id,
        record.title,
        record.owner or None,
        record.due_original,
        record.due,
        item.days,
        item.moves,
        record.status.words,
        str(rag(item.dossier, lens.today)),
    )


def _steps(item: _Item) -> Iterator[Row]:
    """The first date, each move, and where it stands now."""
    record = item.dossier.commitment
    name = f"{record.id} {record.title}"
    yield name, "first due", record.due_original, None, None, None, None, None
    for number, move in enumerate(item.dossier.moves, start=1):
        whose = "announced" if move.announced else "assumed"
        label = f"move {number}" if move.new is not None else f"move {number}: date taken away"
        yield name, label, move.new, move.days, move.reason, move.by, move.on, whose
    moves = count(len(item.dossier.moves), "move")
    yield name, f"now, after {moves}", record.due, item.days, None, None, None, None


def _totals(items: list[_Item]) -> tuple[Fact, ...]:
    days = [one.days for one in items if one.days is not None]
    return (
        Fact("items", "items whose date moved", len(items)),
        Fact("moves", "moves in all", sum(len(one.dossier.moves) for one in items)),
        Fact("days", "days in all", f"{sum(days):+d}" if days else None),
        Fact("median", "median days", _signed(_median(days))),
        Fact("worst", "furthest", _worst(items)),
    )


def _signed(days: int | float | None) -> str | None:
    return None if days is None else f"{days:+g}"


def _median(days: list[int]) -> int | float | None:
    if not days:
        return None
    middle = median(days)
    return int(middle) if middle == int(middle) else middle


def _worst(items: list[_Item]) -> str | None:
    if not items or items[0].days is None:
        return None
    return f"{items[0].days:+d} ({items[0].dossier.commitment.id})"


def _directions(items: list[_Item]) -> tuple[tuple[str, int], ...]:
    days = [one.days for one in items]
    return (
        ("later than first due", sum(one is not None and one > 0 for one in days)),
        ("back on the first date", sum(one == 0 for one in days)),
        ("earlier than first due", sum(one is not None and one < 0 for one in days)),
        ("date taken away", sum(one is None for one in days)),
    )


def _by_owner(items: list[_Item]) -> tuple[Row, ...]:
    owned: dict[str, list[_Item]] = defaultdict(list)
    for one in items:
        owned[one.dossier.commitment.owner].append(one)
    rows: list[tuple[tuple[int, str, str], Row]] = []
    for owner, theirs in owned.items():
        days = [one.days for one in theirs if one.days is not None]
        moves = sum(one.moves for one in theirs)
        row: Row = (owner or None, len(theirs), sum(days), _median(days), moves)
        rows.append(((-sum(days), owner.casefold(), owner), row))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
