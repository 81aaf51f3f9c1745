"""The line to narrow the list in: the filter language, read and completed while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from commitrack.model.cleaning import clean, clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.frozen import dataclass
from commitrack.query import DIRECTIVES, Query, QueryError, SavedView
from commitrack.query.fields import example_of
from commitrack.store import Lens, Store
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.messages import message
from commitrack.tui.widgets.status_line import MessageLine

if TYPE_CHECKING:
    from commitrack.query.completing import Choice, Slot
    from commitrack.tui.widgets.offer_list import OfferList

PROMPT = " / "
HINT = 'words · is:overdue · owner:"nhs" · due:<+30d · no:due · status:stalled · @week · -word · OR'
"""Shown while nothing is typed: what the language can say."""

_OFFERS = "offers"
"""The topic of what is asked of the slow lane for the choices."""
_COUNTED = 24
"""Choices of which it is counted how many would be left."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a line is completed that takes the name of something, and no filter."""

    slot: Callable[[str, int], Slot]
    """What of a line is being typed, by where the cursor is."""
    named: Callable[[str, Lens, Store], Sequence[tuple[str, str]]]
    """The names that begin as typed, each with a word about it."""


class FilterBar(Vertical):
    """Where the filter is typed, with a line below for what is wrong with it. Elsewhere than above
    a list it may take a name instead, by turns.
    """

    @message
    class Typed(Message):
        """The text of the filter is another one."""

        text: str

    @message
    class Done(Message):
        """The user is done: keep the filter, or put back the one from before."""

        keep: bool
        entered: bool = False
        """Whether it was kept by enter, and not by going down to what is below."""

    @message
    class Pressed(Message):
        """A key was pressed in the input that the bar decides about."""

        key: str

    def __init__(
        self,
        within: Callable[[str], Query],
        views: Callable[[], Sequence[SavedView]],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`within` reads a filter as it is meant in the view that is shown; `views` are all."""
        super().__init__(id=id)
        self._within = within
        self._views = views
        self._prompt = PROMPT
        self._naming: Naming | None = None
        """What completes a name; None while a filter is typed."""
        self._heard = ""
        """What was typed last, as far as it was told, or put in since."""
        self._offered: tuple[str, Slot] | None = None
        """The filter for which the choices in sight were looked up, and where they would go."""

    def furnish(self) -> None:
        """Put in the prompt and the input, the line below, and the choices over what is under them.

        The first frame does without: they are made after it, or when they are wanted before.
        """
        if self.children:
            return
        from commitrack.tui.widgets.filter_input import FilterInput
        from commitrack.tui.widgets.offer_list import OfferList

        row = Horizontal(id="filter-row")
        self.mount(row, MessageLine(id="filter-message"), OfferList(id="filter-offers"))
        row.mount(
            Static(Content(PROMPT), id="filter-prompt"),
            FilterInput(id="filter-input", compact=True, select_on_focus=False),
        )

    @property
    def input(self) -> Input:
        """The input."""
        self.furnish()
        return self.query_one("#filter-input", Input)

    def ask_for(self, prompt: str, text: str, example: str, naming: Naming | None = None) -> None:
        """Ask for something else from now on, of which there may be a text already: for a filter,
        unless it is said how a name is completed.
        """
        self.furnish()
        self.add_class("-open")
        self._prompt, self._naming = prompt, naming
        shown = self.query_one("#filter-prompt", Static)
        shown.update(Content(prompt))
        shown.styles.width = cell_len(prompt)
        self.input.placeholder = example
        self.fill(text)
        self.workers.cancel_group(self, "offers")
        self.offers.offer((), 0)
        self.well()

    def open(self, text: str) -> None:
        """Show the bar with a filter in it and put the cursor at its end."""
        self.add_class("-open")
        self.fill(text)
        self.input.focus()
        self.well()

    def on_descendant_focus(self) -> None:
        """Show the line below while the filter has the keys."""
        self.add_class("-typing")

    def on_descendant_blur(self) -> None:
        """Without the keys there is nothing to hint at."""
        self.remove_class("-typing")

    def fill(self, text: str) -> None:
        """Put a text in without saying that it was typed."""
        self.input.value = text
        self._heard = self.input.value  # which is harmless, whatever the text holds
        self.input.cursor_position = len(text)

    def rest(self, text: str) -> None:
        """The list has the keys again: stay in view only while there is a filter."""
        self.fill(text)
        self.set_class(bool(text), "-open")
        self.remove_class("-wrong")
        self.query_one(MessageLine).pieces = ()
        self.workers.cancel_group(self, "offers")
        self.offers.offer((), 0)

    def well(self) -> None:
        """The filter can be read: hint at the language while it is empty."""
        self.remove_class("-wrong")
        plain = self.input.value or self._naming is not None
        hint = "" if plain else " " * len(self._prompt) + HINT
        self.query_one(MessageLine).pieces = ((hint, "message--hint"),)

    def unreadable(self, error: QueryError) -> None:
        """What cannot be read: say what could come where the cursor is, if it is yet to be typed,
        else what is wrong.
        """
        from commitrack.query.completing import slot_at

        slot = slot_at(self.input.value, self.input.cursor_position)
        if slot.start - len(slot.op) <= error.position <= slot.end and self._begins(slot):
            self.remove_class("-wrong")
            hint = " " * self._column(slot.start) + hint_of(slot)
            self.query_one(MessageLine).pieces = ((hint, "message--hint"),)
        else:
            self.wrong(error)

    def _begins(self, slot: Slot) -> bool:
        """Whether a value or a view may come of what stands in a slot."""
        from commitrack.query.completing import Sort, choices

        if slot.sort is Sort.FIELD or (slot.field is None and slot.directive is None):
            return slot.sort is Sort.VIEW and bool(choices(slot, (), self._views()))
        return not slot.typed or slot.asks is not None or bool(choices(slot))

    def wrong(self, error: QueryError) -> None:
        """Put carets under what cannot be read, and say why."""
        self.add_class("-wrong")
        carets = "^" * max(1, cell_len(clean(error.text[error.position :][: error.width])))
        indent = self._column(error.position)
        self.query_one(MessageLine).pieces = (
            (" " * indent + carets, "message--caret"),
            (f" {clean_line(error.message)}", "message--error"),
            (f" · for example {clean_line(error.example)}", "message--hint"),
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed: what stands there now, which may have been changed since, by more
        letters or by what was put in.

        Textual's `prevent` would do for what is put in, but for a letter that is typed while any of
        its other messages is being handled: that would not be told either.
        """
        event.stop()
        typed = self.input.value
        if typed != self._heard:
            self._heard = typed
            self.post_message(self.Typed(typed))
            self._offer()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the choice that is lit; with none it keeps the filter."""
        event.stop()
        chosen = self.offers.chosen
        if chosen is not None and self._is_offered:
            self.take(chosen)
        else:
            self.offers.offer((), 0)
            self.post_message(self.Done(keep=True, entered=True))

    @on(Pressed)
    def decide(self, event: Pressed) -> None:
        """Give a key to the choices while there are any, and to the filter when there are none."""
        event.stop()
        match event.key:
            case "up" | "down" if self.offers.open:
                self.offers.step(1 if event.key == "down" else -1)
            case "down":
                self.post_message(self.Done(keep=True))
            case "tab" if self._is_offered:
                self.take(self.offers.chosen or self.offers.choices[0])
            case "tab":
                self._offer(asked=True)
            case "escape" if self.offers.open:
                self.offers.offer((), 0)
            case "escape":
                self.post_message(self.Done(keep=False))

    # Completing

    @property
    def offers(self) -> OfferList:
        """The choices below the input."""
        from commitrack.tui.widgets.offer_list import OfferList

        self.furnish()
        return self.query_one(OfferList)

    @property
    def _is_offered(self) -> bool:
        """Whether choices are in sight that were looked up for what is typed now."""
        offered = self._offered
        return self.offers.open and offered is not None and offered[0] == self.input.value

    def on_offer_list_chosen(self, event: OfferList.Chosen) -> None:
        """A click takes a choice."""
        event.stop()
        self.take(event.choice)
        self.input.focus()

    def take(self, choice: Choice) -> None:
        """Put a choice in the place of what is typed where the cursor was when it was offered.

        One that was offered for another filter, which has just been changed, is not meant for this.
        """
        from commitrack.query.completing import put_in

        if self._offered is None or self._offered[0] != self.input.value:
            return
        before, slot = self._offered
        text, cursor = put_in(before, slot, choice)
        self.offers.offer((), 0)
        self.input.value = text
        self.input.cursor_position = cursor

    @work(exclusive=True, group="offers")
    async def _offer(self, *, asked: bool = False) -> None:
        """Say what could go on at the cursor, and then how many each would leave."""
        from commitrack.query.completing import Sort

        text, host = self.input.value, host_of(self)
        slot = self._slot()
        if not asked and slot.sort is Sort.FIELD and not slot.typed:
            self.offers.offer((), 0)
            return
        try:
            found = await self._choices(slot, text)
            useful = tuple(one for one in found if one.text != text[slot.start : slot.end])
            self._offered = text, slot
            self.offers.offer(useful, self._column(slot.start) - 1)
            await self._count(text, slot)
        except Stale:
            return
        except CommitrackError as error:
            host.say(str(error), warning=True)

    def _slot(self) -> Slot:
        """What is being typed."""
        from commitrack.query.completing import slot_at

        at = slot_at if self._naming is None else self._naming.slot
        return at(self.input.value, self.input.cursor_position)

    async def _choices(self, slot: Slot, text: str) -> Sequence[Choice]:
        """What could stand there; what is counted is what the choices of a filter would leave."""
        from commitrack.query.completing import Choice, choices

        if self._naming is None:
            return choices(slot, await self._stored(slot, text), self._views())
        host = host_of(self)
        ask = partial(_named, self._naming, slot.typed, host.lens)
        found = await host.gateway.slow(ask, _OFFERS)
        return [Choice(name, about, whole=False) for name, about in found]

    async def _stored(self, slot: Slot, text: str) -> list[tuple[str, str]]:
        """The values that only the store knows, among what the rest of the filter leaves."""
        field = slot.asks
        if field is None:
            return []
        query = self._readable(slot.without(text)) or self._within("")
        host = host_of(self)
        ask = partial(_values, field, query, host.lens, slot.typed)
        return [(value, "") for value in await host.gateway.slow(ask, _OFFERS)]

    async def _count(self, text: str, slot: Slot) -> None:
        """Count what each choice in sight would leave, were it taken."""
        from commitrack.query.completing import put_in

        host = host_of(self)
        queries = {
            one.text: query
            for one in self.offers.choices[:_COUNTED]
            if one.whole and (query := self._readable(put_in(text, slot, one)[0])) is not None
        }
        for name, query in queries.items():
            ask = partial(_left, {name: query}, host.lens)
            self.offers.count(await host.gateway.slow(ask, _OFFERS))

    def _readable(self, text: str) -> Query | None:
        try:
            return self._within(text)
        except QueryError:
            return None

    def _column(self, at: int) -> int:
        """The column of the screen in which a character of the filter stands."""
        scrolled = round(self.input.scroll_offset.x)
        return max(0, len(self._prompt) + cell_len(clean(self.input.value[:at])) - scrolled)


def hint_of(slot: Slot) -> str:
    """What can stand in the slot of a value or a view, in a few words."""
    if slot.directive is not None:
        return f"{DIRECTIVES[slot.directive]}, as in {example_of(slot.directive)}"
    if slot.field is None:
        return "the name of a view, as in @overdue"
    return f"{slot.field.help}, as in {example_of(slot.field.name)}"


def _values(field: str, query: Query, lens: Lens, typed: str, store: Store) -> tuple[str, ...]:
    return store.values(field, query, lens, typed)


def _named(naming: Naming, typed: str, lens: Lens, store: Store) -> Sequence[tuple[str, str]]:
    return naming.named(typed, lens, store)


def _left(queries: Mapping[str, Query], lens: Lens, store: Store) -> dict[str, int]:
    return store.counts(queries, lens)
