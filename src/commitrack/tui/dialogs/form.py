"""The fields a dialog is made of: a label, something to type in, and a line that answers."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from commitrack.model.cleaning import clean, clean_line
from commitrack.model.errors import BadInput
from commitrack.tui.widgets.input_line import InputLine

VARIOUS = "various"
"""Shown in place of a value when the marked commitments do not agree on one."""


class FormError(BadInput):
    """What was typed in a field cannot be used; the message stands below that field."""

    def __init__(self, message: str, field: Field) -> None:
        super().__init__(message)
        self.field = field


class Prose(TextArea):
    """A few wrapped lines of text; enter submits, as it does in every field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Save", show=False, priority=True),
    ]

    class Submitted(Message):
        """Enter was pressed."""

    def action_submit(self) -> None:
        """Say that the text is done."""
        self.post_message(self.Submitted())

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)  # what it is pasted by comes next, in the class above


class Field(Vertical):
    """A label beside an editor, and below them a line for a preview, a hint or an error."""

    DEFAULT_CSS = """
    Field {
        height: auto;
        & > .field--row { height: auto; }
        & .field--label { width: 15; color: $foreground 60%; padding-right: 1; }
        &.-active .field--label { color: $text-accent; text-style: bold; }
        & .field--note { height: auto; margin-left: 15; padding-left: 1; color: $foreground 60%; }
        & .field--note.-empty { display: none; }
        & .field--note.-error { color: $text-error; }
        &.-wide .field--label { width: 1fr; }
        &.-wide .field--note { margin-left: 0; padding-left: 0; }
        & Input, & TextArea {
            width: 1fr;
            background: $foreground 6%;
            border: none;
            padding: 0 1;
            &:focus { border: none; background: $primary 25%; background-tint: transparent; }
        }
        & Input { height: 1; }
        & TextArea { height: 3; & .text-area--cursor-line { background: transparent; } }
    }
    """

    class Changed(Message):
        """The value of a field is another one now."""

        def __init__(self, field: Field) -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> Field:
            """The field that changed."""
            return self.field

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        super().__init__(id=f"field-{name}")
        self.key = name
        self._hint = hint
        self._heading = Static(Content(label), classes="field--label")
        self._shown = hint
        self._note = Static(Content(hint), classes="field--note")
        self._note.set_class(not hint, "-empty")

    def editor(self) -> Widget:
        """The widget that is typed in."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the label, the editor and the note."""
        with Horizontal(classes="field--row"):
            yield self._heading
            yield self.editor()
        yield self._note

    def focus(self, scroll_visible: bool = True) -> Field:
        """Put the cursor into the editor."""
        self.editor().focus(scroll_visible)
        return self

    def on_descendant_focus(self) -> None:
        """Light the label of the field that is typed in."""
        self.add_class("-active")

    def on_descendant_blur(self) -> None:
        """Let the label rest."""
        self.remove_class("-active")

    def name_it(self, label: str) -> None:
        """Give it another label."""
        self._heading.update(Content(label))

    def say(self, note: str, *, error: bool = False) -> None:
        """Show a line below the field; an empty one brings back its hint."""
        shown = clean_line(note) or self._hint
        line = f"✗ {shown}" if error else shown
        if line == self._shown:
            return  # the form is laid out anew for another line only, not with every letter
        self._shown = line
        self._note.update(Content(line))
        self._note.set_class(error, "-error")
        self._note.set_class(not shown, "-empty")

    def fail(self, message: str) -> FormError:
        """The error to raise for what is typed here."""
        return FormError(message, self)

    # What was typed, to be kept while it is not saved

    @property
    def edited(self) -> bool:
        """Whether it says something else than at first."""
        return False

    @property
    def held(self) -> str:
        """What it says, as a text that `hold` takes."""
        return ""

    def hold(self, held: str) -> None:
        """Say again what it said."""

    def reset(self) -> None:
        """Say what it said at first."""


