"""What a candidate seems to say again, in a line or two above its facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from commitrack.model.cleaning import clean_line
from commitrack.model.drift import drift
from commitrack.model.records import Dossier
from commitrack.store import Store
from commitrack.tui.widgets.wrapping import wrap


def likeness_facts(dossier: Dossier, others: Mapping[int, Dossier], width: int) -> Content | None:
    """``Like C-0002, weaker: will explore → hopes to look at``; None when it is like nothing."""
    lines: list[Content] = []
    for one in dossier.open_suggestions:
        other = others.get(one.other)
        if other is None:
            continue
        change = drift(other.commitment, dossier.commitment).summary
        words = f"Like {other.commitment.id}, {clean_line(change) or 'and no weaker'}"
        rows = wrap(words, max(16, width))
        lines += [
            Content.styled(words[start:end], "bold $text-warning")
            for start, end in zip(rows.starts, rows.ends, strict=True)
        ]
    return Content("\n").join(lines) if lines else None


def read_others(store: Store, dossiers: Iterable[Dossier]) -> dict[int, Dossier]:
    """The dossiers that these are suggested to be linked to, by number."""
    numbers: Sequence[int] = list(
        dict.fromkeys(one.other for dossier in dossiers for one in dossier.open_suggestions)
    )
    return {one.commitment.number: one for one in store.dossiers(numbers)}
