"""How firmly a verb group binds: "will publish", "plans to look at", "hopes to explore".

A group is what undertakes (a modal, "hopes to", "is committed to") with the verb behind it. Where
two groups are compared, the verb caps what undertakes: "will explore" undertakes only a look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from commitrack.model.wording import Span

_BE = r"(?:am|are|is|’re|'re|’s|'s|be|been)"
_HOW = (
    r"(?:(?:also|now|then|therefore|all|both|each|jointly|always|still|further|next|today|soon"
    r"|firmly|fully|actively|again|only|first|either|[a-z]{3,}ly) ){0,3}"
)
_NOT = r"(?:(?P<no>(?:not|never|no longer) )(?!only )|not only )?"
_NO_VERB = r"(?!(?:not|never|no|also|then|only|and|or|[a-z]{3,}ly)\b)"
_UNDERTAKES: tuple[tuple[int, str], ...] = (
    (4, rf"{_BE} {_HOW}(?:committed|pledged|bound|determined) to"),
    (4, r"(?:commits?|pledges?|undertakes?|promises?|guarantees?|vows?|agrees?|resolves?) to"),
    (4, r"(?:have|has|had) (?:committed|pledged|undertaken|promised|agreed|resolved) to"),
    (3, rf"{_BE} {_HOW}(?:going|planning|due|set|about|preparing) to"),
    (3, r"(?:plans?|intends?|proposes?|expects?|means?) to"),
    (2, rf"{_BE} {_HOW}(?:aiming|seeking|looking|working|striving|trying|keen) (?:to|towards?)"),
    (2, r"(?:aims?|seeks?|wants?|wish(?:es)?|strives?|endeavours?|tr(?:y|ies)|looks?) to"),
    (2, r"would like to"),
    (1, rf"{_BE} {_HOW}(?:hoping|hopeful|aspiring) (?:to|that|of)"),
    (1, r"(?:hopes?|aspires?) (?:to|that)"),
    (4, r"(?:will|shall|must)"),
    (4, r"(?:’ll|'ll|won’t|won't|cannot)"),
    (1, r"(?:may|might|could|would|can|should)"),
)
"""How firmly each way of undertaking binds, 4 to 1, as the strength of a promise does."""
_EXPLORES = (
    r"explor(?:e|es|ing)|consider(?:s|ing)?|examin(?:e|es|ing)|discuss(?:es|ing)?"
    r"|investigat(?:e|es|ing)|assess(?:es|ing)?|look(?:s|ing)? (?:at|into|again at)"
    r"|think(?:s|ing)? about|review(?:s|ing)?|seek(?:s|ing)?|ask(?:s|ing)? whether"
)
_PROCEEDS = (
    r"work(?:s|ing)? (?:with|towards?|to)|continu(?:e|es|ing)(?: to)?|support(?:s|ing)?"
    r"|help(?:s|ing)?|promot(?:e|es|ing)|encourag(?:e|es|ing)|embark(?:s|ing)? on"
)
_CAPS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (cap, re.compile(words, re.IGNORECASE)) for cap, words in ((1, _EXPLORES), (2, _PROCEEDS))
)
_GROUP = re.compile(
    r"(?:(?<![\w’'])|(?=[’']))(?:"
    + "|".join(
        rf"(?P<u{n}>{words.replace(' ', chr(92) + 's+')})"
        for n, (_, words) in enumerate(_UNDERTAKES)
    )
    + r")(?![\w’'])"
    + (
        rf"(?:\s+{_NOT}{_HOW}(?:(?:have|be|been|being) ){{0,2}}{_HOW}{_NO_VERB}"
        rf"(?P<verb>{_EXPLORES}|{_PROCEEDS}|[^\W\d_]+(?:-[^\W\d_]+)*))?"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:won’t|won't|cannot)\Z", re.IGNORECASE)
_EMBEDS = re.compile(
    r"\b(?:how|what|which|that|who|whose|whether|where|when|if|why)\b[^,;:.–—]*\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What undertakes, and the verb behind it."""

    words: str
    span: Span
    level: int
    """What it undertakes, 4 to 1: the weaker of the modal and of what the verb promises."""
    modal: int
    """How firmly it undertakes that, 4 to 1."""
    negated: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """Its place among others: first by what is undertaken, then by how firmly."""
        return self.level, self.modal


def verb_group(quote: str) -> VerbGroup | None:
    """The verb group that undertakes: the first of the main clause, else the first at all.

    A word such as "that" or "how" embeds the one group behind it: in "the body that will run it
    plans to open two" it is the plan that counts.
    """
    first: re.Match[str] | None = None
    end = 0
    for found in _GROUP.finditer(quote):
        if _EMBEDS.search(quote, end, found.start()) is None:
            return _group(found)
        first, end = first or found, found.end()
    return None if first is None else _group(first)


def _group(found: re.Match[str]) -> VerbGroup:
    modal = next(rank for n, (rank, _) in enumerate(_UNDERTAKES) if found[f"u{n}"])
    verb = found["verb"] or ""
    spaced = " ".join(verb.split())
    level = next((min(modal, cap) for cap, words in _CAPS if words.fullmatch(spaced)), modal)
    said = next(found[f"u{n}"] for n in range(len(_UNDERTAKES)) if found[f"u{n}"])
    return VerbGroup(
        words=" ".join(found[0].split()),
        span=found.span(),
        level=level,
        modal=modal,
        negated=bool(found["no"]) or _BEFORE.search(said) is not None,
    )
