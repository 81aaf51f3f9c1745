"""The help screen: every key of the screen it was called from, and what it does."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from commitrack.model.frozen import dataclass
from commitrack.model.rag import Colour
from commitrack.tui.command import Command, Group, Place
from commitrack.tui.commands import COMMANDS
from commitrack.tui.keymap import Keymap, bound_on, shown
from commitrack.tui.marks import (
    KIND_GLYPHS,
    STATUS_GLYPHS,
    rag_style,
    rag_text,
    status_style,
    status_text,
)
from commitrack.tui.prose import Line, Prose
from commitrack.tui.screens.browse import BrowseScreen
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


def place_sections(
    keymap: Keymap, here: Iterable[Binding], elsewhere: Iterable[Binding]
) -> list[Section]:
    """The keys of a place that has bindings of its own: what can be done there and now, how one
    moves about, what can be done anywhere, and what those keys do of which the pane that has the
    focus knows nothing. A key that means something else here is told once: as what it means here.
    """
    anywhere = [command for command in COMMANDS if command.place is Place.APP]
    of_the_app = {command.action() for command in anywhere}
    others = list(elsewhere)
    entered = next((one for one in others if "enter" in one.key.split(",")), None)
    own = [
        entered if one.action == "select" and entered else one  # a list tells its screen of it
        for one in here
        if one.action not in of_the_app and _words(one)
    ]
    moving = {one.action for one in own if _moves(one)}
    acts = _lines(one for one in own if one.action not in moving)
    moves = _lines(one for one in own if one.action in moving)
    taken = {shown(key) for one in own for key in one.key.split(",")}
    told = [Section("This screen", acts)]
    for section in command_sections(keymap, anywhere):
        lines = tuple(
            (" ".join(left), words)
            for keys, words in section.lines
            if (left := [key for key in keys.split() if key not in taken])
        )
        first = moves if section.title == Group.MOVING.value else ()
        told.append(Section(section.title, (*first, *lines)))
    return [*told, *elsewhere_section(others, anywhere, told={*acts, *moves})]


def elsewhere_section(
    bindings: Iterable[Binding],
    commands: Iterable[type[Command]],
    *,
    told: Container[tuple[str, str]] = (),
) -> list[Section]:
    """What the keys of a screen do when another pane has the focus, or something else is shown;
    without the commands, and without the lines, that are told already.
    """
    known = {command.action() for command in commands}
    lines = _lines(one for one in bindings if one.action not in known)
    rest = tuple(line for line in lines if line not in told)
    return [Section("In its other panes, or at other times", rest)] if rest else []


_TEXTUALS = {
    "cursor_up": "Previous",
    "cursor_down": "Next",
    "first": "First",
    "last": "Last",
    "page_up": "Page up",
    "page_down": "Page down",
    "scroll_up": "Scroll up",
    "scroll_down": "Scroll down",
    "scroll_home": "To the top",
    "scroll_end": "To the end",
    "scroll_left": "",
    "scroll_right": "",
    "page_left": "",
    "page_right": "",
    "select": "Open it",
    "app.focus_next": "The next pane",
    "app.focus_previous": "The pane before",
    "screen.copy_text": "Copy the text that the mouse has selected",
}
"""What the framework's own actions do, in our words; nothing scrolls from side to side here."""

_STEPS = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab"})


def _words(one: Binding) -> str:
    return one.tooltip or _TEXTUALS.get(one.action, one.description)


def _moves(one: Binding) -> bool:
    """Whether it only takes one from here to there."""
    if one.action.startswith(("move", "scroll", "page", "app.focus")):
        return True
    return not _STEPS.isdisjoint(one.key.split(","))


def _lines(bindings: Iterable[Binding]) -> tuple[tuple[str, str], ...]:
    """A line for all the keys that do the same; what is in the bottom line comes first."""
    keys: dict[str, dict[str, None]] = {}
    for one in sorted(bindings, key=lambda one: (not one.show, one.action in _TEXTUALS)):
        if _words(one):
            keys.setdefault(_words(one), {}).update(dict.fromkeys(map(shown, one.key.split(","))))
    return tuple((" ".join(found), words) for words, found in keys.items())


def sections_of(screen: Screen[Any], keymap: Keymap) -> list[Section]:
    """The keys of a screen, those of its panes that have not the focus, and the app's."""
    if isinstance(screen, BrowseScreen):
        return [*command_sections(keymap), *elsewhere_section(bound_on(screen), COMMANDS)]
    active = [one for one in screen.active_bindings.values() if one.node is not screen.app]
    here = [one.binding for one in active]
    now = {one.action for one in here}
    elsewhere = [one for one in bound_on(screen) if one.action not in now]
    return place_sections(keymap, here, elsewhere)


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
