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
)
_LOST = re.compile(
    r"\b(?:failed|lost|defeated|withdrawn|tabled|not carried|died|rejected)\b", re.IGNORECASE
)
_DONE_BY_THE_VOTE = words(
    """
    accept acknowledge adjourn adopt amend approve confirm convene defer elect enter excuse go
    nominate note postpone ratify receive recess reconvene refer rescind rise table thank waive
    withdraw
    """
)
_VERB = re.compile(r"(?P<not>not )?(?P<verb>[a-z-]+)\b")
_SUBJECT_VERB = re.compile(r"(?P<who>[^.;:]{2,120}?) (?P<verb>be [a-z-]+|[a-z-]+)\b")


def moved(flat: str, sentence: Span, block_end: int, scene: Scene) -> list[Draft]:
    """The act of a motion that the words after it say was carried."""
    match = _MOVED.match(flat, sentence.start, sentence.end) or _MOVED_ALONE.match(
        flat, sentence.start, sentence.end
    )
    if match is None or match["opens"].lower() != "to":
        return []
    after = flat[match.end() : min(block_end + 160, match.end() + 700)]
    lost, carried = _LOST.search(after), _CARRIED.search(after)
    if carried is None or (lost is not None and lost.start() < carried.start()):
        return []
    verb = _VERB.match(flat, match.end(), sentence.end)
    if verb is None or not may_act(verb["verb"]) or verb["verb"] in _DONE_BY_THE_VOTE:
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
