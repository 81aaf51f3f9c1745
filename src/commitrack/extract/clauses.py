"""Where the clause around a cue begins and ends, who its subject is, and what governs it.

No parser: connecting words are walked outwards from the cue, and each is asked whether the clause
that it opens already has a finite verb. One that has not is the clause of the cue.
"""

from __future__ import annotations

import re

from commitrack.extract.body_words import PEOPLE
from commitrack.extract.by_letter import by_letter
from commitrack.extract.flat import skip_space
from commitrack.extract.fronts import PRONOUN, TRAILING_ADVERBS, Left, divided, ends_in_pronoun
from commitrack.extract.lexicon import base_of_participle
from commitrack.extract.links import REPORTING, Link

_TAKERS = by_letter(
    rf"\b(?:{REPORTING}|reported|reports|agreed?|agrees|resolved|decided|undertaking|undertakes?"
    r"|undertook|promises?|pledged?|pledges|guarantees?|guaranteed|vows?|vowed|assurance|commitment"
    r"|expressed|clear|sure|certain|confident|accept|accepts|accepted|conclude[sd]?|found|finds|find"
    r"|recommend|recommends|recommended|recommendation|recognise[sd]?|acknowledge[sd]?|means?|meant"
    r"|propose[sd]?|requests?|requested|ensure[sd]?|ensuring|shows?|showed|denied|denies|learned|heard"
    r"|hear|see|remember|mean|realise|realised|fact|belief|view|news|announcement|decision|hoped"
    r"|afraid|expected|asked|ask|ordered|insist|approved|concern|commit|commits|committed|wrote|writes"
    r"|observed|concerned|is|was|say|us|them|me|him|her|you|it|House|Committee|Council|Board|members"
    r"|staff|meeting|conference|unanimously|principle|and|but|votes|two|saw|happy|pleased|grateful|given|glad|delighted"
    r"|likely|vital|essential|important|right|true)$",
    ignore_case=True,
)
_TOLD = by_letter(
    r"\b(?:announce|confirm|promise|assure|pledge|guarantee|inform|tell|told|informed|assured|reminded|announced|said|confirmed|promised|warned|pledged|guaranteed|resolved|RESOLVED|AGREED|agreed|decided|advised)\b"
    r"(?:(?!\b(?:that|which|who)\b)[^;:.])*$"
)
_FINITE = by_letter(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|must|should"
    r"|shall|cannot|won't|isn't|aren't|wasn't|don't|doesn't|didn't|hasn't|haven't|I|[Ww]e|[Tt]hey"
    r"|[Hh]e|[Ss]he)\b|\w'(?:ll|re|ve|m|d)\b|\b(?:[Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he)'s\b|\b(?:accepts?|agrees?|welcomes?|said|says|told|sees|knows?"
    r"|(?<!to )(?:calls? (?:up)?on|urges?)|goes (?:live|to)|(?:opens|begins|starts) (?:in|on|at"
    r"|from)|takes effect"
    r"|depends?|remains?|wants?|needs?|hopes?|plans to|intends|aims|proposes|pledges|expects|works?"
    r"|became|found|began|took|gave|made|went|came|met|heard|led|held|sent|wrote|spoke|ran|paid)\b"
)
_PAST_FORM = re.compile(r"\b[a-z]{3,}ed\b")
_DETERMINER = re.compile(
    r" *(?:the|a|an|our|its|their|his|her|my|your|this|these|no|every|each|any|all|some|both"
    r"|we|I|they"
    r"|he|she|it|you|there)\b| *(?:[A-Z]|\d)",
)
_ASIDE = re.compile(r", (?:which|who|whose|where|part of|as|led|including)\b[^,]*(?:,|$)")
_WALK = 24


def _has_finite(flat: str, start: int, end: int) -> bool:
    return _FINITE.search(flat, start, end) is not None


def _only_adverbs(words: str) -> bool:
    words = words.strip(" ,")
    return not words or bool(TRAILING_ADVERBS.fullmatch(words))


_TOLD_THAT = re.compile(r"(?:\b(?:he|she|it|they|who)|[A-Z][\w.'-]*) [a-z]{3,}ed$")
"""A past verb of somebody before "that" tells: "GT responded that"."""


_RELATIVE_AGAIN = re.compile(r" (?:who|which|whose)\b[^,]*,? *$")
"""A second relative clause of one noun: "who are old, or who have told us so,"."""


