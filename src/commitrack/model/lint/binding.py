"""What says how firmly a promise binds, by the steps of its strength; and what is to be done."""

from __future__ import annotations

from commitrack.model.lint.clues import Clue
from commitrack.model.lint.grammar import BE, UNDERTAKES
from commitrack.model.lint.verbs import CONTINUES, EXPLORES, PROCESS

BINDS = (
    Clue("shall shan't guarantee guarantees guaranteed resolved resolves accept accepts accepted"),
    Clue(
        "agreed agrees agree decided",
        then=r"(?= (?:[a-z]+ly |in principle |in full )?(?:to|that)\b)",
    ),
    Clue("agreed agrees agree"),
)
FIRM = (
    Clue("will won't must we'll i'll they'll it'll you'll he'll she'll"),
    Clue(
        "would",
        but_not=r" (?:also |strongly ){0,2}(?:advise|urge|encourage|ask|recommend|like)",
    ),
    Clue("strongly", then=r" [a-z]+"),
    Clue("going", then=r" to"),
    Clue("is are", then=r" to"),
    Clue("pledge pledges pledged promise promises promised undertake undertakes undertook"),
    Clue("commit commits committed vow vows vowed commitment undertaking"),
)
INTENDS = (
    Clue(
        "plan plans planning planned intend intends intending intended intention", then=r"(?= to\b)"
    ),
    Clue("aim aims aiming propose proposes proposing proposed expects expected", then=r"(?= to\b)"),
    Clue("due set scheduled committed", then=r"(?= to\b)", after=BE),
    Clue(
        "should recommend recommends recommended advise advises advised urge urges urged ask asks"
    ),
    Clue("need needs ought", then=r"(?= to\b)"),
    Clue("call calls called calling", then=r" (?:up)?on"),
    *CONTINUES,
    *PROCESS,
)
WONDERS = (
    *EXPLORES,
    Clue("encourage encourages consider seek seeks seeking"),
    Clue("would", then=r" (?:very much |also )?(?:like|love) to see"),
    Clue(
        "is are am was were we're they're it's i'm",
        then=r" (?:not )?(?:also |now |[a-z]+ly )?(?:being [a-z]+|[a-z-]+ing)",
    ),
)
_ADVERBS = r"(?: (?:not|never|also|now|then|again|all|each|[a-z]+ly)){0,2}"
_FEW_WORDS = r" [a-z][\w'-]*(?: [\w'%\u00a3$\u20ac,-]+){0,2}"
ACTS = (
    Clue(
        "will would shall must should won't shan't we'll i'll they'll it'll",
        then=f"{_ADVERBS}{_FEW_WORDS}",
    ),
    Clue("to", then=_FEW_WORDS, after=rf"{UNDERTAKES} "),
)
ASKED_ACTS = (Clue("to", then=_FEW_WORDS),)