class TextField(Field):
    """A line of text, or a few (`lines` > 1)."""

    REPLACES: ClassVar[bool] = False
    """Whether typing into a field just entered replaces what it holds."""

    def __init__(
        self,
        name: str,
        label: str,
        value: str | None = None,
        *,
        hint: str = "",
        placeholder: str = "",
        lines: int = 1,
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__(name, label, hint=hint)
        self._first = clean_line(value or "") if lines == 1 else clean(value or "")
        self._editor: InputLine | Prose
        if lines == 1:
            self._editor = InputLine(
                self._first,
                placeholder=placeholder,
                suggester=suggester,
                select_on_focus=self.REPLACES,
            )
        else:
            self._editor = Prose(
                self._first,
                soft_wrap=True,
                compact=True,
                show_line_numbers=False,
                highlight_cursor_line=False,
                placeholder=placeholder,
            )
            self._editor.styles.height = lines

    def editor(self) -> Widget:
        """The input, or the text area."""
        return self._editor

    @property
    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.held.strip()

    @text.setter
    def text(self, value: str) -> None:
        if isinstance(self._editor, InputLine):
            self._editor.value = value
            self._editor.cursor_position = len(value)
        else:
            self._editor.text = value

    @property
    def edited(self) -> bool:
        """Whether it differs from what the field opened with."""
        return self.text != self._first.strip()

    @property
    def held(self) -> str:
        """What is typed, to the letter."""
        return self._editor.value if isinstance(self._editor, InputLine) else self._editor.text

    def hold(self, held: str) -> None:
        """Put back what was typed, made harmless."""
        self.text = clean(held)
        if isinstance(self._editor, Prose):
            self._editor.move_cursor(self._editor.document.end)

    def reset(self) -> None:
        """Put back what it opened with."""
        self.hold(self._first)

    def require(self, message: str) -> str:
        """What is typed; `FormError` with `message` when nothing is."""
        if not self.text:
            raise self.fail(message)
        return self.text

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on that the value changed."""
        event.stop()
        self._changed()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass on that the text changed."""
        event.stop()
        self._changed()

    def _changed(self) -> None:
        self.say("")
        self.post_message(self.Changed(self))


class Flag(Widget, can_focus=True):
    """A box to tick, with what ticking it says."""

    DEFAULT_CSS = """
    Flag { width: 1fr; height: auto; }
    Flag:focus { background: $primary 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", "Tick", show=False)]

    on: reactive[bool] = reactive(default=False)

    class Changed(Message):
        """It was ticked, or not any more."""

    def __init__(self, sentence: str, *, on: bool = False) -> None:
        super().__init__()
        self._sentence = sentence
        self.set_reactive(Flag.on, on)

    def watch_on(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed())

    def action_tick(self) -> None:
        """Tick it, or take the tick away."""
        self.on = not self.on

    def on_click(self) -> None:
        """A click does what space does."""
        self.action_tick()

    def render(self) -> Content:
        """The box and the sentence."""
        return Content(f"[{'x' if self.on else ' '}] {self._sentence}")


class FlagField(Field):
    """One sentence to agree with, or not."""

    DEFAULT_CSS = """
    FlagField .field--label { display: none; }
    """

    def __init__(self, name: str, sentence: str, *, on: bool = False, hint: str = "") -> None:
        super().__init__(name, "", hint=hint)
        self._first = on
        self._flag = Flag(sentence, on=on)

    def editor(self) -> Widget:
        """The box to tick."""
        return self._flag

    @property
    def on(self) -> bool:
        """Whether it is ticked."""
        return self._flag.on

    @property
    def edited(self) -> bool:
        """Whether it is ticked now and was not at first, or the other way round."""
        return self._flag.on is not self._first

    @property
    def held(self) -> str:
        """``x`` when it is ticked."""
        return "x" if self._flag.on else ""

    def hold(self, held: str) -> None:
        """Tick it, or not."""
        self._flag.on = bool(held)

    def reset(self) -> None:
        """As it was at first."""
        self._flag.on = self._first

    def on_flag_changed(self, event: Flag.Changed) -> None:
        """Pass on that it was ticked, or not any more."""
        event.stop()
        self.say("")
        self.post_message(self.Changed(self))
