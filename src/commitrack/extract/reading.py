"""What is carried from sentence to sentence: where the reading stands, and what it has found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commitrack.extract import resolutions
from commitrack.extract.result import Sentence, Step
from commitrack.extract.subjects import Scene

if TYPE_CHECKING:
    from commitrack.extract.antecedents import Memory
    from commitrack.extract.context import Context
    from commitrack.extract.cue_search import Hit
    from commitrack.extract.folding import Folded
    from commitrack.extract.guards import Objection
    from commitrack.extract.items import Draft
    from commitrack.extract.parties import Parties
    from commitrack.extract.segment import Block, Span
    from commitrack.extract.voices import Voice


@dataclass
class Reading:
    """What is carried from sentence to sentence."""

    flat: str
    folded: Folded
    context: Context
    parties: Parties
    voices: tuple[Voice, ...]
    memory: Memory
    explains: bool
    """Whether every sentence is to be accounted for, and not only what is found in it."""
    sentences: list[Sentence] = field(default_factory=list)
    drafts: list[tuple[Draft, Scene]] = field(default_factory=list)
    number: int = 0
    resolving: bool = False
    """Whether a line above says that what stands here was moved or resolved."""
    recommends: bool = False
    """Whether a heading just announced a recommendation."""
    voice_at: int = 0
    _scene: Scene | None = field(default=None, init=False)
    """The last one: all that changes in it is the voice."""

    def scene(self, at: int) -> Scene:
        """The scene at an offset; offsets must not decrease."""
        if self._scene is not None and not self.voices:
            return self._scene
        while self.voice_at < len(self.voices) and self.voices[self.voice_at].end < at:
            self.voice_at += 1
        voice = None
        if self.voice_at < len(self.voices) and self.voices[self.voice_at].start <= at:
            voice = self.voices[self.voice_at]
        if self._scene is None or self._scene.voice is not voice:
            self._scene = Scene(self.context, self.parties, voice, self.memory)
        return self._scene

    def note(
        self,
        span: Span,
        line: int,
        cues: tuple[str, ...],
        verdict: str,
        steps: tuple[Step, ...] = (),
    ) -> None:
        """Record a numbered sentence and what was decided."""
        if not self.explains:
            return
        self.number += 1
        start, end = self.folded.span(span.start, span.end)
        self.sentences.append(Sentence(self.number, start, end, line, cues, verdict, steps))

    def follow_resolutions(self, block: Block) -> None:
        """Keep in mind that "RESOLVED" or "Moved by" stands above the clauses that follow."""
        if not self.context.minutes:
            return
        end = min(block.end, block.start + 200)
        opens = self.flat.startswith(resolutions.HEADED_OPENS, block.start, end)
        if opens and resolutions.HEADED.fullmatch(self.flat, block.start, end):
            self.resolving = True
        elif self.resolving:
            self.resolving = self.flat.startswith(("that ", "That ", "THAT "), block.start, end)

    def note_apart(self, block: Block) -> None:
        """Record a heading, or another line without a number."""
        if not self.explains:
            return
        start, end = self.folded.span(block.start, block.end)
        self.sentences.append(
            Sentence(None, start, end, block.line, (), "a heading or a line apart")
        )

    def step(self, hit: Hit, held: Objection | None) -> Step:
        """What became of a cue."""
        start, end = self.folded.span(hit.start, hit.end)
        if held is None:
            return Step(hit.cue.name, start, end, hit.cue.guards)
        return Step(hit.cue.name, start, end, held.passed, held.guard, held.reason)
