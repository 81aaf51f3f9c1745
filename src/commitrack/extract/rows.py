"""Rows of an action table: the action, who leads it, and by when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract import deadlines
from commitrack.extract.flat import trim
from commitrack.extract.items import Draft, split_at_verbs
from commitrack.extract.lexicon import may_act
from commitrack.extract.names import bare_name
from commitrack.extract.owners import NOBODY, Owner
from commitrack.model.frozen import dataclass
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.result import Deadline
    from commitrack.extract.segment import Block
    from commitrack.extract.subjects import Scene

_ACTION = re.compile(
    r"\b(?:actions?|commitments?|what we will do|activity|measures?|steps?|tasks?|what)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:lead|owner|responsible|responsibility|who|officer|accountable)\b", re.IGNORECASE
)
_WHEN = re.compile(
    r"\b(?:when|date|deadline|due|timescale|timing|target|timeline|by|completion|complete|finish|end)\b",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"(?:Done|Closed|Completed?|Delivered|Finished|Achieved|Implemented)\b")
_DONE = re.compile(r"\b(?:completed?|done|delivered|closed|finished|achieved)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; ``lead`` and ``when`` are -1 when there is none."""

    action: int
    lead: int
    when: int


def cells(flat: str, block: Block) -> list[tuple[int, int]]:
    """The cells of a row, without the space around them."""
    found: list[tuple[int, int]] = []
    for match in re.compile(
        r"[^|]+" if "|" in flat[block.start : block.end] else r"\S+(?: {1,2}\S+)*"
    ).finditer(flat, block.start, block.end):
        start, end = trim(flat, match.start(), match.end())
        found.append((start, end))
    return [one for one in found if one[1] > one[0]] if flat[block.start] == "|" else found


def answers(flat: str, block: Block) -> bool:
    """Whether the cells of a row are sentences, as in a table of recommendations and answers."""
    found = cells(flat, block)
    return sum(_SENTENCE.search(flat, start, end) is not None for start, end in found) > 1


_SENTENCE = re.compile(r"\b(?:will|shall|should|must|agrees?|accepts?|concurs?|has|have|is|are)\b")


def header(flat: str, block: Block) -> Columns | None:
    """The columns of an action table, when this row is its header."""
    names = [flat[start:end] for start, end in cells(flat, block)]
    action = _column(names, _ACTION)
    if action < 0:
        return None
    rest = [name if index != action else "" for index, name in enumerate(names)]
    lead, when = _column(rest, _LEAD), _column(rest, _WHEN)
    return Columns(action, lead, when) if lead >= 0 or when >= 0 else None


def _column(names: list[str], wanted: re.Pattern[str]) -> int:
    return next((index for index, name in enumerate(names) if wanted.search(name)), -1)


def draft(flat: str, block: Block, columns: Columns, scene: Scene) -> list[Draft]:
    """The item of one row; none when its date column says that the act is done."""
    found = cells(flat, block)
    if len(found) <= max(columns.action, columns.lead, columns.when):
        return []
    start, end = found[columns.action]
    due: Deadline | None = None
    if columns.when >= 0:
        due_start, due_end = found[columns.when]
        if _DONE.search(flat[due_start:due_end]):
            return []
        due = in_cell(flat, due_start, due_end, scene)
    others = [flat[slice(*cell)] for cell in found if cell != found[columns.action]]
    if any(_FINISHED.match(cell) for cell in others):
        return []
    words = flat[start:end].split()
    if not words or not may_act(words[0].casefold()):
        return []
    while end > start and flat[end - 1] in ".; ":
        end -= 1
    owner = NOBODY
    if columns.lead >= 0:
        written = flat[slice(*found[columns.lead])]
        if written:
            owner = Owner(
                written
                if " and " in written
                else scene.parties.full(bare_name(written), found[columns.lead][0]),
                written,
                OwnerBasis.STATED,
            )
    whole = Draft(
        Kind.COMMITMENT,
        start,
        end,
        words[0].casefold(),
        start,
        owner,
        3,
        ("table-row",),
        Confidence.HIGH,
        lifts=True,
        inherited=due,
    )
    return split_at_verbs(flat, whole, start + len(words[0]), 3)


def in_cell(flat: str, start: int, end: int, scene: Scene) -> Deadline | None:
    """A date that stands alone in a cell, where no "by" is written."""
    return deadlines.alone(flat, start, end, scene.context.reckoning)
