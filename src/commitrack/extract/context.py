"""What a statement says about itself: date, publisher, speaker, role and genre. Nothing is guessed.

Only the lines above and below the prose are read for the date and the publisher; what they do not
say is None.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commitrack.extract import periods, reckoning
from commitrack.extract.body_words import ORGANISATION_WORDS
from commitrack.extract.by_letter import by_letter
from commitrack.extract.calendar_words import MONTH, MONTHS
from commitrack.extract.flat import flatten
from commitrack.extract.reckoning import UNDATED, Reckoning
from commitrack.extract.segment import Block, BlockKind
from commitrack.extract.signs import holds

if TYPE_CHECKING:
    from commitrack.extract.result import Known

_MONTH = f"(?:{MONTH})"
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH}),? (\d{{4}})\b", re.IGNORECASE)
_US_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
_MONTH_YEAR = re.compile(rf"^(?:\w+ ){{0,2}}({_MONTH}) (\d{{4}})$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:Published |Date: )?(\d{4})$")
_HEADER_LINES = 14
_LINES = 600
"""Blocks in which signs of a genre are looked for."""
_READ = 40_000
"""Code points in which they are looked for."""
_PAPER = re.compile(
    r"^(?:BBC|Reuters|Press Association|Daily|Evening)\b|\b(?:Courier|Star|Times|Post|News"
    r"|Gazette|Weekly|Herald|Echo|Guardian|Telegraph|Chronicle"
    r"|Standard|Journal|Tribune|Observer|Examiner|Argus|Express|Independent|Mercury|Advertiser|Daily"
    r"|Evening|Reporter|Advocate|Bugle|Register|Press|Voice|Sentinel|Recorder|Banner|Bulletin"
    r"|Dispatch|Inquirer|Ledger|Statesman|Packet|Clarion|Beacon|Examiner|Mirror|Leader|Messenger|Record|Review|World|Mail|Sun|Enterprise|Citizen"
    r"|Globe)(?: online| Online|\.co\.uk)?$"
)
_MINUTES_SIGNS = by_letter(
    r"\bRESOLVED\b|\bNOTED\b|\bAGREED\b|\bRECEIVED\b|\bThe (?:Chair|Clerk|Chief Executive|President"
    r"|Director|Treasurer|Secretary)\b[\w ]{0,30}\b(?:reported|explained|welcomed)\b"
    r"|(?:(?m:^)|\n) *(?:Present|PRESENT|In attendance|Apologies)\b|\b[Mm]inutes of (?:the|a)\b"
    r"|\bMINUTES\b|(?m:^)ACTION\b"
    r"|\b[Mm]otion (?:carried|passed|by|failed)\b|\bMOTION CARRIED\b|\bCARRIED\b"
    r"|\b(?:[Mm]oved|MOVED) by\b|\b[Ss]econd(?:ed)? by\b|\b[Rr]oll call\b|\b[Aa]djourned at\b"
    r"|(?m:^)Actions?:|\b(?:report|update|position|letter|minutes) (?:was|were) (?:noted|received"
    r"|approved)\b"
    r"|\bcalled (?:the meeting )?to order\b|(?m:^)Minutes\b"
    r"|\b(?:Regular|Special|Ordinary) [Mm]eeting\b"
    r"|\bAgreed that\b"
)
_MINUTES_LETTERS = (
    *("RESOLVED", "NOTED", "AGREED", "RECEIVED", "MINUTES", "ACTION", "CARRIED", "MOVED by"),
    *("The Chair", "The Clerk", "The Chief Executive", "The President", "The Director"),
    *("The Treasurer", "The Secretary", "Present", "PRESENT", "In attendance", "Apologies"),
    *("inutes of ", "Minutes", "otion carried", "otion passed", "otion by", "otion failed"),
    *("oved by", "econd by", "econded by", "oll call", "djourned at", "Action:", "Actions:"),
    *("as noted", "re noted", "as received", "re received", "as approved", "re approved"),
    *("called to order", "called the meeting", "Agreed that", "Regular m", "Regular M"),
    *("Special m", "Special M", "Ordinary m", "Ordinary M"),
)
"""Letters of which some stand in each of these signs: looking for them all is much quicker."""
_MINUTES_TITLE = re.compile(
    r"(?<!\d )\b(?:[Mm]inutes|MINUTES|[Mm]inute of|PROCEEDINGS|Proceedings)\b"
    r"(?! (?:ago|after|before|later|from|of your|away|by|to)\b)"
    r"|\b[Nn]otes of (?:the|a) (?:[\w ]+ )?meeting\b"
)
_SIGNS = (
    ("joint-statement", re.compile(r"\bjoint statement\b", re.IGNORECASE)),
    (
        "written-answer",
        re.compile(r"\bwritten (?:answer|question)s?\b|\bTo ask the (?:Secretary|Minister)"),
    ),
    ("letter", re.compile(r"(?:^|\n)\s*Dear [A-Z\w]")),
    ("response", re.compile(r"\bresponse to (?:the|an)\b|\bgovernment response\b", re.IGNORECASE)),
    (
        "action-plan",
        re.compile(r"\b(?:action|improvement|delivery|inclusion) plan\b", re.IGNORECASE),
    ),
    (
        "annual-report",
        re.compile(r"\b(?:annual|stewardship|business|sustainability) report\b", re.IGNORECASE),
    ),
    ("speech", re.compile(r"\b(?:speech|address|remarks|keynote)\b", re.IGNORECASE)),
)
_ANSWERED = by_letter(
    r"(?:^|\n) *(?:Recommendations? (?:No\.? ?)?\d"
    r"|(?:\w+ ){0,2}response(?: of [\w ]{2,40})?(?:[.:]|$|\n))",
    ignore_case=True,
)
_ANSWERED_SIGNS = ("recommendation", "response")
_SAID = r"(?:said|says|commented|stated|added|announced|explained)"
_NAME = r"[A-ZÀ-Ž][\w'.-]+(?: (?:[A-ZÀ-Ž][\w'.-]+|de|van|von|der|bin|al))*"
_SAYS = re.compile(rf",? {_SAID}(?: [^:“\"\n]{{0,60}})?:")
_WHO = re.compile(r"[^“\"\n:]{3,200}$")
ROLES = (
    r"(?:(?:[Dd]eputy|[Aa]ssistant|[Aa]cting|[Ii]nterim|[Jj]oint|[Vv]ice|[Ee]xecutive"
    r"|[Gg]roup|[Ss]enior) )?"
    r"(?:[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hief [Cc]onstable"
    r"|[Cc]hief [Ii]nspector(?: of [\w ]+?)?"
    r"|[Cc]hief [\w-]+ [Oo]fficer|[Mm]anaging [Dd]irector|[Gg]eneral [Ss]ecretary"
    r"|[Vv]ice-[Cc]hancellor"
    r"|[Cc]hancellor|[Cc]hair(?:man|woman|person)?|[Pp]resident|[Pp]rincipal"
    r"|[Mm]inister(?: for [\w' ]+?)?"
    r"|[Ss]ecretary of [Ss]tate(?: for [\w ]+?)?|[Dd]irector(?: of [\w' ]+?)?|[Ll]eader|[Mm]ayor"
    r"|[Hh]ead of [\w ]+?|[Cc]ommissioner|[Ss]pokes(?:man|woman|person)|[Ss]ecretary|[Gg]overnor)"
)
_BODY_ROLE_NAME = re.compile(rf"(?P<body>(?:{_NAME})) (?P<role>{ROLES}) (?P<name>{_NAME})$")
_NAME_ROLE = re.compile(
    rf"(?P<name>{_NAME}), (?:the |its |our )?(?:[\w-]+'s )?(?P<role>{ROLES})\b"
    r"(?:,? (?:of|at|for) (?:the )?(?P<body>[^,]+))?"
)
_ROLE_NAME = re.compile(rf"(?P<role>{ROLES}) (?P<name>{_NAME})(?:, of (?:the )?(?P<body>[^,]+))?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to be speaking: name, role and body, as far as the words go."""

    name: str | None
    role: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """The frame in which sentences are read; ``organisation`` is who first persons speak for."""

    date: datetime.date | None
    date_precision: str
    publisher: str | None
    speaker: str | None
    role: str | None
    organisation: str | None
    genre: str
    responds: bool = False
    """Whether it answers numbered recommendations, so that "Agreed." takes one on."""
    reckoning: Reckoning = UNDATED
    """How its days are read; without a day when only the month or the year is known."""
    addressee: str | None = None
    """The body that a letter is written to: whom "you" means."""

    minutes: bool = field(init=False)
    """Minutes: past "agreed to" and backshifted "would" look ahead."""
    news: bool = field(init=False)
    """News: each side that is quoted or reported speaks for itself."""

    def __post_init__(self) -> None:
        """Settle once what the rules ask of every sentence."""
        object.__setattr__(self, "minutes", self.genre == "minutes")
        object.__setattr__(self, "news", self.genre == "news")


