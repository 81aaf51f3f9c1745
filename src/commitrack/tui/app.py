"""The application: the lens, the way to the store, and what every screen can ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.theme import Theme
from textual.widget import AwaitMount

from commitrack.store import Lens, Store
from commitrack.tui.asking import asks
from commitrack.tui.command import Place
from commitrack.tui.drafting import Drafting, Typing
from commitrack.tui.ending import heed_signals
from commitrack.tui.gateway import Gateway
from commitrack.tui.key_order import InOrderApp
from commitrack.tui.keymap import Keymap, bindings, bound_on, shadowed
from commitrack.tui.legible import Legible, WholeCells
from commitrack.tui.loading import Loader, screen_of
from commitrack.tui.messages import Usable
from commitrack.tui.painting import SparingScreen
from commitrack.tui.right_click import RightClickApp
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.stylesheet import KeptStylesheet
from commitrack.tui.theme import THEMES, other_theme, seen, setting_of, theme_name
from commitrack.tui.tidying import settle, tidy
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.workplaces import START, WORKPLACES, WorkPlace
from commitrack.tui.writing import WritingApp

if TYPE_CHECKING:
    from commitrack.drafts import DraftFolder
    from commitrack.tui.leaping import Spot

T = TypeVar("T")

HANGUP_SECONDS = 1.0
"""How often it is looked whether the terminal is still there."""

TIDY_SECONDS = 1.0
"""How often it is looked whether there may be rubbish."""


BRIEFLY = 0.005
"""Seconds until a place that one comes back to is drawn: by then it has heard that it is in front.
"""


ScrollBar.renderer = WholeCells


def _everything() -> type[Provider]:
    """What the palette offers; loaded when it is opened."""
    from commitrack.tui.palette import EverythingProvider

    return EverythingProvider


class CommitrackApp(InOrderApp, RightClickApp, WritingApp):
    """The terminal UI on one store."""

    CSS_PATH = "styles/commitrack.tcss"
    TITLE = "commitrack"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.APP)]
    COMMANDS = {_everything}  # noqa: RUF012 -- as the framework has it
    ENABLE_COMMAND_PALETTE = True
    DEFAULT_MODE = START.id
    _themed = False
    """Whether the theme is the one that was asked for."""
    _colours: tuple[Theme, dict[str, str]] | None = None
    """A theme, and its colours as they were mixed last."""

    def __init__(
        self,
        place: str,
        lens: Lens,
        *,
        open_store: Callable[[], Store],
        client: str = "tui",
        notice: str | None = None,
        theme: str = "dark",
        keys: Mapping[str, str] | None = None,
        columns: Sequence[str] = (),
        drafts: DraftFolder | None = None,
    ) -> None:
        """`place` names the store for the user; `notice` is shown at the start.

        `keys` puts keys of the user's in place of the default ones, by the command's id, `columns`
        the user's choice of columns in place of the table's own. In `drafts` is kept what was typed
        and not saved; without it, it lasts as long as the app.
        """
        drafting = Drafting(drafts, self._warn_from_thread)
        super().__init__(lens, Gateway(open_store), drafting, client)
        for one in THEMES:
            self.register_theme(one)
        wanted = theme_name(theme)
        self._themed = True
        self._unknown_theme = None if wanted in self.available_themes else theme
        self.theme = THEMES[0].name if self._unknown_theme else wanted
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        self._loader = Loader(self.stylesheet)
        for work_place in WORKPLACES:
            self.add_mode(work_place.id, partial(self._furnish, work_place))
        self.place = place
        self._notice = notice
        self.keys = Keymap(keys)
        """The keys in force."""
        self.columns = tuple(columns)
        """The columns of the table, in the user's order; empty leaves them to the table."""
        self._legible = {dark: Legible(dark=dark) for dark in (False, True)}
        self._there = False
        """Whether the place that one is just going to has been made before."""

    def _furnish(self, place: WorkPlace) -> Screen[None]:
        """The screen of a place, made when somebody first goes there."""
        if place is START:
            made: Screen[None] = BrowseScreen(self.keys, self.columns)
        else:
            made = screen_of(place)()
        made._css_update_count = self._css_update_count  # its rules are those in force
        if isinstance(made, SparingScreen):
            made.fit(self.size)
        if place is not START and self.keys.chosen:
            self.call_after_refresh(self._tell_shadowed, made)
        return made

    def _tell_shadowed(self, screen: Screen[None]) -> None:
        """Tell which keys that people chose do something else at a place, once it is there."""
        clashes = shadowed(self.keys, bound_on(screen))
        if clashes:
            self.say("; ".join(clashes), warning=True)

    def on_mount(self) -> None:
        """Take the user's keys and open the store while the first screen is laid out."""
        self.set_keymap(self.keys.chosen)
        if not self.is_headless:
            heed_signals(self.end)
            self.set_interval(HANGUP_SECONDS, self.end_when_hung_up)
        self._open()

    @work
    async def _open(self) -> None:
        """Look at the store for the first time, then listen for what others write."""
        if not await self.listen():
            return
        if self._notice:
            self.say(self._notice)
        if self._unknown_theme:
            from commitrack.model.fields import did_you_mean  # for who mistyped alone

            near = did_you_mean(self._unknown_theme, map(setting_of, self.available_themes))
            self.say(f"no theme is called {self._unknown_theme!r}{near}", warning=True)

    @on(Usable)
    @work
    async def go_on(self) -> None:
        """Count and load what the other places are made of, now that this one can be worked in."""
        self.count_places()
        await self.drafting.open()
        await self._loader.load_all()
        if not self.is_headless:  # else the process, and so its rubbish, is somebody else's
            settle()
            self.set_interval(TIDY_SECONDS, self._tidy)

    def _tidy(self) -> None:
        if len(self.screen_stack) == 1:
            tidy()

    def on_unmount(self) -> None:
        """Let go of the store; what was typed is kept, and a write under way is finished first."""
        self._loader.close()
        self.drafting.close()
        self.gateway.close()

    def _warn_from_thread(self, message: str) -> None:
        self.call_from_thread(self.say, message, warning=True)

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme in force: mixed once, though Textual asks twice as it starts,
        and once more before there is one.
        """
        if not self._themed:
            return {}
        theme = self.current_theme
        if self._colours is None or self._colours[0] is not theme:
            self._colours = theme, seen(super().get_css_variables())
        return self._colours[1].copy()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through on its way to the screen: last, it is made legible."""
        return (*super().get_line_filters(), self._legible[self.current_theme.dark])

    # Places to work

    @on(PlaceBar.Chosen)
    async def go_where_clicked(self, event: PlaceBar.Chosen) -> None:
        """Go to a place of the bar, or choose one where it had no room for all."""
        if event.place is None:
            self.action_go()
        elif event.place.id != self.current_mode:
            await self._go_to(event.place)

    async def _go_to(self, place: WorkPlace) -> None:
        """Go to a place. Keys wait meanwhile, and the loop does not."""
        await self._loader.load(place)
        self.switch_mode(place.id)

    def switch_mode(self, mode: str) -> AwaitMount:
        """Go to a place; one that is there already need not be waited for."""
        self._there = mode in self._screen_stacks
        try:
            return super().switch_mode(mode)
        finally:
            self._there = False

    def delay_update(self, delay: float = 0.05) -> None:
        """Draw nothing for so many seconds: what comes is half made, unless it is there already."""
        super().delay_update(min(delay, BRIEFLY) if self._there else delay)

    async def action_go_to(self, place: str) -> None:
        """Go to a place; from there a step back, and from its list to where one starts."""
        if place != self.current_mode:
            await self._go_to(next(one for one in WORKPLACES if one.id == place))
        elif place != START.id or len(self.screen_stack) > 1:
            self.call_next(self.screen.run_action, "back")

    def list_in_browse(self, query: str) -> None:
        """Go to the list of commitments, and list there what a query finds."""
        if self.current_mode != START.id:
            self.switch_mode(START.id)
        while len(self.screen_stack) > 1:
            if isinstance(self.screen, Typing) and self.screen.unsaved():
                return  # something is being typed there, and that comes first
            self.pop_screen()
        browse = self.screen
        if isinstance(browse, BrowseScreen):
            browse.show_query(query)

    def action_go(self) -> None:
        """Choose a place by its letter."""
        from commitrack.tui.screens.go import GoScreen

        menu = GoScreen(self.current_mode, self.keys, self.place_counts)
        self.push_screen(menu, self._go)

    async def _go(self, chosen: str | None) -> None:
        from commitrack.tui.screens.go import TOP

        if chosen == TOP:
            self.simulate_key("home")
        elif chosen is not None and chosen != self.current_mode:
            await self.action_go_to(chosen)

    def action_leap(self) -> None:
        """Put letters on what can be gone to, and go where one leads."""
        from commitrack.tui.leaping import leap, spots
        from commitrack.tui.screens.leap import LeapScreen

        screen = self.screen
        found = spots(screen)

        def go(spot: Spot | None) -> None:
            if spot is not None and self.screen is screen:
                leap(spot, screen)

        self.push_screen(LeapScreen(screen._compositor.render_strips(), found), go)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is typed into a field or a dialog leads nowhere."""
        del parameters
        if action in ("go", "leap"):
            focused = self.screen.focused
            typing = focused is not None and focused.check_consume_key("g", "g")
            return not typing and not self.screen.is_modal
        return True

    # Commands

    @asks("undo", exclusive=True)
    async def action_undo(self) -> None:
        """Take back the last edit."""
        await self.undo()

    @asks("undo", exclusive=True)
    async def action_redo(self) -> None:
        """Bring it back."""
        await self.redo()

    def action_toggle_theme(self) -> None:
        """Dark or light."""
        self.theme = other_theme(self.theme)

    def action_help(self) -> None:
        """The keys of the screen that is shown."""
        from commitrack.tui.screens.help import HelpScreen, sections_of

        self.push_screen(HelpScreen(sections_of(self.screen, self.keys)))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What Textual offers in the palette that our own commands do not."""
        del screen
        yield SystemCommand("Choose a theme", "Look at all themes and take one", self.search_themes)
