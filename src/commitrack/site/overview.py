"""The overview: how everything that is published stands, in charts, counts and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from commitrack.model.frozen import dataclass
from commitrack.model.ids import commitment_id
from commitrack.model.kinds import Kind
from commitrack.model.schedule import Schedule
from commitrack.model.status import CLOSED, OPEN, Stage, Status
from commitrack.site.charts import Bar, bars, columns
from commitrack.site.commitment_page import event_words
from commitrack.site.days import count, day
from commitrack.site.frame import Frame, section, table
from commitrack.site.links import (
    ABOUT,
    CORRECTIONS,
    CSV,
    FEED,
    JSON,
    OVERVIEW,
    OWNERS,
    Owners,
    commitment_path,
)
from commitrack.site.lists import Tally, commitments, tone_of
from commitrack.site.markup import Content, Html, line, tag
from commitrack.site.news import News
from commitrack.site.plain import Line

_SHOWN = 10
"""Lines of a list that has a page of its own."""
_QUARTERS = 8
"""Quarters in the chart of dates."""

_TONES = {
    Schedule.OVERDUE: "missed",
    Schedule.MISSED: "missed",
    Schedule.DUE_TODAY: "care",
    Schedule.DUE_SOON: "care",
    Schedule.MET: "done",
    Schedule.MET_LATE: "care",
    Schedule.FUTURE: "going",
}
_AHEAD = (Schedule.FUTURE, Schedule.DUE_SOON, Schedule.DUE_TODAY, Schedule.OVERDUE)
_BEHIND = (Schedule.MET, Schedule.MET_LATE, Schedule.MISSED)
_BANDS = ((1, 30), (31, 90), (91, 180), (181, None))
"""Days by which a date has moved to later."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What the overview says besides the commitments."""

    today: date
    narrowed: bool
    """Whether only a part of what is public was published."""


def overview(
    frame: Frame,
    edition: Edition,
    lines: Sequence[Line],
    tallies: Mapping[str, Tally],
    owners: Owners,
    news: Sequence[News],
) -> Html:
    """The whole page."""
    counted = [one for one in lines if one.kind is Kind.COMMITMENT]
    return frame.page(
        OVERVIEW,
        frame.title,
        _opening(edition, lines, counted),
        section("status", "How they stand", _by_status(counted)) if counted else None,
        section("schedule", "Against their dates", _by_schedule(counted)) if counted else None,
        section("slippage", "Dates that moved", _by_slippage(counted)) if counted else None,
        section("ahead", "When they are due", _by_quarter(counted, edition.today))
        if counted
        else None,
        section("overdue", "Overdue", _overdue(counted, owners)) if counted else None,
        section("owners", "Owners", _owners(tallies, owners)) if tallies else None,
        section("changes", "Latest changes", _changes(news)) if news else None,
        section("take", "Take it away", _downloads(lines)),
    )


def _opening(edition: Edition, lines: Sequence[Line], counted: Sequence[Line]) -> Content:
    edition_day = tag(
        "p",
        "Edition of ",
        day(edition.today),
        ". Dates are judged by that day.",
        " It shows a selection of the public record." if edition.narrowed else None,
        class_="edition",
    )
    if not lines:
        return edition_day, tag("p", "Nothing is published yet.")
    others = len(lines) - len(counted)
    beside = (
        f" {count(others, 'recommendation or aspiration', 'recommendations and aspirations')} "
        f"{'is' if others == 1 else 'are'} on record besides, and not counted below."
        if others
        else ""
    )
    open_ = sum(one.status.stage is Stage.OPEN for one in counted)
    late = sum(one.schedule is Schedule.OVERDUE for one in counted)
    delivered = sum(one.status is Status.DELIVERED for one in counted)
    rest = len(counted) - open_ - delivered
    numbers = (
        (len(counted), "published"),
        (open_, "open"),
        (late, "of the open ones overdue"),
        (delivered, "delivered"),
        (rest, "closed otherwise"),
    )
    headline = [tag("li", tag("b", f"{number:,}"), " ", words) for number, words in numbers]
    return (
        edition_day,
        tag(
            "p",
            "What public bodies have promised, in their own words, and what has come of it. ",
            tag("a", "What the words mean", href=ABOUT),
            ", what is not shown, and ",
            tag("a", "what was put right", href=CORRECTIONS),
            f".{beside}",
        ),
        tag("ul", headline, class_="numbers"),
    )


def _figure(key: str, title: str, first: str, parts: Sequence[Bar], chart: Html) -> Html:
    """A chart beside the counts it draws, which add up."""
    rows: list[Sequence[Content]] = [[one.label, f"{one.number:,}"] for one in parts]
    rows.append(["in all", f"{sum(one.number for one in parts):,}"])
    return tag(
        "div", chart, table(title, (first, "Commitments"), rows, numbers=1), class_="pair", id=key
    )


