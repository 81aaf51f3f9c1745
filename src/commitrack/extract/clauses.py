"""Where the clause around a cue begins and ends, who its subject is, and what governs it.

No parser: connecting words are walked outwards from the cue, and each is asked whether the clause
that it opens already has a finite verb. One that has not is the clause of the cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from commitrack.extract import deadlines
from commitrack.extract.flat import trim
from commitrack.extract.lexicon import is_act
from commitrack.extract.segment import Span

REPORTING = (
    r"said|says|say|saying|told|tells|tell|announced|announces|confirmed|confirms|confirm|promised"
    r"|warned|warns|added|adds|believed?|believes|think|thinks|thought|hope|hoped|hopes|suspect|fears?"
    r"|feared|know|knows|knew|claims|claimed|argued|argues|insisted|insists|stated|states|replied"
    r"|explained|explains|revealed|expects?|predicts?|predicted|feel|felt|suggests?|suggested"
    r"|supposed?|indicated|informed|assured|assures?|pledged|understand|reckon|doubts?|noted|notes|note"
)
_TAKERS = re.compile(
    rf"\b(?:{REPORTING}|reported|reports|agreed?|agrees|resolved|decided|undertaking|undertakes?"
    r"|undertook|promises?|pledged?|pledges|guarantees?|guaranteed|vows?|vowed|assurance|commitment"
    r"|expressed|clear|sure|certain|confident|accept|accepts|accepted|conclude[sd]?|found|finds|find"
    r"|recommend|recommends|recommended|recommendation|recognise[sd]?|acknowledge[sd]?|means?|meant"
    r"|propose[sd]?|requests?|requested|ensure[sd]?|ensuring|shows?|showed|denied|denies|learned|heard"
    r"|hear|see|remember|mean|realise|realised|fact|belief|view|news|announcement|decision|hoped"
    r"|afraid|expected|asked|ask|ordered|insist|approved|concern|commit|commits|committed|wrote|writes"
    r"|observed|concerned|is|was|say|us|them|me|him|her|you|it|House|Committee|Council|Board|members"
    r"|staff|meeting|conference|unanimously|principle|and|but|votes|two|saw|happy|pleased|grateful"
    r"|likely|vital|essential|important|right|true)$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|informed|assured|reminded|announced|said|confirmed|promised|warned|pledged|guaranteed|resolved|RESOLVED|AGREED|agreed)\b"
    r"(?:(?!\b(?:that|which|who)\b)[^;:.])*$"
)
_CONNECTOR = re.compile(
    r"(?P<hard>[;:](?= )|[?!](?= )| [–—-](?= )|[“\"(\[]|(?<= )'(?=\w))"
    r"|(?P<coord>(?:,? (?:and|but|or|nor)|, (?:so|yet))\b(?! that\b(?= \w+ (?:of"
    r"|can)))(?: then\b)?)"
    r"|(?P<that>\bthat\b)"
    r"|(?P<rel>\b(?:which|who|whom|whose)\b)"
    r"|(?P<emb>\b(?:[Ww]hether|[Hh]ow|[Ww]hat|[Ww]hy)\b)"
    r"|(?P<sub>\b(?:[Ii]f|[Ww]hen|[Ww]here|[Bb]ecause|[Ss]ince|[Aa]lthough|[Tt]hough|[Ww]hile|[Ww]hilst"
    r"|[Uu]ntil|[Oo]nce|[Uu]nless|[Aa]s|[Aa]fter|[Bb]efore|than|[Ww]henever|[Ww]herever)\b)"
    rf"|(?P<report>\b(?:{REPORTING})\b(?! that\b))"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|must|should"
    r"|shall|cannot|won't|isn't|aren't|wasn't|don't|doesn't|didn't|hasn't|haven't|I|[Ww]e|[Tt]hey"
    r"|[Hh]e|[Ss]he)\b|\w'(?:ll|re|ve|m|d)\b|\b(?:accepts?|agrees?|welcomes?|said|says|told|sees|knows?"
    r"|depends?|remains?|wants?|needs?|hopes?|plans to|intends|aims|proposes|pledges|expects|works?"
    r"|became|found|began|took|gave|made|went|came|met|heard|led|held|sent|wrote|spoke|ran|paid)\b"
)
_PAST_FORM = re.compile(r"\b[a-z]{3,}ed\b")
_PRONOUN = re.compile(
    r"(?:^|(?<= ))(?P<p>we|I|they|he|she|it|you|there|this|these|those|none|nobody|nothing|everyone"
    r"|anybody|anyone|everybody|no one|both|neither|each of (?:them|us)|(?:none|all|some|most) of "
    r"(?:us|them|this|that|these|those)|that)$",
    re.IGNORECASE,
)
_PERSONAL = ("we", "i", "they", "he", "she", "it", "you", "there")
_ADVERB = (
    r"(?:also|therefore|now|then|always|still|only|each|both|all|not|never|currently|already|again|soon"
    r"|just|further|instead|thus|even|too|actively|duly|hereby|do|does|at once|immediately"
    r"|ever|first"
    r"|likewise|either|together|in turn|meanwhile|usually|often|sometimes|generally|normally"
    r"|strongly"
    r"|[a-z]{3,}ly)"
)
_AUXILIARY = r"(?:is|are|was|were|has|have|had|been|am|can|could|may|do|does|did)"
_TRAILING_ADVERBS = re.compile(rf"(?:(?:^|[ ,]+)(?:{_ADVERB}|{_AUXILIARY}),?)+$", re.IGNORECASE)
_OPENER = re.compile(
    r"(?:In|By|On|At|Over|Within|During|Until|Under|Subject to|From|For|As|After|Before|Once"
    r"|When|If"
    r"|Where|Unless|While|Although|Though|With|Along with|Together with|Because|Since"
    r"|Following|Despite"
    r"|To|Through|Throughout|Across|Alongside|Given|Provided|Working with|Next|Later|Early"
    r"|Today|Now"
    r"|Here|Tomorrow|Tonight|First|Second|Third|Finally|Meanwhile|However|Ultimately|So|Then|Also|Yet"
    r"|But|And|Instead|Therefore|Unfortunately|Fortunately|More widely|Nor|Starting|Beginning"
    r"|Building on"
    r"|As part of|In addition|Additionally|Furthermore|Moreover|Secondly|Firstly|Lastly"
    r"|Thirdly|Indeed"
    r"|Of course|Sadly|Clearly|Equally|Similarly|Overall|Between|Beyond|Perhaps|Maybe|Every"
    r"|Each|This"
    r"|Where possible|Wherever|Whenever|Immediately|Shortly|Later)\b",
    re.IGNORECASE,
)
_KEPT_FRONT = re.compile(
    r"(?:In|By|On|At|Over|Within|During|Until|Subject|From|After|Before|Once|When|If|Where|Unless"
    r"|Along|Together|Working|Next|Later|Early|Provided|Through|Throughout|Following|Across|Every|Each"
    r"|Starting|This (?:year|month|week|autumn|summer|winter|spring)|As soon as|Tomorrow|Under)\b",
    re.IGNORECASE,
)
_SHORT_FRONT = re.compile(
    r"(?:in the meantime|meanwhile|at present|in future|in due course|from now on|for now"
    r"|until then"
    r"|so|but|and|yet|however|therefore|instead|also|then|now|today|finally|first|second|third|nor"
    r"|unfortunately|ultimately|further|furthermore|in addition|indeed|perhaps|maybe),? ",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r" *(?:the|a|an|our|its|their|his|her|my|your|this|these|no|every|each|any|all|some|both"
    r"|we|I|they"
    r"|he|she|it|you|there)\b| *(?:[A-Z]|\d)",
)
_ASIDE = re.compile(r", (?:which|who|whose|where|part of|as|led|including)\b[^,]*(?:,|$)")
_NOT_SUBJECT = re.compile(
    r"(?:which|who|whose|where|part of|as|including|and|or|led|chaired|a|an|such as|not|that"
    r"|but|nor"
    r"|both|especially|particularly|notably|along with|together with)\b",
    re.IGNORECASE,
)
_BARE_COORDINATE = re.compile(
    r",? (?:and|then|and then|or) (?:also |then |to )?(?P<verb>[a-z-]+)\b"
)
_DEEPER = re.compile(
    r"\b(?:to (?!the\b|a\b|an\b|all\b|our\b|its\b|every\b|any\b|each\b|this\b"
    r"|those\b)[a-z]+\b|how|that"
    r"|which|who|whether|what|where|why|because|so that|help|let|before|after|until|if|when)\b"
)
_WALK = 24


@dataclass(frozen=True, slots=True)
class Left:
    """What was found before a cue."""

    start: int
    front: Span | None
    subject: Span | None
    link: str
    """The connecting word that opens the clause: "" for an independent one."""
    link_at: int
    joined: bool
    """Whether the clause has no subject of its own ("… and will publish")."""


def _has_finite(flat: str, start: int, end: int) -> bool:
    return _FINITE.search(flat, start, end) is not None


def _only_adverbs(words: str) -> bool:
    words = words.strip(" ,")
    return not words or bool(_TRAILING_ADVERBS.fullmatch(words))


def left_of(flat: str, floor: int, anchor: int) -> Left:
    """Walk left from the cue at ``anchor`` to the start of its clause, not past ``floor``."""
    links = list(_CONNECTOR.finditer(flat, floor, anchor))[-_WALK:]
    limit = anchor
    for index in range(len(links) - 1, -1, -1):
        link = links[index]
        between = flat[link.end() : limit]
        kind = link.lastgroup or ""
        word = link.group().strip(" ,").casefold()
        if kind == "hard":
            if word in ("(", "[") and re.search(r"[)\]]", between):
                continue
            return _subject(flat, link.end(), anchor, "", link.start())
        if kind == "coord":
            if _only_adverbs(between):
                return Left(
                    _skip_space(flat, link.end()), None, None, "", link.start(), joined=True
                )
            hard = max(
                (one.end() for one in links[:index] if one.lastgroup == "hard"), default=floor
            )
            before = _ASIDE.sub(" ", flat[hard : link.start()])
            if _opens_clause(between, before):
                return _subject(flat, link.end(), anchor, "", link.start())
            continue
        if kind == "that":
            previous = flat[max(floor, link.start() - 24) : link.start()].rstrip(" ,")
            if _only_adverbs(between) and not previous.casefold().endswith(" so"):
                return _subject(flat, link.end(), anchor, "that-relative", link.start())
            if previous.casefold().endswith("so"):
                return _subject(flat, link.end(), anchor, "so that", link.start())
            told = _TOLD.search(flat, max(floor, link.start() - 90), link.start())
            if _closed_by_comma(between) and any(one.lastgroup == "sub" for one in links[:index]):
                continue
            if (
                _PRONOUN.fullmatch(between.strip())
                or _TAKERS.search(previous)
                or told
                or link.start() == floor
            ):
                return _subject(flat, link.end(), anchor, "that", link.start())
            if _satisfied_relative(between):
                limit = link.start()
                continue
            return _subject(flat, link.end(), anchor, "that-relative", link.start())
        if kind == "rel":
            if not _only_adverbs(between) and (
                _has_finite(flat, link.end(), limit) or _satisfied_relative(between)
            ):
                limit = link.start()
                continue
            return _subject(flat, link.end(), anchor, word, link.start())
        if kind == "emb":
            if _has_finite(flat, link.end(), limit) and not _PRONOUN.search(between.strip()):
                limit = link.start()
                continue
            return _subject(flat, link.end(), anchor, word, link.start())
        if kind == "sub":
            if "," in between or _has_finite(flat, link.end(), limit):
                inner = _PRONOUN.search(between.rstrip())
                if (
                    inner
                    and "," not in between
                    and not _has_finite(flat, link.end(), link.end() + inner.start("p"))
                ):
                    return _subject(flat, link.end(), anchor, word, link.start())
                if "," not in between:
                    limit = link.start()
                continue
            if word in ("as", "than", "since", "after", "before", "until"):
                continue
            return _subject(flat, link.end(), anchor, word, link.start())
        if kind == "report":
            if _DETERMINER.match(between) and not _has_finite_beyond_pronoun(between):
                return _subject(flat, link.end(), anchor, "that", link.start())
            continue
    return _subject(flat, floor, anchor, "", floor)


def _has_finite_beyond_pronoun(between: str) -> bool:
    stripped = _PRONOUN.sub("", between.strip())
    return _FINITE.search(stripped) is not None


def _closed_by_comma(between: str) -> bool:
    """Whether a content clause ends at a comma before the cue: "If it shows that X is so, we"."""
    inner, comma, _ = between.rpartition(",")
    return bool(comma) and _FINITE.search(inner) is not None


def _opens_clause(between: str, before: str) -> bool:
    words = between.strip(" ,")
    if re.match(r"(?:we|I|they|he|she|it|you|there|that)\b", words):
        return True
    return bool(_FINITE.search(before) or _PAST_FORM.search(before))


def _satisfied_relative(between: str) -> bool:
    """After who, which or that: whether a verb other than the cue follows."""
    if _FINITE.search(between):
        return True
    words = between.split()
    return len(words) >= 2 and not _DETERMINER.match(between)


def _skip_space(flat: str, at: int) -> int:
    while at < len(flat) and flat[at] in " ,":
        at += 1
    return at


def _subject(flat: str, begin: int, anchor: int, link: str, link_at: int) -> Left:
    """Divide the words before the cue into a phrase put first and the subject."""
    start, end = trim(flat, begin, anchor)
    while start < end and flat[start] in "“\"'([,–—- ":
        start += 1
    adverbs = _TRAILING_ADVERBS.search(flat, start, end)
    if adverbs:
        end = adverbs.start()
    start, end = trim(flat, start, end)
    if end > start and flat[end - 1] == ",":
        end -= 1
    if start >= end:
        return Left(
            _skip_space(flat, max(begin, start)), None, None, link, link_at, joined=not link
        )
    words = flat[start:end]
    pronoun = _PRONOUN.search(words)
    if pronoun and (
        pronoun["p"].casefold() in _PERSONAL
        or not words[: pronoun.start()].strip(" ,")
        or words[: pronoun.start()].rstrip().endswith(",")
    ):
        return _pronoun_subject(flat, start, start + pronoun.start("p"), end, link, link_at)
    short = _SHORT_FRONT.match(flat, start, end)
    if short:
        keep = _KEPT_FRONT.match(flat, start, end) is not None
        front = Span(*trim(flat, start, short.end())) if keep else None
        inner = _subject(flat, short.end(), anchor, link, link_at)
        if inner.subject is None or inner.front is not None:
            return inner
        return Left(
            front.start if front else inner.start, front, inner.subject, link, link_at, joined=False
        )
    if _OPENER.match(flat, start, end):
        cut = _after_front(flat, start, end)
        if cut > start:
            keep = _KEPT_FRONT.match(flat, start, cut) is not None
            front = Span(*trim(flat, start, cut)) if keep else None
            return Left(
                start if keep else _skip_space(flat, cut),
                front,
                Span(_skip_space(flat, cut), end),
                link,
                link_at,
                joined=False,
            )
    return Left(start, None, Span(start, end), link, link_at, joined=False)


def _pronoun_subject(flat: str, start: int, at: int, end: int, link: str, link_at: int) -> Left:
    subject = Span(at, end)
    front_start, front_end = trim(flat, start, at)
    if front_start >= front_end:
        return Left(at, None, subject, link, link_at, joined=False)
    opened = _OPENER.match(flat, front_start, front_end)
    if flat[front_end - 1] == "," or opened:
        keep = opened is not None and _KEPT_FRONT.match(flat, front_start, front_end) is not None
        if not keep and flat[front_end - 1] == ",":
            piece = flat.rfind(", ", front_start, front_end - 1)
            inner = piece + 2 if piece >= 0 else front_end
            if _KEPT_FRONT.match(flat, inner, front_end):
                return Left(inner, Span(inner, front_end), subject, link, link_at, joined=False)
        front = Span(front_start, front_end) if keep else None
        return Left(front_start if keep else at, front, subject, link, link_at, joined=False)
    return Left(at, None, subject, link or "contact", link_at, joined=False)


def _after_front(flat: str, start: int, end: int) -> int:
    """Where the subject begins behind a fronted phrase; ``start`` when nothing was fronted."""
    commas = [at for at in range(start, end) if flat[at] == "," and flat[at + 1 : at + 2] == " "]
    for at in reversed(commas):
        if not _NOT_SUBJECT.match(flat, at + 2, end):
            return at + 1
    for one in deadlines.find(flat, start, end, None):
        if one.start == start and one.end < end and flat[one.end] == " ":
            return one.end
    return start


_NEW_SUBJECT = re.compile(
    r"(?:that |in turn |then |also |therefore )*(?:(?:we|I|they|he|she|it|you|there)\b|"
    r"(?:will|shall|won't|intends?|aims?|expects?|hopes?|pledges?|vows?|promises?"
    r"|plans?) (?!of\b|and\b|for\b)|"
    r"(?!to )(?:[^ .,;:”\"]+ ){1,9}?(?:is|are|was|were|has|have|had|will|would|can|could|may"
    r"|might|must"
    r"|should|shall|cannot|does|do|did|needs? to|ought|agreed|resolved|urges?|intends"
    r"|plans to|expects"
    r"|hopes|accepts)\b)"
)
_CLAUSE_END = re.compile(
    r"(?P<stop>(?:[.?!…。]|(?<=[^\d])[.](?=\d{1,2}(?: |$)))(?=[\"”’')\]]*\d{0,2}(?: "
    r"|$))(?!\d\d? [a-z])|[;](?= |$)|:(?= |$)|[”\"“](?=[ ,.;:]|$)| \| )"
    r"|(?P<coord>,? (?:and|but|or|nor|so|yet|although|though|while|whereas)\b)"
    r"|(?P<plain>, (?=(?:we|I)\b))"
)
_ATTRIBUTION = re.compile(
    r",[”\"’]? (?:(?:[A-Z][^ ,.]*|the|a|an|its|of|for|and|he|she|they|it|their|his|her) ?"
    r"|[a-z-]+ (?=[A-Z])|(?:chief|executive|spokesman|spokeswoman|spokesperson|council"
    r"|company|minister"
    r"|leader|director|government|department|mayor|police|officials|ministers|trust"
    r"|union) ?){1,10}?"
    r"(?:said|announced|confirmed|revealed|promised|pledged|added|told|says|warned|insisted)\b"
)


def end_of(flat: str, verb_end: int, ceiling: int) -> int:
    """Where the clause with a verb ending at ``verb_end`` stops, before ``ceiling``."""
    end = ceiling
    for link in _CLAUSE_END.finditer(flat, verb_end, ceiling):
        if link.lastgroup == "stop":
            if (
                link.group() == "."
                and _abbreviated(flat, link.start())
                and link.end() < ceiling - 1
            ):
                continue
            end = link.start()
            break
        if link.lastgroup == "plain":
            end = link.start()
            break
        word = link.group().strip(" ,")
        at = _skip_space(flat, link.end())
        if _NEW_SUBJECT.match(flat, at, min(ceiling, at + 160)) and not (
            word in ("although", "though", "while", "whereas") and "," not in link.group()
        ):
            if word == "or" and "," not in link.group():
                continue
            if (
                link.group() == " and"
                and flat[at : at + 1].isupper()
                and _capital_before(flat, link.start())
            ):
                continue
            if "," not in link.group() and _inside_relative(flat, verb_end, link.start()):
                continue
            end = link.start()
            break
    said = _ATTRIBUTION.search(flat, verb_end, end)
    if said:
        end = said.start()
    _, end = trim(flat, verb_end, end)
    while (
        end > verb_end
        and flat[end - 1] in " ,;:.”\"“)'"
        and not (flat[end - 1] in ".)'" and _kept_mark(flat, verb_end, end))
    ):
        end -= 1
    return end


def _capital_before(flat: str, at: int) -> bool:
    """Whether the word that ends at ``at`` is capitalised: "the Food and Farm Safety Office"."""
    return flat[flat.rfind(" ", 0, at) + 1 : at][:1].isupper()


def _abbreviated(flat: str, at: int) -> bool:
    following = flat[at + 1 : at + 3].strip(' "”’')
    return (
        not following
        or following[0].islower()
        or flat[max(0, at - 3) : at + 1] in (" Dr.", " St.", " Mr.", "Mrs.", " Ms.")
    )


def _kept_mark(flat: str, start: int, end: int) -> bool:
    if flat[end - 1] == ")":
        return "(" in flat[start:end]
    if flat[end - 1] == "'":
        return flat[end - 2 : end - 1] == "s" and "'" not in flat[start : end - 1]
    return False


def _inside_relative(flat: str, start: int, at: int) -> bool:
    """Whether "and" only joins two verbs or nouns of a dependent clause just opened."""
    tail = flat[max(start, at - 60) : at]
    return bool(re.search(r"\b(?:whether|if|how|that|who|which)\b[^,]*$", tail)) and not re.search(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could)\b", tail
    )


def joined_verbs(flat: str, verb_end: int, end: int) -> list[tuple[int, int]]:
    """Verbs joined to the first by "and", each with an object of its own: (start, verb end).

    A verb which may belong to an infinitive or a clause inside the first stays part of it.
    """
    found: list[tuple[int, int]] = []
    at = verb_end
    for link in _BARE_COORDINATE.finditer(flat, verb_end, end):
        verb = link["verb"]
        if not is_act(verb) or link.group().lstrip(" ,").startswith("or "):
            continue
        between = flat[at : link.start()]
        plain = re.sub(r"\bfor (?:the |a |an |our |its |every |all |\d)", " ", between)
        if len(between.split()) < 2 or _DEEPER.search(plain):
            continue
        rest = flat[link.end("verb") : end].split()
        if len(rest) < 2 or rest[0] in ("of", "and", "for", "in"):
            continue
        begin = link.start("verb")
        marked = flat[begin - 3 : begin] == "to "
        found.append((begin - 3 if marked else begin, link.end("verb")))
        at = link.end("verb")
    return found
