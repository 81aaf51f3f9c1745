"""From the store to a folder of pages: what is public, as it stands on a day.

The record is read a few hundred commitments at a time, and each page is written as soon as it is
known; what is kept of a commitment for the lists is a line. The order in which pages are written is
the order in which they take their places.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from commitrack.model.errors import BadInput, StoreLocked
from commitrack.model.frozen import dataclass
from commitrack.model.house import House
from commitrack.model.publicity import PUBLIC
from commitrack.model.records import Party
from commitrack.query import Query, combine, parse
from commitrack.site import downloads
from commitrack.site.commitment_page import commitment_page
from commitrack.site.explaining import about_page, corrections_page
from commitrack.site.feed import feed
from commitrack.site.folder import Folder, Outcome
from commitrack.site.frame import Frame
from commitrack.site.links import (
    ABOUT,
    CORRECTIONS,
    CSV,
    FEED,
    JSON,
    OVERVIEW,
    OWNERS,
    STYLE,
    Owners,
    commitment_path,
    list_of,
    list_path,
    owner_path,
)
from commitrack.site.lists import list_page, owner_page, owners_page, tally
from commitrack.site.news import Newest, corrections_of, news_of
from commitrack.site.overview import Edition, overview
from commitrack.site.plain import Line, Reader
from commitrack.store import Lens, ReadableStore
from commitrack.store.expanding import expanded

Told = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and of how much."""

TITLE = House().site_title
"""What the pages are called unless somebody says otherwise."""
_IN_FEED = 50
_CORRECTIONS = 1_000
_TRIES = 3
"""How often the record is read anew when it changes meanwhile."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants published."""

    query: str | None = None
    """A condition that narrows what is public; it can never widen it."""
    title: str = TITLE
    base: str = ""
    """The address of the folder on the web, with a slash at its end; only the feed needs it."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a run published."""

    commitments: int
    owners: int
    pages: Outcome


def publish(
    store: ReadableStore, lens: Lens, place: Path, wish: Wish, *, keep: bool = True, told: Told
) -> Published:
    """Write the site into a folder; with `keep` false only say what would be written.

    Raises `BadInput` for a query with an order or columns of its own, `Refused` for a folder that
    is not a site's, and `StoreLocked` when the record does not stand still for as long as it takes.
    """
    query = _chosen(store, wish.query)
    with Folder(place, keep=keep) as folder:
        for _ in range(_TRIES):
            before = store.pulse()
            run = _Run(store, lens, folder, wish, store.ids(query, lens))
            run.write(told)
            if store.pulse() == before:
                return Published(run.commitments, run.owners, folder.settle())
            folder.begin_again()
    raise StoreLocked(
        "the record kept changing while it was read, and nothing was published: try again when "
        "nobody imports"
    )


def _chosen(store: ReadableStore, readers: str | None) -> Query:
    """What is public, and meets the reader's condition, by number."""
    asked = parse(readers or "")
    if asked.sort or asked.group is not None or asked.limit is not None or asked.cols:
        raise BadInput(
            "pages have their own order: leave out sort:, group:, limit: and cols:, or use list"
        )
    both = combine(expanded(store, asked), parse(PUBLIC))
    return Query(where=both.where, sort=parse("sort:id").sort)


class _Run:
    """One edition on its way into a folder."""

    def __init__(
        self, store: ReadableStore, lens: Lens, folder: Folder, wish: Wish, numbers: Sequence[int]
    ) -> None:
        self._folder = folder
        self._wish = wish
        self._today = lens.today
        self._reader = Reader(store, lens, numbers)
        self._numbers = numbers
        self._parties: Mapping[str, Party] = {one.name: one for one in store.parties()}
        self._lines: list[Line] = []
        self._owned: dict[str, list[Line]] = defaultdict(list)
        self._news = Newest(_IN_FEED)
        self._corrections = Newest(_CORRECTIONS)
        first = list_path(list_of(numbers[0])) if numbers else None
        self._frame = Frame(wish.title, first)
        self._links = Owners({name: one.number for name, one in self._parties.items()})
        self._origin = store.root() or ""

    @property
    def commitments(self) -> int:
        """How many commitments have a page."""
        return len(self._lines)

    @property
    def owners(self) -> int:
        """How many owners have a page."""
        return len(self._owned)

    def write(self, told: Told) -> None:
        """Write every page: first those that lead nowhere new, at last the overview."""
        style = files("commitrack.site").joinpath(STYLE).read_text(encoding="utf-8")
        self._folder.write(STYLE, style)
        self._write_commitments(told)
        told("writing lists", 0, 0)
        self._write_owners()
        self._write_lists()
        put = self._folder.write
        put(ABOUT, about_page(self._frame))
        fixed = self._corrections
        put(CORRECTIONS, corrections_page(self._frame, fixed.found(), fixed.offered))
        news = self._news.found()
        put(FEED, feed(self._wish.title, self._origin, self._wish.base, news, self._today))
        edition = Edition(self._today, self._wish.query is not None)
        tallies = {name: tally(lines) for name, lines in sorted(self._owned.items())}
        put(OWNERS, owners_page(self._frame, tallies, self._parties, self._links))
        put(OVERVIEW, overview(self._frame, edition, self._lines, tallies, self._links, news))

    def _write_commitments(self, told: Told) -> None:
        """A page for each, and the downloads along with them."""
        with contextlib.ExitStack() as both:
            as_json = both.enter_context(self._folder.written(JSON))
            as_csv = both.enter_context(self._folder.written(CSV))
            as_json.write(
                downloads.json_head(
                    self._wish.title, self._today, narrowed=self._wish.query is not None
                )
            )
            as_csv.write(downloads.csv_head())
            for entry in self._reader.entries():
                one = entry.line
                as_json.write(downloads.json_entry(entry, first=not self._lines))
                as_csv.write(downloads.csv_entry(entry))
                page = commitment_page(self._frame, entry, self._links)
                self._folder.write(commitment_path(one.number), page)
                self._lines.append(one)
                for name in dict.fromkeys(one.owners):
                    self._owned[name].append(one)
                for news in news_of(entry):
                    self._news.offer(news)
                for fixed in corrections_of(entry):
                    self._corrections.offer(fixed)
                told("writing pages", len(self._lines), len(self._numbers))
            as_json.write(downloads.json_foot())

    def _write_owners(self) -> None:
        """A page for each owner; only owners have one, so that no link leads to a body without."""
        self._links = Owners({name: self._parties[name].number for name in self._owned})
        bodies: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._owned):
            parent = self._parties[name].parent
            if parent is not None:
                bodies[parent].append(name)
        for name, lines in self._owned.items():
            party = self._parties[name]
            page = owner_page(self._frame, party, lines, self._links, bodies[name])
            self._folder.write(owner_path(party.number), page)

    def _write_lists(self) -> None:
        lists: dict[int, list[Line]] = defaultdict(list)
        for one in self._lines:
            lists[list_of(one.number)].append(one)
        for place, lines in lists.items():
            page = list_page(self._frame, place, tuple(lists), lines, self._links)
            self._folder.write(list_path(place), page)