def read(flat: str, found: tuple[Block, ...], known: Known) -> Context:
    """The context of a statement; what the caller knows overrides what is found."""
    header = [flat[one.start : min(one.end, one.start + 400)] for one in _header(found)]
    date, precision = _date(header, found, flat)
    if known.date is not None:
        date, precision = known.date, "day"
    publisher = known.publisher or _publisher(header)
    named = flatten(publisher) if publisher else None
    said = _first_attribution(flat, found)
    lines = "\n".join(flat[one.start : one.end] for one in found[:_LINES])[:_READ]
    genre = _genre(lines, header, named)
    speaker = known.speaker or (said.name if said and genre != "news" else None)
    same = said is not None and said.name == speaker
    body = named if genre != "news" else None
    if body is None and said is not None and genre != "news":
        body = said.body
    return Context(
        date,
        precision,
        publisher,
        speaker,
        said.role if said and same else None,
        body,
        genre,
        genre == "response" or _answers(lines),
        reckoning.read(flat, publisher or body, date, exact=precision == "day"),
        _addressee(header, publisher) if genre == "letter" else None,
    )


def _answers(lines: str) -> bool:
    """Whether numbered recommendations are answered, so that "Agreed." takes one on."""
    if lines.isascii() and not holds(lines.lower(), _ANSWERED_SIGNS):
        return False
    return _ANSWERED.search(lines) is not None


