"""What every dialog is: a form over the screen that answers with actions, or with nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import ClassVar, TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from commitrack.model.actions import Action
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError, Refused
from commitrack.model.records import Commitment, Dossier
from commitrack.tui.dialogs.drafted import Drafted
from commitrack.tui.dialogs.form import Field, FormError, Prose
from commitrack.tui.dialogs.rehearsal import rehearse, signature
from commitrack.tui.prose import fitted
from commitrack.tui.refusals import on_screen

T = TypeVar("T")
_WIDTH = 78
"""How wide a dialog is where the terminal is wide enough."""
_SIDES = 4
"""Cells of a line that its frame takes, and the room beside it."""
_WRAPPED = 18
"""Cells that words leave empty at the end of a line, by and large."""
_AROUND = 5
"""Lines around what a dialog says and asks: its frame, the room above the form, the buttons."""


class Dialog(Drafted):
    """A form about one commitment, or about several that are marked.

    Enter or Save answers with the actions to apply, in order and in one transaction; escape
    answers None. The actions were tried against the rules first, so that what is missing is said
    in the form and not afterwards. The draft of what was typed stays until whoever opened the
    dialog has done what it answered, and says that it is `saved`.
    """

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > #dialog {
            width: 78;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            background: $surface;
            border: round $primary;
            border-title-color: $text;
            border-title-style: bold;
            border-subtitle-color: $foreground 60%;
            padding: 0 1;
        }
        & #dialog-subject { height: auto; max-height: 2; }
        & #dialog-about { height: auto; max-height: 3; color: $foreground 60%; }
        & #dialog-draft { height: auto; color: $text-warning; &.-empty { display: none; } }
        & #dialog-form {
            height: auto;
            margin-top: 1;
            scrollbar-size-vertical: 1;
        }
        & #dialog-error { height: auto; color: $text-error; margin-top: 1; }
        & #dialog-error.-empty { display: none; }
        & #dialog-buttons { height: 1; margin-top: 1; align-horizontal: right; }
        & #dialog-keys {
            width: 1fr; height: 1; color: $foreground 60%;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        & Button { margin-left: 1; min-width: 8; }
        & .dialog--fact { height: auto; color: $foreground 60%; }
    }
    """
    # Stronger than an application's background for screens: what is behind stays in sight.
    CSS = "Dialog:focus-within, Dialog { background: $background 60%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", show=False),
        Binding("enter", "submit", "Save", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Previous field", show=False),
    ]
    AUTO_FOCUS = ""
    """`start` says where typing begins: what is typed at once went into the first field of all."""
    TITLE = "Dialog"
    SAVE = "Save"
    KEYS = "⏎ save · tab next field · esc cancel"

    def __init__(self, dossiers: tuple[Dossier, ...], today: date, actor: str) -> None:
        """`dossiers` are what the actions will be applied to; the first is the example."""
        super().__init__()
        self.dossiers = dossiers
        self.count = len(dossiers)
        """How many it is about: of very many, `dossiers` are some, spread over all of them."""
        self.today = today
        self.actor = actor
        self._error = Static(Content(""), id="dialog-error", classes="-empty")
        self._taken_over: tuple[Mapping[str, str], str] | None = None
        """What the fields of the one before held, and why that was not done."""

    # What a dialog says for itself

    def form(self) -> Iterable[Widget]:
        """The fields, in order."""
        raise NotImplementedError

    def read(self) -> tuple[Action, ...]:
        """The actions that the fields ask for; empty when nothing was changed.

        Raises `FormError`, or any error of the model, for what cannot be used.
        """
        raise NotImplementedError

    def field_for(self, need: str) -> Field | None:
        """The field that answers a need the rules name ("reason", "evidence" …)."""
        return next(iter(self.query(f"#field-{need}").results(Field)), None)

    def start(self) -> None:
        """Put the cursor where typing begins; the first field unless a dialog says otherwise."""
        for field in self.query(Field):
            if field.display:
                field.focus()
                return

    # What all of them do

    @property
    def commitment(self) -> Commitment:
        """The example: the first of those the dialog is about."""
        return self.dossiers[0].commitment

    @property
    def looked_at_all(self) -> bool:
        """Whether all that it is about were looked at for the form."""
        return self.count == len(self.dossiers)

    def shared(self, value: Callable[[Commitment], T]) -> tuple[T | None, bool]:
        """The value that all these commitments share, or (None, True) when they differ.

        They may as well differ when not all of them were looked at.
        """
        values = {value(dossier.commitment) for dossier in self.dossiers}
        if len(values) > 1 or not self.looked_at_all:
            return None, True
        return next(iter(values), None), False

    def compose(self) -> ComposeResult:
        """A frame with what it is about, the form, and the buttons."""
        with Vertical(id="dialog") as frame:
            frame.border_title = self.TITLE
            frame.border_subtitle = self._which()
            yield Static(Content(self._short(self.subject())), id="dialog-subject")
            yield Static(Content(self.about()), id="dialog-about")
            yield self._draft_line
            with VerticalScroll(id="dialog-form", can_focus=False):
                yield from self.form()
            yield self._error
            with Horizontal(id="dialog-buttons"):
                yield Static(Content(self.KEYS), id="dialog-keys")
                yield Button(self.SAVE, id="save", compact=True, variant="primary")
                yield Button("Cancel", id="cancel", compact=True)

    def _short(self, text: str) -> str:
        """The text with an ellipsis where two lines of the dialog do not hold it."""
        room = 2 * (min(_WIDTH, self.app.size.width) - _SIDES) - _WRAPPED
        return fitted(text, room) if cell_len(text) > room else text

    def draft_about(self) -> tuple[str, ...]:
        """The commitments by their numbers, and the words of the first: a number that another
        store gives to other words has no part in it.
        """
        if not self.dossiers:
            return (self.subject(),)
        numbers = [str(one.commitment.number) for one in self.dossiers]
        if not self.looked_at_all:
            numbers.append(f"of {self.count}")
        return (*numbers, self.commitment.quote)

    def called(self) -> str:
        """Its title, and which commitments it is about."""
        return " ".join(filter(None, (self.TITLE, self._which())))

    def _which(self) -> str:
        more = self.count - 1
        return f"{self.commitment.id} and {more:,} more" if more else self.commitment.id

    def subject(self) -> str:
        """The line that names what the dialog is about."""
        if self.count > 1:
            return f"{self.count:,} commitments, such as: {clean_line(self.commitment.title)}"
        return clean_line(self.commitment.title)

    def about(self) -> str:
        """Where it stands now, in a line."""
        if len(self.dossiers) > 1:
            counts: dict[str, int] = {}
            for dossier in self.dossiers:
                words = dossier.commitment.status.words
                counts[words] = counts.get(words, 0) + 1
            most_first = sorted(counts.items(), key=lambda one: -one[1])
            told = " · ".join(f"{count:,} {words}" for words, count in most_first)
            if self.looked_at_all:
                return told
            return f"this form goes by {len(self.dossiers)} of them: {told}"
        commitment = self.commitment
        owner = self._short(clean_line(commitment.owner)) or "no owner"
        parts = [owner, commitment.status.words]
        if commitment.due:
            parts.append(f"due {commitment.due.isoformat()}")
        if commitment.follow_up:
            parts.append(f"follow-up {commitment.follow_up.isoformat()}")
        return " · ".join(parts)

    def on_mount(self) -> None:
        """Fit the screen, and put the cursor where typing begins."""
        self.start()
        self.offer_draft()
        if self._taken_over is not None:
            held, refusal = self._taken_over
            self.hold(held)
            self._tell_draft("")
            self._complain(refusal)
        self._fit()

    def take_over(self, before: Dialog, refusal: str) -> None:
        """Begin with what was typed in another one, whose answer could not be done."""
        self._taken_over = before.held(), refusal

    def on_resize(self) -> None:
        """Fit the screen again."""
        self._fit()

    def _fit(self) -> None:
        screen = self.app.size
        inside = min(_WIDTH, screen.width) - _SIDES
        chrome = _AROUND
        for line, most in (("#dialog-subject", 2), ("#dialog-about", 3), ("#dialog-draft", 9)):
            told = self.query_one(line, Static)
            if not told.has_class("-empty"):
                chrome += min(most, told.visual.get_height({}, inside))
        if not self._error.has_class("-empty"):
            chrome += 1 + self._error.visual.get_height({}, inside)
        self.query_one("#dialog-form").styles.max_height = max(3, screen.height - chrome)
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        """What is typed in stays in sight, however little room there is now for the form."""
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def only_to_close(self) -> None:
        """There is nothing here to save: no button and no key says that there is."""
        self.query_one("#save").display = False
        self.query_one("#dialog-keys", Static).update(Content("esc closes"))
        close = self.query_one("#cancel", Button)
        close.label = "Close"
        close.focus()

    def action_cancel(self) -> None:
        """Close, and change nothing; what becomes of typed text is asked."""
        self.leave()

    def action_submit(self) -> None:
        """Answer with the actions, or say what is missing and where."""
        self._complain("")
        try:
            actions = self.read()
            self.rehearse(actions)
        except FormError as error:
            error.field.say(str(error), error=True)
            error.field.focus()
        except Refused as refusal:
            self._refuse(refusal)
        except CommitrackError as error:
            self._complain(on_screen(error))
        else:
            self.keep()  # until it is done: the store may be locked, or the user say no
            self.dismiss(actions or None)

    def rehearse(self, actions: tuple[Action, ...]) -> None:
        """Try the actions against the rules; raises what they raise.

        When not all were looked at, some may be refused: the preview tells which, and they are left
        out. Refused is what the form can still mend, and what would be refused for each.
        """
        by = signature(self.actor, self.today)
        if self.looked_at_all:
            rehearse(self.dossiers, actions, by)
            return
        refusals: list[CommitrackError] = []
        for one in self.dossiers:
            try:
                rehearse((one,), actions, by)
            except Refused as refusal:
                if any(self._asked_for(need) is not None for need in refusal.needs):
                    raise
                refusals.append(refusal)
            except CommitrackError as refusal:
                refusals.append(refusal)
        if len(refusals) == len(self.dossiers):
            raise refusals[0]

    def _asked_for(self, need: str) -> Field | None:
        """The field in sight that answers a need."""
        field = self.field_for(need)
        return field if field is not None and field.display else None

    def _refuse(self, refusal: Refused) -> None:
        words = on_screen(refusal)
        for need in refusal.needs:
            field = self._asked_for(need)
            if field is not None:
                field.say(words, error=True)
                field.focus()
                return
        self._complain(words)

    def _complain(self, message: str) -> None:
        self._error.update(Content(f"✗ {clean_line(message)}" if message else ""))
        self._error.set_class(not message, "-empty")
        self._fit()

    @on(Input.Submitted)
    @on(Prose.Submitted)
    @on(Button.Pressed, "#save")
    def submit(self) -> None:
        """Enter in a field and the button do the same."""
        self.action_submit()

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """The button does what escape does."""
        self.action_cancel()

    def fact(self, text: str) -> Static:
        """A muted line of what is on record, for a form to show."""
        return Static(Content(clean_line(text)), classes="dialog--fact")
