"""Motions that are carried: "Moved by A, seconded by B, to buy the site. Motion carried."

What the vote itself does (approving an agenda, going into closed session) leaves nothing to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.clause_ends import end_of
from commitrack.extract.items import Draft
from commitrack.extract.lexicon import EXPLORATORY, may_act
from commitrack.extract.owners import Owner
from commitrack.extract.wordlist import words
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.segment import Span
    from commitrack.extract.subjects import Scene

_MOVED = re.compile(
    r"(?:[Mm]otion|[Mm]oved|MOVED|On (?:a )?motion|[^.;:]{3,60}? (?:moved|made a motion))\b"
    r"(?P<who>[^.;]{0,120}?)(?:,|\band\b)? ?\b(?:second(?:ed)?|2nd|SECONDED)\b[^.;:]{0,60}?"
    r"(?:,|:)? (?P<opens>to|that|THAT) "
)
_MOVED_ALONE = re.compile(
    r"(?:[Mm]otion (?:by [^.;]{2,60}? )?|[A-Z][^.;:]{2,60}? (?:moved|made a motion) )"
    r"(?P<opens>to|that) "
)
_CARRIED = re.compile(
    r"\b(?:carried|CARRIED|passed|PASSED|adopted|approved|unanimous(?:ly)?)\b|\bCarried\b"
    r"|\b[Aa]ll (?:ayes|in favou?r)\b|\b[Aa]yes:? "
)
_LOST = re.compile(
    r"\b(?:failed|lost|defeated|n|tabled|not carried|died|rejected)\b", re.IGNORECASE
)
DONE_BY_THE_VOTE = words(
    """
    accept acknowledge adjourn adopt amend approve confirm defer elect excuse nominate note
    postpone ratify receive recess reconvene rise table thank waive withdraw
    """
)
"""Acts that a vote does by being taken."""
_VERB = re.compile(r"(?P<not>not )?(?P<verb>[a-z-]+)\b")


def is_done_by_the_vote(word: str) -> bool:
    """Whether an act, or its participle, is done when the vote is taken: note, noted, receive."""
    return any(form in DONE_BY_THE_VOTE for form in (word, word[:-1], word[:-2])) or word in (
        "referred",
        "deferred",
        "ratified",
        "risen",
    )


def is_carried(flat: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` on say that a motion was carried, before any that it"
    " fell."""
    carried = _CARRIED.search(flat, start, end)
    lost = _LOST.search(flat, start, end)
    return carried is not None and (lost is None or carried.start() < lost.start())


def is_lost(flat: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` on say that a motion fell, before any that it was"
    " carried."""
    lost = _LOST.search(flat, start, end)
    carried = _CARRIED.search(flat, start, end)
    return lost is not None and (carried is None or lost.start() < carried.start())


def moved(flat: str, sentence: Span, until: int, scene: Scene) -> list[Draft]:
    """The act of a motion "to" do it, when the words up to ``until`` say that it was carried."""
    match = _MOVED.match(flat, sentence.start, sentence.end) or _MOVED_ALONE.match(
        flat, sentence.start, sentence.end
    )
    if match is None or match["opens"].lower() != "to":
        return []
    if not is_carried(flat, match.end(), until):
        return []
    verb = _VERB.match(flat, match.end(), sentence.end)
    if verb is None or not may_act(verb["verb"]) or is_done_by_the_vote(verb["verb"]):
        return []
    body = scene.context.organisation
    start = match.start("opens")
    return [
        Draft(
            Kind.COMMITMENT,
            start,
            end_of(flat, verb.end(), sentence.end),
            verb["verb"],
            verb.start("verb"),
            Owner(body, None, OwnerBasis.SPEAKER if body else OwnerBasis.UNSTATED),
            1 if verb["verb"] in EXPLORATORY else 4,
            ("motion",),
            Confidence.HIGH,
            negated=verb["not"] is not None,
        )
    ]
