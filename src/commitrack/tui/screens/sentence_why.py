"""Why a sentence was decided as it was: the items in it, who read it, the cues and the guards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from commitrack.extract import Step
from commitrack.model.records import Commitment
from commitrack.model.status import Status
from commitrack.reports.accounting import GLYPHS, PROPOSED, Account, Accounted, Decision
from commitrack.tui.decisions import DECISION_STYLES, WORDS, decision_style
from commitrack.tui.marks import status_style, status_text
from commitrack.tui.prose import Line, Piece, Prose
from commitrack.tui.rule_words import told
from commitrack.tui.widgets.prose_pane import ProsePane

_LABEL = 12


class WhyPane(ProsePane, can_focus=False):
    """Shows the grounds of one decision."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*DECISION_STYLES}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._account: Account | None = None
        self._one: Accounted | None = None
        self._who: Mapping[int, str] = {}

    def show(self, account: Account, one: Accounted | None, who: Mapping[int, str]) -> None:
        """Show why `one` was decided; `who` says who rejected which item, as far as is known."""
        if one is not self._one:
            self.scroll_to(y=0, animate=False)
        self._account, self._one, self._who = account, one, who
        self.lay_out()

    def written(self, width: int) -> list[Line]:
        """The decision, then what it rests on."""
        prose = Prose(width, label_width=_LABEL)
        if self._account is not None and self._one is not None:
            _write(prose, self._account, self._one, self._who)
        return prose.lines


def _write(prose: Prose, account: Account, one: Accounted, who: Mapping[int, str]) -> None:
    style = decision_style(one.decision)
    if one.apart:
        prose.paragraph(
            ("A heading or a line apart", "prose--title"), (_where(one), "prose--muted")
        )
        prose.paragraph(("It has no number and is not counted.", "prose--plain"))
        return
    name = "Outside every sentence" if one.number is None else f"Sentence {one.number:,}"
    of = "" if one.number is None else f" of {len(account.numbered):,}"
    prose.paragraph(
        (name, "prose--title"),
        (f"{of}{_where(one)}  ", "prose--muted"),
        (f"{GLYPHS[one.decision]} {WORDS[one.decision]}", style),
    )
    for record in one.commitments:
        _item(prose, record, who.get(record.number))
    if one.reading is not None:
        note = f": {one.reading.note}" if one.reading.note else ""
        words = f"by {one.reading.by} on {one.reading.on.isoformat()}{note}"
        prose.field("Read", (words, "prose--plain"))
    if not one.items and one.verdict.startswith(PROPOSED):
        words = "nothing was proposed here when it was added; today's extractor would propose it"
        prose.field("Passed over", (words, "prose--plain"))
    if not one.steps:
        _without_steps(prose, one)
    for step in one.steps:
        _step(prose, step)


def _where(one: Accounted) -> str:
    return f"  line {one.line:,}  characters {one.start:,}–{one.end:,}"


def _item(prose: Prose, record: Commitment, who: str | None) -> None:
    pieces: list[Piece] = [
        (f"{status_text(record.status)}  ", status_style(record.status)),
        (record.title, "prose--plain"),
    ]
    if record.status is Status.REJECTED:
        by = f", by {who}" if who else ""
        pieces.append((f"  ({record.reason or 'no reason recorded'}{by})", "prose--muted"))
    else:
        pieces.append((f"  {record.kind.value}, {record.owner or 'no owner'}", "prose--muted"))
    prose.field(record.id, *pieces)


def _without_steps(prose: Prose, one: Accounted) -> None:
    """What the lay-out decided, where no cue was judged."""
    for cue in one.cues:
        prose.field("Found by", (cue, "prose--title"), (f"  {told(cue)}", "prose--muted"))
    if one.decision is not Decision.NO_CUE:
        return
    words = "the extractor found no words in it that undertake anything"
    plain = one.verdict in ("", Decision.NO_CUE.value)
    prose.field("No cue", (words if plain else one.verdict, "prose--plain"))


def _step(prose: Prose, step: Step) -> None:
    """A cue, the guard that held it back, and those that let it pass."""
    prose.field("Cue", (step.cue, "prose--title"), (f"  {told(step.cue)}", "prose--muted"))
    if step.guard is not None:
        meaning = told(step.guard)
        own = step.reason if step.reason and step.reason != meaning else ""
        prose.field(
            "  held by",
            (step.guard, "prose--question"),
            (f"  {own}" if own else "", "prose--plain"),
            (f"  {meaning}", "prose--muted"),
        )
    for place, guard in enumerate(step.passed):
        label = "  passed" if not place else ""
        prose.field(label, (guard, "prose--plain"), (f"  {told(guard)}", "prose--muted"))
