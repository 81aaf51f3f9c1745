"""Lists of commitments, an owner's page, and the page of all owners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from commitrack.model.frozen import dataclass
from commitrack.model.records import Party
from commitrack.model.schedule import Schedule
from commitrack.model.status import Stage, Status
from commitrack.site.days import count, day, shift
from commitrack.site.frame import Frame, facts, section, table
from commitrack.site.links import (
    IN_A_LIST,
    OWNERS,
    Owners,
    commitment_path,
    list_path,
    owner_path,
)
from commitrack.site.markup import Content, Html, join, line, tag
from commitrack.site.plain import Line


@dataclass(frozen=True, slots=True)
class Tally:
    """How an owner's public commitments stand."""

    all: int
    open: int
    overdue: int
    delivered: int
    """In full."""
    closed: int
    """Closed otherwise."""


def tally(lines: Iterable[Line]) -> Tally:
    """Count what stands where; open, delivered and closed otherwise add up to all."""
    found: Counter[str] = Counter()
    for one in lines:
        found["all"] += 1
        if one.status.stage is Stage.OPEN:
            found["open"] += 1
            found["overdue"] += one.schedule is Schedule.OVERDUE
        elif one.status is Status.DELIVERED:
            found["delivered"] += 1
        else:
            found["closed"] += 1
    return Tally(*(found[name] for name in ("all", "open", "overdue", "delivered", "closed")))


def status_mark(one: Line) -> Html:
    """A status, by its word and a colour; what nobody else has approved says so ever after."""
    mark = tag("span", one.status.words, class_=f"status {tone_of(one.status)}")
    return join((mark, " (self-verified)")) if one.self_verified else mark


def tone_of(status: Status) -> str:
    """The colour that goes with a status; it says nothing that the word does not say."""
    if status is Status.DELIVERED:
        return "done"
    if status in (Status.STALLED, Status.CLAIMED, Status.PARTLY_DELIVERED):
        return "care"
    if status is Status.NOT_DELIVERED:
        return "missed"
    return "going" if status.stage is Stage.OPEN else "over"


def dates(one: Line) -> Content:
    """The present date, and how far it is from the first one."""
    if one.due is None:
        return "no date"
    if not one.days:
        return day(one.due)
    return day(one.due), tag("small", f" {shift(one.days)} than first said")


def commitments(caption: str, lines: Iterable[Line], owners: Owners | None, up: str) -> Html:
    """A table of commitments; without `owners` there is no column for them."""
    headings = ["Commitment", *(["Owner"] * (owners is not None)), "Status", "Due", "Against date"]
    rows = [
        [
            (
                tag("a", line(one.title), href=up + commitment_path(one.number)),
                " ",
                tag("small", one.id, class_="ref"),
            ),
            *([] if owners is None else [owners.links(one.owners, up)]),
            status_mark(one),
            dates(one),
            schedule_mark(one.schedule),
        ]
        for one in lines
    ]
    return table(caption, headings, rows)


def schedule_mark(found: Schedule) -> Html:
    """How something stands against its date; what is late stands out."""
    late = found in (Schedule.OVERDUE, Schedule.MISSED)
    return tag("span", found.value, class_="late" if late else None)


def list_page(
    frame: Frame, place: int, places: Sequence[int], lines: Sequence[Line], owners: Owners
) -> Html:
    """One list of commitments, with the way to the others."""
    at = places.index(place)
    ways = [
        (words, places[other])
        for words, other in (("Earlier ones", at - 1), ("Later ones", at + 1))
        if 0 <= other < len(places)
    ]
    around = tag(
        "nav",
        tag("ul", [tag("li", tag("a", words, href=f"../{list_path(to)}")) for words, to in ways]),
        aria_label="Lists",
        class_="ways",
    )
    first = (place - 1) * IN_A_LIST + 1
    span = f"Commitments C-{first:04d} to C-{first + IN_A_LIST - 1:04d}"
    whole = len(places) == 1
    return frame.page(
        list_path(place),
        "All commitments" if whole else span,
        tag("p", f"{count(len(lines), 'commitment')} published here, by number."),
        commitments("Commitments by number", lines, owners, "../"),
        None if whole else around,
    )


def owner_page(
    frame: Frame, party: Party, lines: Sequence[Line], owners: Owners, bodies: Sequence[str]
) -> Html:
    """What one owner has promised in public, and how that stands."""
    found = tally(lines)
    return frame.page(
        owner_path(party.number),
        party.name,
        facts(
            [
                ("Part of", None if party.parent is None else owners.link(party.parent)),
                ("Bodies below it", owners.links(tuple(bodies)) if bodies else None),
                ("Published", count(found.all, "commitment")),
                (
                    "Open",
                    f"{found.open}, {found.overdue} of them overdue"
                    if found.overdue
                    else str(found.open),
                ),
                ("Delivered", str(found.delivered)),
                ("Closed otherwise", str(found.closed)),
            ]
        ),
        section(
            "promises",
            "What it has promised",
            tag("p", "What several owners promised together stands with each of them."),
            commitments("Commitments by number", lines, None, "../"),
        ),
    )


def owners_page(
    frame: Frame, tallies: Mapping[str, Tally], parties: Mapping[str, Party], owners: Owners
) -> Html:
    """Every owner with counts."""
    rows: list[Sequence[Content]] = []
    for name, found in tallies.items():
        parent = parties[name].parent
        part = None if parent is None else tag("small", " part of ", line(parent))
        counts = (found.all, found.open, found.overdue, found.delivered, found.closed)
        rows.append([(owners.link(name, ""), part), *map(str, counts)])
    headings = ("Owner", "Published", "Open", "Overdue", "Delivered", "Closed otherwise")
    several = "What several owners promised together is counted with each of them."
    return frame.page(
        OWNERS,
        "Owners",
        tag(
            "p",
            f"{count(len(rows), 'owner')}. Open, delivered and closed otherwise add up to "
            f"what is published; overdue is a part of open. {several}",
        ),
        table("Owners by name", headings, rows, numbers=5) if rows else tag("p", "None yet."),
    )
