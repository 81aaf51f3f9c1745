"""How firmly the words bind, what they make it depend on, and whether one could check them."""

from __future__ import annotations

import re

from commitrack.extract.by_letter import by_letter
from commitrack.extract.lexicon import VAGUE_ACTS
from commitrack.extract.signs import holds

_IN_PRINCIPLE = by_letter(
    r"\b(?:in principle|all being well|god willing|if all goes (?:well|to plan))\b",
    ignore_case=True,
)
_IN_PRINCIPLE_SIGNS = ("in principle", "being well", "god willing", "all goes")
_CONDITIONS = (
    re.compile(
        r"\b(?:[Ss]ubject to|(?:[Cc]ontingent|[Cc]onditional|[Dd]ependent|[Dd]epending) (?:up)?on)"
        r" [^.,;:”\"]{3,160}"
    ),
    re.compile(
        r"(?:\b(?:[Pp]rovided|[Pp]roviding|[Oo]n condition|[Aa]ssuming) that"
        r"|(?<=, )(?:provided|providing|assuming)) [^.;:,”\"]{3,160}"
    ),
    re.compile(
        r"\b(?:(?:where|if|when) possible|(?:where|if|when|as) (?:appropriate|practicable"
        r"|necessary|needed"
        r"|required|feasible)"
        r"|where (?:[a-z]+ ){1,4}(?:can be|are|is|permit|allow)[^.;:,”\"]{0,60}"
        r"|so far as possible|as (?:funds?|funding|time) (?:allows?|permits?)"
        r"|[a-z]+ permitting|(?:to the extent|so far as|in so far as|insofar as)"
        r" (?:that )?[^.;:,”\"]{3,80}|when (?:parliamentary time|time|resources|funds?"
        r"|funding) (?:allows?|permits?))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|(?<=[ “\"]))(?:[Ii]f|[Oo]nce(?! an?\b)|[Uu]nless)"
        r"(?! (?:not|each|every|per|more|again|and)\b) [^.;:,”\"]{3,200}"
    ),
    re.compile(
        r"(?:^|(?<=[ “\"]))(?:[Ww]hen) (?:[^.;:,”\"]{1,60}) (?:is|are|has|have)\b[^.;:,”\"]{0,60}"
    ),
)
_CONDITION_SIGNS = (
    *("subject to", "contingent", "conditional", "dependent", "depending", "provid", "assuming"),
    *("on condition", "possible", "appropriate", "practicable", "necessary", "needed", "required"),
    *(
        "permitting",
        " as fund",
        " as time",
        " as resources",
        "so far as",
        "sofar as",
        "to the extent",
        "feasible",
        "where ",
        "if ",
        "once ",
        "unless ",
        "when ",
    ),
)
"""Words of which one stands in every condition."""
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred)\b"
)
_EMPTY = by_letter(
    r"\b(?:at listening|our best|everything (?:we|it|they) can|all (?:we|it|they) can"
    r"|lessons?|fully understand|have an? (?:[a-z]+ )?look"
    r"|[Cc]onsideration will (?:also )?be given)\b"
)


_EMPTY_SIGNS = ("istening", "best", "everything", "all ", "lesson", "understand", "look", "onsider")
_OPEN_ENDED = frozenset(["weigh", "talk", "examine"])
"""Acts that go on until whoever does them says otherwise."""
_THERE = re.compile(
    r"\bbe (?:here|there|back|open|on (?:site|hand|duty|call)|fitted|in (?:place|post|force))\b"
    r"|\bbe [\w-]+ and fitted\b"
)


def condition(flat: str, start: int, end: int, verb_at: int) -> tuple[str, int, int] | None:
    """What the undertaking depends on, in its words: (text, start, end).

    "When" counts only before the verb or with a state ("when it is issued"), not as a time.
    """
    clause = flat[start:end].casefold()
    if not holds(clause, _CONDITION_SIGNS):
        return None
    for pattern in _CONDITIONS:
        for match in pattern.finditer(flat, start, end):
            at, stop = match.span()
            words = flat[at:stop]
            if re.match(r"[Ii]f ", words) and re.search(
                r"\b(?:asked|ask|asks|whether|see|know|decide|wonder)\s*$",
                flat[max(start, at - 12) : at],
            ):
                continue
            if (
                re.match(r"[Ww]hen ", words)
                and at > verb_at
                and "allow" not in words
                and "permit" not in words
                and not re.search(
                    r"\bwhen (?:it|they|this|these|that) (?:is|are|has|have)\b", words
                )
            ):
                continue
            while stop > at and flat[stop - 1] in " ,":
                stop -= 1
            return flat[at:stop], at, stop
    return None


def is_hedged(clause: str) -> bool:
    """Whether the words themselves take something back ("in principle")."""
    if clause.isascii() and not holds(clause.lower(), _IN_PRINCIPLE_SIGNS):
        return False
    return _IN_PRINCIPLE.search(clause) is not None


def is_testable(verb: str, clause: str, *, dated: bool) -> bool:
    """Whether an act or an amount is named that somebody could check."""
    empty = holds(clause, _EMPTY_SIGNS) and _EMPTY.search(clause) is not None
    if empty or verb in _OPEN_ENDED:
        return False
    if verb == "be" and (dated or _THERE.search(clause)):
        return True
    if verb in VAGUE_ACTS:
        amount = _NUMBER.search(clause) is not None
        return (amount and verb not in ("explore", "consider", "look", "discuss", "seek")) or (
            dated and verb in ("improve", "ensure")
        )
    return True
