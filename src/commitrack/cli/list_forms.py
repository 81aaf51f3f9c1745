"""The forms a list is printed in, each written as it is read: a long list is never held whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain, groupby, islice
from typing import TypeAlias

from commitrack.cli.session import Session
from commitrack.cli.streams import put, put_parts
from commitrack.cli.tables import BLOCK, comma_separated, markdown, put_table, tab_separated
from commitrack.model import columns
from commitrack.model.cleaning import clean_line
from commitrack.model.frozen import replace
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier
from commitrack.query import Query, canonical
from commitrack.store import Store

_CHUNK = 500
"""Dossiers read at once."""

Row: TypeAlias = list[str]
Group: TypeAlias = tuple[str, int]
"""A group's value, empty for none, and how many are in it."""


class Listing:
    """The commitments that a query found, and how they are printed."""

    def __init__(
        self, session: Session, store: Store, query: Query, numbers: Sequence[int]
    ) -> None:
        self._session = session
        self._store = store
        self._query = query
        self._numbers = numbers

    def put(self, form: str) -> None:
        """Print the list in one of `FORMATS`."""
        _PUT[form](self)

    @cached_property
    def found(self) -> int:
        """How many there are without the limit."""
        if len(self._numbers) != self._query.limit:
            return len(self._numbers)
        whole = replace(self._query, limit=None)
        return self._store.counts({"all": whole}, self._session.lens)["all"]

    def put_count(self, *, as_data: bool) -> int:
        """Print how many there are, and how many in each group if there are groups."""
        if self._query.group is not None:
            self._numbers = self._store.ids(self._query, self._session.lens)
            groups = [(value, len(list(part))) for value, part in self._groups(exact=as_data)]
            found = sum(size for _, size in groups)
        else:
            groups = []
            whole = self._store.counts({"all": self._query}, self._session.lens)
            found = whole["all"]
        if as_data:
            from commitrack.cli.json_parts import json_parts  # a table is not to wait for it

            put_parts(json_parts(self._members(found, groups)))
        elif self._query.group is None:
            put(str(found))
        else:
            rows = [[value or "none", str(size)] for value, size in groups]
            heading = columns.heading(self._query.group)
            put_table([heading, "count"], [*rows, ["in all", str(found)]])
        return found

    # Reading

    def _dossiers(self) -> Iterator[Dossier]:
        for first in range(0, len(self._numbers), _CHUNK):
            yield from self._store.dossiers(self._numbers[first : first + _CHUNK])

    def _groups(self, *, exact: bool = False) -> Iterator[tuple[str, Iterator[Dossier]]]:
        """Each group and what is in it, as they come: the store has them in the groups' order."""
        field, today = self._query.group, self._session.today
        if field is None:
            yield "", self._dossiers()
            return
        of = columns.exact_group_of if exact else columns.group_of
        value = partial(of, field=field, today=today)
        for _, part in groupby(self._dossiers(), lambda one: _folded(value(one))):
            yield _named(part, value)

    def _columns(self) -> tuple[str, ...]:
        """The columns to show, with the one that is left out where nothing in it is said."""
        return self._query.cols or (*columns.DEFAULT[:-1], columns.LATE, columns.DEFAULT[-1])

    def _rows(self, dossiers: Iterable[Dossier], names: tuple[str, ...]) -> Iterator[Row]:
        """The rows of a table; what only the history knows is read once for so many of them."""
        if not any(name in columns.ON_RECORD for name in names):
            for one in dossiers:
                yield columns.row(one, names, self._session.today)
            return
        coming = iter(dossiers)
        while part := list(islice(coming, _CHUNK)):
            days = self._store.days_on_record([one.commitment.number for one in part])
            for one in part:
                yield columns.row(one, names, self._session.today, days.get(one.commitment.number))

    def _table(self, dossiers: Iterable[Dossier]) -> tuple[Row, Iterator[Row]]:
        """The headings and rows of a table for people: without "late" when nothing is late."""
        names = self._columns()
        rows = self._rows(dossiers, names)
        if self._query.cols:
            return [columns.heading(name) for name in names], rows
        first = list(islice(rows, BLOCK))
        at = names.index(columns.LATE)
        if len(first) < BLOCK and not any(row[at] for row in first):
            names = (*names[:at], *names[at + 1 :])
            first = [row[:at] + row[at + 1 :] for row in first]
        return [columns.heading(name) for name in names], chain(first, rows)

    # Writing

    def put_ids(self) -> None:
        """The IDs, one a line, for the next command; nothing else is read for them."""
        for number in self._numbers:
            put(commitment_id(number))

    def put_table(self) -> None:
        """A table, or one for each group with its size; at the end how many there are in all."""
        if self._query.group is None:
            if self._numbers:
                put_table(*self._table(self._dossiers()))
            return
        for title, members in self._titled():
            put(title)
            put_table(*self._table(members))
            put("")
        if self._numbers:
            put(self._in_all())

    def put_markdown(self) -> None:
        """The same in Markdown."""
        from commitrack.model.inert import markdown_text

        if self._query.group is None:
            for line in markdown(*self._table(self._dossiers())):
                put(line)
            return
        for title, members in self._titled():
            put(f"## {markdown_text(title)}\n")
            for line in markdown(*self._table(members)):
                put(line)
            put("")
        if self._numbers:
            put(self._in_all())

    def _titled(self) -> Iterator[tuple[str, list[Dossier]]]:
        """Each group's heading with its size, and what is in it.

        A limit cuts the last group alone: the sizes of those before it are whole.
        """
        heading = columns.heading(self._query.group or "")
        seen = 0
        for value, part in self._groups():
            members = list(part)
            seen += len(members)
            cut = seen == len(self._numbers) < self.found
            size = f"{len(members):,}{' shown' if cut else ''}"
            yield clean_line(f"{heading}: {value or 'none'} ({size})"), members

    def _in_all(self) -> str:
        shown = len(self._numbers)
        return f"in all: {shown:,}" + (f" of {self.found:,}" if self.found > shown else "")

    def put_csv(self) -> None:
        """Comma-separated, with the fields' names on top; always the same columns."""
        names = self._columns()
        for line in comma_separated(names, self._rows(self._dossiers(), names)):
            put(line)

    def put_tsv(self) -> None:
        """Tab-separated, as CSV."""
        names = self._columns()
        for line in tab_separated(names, self._rows(self._dossiers(), names)):
            put(line)

    def put_json(self) -> None:
        """One object with every commitment in it, and how many each group has."""
        from commitrack.cli.json_parts import json_parts

        groups: list[Group] = []
        put_parts(json_parts(self._members(len(self._numbers), groups, self._wired(groups))))

    def put_jsonl(self) -> None:
        """One commitment a line, for programs that read a long list as it comes."""
        from commitrack.model.inert import json_text

        for one in self._wired([]):
            put(json_text(one, indent=None))

    def _wired(self, groups: list[Group]) -> Iterator[object]:
        """Each commitment as JSON has it; `groups` is filled on the way."""
        from commitrack.cli.wire import commitment_json  # a table is not to wait for it

        for value, part in self._groups(exact=True):
            size = 0
            for one in part:
                size += 1
                yield commitment_json(one, self._session.today)
            groups.append((value, size))

    def _members(
        self, count: int, groups: list[Group], commitments: Iterator[object] | None = None
    ) -> Iterator[tuple[str, object]]:
        """The members of the object, each when the ones before are written."""
        from commitrack.cli.wire import VERSION

        yield "version", VERSION
        yield "query", canonical(replace(self._query, cols=()))  # of a table alone
        yield "today", self._session.today.isoformat()
        yield "count", count
        if commitments is not None:
            yield "found", self.found
            yield "commitments", commitments
        if self._query.group is not None:
            yield "group", self._query.group
            yield "groups", [{"value": value or None, "count": size} for value, size in groups]


def _named(
    part: Iterator[Dossier], value: Callable[[Dossier], str]
) -> tuple[str, Iterator[Dossier]]:
    """A group under the name that the first in it has."""
    first = next(part)
    return value(first), chain((first,), part)


def _folded(value: str) -> str:
    """A group's value as the store compares it: the letters of ASCII in either case are one."""
    return "".join(char.lower() if char.isascii() else char for char in value)


_PUT: dict[str, Callable[[Listing], None]] = {
    "table": Listing.put_table,
    "json": Listing.put_json,
    "jsonl": Listing.put_jsonl,
    "csv": Listing.put_csv,
    "tsv": Listing.put_tsv,
    "md": Listing.put_markdown,
    "ids": Listing.put_ids,
}
FORMATS = tuple(_PUT)
"""The forms, the one for people first."""