def _header(found: tuple[Block, ...]) -> list[Block]:
    """The short lines before the prose, dated lines in paragraphs included."""
    lines: list[Block] = []
    for one in found[:_HEADER_LINES]:
        if one.kind is BlockKind.PARAGRAPH and len(one.sentences) > 1:
            break
        if one.kind is BlockKind.ROW:
            break  # the days in a table are those of its rows
        if one.kind is BlockKind.BULLET and lines and one.end - one.start > 80:
            break
        lines.append(one)
    return lines


def _date(
    header: list[str], found: tuple[Block, ...], flat: str
) -> tuple[datetime.date | None, str]:
    footer = [
        flat[one.start : one.end]
        for one in found[-4:]
        if one.kind is BlockKind.HEADING and len(found) > 8
    ]
    for line in header:
        if day := _day_in(_dateline(line)):
            return day, "day"
    for line in footer:
        if day := _day_in(line):
            return day, "day"
    for line in header:
        if match := _MONTH_YEAR.match(line.strip()):
            number = MONTHS.index(match[1].capitalize()) + 1
            return periods.month(int(match[2]), number).first, "month"
    for line in header:
        if (match := _YEAR.match(line.strip())) and int(match[1]) > 1000:
            return datetime.date(int(match[1]), 1, 1), "year"
    return None, "unknown"


