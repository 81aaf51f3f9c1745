"""What the words mean, what is not shown, and what was put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from commitrack.model.definitions import (
    ASSURANCES,
    KINDS,
    NOT_SHOWN,
    SCHEDULES,
    STATUSES,
    STRENGTHS,
)
from commitrack.model.ids import commitment_id
from commitrack.site.commitment_page import event_words
from commitrack.site.days import count
from commitrack.site.frame import Frame, section
from commitrack.site.links import ABOUT, CORRECTIONS, commitment_path
from commitrack.site.markup import Html, line, tag
from commitrack.site.news import News

_SLIPPAGE = (
    "The first date never changes. Slippage is how far the present date is from it, and every move "
    "stands on the commitment’s page with its reason, the owner’s or ours."
)
_ABSENCE = (
    "Where nothing is recorded, the page says so, and when somebody last looked. It does not say "
    "that nothing was done."
)
_SELF = (
    "A closing needs a second person. Where the one who proposed it approved it, it is called "
    "self-verified ever after."
)


def about_page(frame: Frame) -> Html:
    """Definitions, and what the pages leave out."""
    return frame.page(
        ABOUT,
        "What the words mean",
        section(
            "three",
            "Three questions",
            tag(
                "p",
                "What do we judge that came of it (status)? What do records support "
                "(support on record)? How does it stand against its date? The answers stand "
                "side by side and are never folded into one.",
            ),
        ),
        section("kinds", "Kinds", _named(KINDS)),
        section("statuses", "Status", _named(STATUSES), tag("p", _SELF)),
        section("against", "Against its date", _named(SCHEDULES)),
        section("slippage", "Slippage", tag("p", _SLIPPAGE)),
        section("support", "Support on record", _named(ASSURANCES), tag("p", _ABSENCE)),
        section("firmness", "Firmness of the words", _named(STRENGTHS)),
        section(
            "not-shown",
            "What these pages do not show",
            tag("ul", [tag("li", one) for one in NOT_SHOWN]),
        ),
    )


def corrections_page(frame: Frame, found: Sequence[News], offered: int) -> Html:
    """What was published and put right later."""
    intro = (
        "What had been published and was changed, taken back or retracted later, newest first. "
        "Moves of a date are no corrections: they stand on each commitment’s page."
    )
    if not found:
        return frame.page(CORRECTIONS, "Corrections", tag("p", intro), tag("p", "None so far."))
    more = offered - len(found)
    return frame.page(
        CORRECTIONS,
        "Corrections",
        tag("p", intro),
        tag(
            "ol",
            [
                tag(
                    "li",
                    tag("a", line(one.title), href=commitment_path(one.number)),
                    " ",
                    tag("small", commitment_id(one.number), class_="ref"),
                    tag("ul", [tag("li", event_words(event)) for event in one.events]),
                )
                for one in found
            ],
            class_="news",
        ),
        tag("p", f"{count(more, 'older one')} on the pages of the commitments.") if more else None,
    )


def _named(meanings: Mapping[Any, str]) -> Html:
    """The members of an enumeration as the pages call them, with their meaning."""
    return tag(
        "dl",
        [
            tag("div", tag("dt", one.name.lower().replace("_", " ")), tag("dd", words))
            for one, words in meanings.items()
        ],
    )
