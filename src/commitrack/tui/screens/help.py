"""The help screen: every key of the screen it was called from, and what it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from commitrack.model.rag import Colour
from commitrack.tui.command import Command, Group
from commitrack.tui.commands import COMMANDS
from commitrack.tui.keymap import Keymap, shown
from commitrack.tui.marks import (
    KIND_GLYPHS,
    STATUS_GLYPHS,
    rag_style,
    rag_text,
    status_style,
    status_text,
)
from commitrack.tui.prose import Line, Prose
from commitrack.tui.sheet import Sheet
from commitrack.tui.widgets.prose_pane import ProsePane

_KEYS_WIDTH = 11

_LIGHTS = {
    Colour.RED: "overdue, not delivered, or the date moved three times or by 180 days",
    Colour.AMBER: "stalled, due soon, follow-up past, a claim that waits, or the date moved",
    Colour.GREEN: "in progress, with evidence that is not stale",
    Colour.BLUE: "delivered",
    Colour.GREY: "anything else",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines: keys, and what they do."""

    title: str
    lines: tuple[tuple[str, str], ...]


def command_sections(keymap: Keymap, commands: Iterable[type[Command]] = COMMANDS) -> list[Section]:
    """The commands by group, with the keys in force."""
    chosen = tuple(commands)
    return [
        Section(
            group.value,
            tuple(
                (" ".join(keymap.labels(command)), command.help())
                for command in chosen
                if command.group is group
            ),
        )
        for group in Group
        if any(command.group is group for command in chosen)
    ]


def binding_section(title: str, bindings: Iterable[Binding]) -> Section:
    """The keys of a screen that has bindings of its own: one line for each action."""
    keys: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for binding in bindings:
        if binding.description:
            keys.setdefault(binding.action, []).extend(map(shown, binding.key.split(",")))
            words[binding.action] = binding.tooltip or binding.description
    return Section(title, tuple((" ".join(dict.fromkeys(keys[one])), words[one]) for one in keys))


class _HelpText(ProsePane):
    """The sections, and what the glyphs mean."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = sections

    def written(self, width: int) -> list[Line]:
        """Keys on the left, what they do on the right."""
        prose = Prose(width, label_width=_KEYS_WIDTH)
        for section in self._sections:
            prose.heading(section.title)
            for keys, words in section.lines:
                prose.field(keys, (words, "prose--plain"), style="prose--title")
        prose.heading("Kinds of candidates")
        for kind, glyph in KIND_GLYPHS.items():
            prose.bullet((glyph, "prose--plain"), (kind.value, "prose--plain"))
        prose.heading("Statuses")
        for status in STATUS_GLYPHS:
            prose.bullet(("", ""), (status_text(status), status_style(status)))
        prose.heading("Lights")
        for colour, meaning in _LIGHTS.items():
            prose.field(rag_text(colour), (meaning, "prose--plain"), style=rag_style(colour))
        return prose.lines


class HelpScreen(Sheet[None]):
    """Shows sections of keys; any of the keys that closes things closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close", show=False),
    ]

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = tuple(sections)

    def compose(self) -> ComposeResult:
        """A sheet with all of it."""
        with Vertical(classes="sheet -tall") as sheet:
            sheet.border_title = "Help"
            sheet.border_subtitle = "esc or a click here closes"
            yield _HelpText(self._sections)
