"""The sentences of a text and its other lines, as offsets, without looking for promises."""

from __future__ import annotations

from commitrack.extract.flat import flatten
from commitrack.extract.folding import fold
from commitrack.extract.segment import blocks


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence, heading, bullet and row of a table stands, in the order of the text."""
    folded = fold(text)
    return tuple(
        folded.span(start, end)
        for block in blocks(folded.text, flatten(folded.text))
        for start, end in (
            [(one.start, one.end) for one in block.sentences] or [(block.start, block.end)]
        )
        if end > start
    )
