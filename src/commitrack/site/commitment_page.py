"""A commitment's own page."""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.model.definitions import ASSURANCES, SCHEDULES, SOURCES, STANCES, STATUSES
from commitrack.model.ids import commitment_id
from commitrack.model.kinds import Kind
from commitrack.model.records import DateMove, Evidence, Link, LinkType
from commitrack.model.statements import MentionRole
from commitrack.model.status import Stage
from commitrack.site.days import count, day, day_words, said_words, shift
from commitrack.site.frame import Frame, facts, section, table
from commitrack.site.links import Owners, commitment_path, outside
from commitrack.site.lists import schedule_mark, status_mark
from commitrack.site.markup import Content, Html, line, tag, text
from commitrack.site.past import Event
from commitrack.site.plain import Entry, Said

_ROLES = {
    MentionRole.REPEAT: "Said again",
    MentionRole.WITHDRAWAL: "Withdrawn",
    MentionRole.CLARIFICATION: "Clarified",
}
_SELF_VERIFIED = "who proposed it approved it, and no second person has"
_PASSIVE = {
    LinkType.REPEATS: "is repeated by",
    LinkType.WEAKENS: "is weakened by",
    LinkType.STRENGTHENS: "is strengthened by",
    LinkType.DELAYS: "is delayed by",
    LinkType.NARROWS: "is narrowed by",
    LinkType.SUPERSEDES: "is superseded by",
    LinkType.CONTRADICTS: "is contradicted by",
    LinkType.PART_OF: "has as a part",
    LinkType.DEPENDS_ON: "is needed by",
}
"""How a link reads from its other end."""


def commitment_page(frame: Frame, entry: Entry, owners: Owners) -> Html:
    """The whole page."""
    one = entry.line
    return frame.page(
        commitment_path(one.number),
        one.title,
        tag("p", f"{one.id} · {one.kind.value}", class_="id"),
        _standing(entry, owners),
        section("said", "What was said", list(_said(entry))),
        section("dates", "Dates", _dates(entry)),
        section("evidence", "Evidence", _evidence(entry)),
        section("related", "Related commitments", _links(entry)) if entry.links else None,
        section("history", "What happened", _history(entry)),
    )


def _standing(entry: Entry, owners: Owners) -> Html:
    """Three questions, three answers, never folded into one."""
    one = entry.line
    meaning = _SELF_VERIFIED if one.self_verified else STATUSES[one.status]
    status: list[Content] = [status_mark(one), f": {meaning}"]
    if one.status.stage is Stage.CLOSED and entry.decided_on is not None:
        status.append((", decided on ", day(entry.decided_on)))
    reason = tag("q", line(entry.reason)) if entry.reason else None
    against = (schedule_mark(one.schedule), f": {SCHEDULES.get(one.schedule, '')}")
    support = f"{entry.assurance.words}: {ASSURANCES[entry.assurance]}"
    uncounted = None if one.kind is Kind.COMMITMENT else "not counted as delivered or not"
    return facts(
        [
            ("Owner", owners.links(one.owners)),
            ("Part of", _parents(entry)),
            ("With", ", ".join(entry.partners) or None),
            ("For", line(entry.beneficiary) if entry.beneficiary else None),
            ("Topic", line(one.topic) if one.topic else None),
            ("Status", status),
            ("Because", reason),
            ("Against its date", against),
            ("Support on record", support),
            (
                "What would count as done",
                line(entry.success_test) if entry.success_test else "nobody has said yet",
            ),
            ("Firmness of its words", entry.strength),
            ("Kind", uncounted),
        ]
    )


def _parents(entry: Entry) -> Content:
    return ", ".join(dict.fromkeys(entry.parents.values())) or None


def _said(entry: Entry) -> Iterator[Html]:
    if not entry.said:
        yield tag("blockquote", tag("p", tag("mark", text(entry.quote))))
        yield tag("p", "It was put on record by hand, without a statement.")
    for place, one in enumerate(entry.said):
        if place:
            yield tag(
                "h3", f"{_ROLES.get(one.role, 'Said')} on {said_words(one.on, one.precision)}"
            )
        yield _figure(one)


