"""Looking a list up: its beginning at once, or the rows around the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from commitrack.model.frozen import dataclass
from commitrack.model.records import Dossier
from commitrack.query import Query, SavedView
from commitrack.store import Lens, Store
from commitrack.store.expanding import every_view
from commitrack.tui.arrangement import Group, Groups
from commitrack.tui.excerpt import Excerpt
from commitrack.tui.records import excerpts
from commitrack.tui.rows import Rows
from commitrack.tui.state import ViewState, with_views

BEGINNING = 128
"""Rows at the top of a list that come without the rest of it."""
_ROUND = 128
"""Rows looked up on either side of the cursor's."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as far as it was looked up: what was asked, and the row that the cursor goes to."""

    query: Query
    lens: Lens
    rows: Rows
    row: int | None = None
    """None is the top, wherever the list was scrolled to before."""
    marked: frozenset[int] = frozenset()
    """What of the marked commitments is in it."""
    groups: Groups | None = None
    """What the list is parted into, counted."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """All that the first frame shows of a store, from one question."""

    views: tuple[SavedView, ...]
    listed: Listed
    dossiers: Sequence[Dossier]
    """Those in view."""
    excerpts: Sequence[tuple[int, Excerpt]]
    """The statement around the one under the cursor, by its number."""


def first_look(store: Store, state: ViewState, lens: Lens, lines: int) -> FirstLook:
    """The list of a state from its top, with the records that stand on so many lines."""
    views = every_view(store)
    listed = look_up(store, with_views(state, views), lens, None)
    numbers = listed.rows.between(0, lines)
    dossiers = store.dossiers(numbers)
    top = [one for one in dossiers if one.commitment.number in numbers[:1]]
    return FirstLook(views, listed, dossiers, excerpts(store, top))


def look_up(store: Store, state: ViewState, lens: Lens, row: int | None) -> Listed:
    """The list of a state, from its beginning or around the commitment under the cursor.

    When that is not in it, around the `row` on which it was, if one is given, or from its top. The
    whole list is put in order only for what does not stand at its beginning.
    """
    query, aim = state.query, state.cursor
    first = store.page(query, lens, 0, BEGINNING)
    rows = Rows(len(first))
    if len(first) == BEGINNING:
        rows.count = store.counts({"": query}, lens)[""]
    rows.put(0, first)
    here = rows.row_of(aim)
    if here is None and rows.count:
        if aim is not None and rows.count > len(first) and store.among(query, lens, (aim,)):
            here = store.place_of(query, lens, aim)
        elif row is not None:
            here = min(row, rows.count - 1)
        if here is not None and here >= len(first):
            begin = max(0, here - _ROUND)
            rows.put(begin, store.page(query, lens, begin, 2 * _ROUND))
    groups = _groups(store, query, lens, rows)
    marked = frozenset(store.among(query, lens, tuple(state.marked))) if state.marked else None
    return Listed(query, lens, rows, here, marked or frozenset(), groups)


def _groups(store: Store, query: Query, lens: Lens, rows: Rows) -> Groups | None:
    """The groups of a list, None without any; what was written since it was counted is in them."""
    sizes = () if query.group is None else store.group_sizes(query, lens)
    if not sizes:
        return None
    groups = Groups(str(query.group), tuple(Group(value, size) for value, size in sizes))
    rows.count = sum(group.size for group in groups.parts)
    return groups
