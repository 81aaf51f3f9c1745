"""What a team settles once for all of its work: the rules of the house.

They hold for a whole run, as a locale does: adopted before anything is read or written, from the
settings, and looked up where a rule depends on them. The command line and the terminal UI judge by
the same ones, and so does the store inside a transaction.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from enum import StrEnum

from commitrack.model.frozen import dataclass
from commitrack.model.records import DEFAULT_CADENCE


class FourEyes(StrEnum):
    """Who may approve a closing that they asked for themselves (domain: status)."""

    STRICT = "strict"
    """Nobody."""
    SAID = "said"
    """Whoever says so; it is printed ever after."""
    OFF = "off"
    """Anybody, without a word, in a team of one; it is printed all the same."""


class DateOrder(StrEnum):
    """What 3/4/2026 means."""

    DMY = "dmy"
    """3 April."""
    MDY = "mdy"
    """4 March."""


@dataclass(frozen=True, slots=True)
class House:
    """The rules of one house; without settings, those of everybody."""

    due_soon: int = 28
    """A due date this many days ahead, or fewer, is due soon."""
    cadence: int = DEFAULT_CADENCE
    """Days between two looks at what is accepted, unless the candidate has its own."""
    four_eyes: FourEyes = FourEyes.SAID
    dates: DateOrder = DateOrder.DMY
    site_title: str = "Public commitments"
    """What the public pages are called."""
    site_address: str = ""
    """The address of the folder on the web in which they will lie; empty when nobody has said."""


_adopted = House()


def house() -> House:
    """The rules in force."""
    return _adopted


def adopt(rules: House) -> None:
    """Put rules in force for the rest of the run."""
    global _adopted
    _adopted = rules


@contextlib.contextmanager
def living_by(rules: House) -> Iterator[None]:
    """Put rules in force for the time of a block."""
    before = house()
    adopt(rules)
    try:
        yield
    finally:
        adopt(before)


def cadence_of(own: int) -> int:
    """The cadence that a candidate is accepted with: its own if somebody gave it one."""
    return house().cadence if own == DEFAULT_CADENCE else own