def _figure(one: Said) -> Html:
    found = one.passage
    passage = tag(
        "p",
        "… " if found.begun else None,
        text(found.before),
        tag("mark", text(found.quote)),
        text(found.after),
        " …" if found.goes_on else None,
    )
    title = tag("cite", line(one.title))
    who = ", ".join(
        words for words in (one.speaker, one.speakers_role, one.publisher, one.occasion) if words
    )
    return tag(
        "figure",
        tag("blockquote", passage),
        tag(
            "figcaption",
            (line(who), ": ") if who else None,
            title if one.address is None else outside(one.address, title),
            f", {said_words(one.on, one.precision)}",
            None if one.page is None else f", page {one.page}",
        ),
    )


def _dates(entry: Entry) -> Content:
    one = entry.line
    said = (tag("q", line(entry.due_text)), " in its own words") if entry.due_text else None
    parts: list[Content] = [
        facts(
            [
                ("First date", "none given" if one.due_original is None else day(one.due_original)),
                ("As it was said", said),
                ("Date now", "none" if one.due is None else day(one.due)),
                ("Slippage", _slippage(entry)),
            ]
        )
    ]
    if entry.moves:
        headings = ("Moved on", "From", "To", "By", "Reason", "Whose date")
        rows = [_move(move) for move in entry.moves]
        parts.append(table("Each move of the date", headings, rows))
    return parts


def _slippage(entry: Entry) -> str | None:
    one = entry.line
    if one.days is None:
        return None
    moved = count(one.moves, "move") + " to a later day"
    return f"{shift(one.days)} than first said, {moved}" if one.days else f"none, {moved}"


def _move(move: DateMove) -> list[Content]:
    return [
        day(move.on),
        day(move.old),
        "taken away" if move.new is None else day(move.new),
        "–" if move.new is None else shift((move.new - move.old).days),
        line(move.reason),
        "announced by the owner" if move.announced else "assumed, not announced",
    ]


def _evidence(entry: Entry) -> Content:
    standing = [piece for piece in entry.evidence if piece.retracted is None]
    looked = "no look is recorded"
    if entry.last_looked is not None:
        looked = f"last checked {day_words(entry.last_looked)}"
    if not standing:
        parts: list[Content] = [tag("p", f"None recorded, {looked}.")]
    else:
        words = f"{count(len(standing), 'piece')} on record, {looked}."
        headings = ("Evidence", "Dated", "Who stands behind it", "What it says")
        rows = [_piece(piece) for piece in standing]
        parts = [tag("p", words), table("Evidence on record", headings, rows)]
    retracted = [piece for piece in entry.evidence if piece.retracted is not None]
    if retracted:
        taken: list[list[Content]] = [
            [tag("s", line(piece.title)), line(piece.retracted or "")] for piece in retracted
        ]
        parts.append(table("Evidence that was retracted", ("Retracted", "Reason"), taken))
    return parts


def _piece(piece: Evidence) -> list[Content]:
    title = line(piece.title)
    said: list[Content] = [STANCES[piece.stance]]
    if piece.quote:
        said.append((": ", tag("q", line(piece.quote))))
    dated = piece.dated or piece.accessed_on
    return [
        (
            title if piece.url is None else outside(piece.url, title),
            f", {line(piece.locator)}" if piece.locator else None,
            tag("small", f" {piece.kind.value}", "" if piece.url else ", no public address"),
        ),
        "no day" if dated is None else day(dated),
        SOURCES[piece.source],
        said,
    ]


def _links(entry: Entry) -> Html:
    return tag("ul", [tag("li", _link(entry, one)) for one in entry.links])


def _link(entry: Entry, one: Link) -> Content:
    mine = one.source == entry.line.number
    other = one.other if mine else one.source
    words = one.type.words if mine else _PASSIVE[one.type]
    return f"It {words} ", tag("a", commitment_id(other), href=f"../{commitment_path(other)}"), "."


def _history(entry: Entry) -> Html:
    return tag("ol", [tag("li", event_words(one)) for one in entry.past.events], class_="history")


def event_words(one: Event) -> Content:
    """An event with its day; a correction says that it is one."""
    words = line(one.words)
    mark = tag("strong", "Correction: ") if one.correction else None
    return day(one.on), " ", tag("span", mark, words)
