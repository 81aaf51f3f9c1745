"""What a command is: its keys, its place, its words, and whether it makes sense at the moment."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import ClassVar, TypedDict, Unpack

from commitrack.model.frozen import dataclass
from commitrack.model.records import Dossier
from commitrack.model.status import Stage, Status


class Place(Enum):
    """Where a command is at home: what has the method that does it."""

    APP = "app"
    BROWSE = "browse"
    TABLE = "table"


class Group(StrEnum):
    """The headings of the help screen, in its order."""

    RECORD = "The commitment"
    TRIAGE = "Triage and sign-off"
    LIST = "The list"
    PLACES = "Places to work"
    MOVING = "Moving about"
    LOOK = "Looking"
    APP = "The program"


@dataclass(frozen=True, slots=True)
class Situation:
    """What is in the user's hands at the moment a command might be given."""

    dossier: Dossier | None = None
    """The commitment under the cursor."""
    marked: int = 0
    """How many are marked."""
    statuses: frozenset[Status] = frozenset()
    """The statuses of the marked ones, as far as they are known."""

    @property
    def any(self) -> bool:
        """Whether there is anything to act on."""
        return self.dossier is not None or self.marked > 0

    def has(self, *wanted: Status | Stage) -> bool:
        """Whether anything that would be acted on has one of these statuses or stages."""
        if self.marked:
            found = self.statuses
        else:
            found = frozenset({self.dossier.commitment.status} if self.dossier else ())
        return any(one in wanted or one.stage in wanted for one in found)


NOT_SAID_BEFORE = "nothing on record is known that it says again"
"""What is told of a commitment from which no link to an earlier one is suggested."""


class Said(TypedDict, total=False):
    """What a command says of itself; see `Command`."""

    id: str
    name: str
    keys: tuple[str, ...]
    group: Group
    place: Place
    footer: int
    asks: bool
    ahead: bool
    without: str


class Command:
    """One thing a user can do. The docstring of a subclass is its line in the help screen."""

    id: ClassVar[str]
    name: ClassVar[str]
    """What the footer and the palette call it."""
    keys: ClassVar[tuple[str, ...]]
    """The default keys, the one to show first."""
    group: ClassVar[Group]
    place: ClassVar[Place] = Place.BROWSE
    footer: ClassVar[int | None] = None
    """Its rank in the footer, lowest first; None keeps it out."""
    asks: ClassVar[bool] = False
    """Whether a dialog about the commitments in hand asks what it needs to know."""
    ahead: ClassVar[bool] = False
    """Whether its key is taken before what has the focus sees it, so that a second key pressed at
    once meets what the first has opened."""
    without: ClassVar[str] = "nothing is under the cursor"
    """Why it makes no sense, where it does not, though something is there to act on."""

    def __init_subclass__(cls, **said: Unpack[Said]) -> None:
        """A command says what it is in the line that names its class."""
        super().__init_subclass__()
        for name, value in said.items():
            setattr(cls, name, value)

    @classmethod
    def action(cls) -> str:
        """The action its keys are bound to."""
        return f"ask('{cls.id}')" if cls.asks else cls.id

    @classmethod
    def help(cls) -> str:
        """What it does, in one line."""
        return " ".join((cls.__doc__ or "").split())

    @classmethod
    def enabled(cls, situation: Situation) -> bool:
        """Whether it makes sense now; when it does not, its key says why."""
        del situation
        return True

    @classmethod
    def why_not(cls, situation: Situation) -> str:
        """Why it makes no sense now, where it does not."""
        return cls.without if situation.any else Command.without