def _by_status(lines: Sequence[Line]) -> Content:
    found = Counter(one.status for one in lines)
    order = [one for one in Status if one in OPEN | CLOSED]
    parts = [Bar(one.words, found[one], tone_of(one)) for one in order]
    title = "Commitments by status"
    own = sum(one.self_verified for one in lines)
    were = "was" if own == 1 else "were"
    words = (
        f"Of those that are closed, {own:,} {were} approved by the one who proposed it: "
        "self-verified."
    )
    chart = bars("statuses", title, parts)
    return (
        tag("p", words) if own else None,
        _figure("by-status", title, "Status", parts, chart),
    )


def _by_schedule(lines: Sequence[Line]) -> Content:
    found = Counter(one.schedule for one in lines)
    order = (*_AHEAD, *_BEHIND, Schedule.NO_DATE)
    parts = [Bar(one.value, found[one], _TONES.get(one, "over")) for one in order]
    title = "Commitments against their dates"
    return (
        tag(
            "p", "Open ones by the present date; closed ones by the first, since that was promised."
        ),
        _figure("by-date", title, "Against date", parts, bars("schedules", title, parts)),
    )


def _by_slippage(lines: Sequence[Line]) -> Html:
    found: Counter[str] = Counter(_band(one.days) for one in lines)
    names = ["no date", "earlier", "not moved", *(_band(first) for first, _ in _BANDS)]
    tones = ("over", "done", "going", "care", "care", "missed", "missed")
    parts = [Bar(name, found[name], tone) for name, tone in zip(names, tones, strict=True)]
    title = "Commitments by how far the date has moved"
    return _figure("by-slip", title, "Moved by", parts, bars("slips", title, parts))


def _band(days: int | None) -> str:
    if days is None:
        return "no date"
    if days <= 0:
        return "earlier" if days else "not moved"
    first, last = next(
        (first, last) for first, last in _BANDS if days >= first and (last is None or days <= last)
    )
    return f"over {first - 1} days" if last is None else f"{first} to {last} days"


def _by_quarter(lines: Sequence[Line], today: date) -> Content:
    found: Counter[int] = Counter()
    passed = later = undated = 0
    present = _quarter(today)
    for one in lines:
        if one.status.stage is not Stage.OPEN:
            continue
        if one.due is None:
            undated += 1
        elif one.due < today:
            passed += 1
        elif _quarter(one.due) >= present + _QUARTERS - 2:
            later += 1
        else:
            found[_quarter(one.due)] += 1
    parts = [
        Bar("passed", passed, "missed"),
        *(
            Bar(f"Q{at % 4 + 1} {at // 4}", found[at], "going")
            for at in range(present, present + _QUARTERS - 2)
        ),
        Bar("later", later, "going"),
        Bar("no date", undated, "over"),
    ]
    title = "Open commitments by the quarter in which they are due"
    return _figure("by-quarter", title, "Due", parts, columns("quarters", title, parts))


def _quarter(at: date) -> int:
    return at.year * 4 + (at.month - 1) // 3


def _overdue(lines: Iterable[Line], owners: Owners) -> Content:
    late = sorted(
        (one for one in lines if one.schedule is Schedule.OVERDUE),
        key=lambda one: (one.due or date.max, one.number),
    )
    if not late:
        return tag("p", "No date of an open commitment has passed.")
    shown = late[:_SHOWN]
    words = "The date has passed and they are open still, the longest first."
    if len(late) > _SHOWN:
        words += f" These are the first {_SHOWN} of {len(late):,}."
    return tag("p", words), commitments("Overdue commitments", shown, owners, "")


def _owners(tallies: Mapping[str, Tally], owners: Owners) -> Content:
    """Those with most that is overdue, then those with most."""
    order = sorted(tallies.items(), key=lambda one: (-one[1].overdue, -one[1].all, one[0]))
    rows: list[Sequence[Content]] = [
        [owners.link(name, ""), *map(str, (found.all, found.open, found.overdue, found.delivered))]
        for name, found in order[:_SHOWN]
    ]
    everyone = tag("a", f"All {count(len(order), 'owner')}", href=OWNERS)
    headings = ("Owner", "Published", "Open", "Overdue", "Delivered")
    caption = "Owners, most overdue first"
    return table(caption, headings, rows, numbers=4), tag("p", everyone, " with their counts.")


def _changes(news: Sequence[News]) -> Html:
    return tag(
        "ol",
        [
            tag(
                "li",
                tag("a", line(one.title), href=commitment_path(one.number)),
                " ",
                tag("small", commitment_id(one.number), class_="ref"),
                tag("ul", [tag("li", event_words(event)) for event in one.events]),
            )
            for one in news[:_SHOWN]
        ],
        class_="news",
    )


def _downloads(lines: Sequence[Line]) -> Html:
    what = count(len(lines), "record")
    return tag(
        "ul",
        tag("li", tag("a", f"Everything as JSON, {what}", href=JSON, download=True)),
        tag("li", tag("a", f"The list as CSV for a spreadsheet, {what}", href=CSV, download=True)),
        tag("li", tag("a", "Changes as an Atom feed", href=FEED)),
    )