def left_of(flat: str, floor: int, anchor: int, known: list[Link]) -> Left:
    """Walk left from the cue at ``anchor`` to the start of its clause, not past ``floor``.

    ``known`` are the links of the sentence.
    """
    some = len(known)
    while some and known[some - 1].end > anchor:
        some -= 1
    links = known[max(0, some - _WALK) : some]
    limit = anchor
    for index in range(len(links) - 1, -1, -1):
        link = links[index]
        between = flat[link.end : limit]
        kind, word = link.kind, link.word
        if kind == "hard":
            if word in ("(", "[") and re.search(r"[)\]]", between):
                continue
            return divided(flat, link.end, anchor, "", link.start)
        if kind == "coord":
            if _RELATIVE_AGAIN.match(between):
                limit = link.start
                continue
            if _only_adverbs(between):
                return Left(skip_space(flat, link.end), None, None, "", link.start, joined=True)
            hard = max(
                (
                    one.end
                    for one in links[:index]
                    if one.kind == "hard"
                    or (one.kind == "that" and flat[one.end : link.start].strip(" ,"))
                ),
                default=floor,
            )
            before = _ASIDE.sub(" ", flat[hard : link.start])
            if _opens_clause(between, before):
                return divided(flat, link.end, anchor, "", link.start)
            continue
        if kind == "that":
            previous = flat[max(floor, link.start - 24) : link.start].rstrip(" ,")
            if _only_adverbs(between) and not previous.casefold().endswith(" so"):
                return divided(flat, link.end, anchor, "that-relative", link.start)
            if previous.casefold().endswith("so"):
                return divided(flat, link.end, anchor, "so that", link.start)
            if _closed_by_comma(between) and any(
                one.kind in ("sub", "rel") for one in links[:index]
            ):
                continue
            if _inside_relative(flat, links[:index], link.start, between):
                limit = link.start
                continue
            if (
                PRONOUN.fullmatch(between.strip())
                or _TAKERS.search(previous)
                or _TOLD_THAT.search(previous)
                or link.start == floor
                or _TOLD.search(flat, max(floor, link.start - 90), link.start)
            ):
                return divided(flat, link.end, anchor, "that", link.start)
            if _satisfied_relative(between):
                limit = link.start
                continue
            if flat[max(floor, link.start - 2) : link.start] == ", " and any(
                one.kind == "that" for one in links[:index]
            ):
                return divided(flat, link.end, anchor, "that", link.start)
            return divided(flat, link.end, anchor, "that-relative", link.start)
        if kind == "rel":
            if _SAID_ASIDE.fullmatch(between):
                return divided(flat, link.end, anchor, word, link.start)
            if not _only_adverbs(between) and (
                _has_finite(flat, link.end, limit)
                or _satisfied_relative(between)
                or _between_commas(flat, link.start, between)
            ):
                limit = link.start
                continue
            return divided(flat, link.end, anchor, word, link.start)
        if kind == "emb":
            if _has_finite(flat, link.end, limit) and not ends_in_pronoun(between.strip()):
                limit = link.start
                continue
            return divided(flat, link.end, anchor, word, link.start)
        if kind == "sub":
            if "," in between or _has_finite(flat, link.end, limit):
                inner = ends_in_pronoun(between.rstrip())
                if (
                    inner
                    and "," not in between
                    and not _has_finite(flat, link.end, link.end + inner.start())
                ):
                    if word in _PREPOSED and between[: inner.start()].strip():
                        return divided(flat, link.start, anchor, "", link.start)
                    return divided(flat, link.end, anchor, word, link.start)
                if "," not in between:
                    limit = link.start
                continue
            if word in ("as", "than", "since", "after", "before", "until"):
                continue
            if index and links[index - 1].kind == "rel" and len(between.split()) > 2:
                limit = link.start  # "traders who lost their stalls when fire swept through"
                continue
            return divided(flat, link.end, anchor, word, link.start)
        if kind == "report":
            told = _TOLD_WHOM.match(between) if word in _TELLS_WHOM else None
            if told is not None:
                return divided(flat, link.end + told.end(), anchor, "that", link.start)
            opens = _DETERMINER.match(between) or _bare_plural(between) or _told_of(word, between)
            if opens and not _has_finite_beyond_pronoun(between):
                return divided(flat, link.end, anchor, "that", link.start)
            continue
    return divided(flat, floor, anchor, "", floor)


