"""Whose words stand where: the turns of quoted speakers, and the body each speaks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.body_words import ORGANISATION_WORDS
from commitrack.extract.by_letter import by_letter
from commitrack.extract.context import ROLES, Context, attribution
from commitrack.extract.names import bodies_in
from commitrack.extract.signs import holds
from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    from commitrack.extract.parties import Parties
    from commitrack.extract.segment import Block

_SAID = by_letter(
    r"\b(?:said|says|told|added|announced|commented|replied|explained|asked|stated|insisted|warned"
    r"|confirmed|promised|claimed|argued|continued|concluded)\b"
)
_PRONOUN = re.compile(r"^(?:he|she|they|it)\b", re.IGNORECASE)
_SPOKESPERSON = re.compile(
    r"spokes(?:man|woman|person)(?: for| from| at)? (?:the )?(?P<body>[^,.:“\"]+?)(?=$|,"
    r"| (?:said|told|added))"
)
_OF = re.compile(
    r"(?:,| )(?:of|at|for|from|chairs|leads|runs|heads|chairman of|director of) (?:the )?"
    r"(?:(?:group|charity|union|campaign|company|firm|agency) )?"
    r"(?P<body>[A-Z][\w'&.-]*(?: (?:(?:of|for|and|&|the) ){0,2}[A-Z][\w'&.-]*)*)"
)
_QUOTES = ("“", "”", '"')
_MARKS = re.compile(r"[“”\"]")
_ITS = re.compile(r"\b(?:its|their) (?:[a-z]+ ){1,3}")
_OWN_OFFICE = re.compile(rf"^(?:[Tt]he )?{ROLES}$|\bour (?:[a-z]+ ){{0,3}}[a-z]+$")
"""The speaker's own office ("the Mayor said") or officer ("our chief executive")."""
_SHORT = re.compile(r"\b(?P<body>[Tt]he (?P<noun>[A-Za-z]+))'s? (?:[a-z-]+ ){0,3}[a-z]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of the text and who speaks in it."""

    start: int
    end: int
    person: str | None
    body: str | None
    quoted: bool
    outsider: bool = False
    """Whether somebody speaks for whom the statement cannot: a resident, "one trader"."""

    @property
    def owner(self) -> str | None:
        """Who "we" and "I" commit: the body, else the person."""
        return self.body or self.person


@dataclass(frozen=True, slots=True)
class _Quotation:
    start: int
    end: int
    block: int
    continued: bool


def find(
    flat: str, blocks: tuple[Block, ...], context: Context, parties: Parties
) -> tuple[Voice, ...]:
    """The quoted turns in order; what lies between them is the statement's own voice."""
    turns: list[Voice] = []
    known: dict[str, str | None] = {}
    looked_at, says = -1, False
    for one in _quotations(flat, blocks):
        previous = turns[-1] if turns else None
        if one.continued and previous:
            turns.append(Voice(one.start, one.end, previous.person, previous.body, quoted=True))
            continue
        if one.block != looked_at:
            looked_at, block = one.block, blocks[one.block]
            says = _SAID.search(flat, block.start, block.end) is not None
        words, at = _attributed(flat, blocks, one) if says else _announced(flat, blocks, one)
        voice = _voice(flat, words, at, one, context, parties, known, previous)
        turns.append(voice)
    return tuple(turns)


def _quotations(flat: str, blocks: tuple[Block, ...]) -> list[_Quotation]:
    found: list[_Quotation] = []
    unclosed = False
    for index, block in enumerate(blocks):
        at = block.start
        inside: int | None = None
        reopened = unclosed and flat[block.start] in '“"'
        carried = unclosed and not reopened and bool(block.marker)
        if carried:
            inside = block.start
        marked = holds(flat[block.start : block.end], _QUOTES)
        for match in _MARKS.finditer(flat, block.start, block.end) if marked else ():
            at = match.start()
            mark = match.group()
            if inside is None and mark != "”":
                inside = at + 1
            elif inside is not None and mark != "“":
                if at > inside:
                    found.append(_Quotation(inside, at, index, reopened or carried))
                inside = None
                reopened = carried = False
        if inside is not None:
            found.append(_Quotation(inside, block.end, index, reopened or carried))
        unclosed = inside is not None
    return found


def _attributed(flat: str, blocks: tuple[Block, ...], one: _Quotation) -> tuple[str, int]:
    """The words that say who speaks, before or after the quotation."""
    block = blocks[one.block]
    before = flat[max(block.start, one.start - 300) : one.start - 1].rstrip()
    follows = flat[one.end - 1] in ",?!" and _is_closed_by_saying(flat, one.end, block.end)
    if not follows and (before.endswith((":", ",")) or _SAID.search(before[-60:])):
        sentence = re.split(r"(?<=[.!?”\"]) (?=[A-Z“])", before)[-1]
        sentence = re.split(r"[”\"]", sentence)[-1]
        if _SAID.search(sentence):
            return sentence, one.start - len(sentence)
    stop = min(block.end, one.end + 200)
    after = flat[one.end + 1 : stop]
    if _SAID.search(flat, one.end + 1, min(stop, one.end + 121)) and not re.match(
        r" ?[“\"]", after
    ):
        words = re.split(r"[.:](?: |$)|[“\"]", after)[0]
        return words, one.end
    return _announced(flat, blocks, one)


def _announced(flat: str, blocks: tuple[Block, ...], one: _Quotation) -> tuple[str, int]:
    """The words above that end in a colon, when the quotation opens its block."""
    if one.block > 0 and not flat[blocks[one.block].start : one.start - 1].strip(" "):
        above = blocks[one.block - 1]
        words = flat[max(above.start, above.end - 400) : above.end]
        if words.endswith(":"):
            return re.split(r"(?<=[.!?”\"]) (?=[A-Z“])", words)[-1], above.end
    return "", one.start


def _is_closed_by_saying(flat: str, at: int, end: int) -> bool:
    closing = flat[at + 1 : min(end, at + 120)]
    return _SAID.match(closing.lstrip()) is not None


_NAMED_SINCE = re.compile(
    r"\b(?P<name>[A-Z][\w'-]+ [A-Z][\w'-]+),? (?:described|called|welcomed|accused|dismissed"
    r"|praised"
    r"|criticised|attacked|defended|rejected|backed)\b"
    r"|\b(?P<post>MP|MSP|TD|Senator"
    r"|[Cc]ouncillor)\b[^,.]{0,40}, (?P<holder>[A-Z][\w'-]+ [A-Z][\w'-]+),"
)
"""Who spoke between two quotations without being quoted at length: "he" of the next."""


_BY_THEMSELVES = (
    r"(?:resident|trader|stallholder|shopkeeper|shopper|customer|parent|mother|father|grandmother"
    r"|carer|patient|tenant|leaseholder|homeowner|householder|neighbour|passenger|commuter|driver"
    r"|cyclist|walker|visitor|pensioner|student|pupil|farmer|fisherman|villager|local|survivor"
    r"|relative|widow|campaigner|protester|taxpayer|volunteer|person|man|woman|people)s?"
)
"""People who speak for themselves and for no body."""
_OUTSIDER = re.compile(
    r"^(?:(?:And|But|As|Even) )?(?:an?|one|another|some|many|several|most|two|three)"
    rf"(?: (?:of|the|our|[a-z-]+)){{0,3}}? {_BY_THEMSELVES}\b|^another$"
    rf"|^[A-Z][\w'-]+ [A-Z][\w'-]+, (?:an? |\d\d, (?:an? )?)(?:[a-z-]+ ){{0,2}}?{_BY_THEMSELVES}\b"
    r"|^[A-Z][\w'-]+ [A-Z][\w'-]+, (?:\d\d, )?(?:who|whose) "
    r"(?:lives?|lived|has lived|runs? an?|owns?|keeps?|farms?|lost|uses?|was (?:hurt|injured)"
    r"|(?:home|house|shop|mother|father|son|daughter|wife|husband) )",
    re.IGNORECASE,
)


def _voice(
    flat: str,
    words: str,
    at: int,
    one: _Quotation,
    context: Context,
    parties: Parties,
    known: dict[str, str | None],
    previous: Voice | None,
) -> Voice:
    said = _SAID.split(words)
    bare = said[0].strip(' ,”"') or said[-1].strip(' ,.:”"')
    if not bare or _PRONOUN.match(bare):
        if previous and context.news and bare:
            since = _NAMED_SINCE.search(flat, previous.end, one.start)
            if since is not None and since["holder"]:
                return Voice(one.start, one.end, since["holder"], None, quoted=True)
            if since is not None and since["name"] != previous.person:
                near = parties.last_before(since.start())
                return Voice(one.start, one.end, since["name"], near, quoted=True)
        if previous and (context.news or bare):
            return Voice(one.start, one.end, previous.person, previous.body, quoted=True)
        near = parties.last_before(at) if context.news and bare else None
        return Voice(one.start, one.end, context.speaker, context.organisation or near, quoted=True)
    who = attribution(bare)
    person = who.name
    surname = (person or "").split()[-1:] or [""]
    if person and surname[0] in known:
        return Voice(one.start, one.end, person, known[surname[0]], quoted=True)
    own = not context.news and surname[0] and surname[0] in (context.speaker or "")
    body: str | None = None
    if context.organisation and (own or _OWN_OFFICE.search(bare)):
        body = context.organisation
    else:
        body = _body(words, at, context, parties) or (who.body if who.body else None)
    if body:
        body = parties.full(body, at)
    elif not context.news:
        if _OUTSIDER.search(bare):
            return Voice(one.start, one.end, person, None, quoted=True, outsider=True)
        body = context.organisation  # a statement quotes its own people, unless it says whose
    if surname[0]:
        known[surname[0]] = body
    return Voice(one.start, one.end, person, body, quoted=True)


def _body(words: str, at: int, context: Context, parties: Parties) -> str | None:
    if match := _SPOKESPERSON.search(words):
        return match["body"]
    named = [name for name in bodies_in(words) if name]
    if named:
        return max(named, key=len)
    if (match := _OF.search(words)) and (
        context.news or any(word in ORGANISATION_WORDS for word in match["body"].split())
    ):
        return match["body"]
    if match := _SHORT.search(words):
        full = parties.full(match["body"], at)
        if full != match["noun"]:
            return full
    if context.news or re.match(r"(?:An? |The )?spokes(?:man|woman|person)\b", words.strip()):
        return parties.last_before(at)
    if _ITS.search(words):
        return parties.last_before(at)
    return None
