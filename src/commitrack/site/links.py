"""Where the pages of a site lie, and how one leads to another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from commitrack.model.ids import commitment_id
from commitrack.site.markup import Content, Html, line, tag

STYLE = "style.css"
FEED = "feed.xml"
CSV = "data/commitments.csv"
JSON = "data/commitments.json"
OVERVIEW = "index.html"
OWNERS = "owners.html"
CORRECTIONS = "corrections.html"
ABOUT = "about.html"

IN_A_LIST = 200
"""Numbers in one list of commitments. A list holds a stretch of numbers, so that a new commitment
changes one list and leaves the others as they are.
"""

_OURS = re.compile(
    r"(?:style\.css|feed\.xml|data/commitments\.(?:csv|json)"
    r"|(?:index|owners|corrections|about)\.html"
    r"|commitments/C-\d{4,19}\.html|owners/\d{1,19}\.html|all/\d{1,19}\.html)",
    re.ASCII,
)


def is_ours(path: str) -> bool:
    """Whether a site can have a page at this path."""
    return _OURS.fullmatch(path) is not None


def commitment_path(number: int) -> str:
    """Where a commitment has its page."""
    return f"commitments/{commitment_id(number)}.html"


def owner_path(number: int) -> str:
    """Where an owner has its page, by the number of the party: a name may change."""
    return f"owners/{number}.html"


def list_path(place: int) -> str:
    """Where a list of commitments lies; the first is 1."""
    return f"all/{place}.html"


def list_of(number: int) -> int:
    """The list that a commitment stands in."""
    return (number - 1) // IN_A_LIST + 1


class Owners:
    """The owners that have a page, by name."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers

    def link(self, name: str, up: str = "../") -> Html:
        """The name, leading to its page if it has one."""
        number = self._numbers.get(name)
        if number is None:
            return line(name)
        return tag("a", line(name), href=up + owner_path(number))

    def links(self, names: tuple[str, ...], up: str = "../") -> Content:
        """Several names, or that there is none."""
        if not names:
            return "nobody named"
        return [(", " if place else "", self.link(name, up)) for place, name in enumerate(names)]


def outside(address: str, words: Content) -> Html:
    """A link to the web, which is told nothing of where it was followed from."""
    return tag("a", words, href=address, rel="external noopener noreferrer nofollow")
