"""Where a reader stands at one sentence: who speaks, whom the pronouns mean, what leads in.

The sentences before it are read as the whole statement is read, as far back as anything in them is
remembered, so that nothing is known here that the pipeline would not know at the same place.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from commitrack.extract import leadins, pipeline
from commitrack.extract.antecedents import REMEMBERED, Memory, Nearby
from commitrack.extract.segment import Block, BlockKind, Span, shape
from commitrack.extract.subjects import Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from commitrack.extract.folding import Folded
    from commitrack.extract.leadins import LeadIn
    from commitrack.extract.result import Known


@dataclass(frozen=True)
class Standpoint:
    """A sentence of the reading copy, and what is known on reaching it."""

    flat: str
    folded: Folded
    sentence: Span
    blocks: tuple[Block, ...]
    scene: Scene
    memory: Memory
    """The sentences before it, for its pronouns."""
    lead: LeadIn | None
    """What a bullet takes over from the lead-in, or the title, above it."""

    def sentence_at(self, offset: int) -> Span:
        """The sentence, or the line apart, of the copy that holds `offset` or comes before it."""
        return _sentence_at(self.blocks, offset)

    def nearby(self, sentence: Span) -> Nearby:
        """What pronouns and missing subjects may mean in a sentence."""
        return Nearby(self.flat, sentence, self.scene, self.memory)


def copied(folded: Folded, offset: int) -> int:
    """The offset in the reading copy of a place in the statement."""
    return max(0, bisect_right(range(len(folded.text) + 1), offset, key=folded.at) - 1)


_begun = lru_cache(maxsize=2)(pipeline.begin)
"""What comes before the first sentence takes longest, and is the same for every place."""


def standpoint(text: str, known: Known, offset: int) -> Standpoint:
    """The standpoint at the sentence that holds the character at `offset` of the statement."""
    _, folded, blocks = _begun(text, known)
    sentence = _sentence_at(blocks, copied(folded, offset))
    return _at_sentence(text, known, sentence.start, sentence.end)


@lru_cache(maxsize=64)
def _at_sentence(text: str, known: Known, start: int, end: int) -> Standpoint:
    """The standpoint at a sentence of the copy: what is read of one word of it serves for all."""
    sentence = Span(start, end)
    fresh, folded, blocks = _begun(text, known)
    reading = replace(fresh, sentences=[], drafts=[], memory=Memory(fresh.flat))
    index = _block_at(blocks, sentence.start)
    first = _far_enough(blocks, index)
    pipeline.read_blocks(reading, (*blocks[first:index], *_earlier(blocks, index, sentence)))
    return Standpoint(
        reading.flat,
        folded,
        sentence,
        blocks,
        reading.scene(sentence.start + 1),
        reading.memory,
        _lead_in(reading.flat, blocks, index, replace(fresh, sentences=[], drafts=[]).scene),
    )


def _far_enough(blocks: tuple[Block, ...], index: int) -> int:
    """The block to begin at: twice as far back as is remembered, since what is remembered was read
    with what came before it.
    """
    seen = 0
    while index > 0 and seen < 2 * REMEMBERED:
        index -= 1
        seen += max(1, len(blocks[index].sentences))
    return index


def _lead_in(
    flat: str, blocks: tuple[Block, ...], index: int, scene: Callable[[int], Scene]
) -> LeadIn | None:
    """The lead-in of the list that a bullet belongs to."""
    above = index
    while above >= 0 and blocks and blocks[above].kind is BlockKind.BULLET:
        above -= 1
    if above in (index, -1):
        return None
    block = blocks[above]
    outer = shape(block.marker)
    if outer and any(shape(one.marker) == outer for one in blocks[above + 1 : index + 1]):
        return None  # "5. We will: (a) …" ends at "6."
    if block.kind is BlockKind.HEADING:
        return leadins.title(flat, block, scene(block.start))
    if block.kind is not BlockKind.LEAD_IN:
        return None
    sentence = block.sentences[-1]
    here = scene(sentence.start + 1)
    return leadins.read_lead_in(flat, sentence, here, Nearby(flat, sentence, here, Memory(flat)))


def _block_at(blocks: tuple[Block, ...], at: int) -> int:
    return max(0, bisect_right(blocks, at, key=lambda one: one.start) - 1)


def _sentence_at(blocks: tuple[Block, ...], at: int) -> Span:
    if not blocks:
        return Span(0, 0)
    block = blocks[_block_at(blocks, at)]
    place = bisect_right(block.sentences, at, key=lambda one: one.start) - 1
    return block.sentences[max(0, place)] if block.sentences else Span(block.start, block.end)


def _earlier(blocks: tuple[Block, ...], index: int, sentence: Span) -> tuple[Block, ...]:
    """The block of the sentence as far as the sentence, if anything of it comes before."""
    if not blocks:
        return ()
    block = blocks[index]
    before = tuple(one for one in block.sentences if one.start < sentence.start)
    if not before:
        return ()
    # Cut short, a lead-in has lost the colon that made it one.
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.LEAD_IN else block.kind
    return (replace(block, kind=kind, end=before[-1].end, sentences=before),)
