"""The table of cues. A row is a name, a pattern, a kind, a strength and how its clause is read.

No cue, no item. Earlier rows win where two patterns meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from commitrack.model.kinds import Kind, Strength


class Shape(StrEnum):
    """How the words around a cue are read."""

    MODAL = "modal"
    """A verb follows: will, would, must, should."""
    INFINITIVE = "infinitive"
    """The pattern ends in "to" and a verb follows: plan to, pledge to."""
    CONTENT = "content"
    """A clause follows that is part of the item: guarantee that, hope that."""
    PROGRESSIVE = "progressive"
    """The pattern holds the verb: is exploring."""
    PASSIVE_STATE = "passive-state"
    """The pattern holds everything: is under consideration."""
    NOMINAL = "nominal"
    """A possessor, a noun and a verb: our pledge to publish."""
    ACCEPTANCE = "acceptance"
    """Accepts a recommendation or a request."""
    ADDRESS = "address"
    """Somebody else is asked: urge X to, recommend that X."""
    WISH = "wish"
    """Whatever follows is wished for: want."""
    COMMITTED = "committed"
    """Is committed to a thing or to doing it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table."""

    name: str
    pattern: str
    kind: Kind
    strength: Strength | None
    shape: Shape
    guards: tuple[str, ...] = ()


_ADV = r"(?:(?:also|now|currently|already|actively|urgently|still|jointly|\w+ly) )*"
_BE = r"(?:is|are|am|'re|'m|'s)"
_STANDING = ("question", "embedded", "reported", "other-side")
_OWN_ONLY = (*_STANDING, "not-own")
_WILL = (
    "will-noun",
    *_STANDING,
    "not-able",
    "polite",
    "second-person",
    "nobody",
    "habitual",
    "prediction",
    "hypothetical",
    "norm",
)

CUES: tuple[Cue, ...] = (
    Cue(
        "no-plans",
        r"\b(?:ha(?:s|ve) no (?:\w+ )?(?:plans?|intention|wish|desire)"
        r"|(?:do|does|did) not (?:currently |now )?(?:intend|plan|propose|expect|want|accept"
        r"|believe)"
        r"|(?:don't|doesn't) (?:intend|plan|propose|expect|want|accept))\b",
        Kind.COMMITMENT,
        None,
        Shape.PASSIVE_STATE,
        ("no-plans",),
    ),
    Cue(
        "would-like-to-see",
        r"\bwould (?:also |very much )?(?:like|love|prefer) to see\b",
        Kind.RECOMMENDATION,
        Strength.EXPLORATORY,
        Shape.ADDRESS,
        ("question", "embedded"),
    ),
    Cue(
        "advise-verb",
        r"\b(?:would |do |must |can only )?(?:(?:also|strongly|therefore|again|further|urgently) )*"
        r"(?:urges?|calls? (?:up)?on|encourages?|advises?|recommends?|asks?|implores?|appeals? to"
        r"|invites?|requests?)\b(?! (?:whether|if|how|what|why|when|ourselves)\b)"
        rf"|{_BE} {_ADV}(?:calling (?:up)?on|urging|asking|encouraging|advising|recommending"
        rf"|inviting)\b"
        r"|\b(?:has|have|'ve) (?:also |now |again )?(?:asked|urged|called (?:up)?on"
        r"|recommended|invited"
        r"|requested)\b",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.ADDRESS,
        ("question", "embedded"),
    ),
    Cue(
        "advised-in-minutes",
        r"\b(?:called (?:up)?on|urged|recommended|RECOMMENDED|asked|advised|invited|requested)\b"
        r"(?! (?:whether|if|how|what|why|when)\b)",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.ADDRESS,
        ("minutes-only", "question", "embedded"),
    ),
    Cue(
        "intention-noun",
        r"\b(?:[Ii]t is|[Ii]t's|[Ii]t remains) (?:our|my|the [\w ]{2,40}'s?) (?:firm |clear )?"
        r"(?:intention|plan|aim|objective) to\b"
        r"|\b(?:[Oo]ur|[Mm]y|[Tt]he [A-Z][\w ]{1,40}'s?) (?:\w+ )?(?:intention|plan|aim"
        r"|objective|goal) is to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        ("question", "embedded"),
    ),
    Cue(
        "ambition-noun",
        r"\b(?:[Oo]ur|[Mm]y|[Tt]he [A-Z][\w ]{1,40}'s?) (?:\w+ )?(?:ambition|vision|hope|dream)"
        r" (?:is|remains)\b",
        Kind.ASPIRATION,
        None,
        Shape.WISH,
        ("question",),
    ),
    Cue(
        "pledge-noun",
        r"\b(?P<owner>(?:[Oo]ur|[Mm]y|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|(?:[Tt]he "
        r"|[A-Z])[\w -]{1,60}?(?:'s|s'))"
        r" (?:[a-z]+ ){0,2}(?:commitment|pledge|promise|undertaking|guarantee|vow"
        r"|resolve) (?:to|not to) "
        r"(?P<verb>[a-z-]+)\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.NOMINAL,
        ("question", "not-an-act", "broken"),
    ),
    Cue(
        "undertaking-given",
        r"\b(?:gives?|make|makes|giving|offer|given) (?:an |a |our |my |its |this |you my "
        r"|you our )?"
        r"(?:\w+ )?(?:undertaking|assurance|commitment|pledge|promise|guarantee|word) (?:that"
        r"|to)\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.CONTENT,
        _OWN_ONLY,
    ),
    Cue(
        "acceptance",
        r"\b(?:ha(?:s|ve) )?(?:fully |partially |broadly |also )?(?:accept(?:s|ed)?|agrees? with)\b"
        r"(?= [^;:?]{0,80}?\brecommendations?\b)(?! (?:the|that|this|those|its|their) [^.;]{0,30}?"
        r"\b(?:findings?|conclusions?|criticisms?|importance|principle behind)\b)",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.ACCEPTANCE,
        (*_OWN_ONLY, "rejection"),
    ),
    Cue(
        "agreement",
        r"\bagrees? (?:(?:in principle|in full|in part) )?to (?=(?:the|this|that|your|their"
        r"|his|her)\b"
        r"[^.;]{0,60}?\b(?:requests?|proposals?|calls?|demands?)\b)",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.ACCEPTANCE,
        _OWN_ONLY,
    ),
    Cue(
        "committed-to",
        rf"\b(?:{_BE}|remains?|stays?) {_ADV}(?:fully |firmly |wholly )?committed to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.COMMITTED,
        _OWN_ONLY,
    ),
    Cue(
        "pledge-verb",
        r"\b(?:(?:has|have|'ve) (?:also |now |already |today |publicly )?)?"
        r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\bremain )"
        r"(?:pledge[sd]?|promise[sd]?|undertakes?|undertook|undertaken|commits?|committed|vows?|vowed"
        r"|guarantee[sd]?)(?: ourselves| itself| themselves)?"
        r"(?: (?:last|this) \w+| today| again| publicly| also| in \d{4})? (?:not )?(?:to|that)\b"
        r"|\bguarantees?\b(?= (?:a|an|the|every|all|no|free|to)\b)",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.CONTENT,
        ("noun", *_OWN_ONLY, "past"),
    ),
    Cue(
        "agreed-to",
        r"\b(?:(?:has|have|'ve) (?:also |now |already |today |unanimously )?|[Ww]as |[Ww]ere )?"
        r"(?:agreed|agrees?|AGREED|resolved|resolves?|RESOLVED|decided|DECIDED)\b"
        r"(?:,? (?:by [^.;]{1,50}?|unanimously|in principle"
        r"|nem con),?)? (?:not )?to\b(?! (?:the|this|a|one|two|three|four|five|six|seven"
        r"|eight|nine|ten|nil|\d+)\b)",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.INFINITIVE,
        (*_OWN_ONLY, "past"),
    ),
    Cue(
        "expected-to",
        rf"\b(?:{_BE}|was|were) {_ADV}(?:expected|due|set|scheduled|planned|on course"
        rf"|on track) to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        (*_STANDING, "prediction"),
    ),
    Cue(
        "intend-verb",
        r"(?<!\bno )(?<!\bnot )\b(?:do |does |also |now |still |therefore )*"
        r"(?:plans?|intends?|aims?|proposes?|expects?)(?: now| also| \w+ly)? to\b"
        rf"|{_BE} {_ADV}(?:planning|aiming|intending|proposing|seeking) to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        ("noun", *_OWN_ONLY, "polite"),
    ),
    Cue(
        "intended-reported",
        r"\b(?:planned|intended|aimed|proposed|expected|was planning|were planning) to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        ("backshift-only", *_OWN_ONLY),
    ),
    Cue(
        "under-consideration",
        rf"\b(?:{_BE}|remains?|was|were) {_ADV}(?:under (?:active |urgent )?(?:consideration|review"
        r"|discussion|development)|being (?:considered|reviewed|explored|examined|developed"
        r"|assessed"
        r"|discussed|drawn up|prepared|looked at|consulted on|set up|established|put in place))\b",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PASSIVE_STATE,
        _STANDING,
    ),
    Cue(
        "in-talks",
        rf"\b(?:{_BE}|was|were) {_ADV}in (?:\w+ )?(?:discussions?|talks|dialogue|conversations?"
        r"|negotiations?) (?:with|about|to)\b",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PASSIVE_STATE,
        _OWN_ONLY,
    ),
    Cue(
        "is-to",
        r"\b(?:is|are) (?:now |also )?to (?=[a-z]+ )(?!blame|be\b)",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.INFINITIVE,
        (*_OWN_ONLY, "not-an-act", "prediction"),
    ),
    Cue(
        "going-to",
        rf"(?:{_BE}) {_ADV}(?:not )?going to\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.MODAL,
        _WILL,
    ),
    Cue(
        "present-progressive",
        rf"(?:\b{_BE}|'re|'m|\bwas|\bwere) {_ADV}(?P<verb>[a-z-]+ing)\b",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PROGRESSIVE,
        ("not-own-work", *_OWN_ONLY, "letter"),
    ),
    Cue(
        "shall-verb", r"\b(?:shall|shan't)\b", Kind.COMMITMENT, Strength.BINDING, Shape.MODAL, _WILL
    ),
    Cue(
        "will-verb",
        r"\b(?:[Ww]ill|[Ww]on't|WILL)\b|(?<=\w)'ll\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.MODAL,
        _WILL,
    ),
    Cue(
        "would-reported",
        r"\bwould\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.MODAL,
        ("backshift-only", *_WILL),
    ),
    Cue("must-verb", r"\b(?:must|MUST)\b", Kind.RECOMMENDATION, Strength.FIRM, Shape.MODAL),
    Cue(
        "should-verb",
        r"\b(?:should|ought(?: not)? to|ought)\b",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.MODAL,
    ),
    Cue(
        "need-verb",
        r"(?<!not )\bneeds? (?:also )?to\b",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.MODAL,
    ),
    Cue(
        "hope-verb",
        r"\b(?:hopes?|aspires?)\b(?= (?:that|to|the|you|we|it|this|our|every|all|they)\b)"
        r"|\b(?:is|are) (?:hoped|hopeful) that\b|\b(?:am|are|is) hoping\b",
        Kind.ASPIRATION,
        None,
        Shape.WISH,
        ("noun", "question", "embedded", "not-own"),
    ),
    Cue(
        "want-verb",
        r"\bwants?\b",
        Kind.ASPIRATION,
        None,
        Shape.WISH,
        ("noun", "question", "embedded", "polite", "not-own"),
    ),
)