_TELLS_WHOM = frozenset(["tell", "tells", "told", "assure", "assured", "promised", "informed"])
_TOLD_WHOM = re.compile(
    r" (?:them|him|her|you|us|me|everyone|people|(?:the|our|his|her|their) [a-z]+)"
    r"(?= (?:we|I|they|he|she|there)\b)"
)
"""Whom something was told, before what was: "told them we'll go quietly"."""
_PREPOSED = frozenset(["after", "before", "until", "since"])
"""These open a phrase as well as a clause: "After the season we'll review it"."""
_BELIEVES = re.compile(r" (?:think|believe|feel|know|suspect|fear|say|claim|hope)s?$")


def _inside_relative(flat: str, earlier: list[Link], at: int, between: str) -> bool:
    """Whether "that" and its whole clause belong to "people who think that"."""
    if not earlier or earlier[-1].kind not in ("rel", "report") or not _FINITE.search(between):
        return False
    opened = next((one for one in reversed(earlier) if one.kind == "rel"), None)
    return opened is not None and _BELIEVES.fullmatch(flat[opened.end : at].rstrip()) is not None


_SAID_ASIDE = re.compile(
    r" (?:he|she|it|they|we|I|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) "
    r"(?:said|says|say|think|thinks|thought|hope|hopes|hoped|believe|believes|believed|fear|feared"
    r"|know|knew|feel|felt|claim|claims|claimed|warned|argued) "
)
"""Words set into a relative clause: "which he said would finish the High Street"."""


def _between_commas(flat: str, at: int, between: str) -> bool:
    """Whether a relative clause stands between commas: "Basin Water, which we own, will"."""
    return flat[:at].rstrip().endswith(",") if between.rstrip().endswith(",") else False


_PREPOSITION = re.compile(
    r"(?:to|at|in|on|of|for|with|by|from|about|as|into|over|under|against|and|or|than|not|if|so)\b"
)


def _bare_plural(between: str) -> bool:
    """Whether the words before a cue are people without an article: "said ticket holders would"."""
    words = between.split()
    if not 1 <= len(words) <= 5 or _PREPOSITION.match(words[0]) or "," in between:
        return False
    return words[-1] in PEOPLE or (words[-1].endswith(("ers", "ors", "ists", "ants")))


_SAYS_ALONE = frozenset(["said", "says", "added", "confirmed", "announced", "promised"])


def _told_of(word: str, between: str) -> bool:
    """Whether what follows "said" is a clause: "said nobody would be asked to work nights"."""
    words = between.split()
    if word not in _SAYS_ALONE or not 1 <= len(words) <= 10 or "," in between:
        return False
    return not _PREPOSITION.match(words[0])


def _has_finite_beyond_pronoun(between: str) -> bool:
    words = between.strip()
    pronoun = ends_in_pronoun(words)
    return _FINITE.search(words[: pronoun.start()] if pronoun else words) is not None


def _closed_by_comma(between: str) -> bool:
    """Whether a content clause ends at a comma before the cue: "If it shows that X is so, we"."""
    inner, comma, _ = between.rpartition(",")
    return bool(comma) and _FINITE.search(inner) is not None


_STARTS_ANEW = re.compile(r"(?:we|I|they|he|she|it|you|there|that)\b")
_PRONOUN_LAST = re.compile(r" (?:we|I|they|he|she)$")
"""A phrase put first and its pronoun: "and within ninety days she"."""


def _opens_clause(between: str, before: str) -> bool:
    words = between.strip(" ,")
    if between.rstrip().endswith(",") and base_of_participle(words.split(" ")[0]):
        return False  # ", designed with X and taught by Y, will": both hang from the noun
    if _STARTS_ANEW.match(words) or _PRONOUN_LAST.search(words):
        return True
    if between.rstrip().endswith(",") and "," not in words:
        return False  # "paid for with loans and grants, will be": what closes was set in between
    return bool(_FINITE.search(before) or _PAST_FORM.search(before))


def _satisfied_relative(between: str) -> bool:
    """After who, which or that: whether a verb other than the cue follows."""
    if _FINITE.search(between):
        return True
    words = between.split()
    if len(words) == 1:  # "doors that lock will be fitted", but "the plan that staff will follow"
        return words[0].islower() and not words[0].endswith("s") and words[0] not in PEOPLE
    return len(words) >= 2 and not _DETERMINER.match(between)
