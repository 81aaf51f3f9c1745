"""Every body and person that a text names, found in one reading of it."""

from __future__ import annotations

import re
from functools import cache

from commitrack.extract.body_words import ORGANISATION_WORDS, TRADES
from commitrack.extract.by_letter import by_letter
from commitrack.extract.names import (
    LONGEST_NAME,
    NAME,
    Mention,
    affiliations,
    has_title,
    is_body,
    names_in,
    people,
    surnames_in,
)
from commitrack.extract.parties import MOST_NAMES, Parties, nearest
from commitrack.extract.short_names import introduced, unambiguous

_INSIDE = by_letter(r"(?<=[a-z] )[A-Z][a-z]{2,}\b")
_NAMING = ORGANISATION_WORDS | TRADES
"""Words of which the name of every body has one."""
_CARRIED_NAMES = 1000
"""Names that a section keeps of those before it."""
_POST = by_letter(
    r"\b(?:Director|Head|Commissioner|Inspector|Secretary|Minister|Registrar|Superintendent|Chair)"
    r" (?:of|for) (?:the )?[A-Z][\w-]+(?:(?:,| and| of| for)* [A-Z][\w-]+)*"
)


def find(
    flat: str, publisher: str | None, own: str | None = None, earlier: Parties | None = None
) -> Parties:
    """Every body that the text names, with its abbreviations; ``own`` is the one that speaks.

    ``earlier`` is what the sections before name: it stands before everything in this one.
    """
    mentions: list[Mention] = []
    if earlier is not None:
        known = dict.fromkeys(one.name for one in earlier.mentions)
        mentions += (Mention(name, -1) for name in list(known)[-_CARRIED_NAMES:])
    surnames: set[str] = set()
    for match in NAME.finditer(flat):
        run = match.group()
        words = run.split(" ")
        if has_title.any_in(words):
            surnames.update(surnames_in(flat, match.start(), match.end()))
        if len(words) == 1 or _NAMING.isdisjoint(words):
            continue
        for name, start in names_in(run, match.start()):
            if len(name) <= LONGEST_NAME and is_body(name):
                mentions.append(Mention(name, start))
        if len(mentions) > MOST_NAMES:
            break
    shorts: dict[str, str] = dict(earlier.shorts) if earlier else {}
    if publisher:
        shorts[_initials(publisher)] = publisher
    bracketed = tuple(introduced(flat))
    for short, full in bracketed:
        shorts.setdefault(short, full)
    for mention in mentions:
        initials = _initials(mention.name)
        if len(initials) >= 3:
            shorts.setdefault(initials, mention.name)
    for initials, person in _present(flat):
        shorts.setdefault(initials, person)
    proper = frozenset(_INSIDE.findall(flat[:400_000]))
    affiliated = dict.fromkeys((*(earlier.affiliated if earlier else ()), *affiliations(flat)))
    posts = tuple(Mention(one.group(), one.start()) for one in _POST.finditer(flat))
    return Parties(
        publisher,
        _under_full_names(mentions, publisher),
        shorts,
        proper,
        posts[:MOST_NAMES],
        own,
        people(flat, surnames),
        tuple(affiliated)[:MOST_NAMES],
        unambiguous(bracketed, earlier.introduced if earlier else {}),
    )


_ATTENDANCE = re.compile(r"^(?:Present|In attendance|Attendees|Attending|Members present): ?", re.M)
_ATTENDS = re.compile(
    r"(?:^|[,;:.] |\) )(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Cllr|Councillor|Sir|Dame|Rev)\.? )?"
    r"(?P<name>[A-Z][\w'-]+ [A-Z][\w'-]+)(?=[,;.]| \(|$)"
)


def _present(flat: str) -> list[tuple[str, str]]:
    """The people in the line of those present by their initials, where these mean one of them."""
    named: dict[str, set[str]] = {}
    for line in _ATTENDANCE.finditer(flat):
        stop = flat.find("\n", line.end())
        for one in _ATTENDS.finditer(flat, line.end() - 2, stop if stop >= 0 else len(flat)):
            named.setdefault(_initials(one["name"]), set()).add(one["name"])
    return [(short, who.pop()) for short, who in named.items() if len(who) == 1]


def _under_full_names(mentions: list[Mention], publisher: str | None) -> tuple[Mention, ...]:
    """The mentions, those by the end of a longer name ("County Council") under that name."""
    longer: dict[str, list[Mention]] = {}
    for one in mentions:
        words = one.name.split()
        for size in range(2, len(words)):
            longer.setdefault(" ".join(words[-size:]), []).append(one)
    out: list[Mention] = []
    for one in mentions:
        if publisher and publisher.endswith(f" {one.name}"):
            out.append(Mention(publisher, one.start))
        else:
            out.append(Mention(nearest(longer.get(one.name, []), one.start) or one.name, one.start))
    return tuple(out)


@cache
def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'-]*", name) if word[0].isupper())