_DATELINE = re.compile(r"(?P<place>[^.!?]{0,60}?)\s+[-–—]\s|(?P<lead>[^.!?]{0,60}?):\s")
"""What comes before the words themselves: "LONDON, 3 May 2026 – The Council …"."""
_TELLS = re.compile(
    r"\b(?:will|shall|would|must|should|might|can|could|is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)
"""A line with one of these says something; a heading does not."""
_LABELS = re.compile(
    r"\b(?:minutes|held|published|issued|released?|dated|posted|updated|approved|adopted|laid"
    r"|delivered|agreed|resolved|statement|response|speech|letter)\b",
    re.IGNORECASE,
)
"""What a document says of itself, with its day."""
_BOUNDS = re.compile(r"\b(?:by|before|until|within|after|since|from)\b", re.IGNORECASE)


def _dateline(line: str) -> str:
    """The part of a line that can say when the statement was made: all of a heading, the front
    of a sentence.

    A date within a sentence is a deadline or a story. Only what stands before the sentence, as
    in a dateline, is about the statement, which must never be given a date it does not name.
    """
    words = " ".join(line.split())
    front = _DATELINE.match(words)
    if front and _day_in(front[0]):
        return front[0]
    if len(words) > 200 or _TELLS.search(words):
        return ""
    return words if _LABELS.search(words) or not _BOUNDS.search(words) else ""


def _day_in(line: str) -> datetime.date | None:
    if match := _ISO.search(line):
        try:
            return datetime.date.fromisoformat(match[1])
        except ValueError:
            return None
    if match := _DAY.search(line):
        day, month, year = match[1], match[2], match[3]
    elif match := _US_DAY.search(line):
        month, day, year = match[1], match[2], match[3]
    else:
        return None
    found = (
        periods.day(int(year), MONTHS.index(month.capitalize()) + 1, int(day))
        if year > "0000"
        else None
    )
    return found.first if found else None


def _publisher(header: list[str]) -> str | None:
    """A line of the header that is a body's name and nothing else."""
    for line in header[:5]:
        bare = re.sub(r"^[^\w]+", "", line).rstrip(" .")
        dated = re.match(rf"(?P<name>[^,\d]+), (?:\w+day )?\d{{1,2}} {_MONTH} \d{{4}}", bare)
        if dated:
            bare = dated["name"]
        words = bare.replace("-", " ").split()
        if not 1 < len(words) <= 9 or not words[0][0].isupper():
            continue
        capitals = all(
            w[0].isupper() or w in ("of", "for", "and", "the", "&", "plc") for w in words
        )
        if capitals and any(
            w.capitalize() in ORGANISATION_WORDS or w in ORGANISATION_WORDS for w in words
        ):
            return bare if not bare.isupper() else _title(bare)
    return None


_DEAR = re.compile(r"\s*Dear\b")


def _addressee(header: list[str], publisher: str | None) -> str | None:
    """The body named last above "Dear", other than the one that writes."""
    dear = next((place for place, line in enumerate(header) if _DEAR.match(line)), 0)
    for line in reversed(header[:dear]):
        for part in reversed(re.split(r", |\n", " ".join(line.split(" ")))):
            bare = re.sub(r"^(?:To:? |The )", "", part.strip(" .,"))
            words = bare.split()
            named = 1 < len(words) <= 9 and words[0][:1].isupper()
            if not named or bare == publisher or re.search(r"\d", bare):
                continue
            if words[-1] in ORGANISATION_WORDS or words[0] in ("Department", "Ministry", "Office"):
                return bare
    return None


def _title(name: str) -> str:
    small = {"OF", "FOR", "AND", "THE"}
    return " ".join(w.casefold() if w in small else w.capitalize() for w in name.split())


def _first_attribution(flat: str, found: tuple[Block, ...]) -> Attribution | None:
    for one in found[:40]:
        end = min(one.end, one.start + 600)
        if flat.find(":", one.start, end) < 0:
            continue
        for says in _SAYS.finditer(flat, one.start, end):
            who = _WHO.search(flat, max(one.start, says.start() - 200), says.start())
            if who:
                return attribution(who.group())
    return None


def attribution(words: str) -> Attribution:
    """Name, role and body in "Commenting on X, BODY ROLE NAME" or "NAME, ROLE of BODY"."""
    words = words.strip(" ,")
    tail = words.rsplit(", ", 1)[-1]
    if match := _BODY_ROLE_NAME.search(tail):
        return Attribution(match["name"], match["role"], match["body"])
    if match := _NAME_ROLE.search(words):
        return Attribution(match["name"], match["role"], match["body"])
    if match := _ROLE_NAME.search(words):
        return Attribution(match["name"], match["role"], match["body"])
    if match := re.match(rf"(?:[Tt]he )?{_NAME}", tail):
        return Attribution(match.group(), None, None)
    return Attribution(None, None, None)


def _genre(lines: str, header: list[str], publisher: str | None) -> str:
    top = "\n".join(header[:8])
    if any(len(one) < 90 and _MINUTES_TITLE.search(one) for one in header[:8]) or (
        holds(lines, _MINUTES_LETTERS) and len(set(_MINUTES_SIGNS.findall(lines))) >= 2
    ):
        return "minutes"
    if (publisher and _PAPER.search(publisher)) or re.search(
        r"(?m)^By (?:our|[A-Z]\w+ [A-Z]\w+$)", top
    ):
        return "news"
    for genre, sign in _SIGNS:
        if sign.search(top) or (
            genre in ("letter", "written-answer") and sign.search(lines[:1500])
        ):
            return genre
    return "press" if re.search(r"(?m)^ENDS\b|\bsaid:|^PRESS\b", lines) else "statement"
