"""The parties behind an owner: those who act together, and a part of a body with the body's name.

The JSON keeps an owner as the words give it ("the Board", "the Trust and its branches"). A record
that is read far from its statement needs each party by itself and by a name that stands alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.body_words import PEOPLE, STAFF
from commitrack.extract.subject_kinds import is_part
from commitrack.model.records import members_of

if TYPE_CHECKING:
    from commitrack.extract.owners import Owner
    from commitrack.extract.parties import Parties
    from commitrack.extract.subjects import Scene

_ITS = re.compile(r"(?P<body>.+) and (?:its|their|his|her|our) (?P<group>[\w -]+)")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_OUR = re.compile(r"(?:our|my) ", re.IGNORECASE)
_FURTHER = re.compile(r", | and ")


def of(owner: Owner, scene: Scene, *, binds: bool) -> tuple[str, ...]:
    """The parties of an owner, first owner first; none when nobody is named.

    ``binds`` says that the speaker's side undertakes: then a board or an officer is its own.
    """
    if owner.name is None:
        return ()
    parts = _split(owner.name, owner.text or owner.name, scene.parties)
    return tuple(
        dict.fromkeys(
            _standing_alone(one, owner, scene, binds=binds, first=at == 0)
            for at, one in enumerate(parts)
        )
    )


def affiliations(owners: tuple[str, ...], body: str | None) -> list[tuple[str, str]]:
    """(part, body) for those of ``owners`` that are a part of ``body`` by the name given here."""
    if body is None:
        return []
    return [(one, body) for one in owners if one.endswith((f" of {body}", f" at {body}"))]


def _split(name: str, written: str, parties: Parties) -> list[str]:
    if " and " not in name or parties.names(name):
        return [name]
    if shared := _ITS.fullmatch(name):
        body, group = shared["body"], shared["group"]
        return [body, members_of(body) if group == "members" else f"{group} of {body}"]
    for link in re.finditer(r" and ", name):
        left, right = name[: link.start()], name[link.end() :]
        if parties.names(left) or parties.names(right):
            return _split(left, left, parties) + _split(right, right, parties)
    head, _, last = name.rpartition(" and ")
    pieces = [*head.split(", "), last]
    if not (_several(written) or all(map(_is_party, pieces))):
        return [name]
    return [_ARTICLE.sub("", one, count=1) for one in pieces if one]


def _several(written: str) -> bool:
    """Whether the words after "and" have an article of their own: "the clerk and the mayor"."""
    return re.search(r" and (?:the|an?|our|its|their|his|her|my) ", written) is not None


def _is_party(words: str) -> bool:
    """Whether a piece can act by itself: people, an organ, a post, or several of a kind."""
    last = words.split()[-1].casefold() if words else ""
    return last in PEOPLE or is_part(words) or (last.endswith("s") and not last.endswith("ss"))


def _standing_alone(name: str, owner: Owner, scene: Scene, *, binds: bool, first: bool) -> str:
    """A part of the body that speaks ("board", "our field staff") with the name of the body."""
    body = scene.speaker
    if not body or body == scene.context.speaker or body.casefold() in name.casefold():
        return name
    words = name.split()
    ours = first and _OUR.match(owner.text or "") is not None
    own = binds and ((words[-1].casefold() in STAFF and len(words) <= 3) or is_part(name))
    if scene.parties.names(name) or not (ours or own):
        return name
    return f"{name} at {body}" if " of " in name else f"{name} of {body}"
