"""Where the clause around a cue begins and ends, who its subject is, and what governs it.

No parser: connecting words are walked outwards from the cue, and each is asked whether the clause
that it opens already has a finite verb. One that has not is the clause of the cue.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from commitrack.extract import deadlines
from commitrack.extract.by_ending import ByEnding, last_words
from commitrack.extract.by_letter import by_letter
from commitrack.extract.flat import skip_space, trim
from commitrack.extract.lexicon import PEOPLE, base_of_participle
from commitrack.extract.links import REPORTING, Link
from commitrack.extract.reckoning import UNDATED
from commitrack.extract.segment import Span

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
_PRONOUNS = (
    "we|I|they|he|she|it|you|there|this|these|those|none|nobody|nothing|everyone"
    "|anybody|anyone|everybody|no one|both|neither|each of them|each of us|that"
)
_ALL_OF = "us|them|this|that|these|those"
_PRONOUN = ByEnding(
    re.compile(
        rf"(?:^|(?<= ))(?:{_PRONOUNS}|(?:none|all|some|most) of (?:{_ALL_OF}))$", re.IGNORECASE
    ),
    last_words(f"{_PRONOUNS}|{_ALL_OF}"),
)
_PERSONAL = ("we", "i", "they", "he", "she", "it", "you", "there")
_ADVERBS = (
    "also|therefore|now|then|always|still|only|each|both|all|not|never|currently|already|again|soon"
    "|just|further|instead|thus|even|too|actively|duly|hereby|do|does|at once|immediately"
    "|ever|first"
    "|likewise|either|together|in turn|meanwhile|usually|often|sometimes|generally|normally"
    "|strongly"
    "|henceforth|hereafter|thereafter|shortly|once again|once more|in future|from now on"
)
_AUXILIARY = "is|are|was|were|has|have|had|been|am|can|could|may|do|does|did"
_TRAILING_ADVERBS = ByEnding(
    re.compile(rf"(?:(?:^|[ ,]+)(?:{_ADVERBS}|[a-z]{{3,}}ly|{_AUXILIARY}),?)+$", re.IGNORECASE),
    last_words(f"{_ADVERBS}|{_AUXILIARY}"),
    ending="ly",
)
_OPENER = by_letter(
    r"(?:[A-Z][a-z]+ly(?=,)|Last (?:year|month|week|autumn|summer|winter|spring|\w+day)"
    r"|Contingent|Conditional|Depending|Yesterday"
    r"|Earlier (?:this|last)|Elsewhere|Alternatively|Regarding|Concerning|Besides|Apart from"
    r"|Instead of"
    r"|Rather than|Because of|Thanks to|Due to|Owing to|Pending|Upon|Via|Amid|Against|Per"
    r"|In|By|On|At|Over|Within|During|Until|Under|Subject to|From|For|As|After|Before|Once"
    r"|When|If"
    r"|Where|Unless|While|Although|Though|With|Along with|Together with|Because|Since"
    r"|Following|Despite"
    r"|To|Through|Throughout|Across|Alongside|Given|Provided|Working with|Next|Later|Early"
    r"|Today|Now"
    r"|Here|Tomorrow|Tonight|First|Second|Third|Finally|Meanwhile|However|Ultimately|So|Then|Also|Yet"
    r"|But|And|Instead|Therefore|Unfortunately|Fortunately|More widely|Nor|Starting|Beginning"
    r"|Building on|Together|Jointly"
    r"|As part of|In addition|Additionally|Furthermore|Moreover|Secondly|Firstly|Lastly"
    r"|Thirdly|Indeed"
    r"|Of course|Sadly|Clearly|Equally|Similarly|Overall|Between|Beyond|Perhaps|Maybe|Every"
    r"|Each|This"
    r"|Where possible|Wherever|Whenever|Immediately|Shortly|Later)\b",
    ignore_case=True,
)
_KEPT_FRONT = by_letter(
    r"(?:Last|Contingent|Conditional|Depending|In|By|On|At|Over|Within|During|Until|Subject|From"
    r"|After|Before|Once|When|If|Where|Unless"
    r"|Along|Together|Working|Next|Later|Early|Provided|Through|Throughout|Following|Across|Every|Each"
    r"|Starting|This (?:year|month|week|autumn|summer|winter|spring|fall)|As soon as|Tomorrow|Under"
    r"|Upon|Pending|Beginning|Rather than|Instead of)\b",
    ignore_case=True,
)
_SHORT_FRONT = by_letter(
    r"(?:in the meantime|meanwhile|at present|in future|in due course|from now on|for now"
    r"|until then"
    r"|so|but|and|yet|however|therefore|instead|also|then|now|today|finally|first|second|third|nor"
    r"|unfortunately|ultimately|further|furthermore|in addition|indeed|perhaps|maybe),? ",
    ignore_case=True,
)
_DETERMINER = re.compile(
    r" *(?:the|a|an|our|its|their|his|her|my|your|this|these|no|every|each|any|all|some|both"
    r"|we|I|they"
    r"|he|she|it|you|there)\b| *(?:[A-Z]|\d)",
)
_SECOND_NOUN = re.compile(
    r"(?:In|At|On|During|From|After|Before|Under|For|With|Through|Throughout|Across|Until)"
    r"(?: (?!(?:in|at|on|from|of|for|to|and|with|by|that|which|who)\b)[^ ,]+){2,5}?"
    r"(?= (?:an?|the|our|every|each|no|all|some) )"
)
"""A phrase put first without a comma, up to the article of the subject: "In its place a course"."""
_IF = re.compile(
    r"(?:If|When|Once|Unless|While|Whilst|Where|As soon as|After|Before|if|when|once) "
)
_NOUN_PHRASE = re.compile(r" (?:the|this|our|each|every|we|I|it|they|he|she)(?= |$)")
"""Where the subject may begin behind a clause put first without a comma."""
_WITHIN_OF = re.compile(
    r"Within [\w ]{2,30}? (?:of|after|from) (?:the |a |an |its |this )?[\w ]{2,40}?(?= (?:the|we"
    r"|it|they|our) )"
)
"""A time that runs from an event, put first without a comma."""
_WORD = re.compile(r"[a-z]+\b")
_ASIDE = re.compile(r", (?:which|who|whose|where|part of|as|led|including)\b[^,]*(?:,|$)")
_NOT_SUBJECT = by_letter(
    r"(?:which|who|whose|where|part of|as|including|and|or|led|chaired|a|an|such as|not|that"
    r"|but|nor"
    r"|both|especially|particularly|notably|along with|together with)\b",
    ignore_case=True,
)
_WALK = 24


class Left(NamedTuple):
    """What was found before a cue."""

    start: int
    front: Span | None
    subject: Span | None
    link: str
    """The connecting word that opens the clause: "" for an independent one."""
    link_at: int
    joined: bool
    """Whether the clause has no subject of its own ("… and will publish")."""


def _ends_in_pronoun(words: str) -> re.Match[str] | None:
    return _PRONOUN.search(words, 0, len(words))


def _has_finite(flat: str, start: int, end: int) -> bool:
    return _FINITE.search(flat, start, end) is not None


def _only_adverbs(words: str) -> bool:
    words = words.strip(" ,")
    return not words or bool(_TRAILING_ADVERBS.fullmatch(words))


_TOLD_THAT = re.compile(r"(?:\b(?:he|she|it|they|who)|[A-Z][\w.'-]*) [a-z]{3,}ed$")
"""A past verb of somebody before "that" tells: "GT responded that"."""


_RELATIVE_AGAIN = re.compile(r" (?:who|which|whose)\b[^,]*,? *$")
"""A second relative clause of one noun: "who are old, or who have told us so,"."""


def left_of(flat: str, floor: int, anchor: int, known: list[Link]) -> Left:
    """Walk left from the cue at ``anchor`` to the start of its clause, not past ``floor``.

    ``known`` are the links of the sentence.
    """
    links = [one for one in known if one.end <= anchor][-_WALK:]
    limit = anchor
    for index in range(len(links) - 1, -1, -1):
        link = links[index]
        between = flat[link.end : limit]
        kind, word = link.kind, link.word
        if kind == "hard":
            if word in ("(", "[") and re.search(r"[)\]]", between):
                continue
            return _subject(flat, link.end, anchor, "", link.start)
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
                return _subject(flat, link.end, anchor, "", link.start)
            continue
        if kind == "that":
            previous = flat[max(floor, link.start - 24) : link.start].rstrip(" ,")
            if _only_adverbs(between) and not previous.casefold().endswith(" so"):
                return _subject(flat, link.end, anchor, "that-relative", link.start)
            if previous.casefold().endswith("so"):
                return _subject(flat, link.end, anchor, "so that", link.start)
            told = _TOLD.search(flat, max(floor, link.start - 90), link.start)
            if _closed_by_comma(between) and any(
                one.kind in ("sub", "rel") for one in links[:index]
            ):
                continue
            if _inside_relative(flat, links[:index], link.start, between):
                limit = link.start
                continue
            if (
                _PRONOUN.fullmatch(between.strip())
                or _TAKERS.search(previous)
                or _TOLD_THAT.search(previous)
                or told
                or link.start == floor
            ):
                return _subject(flat, link.end, anchor, "that", link.start)
            if _satisfied_relative(between):
                limit = link.start
                continue
            if flat[max(floor, link.start - 2) : link.start] == ", " and any(
                one.kind == "that" for one in links[:index]
            ):
                return _subject(flat, link.end, anchor, "that", link.start)
            return _subject(flat, link.end, anchor, "that-relative", link.start)
        if kind == "rel":
            if _SAID_ASIDE.fullmatch(between):
                return _subject(flat, link.end, anchor, word, link.start)
            if not _only_adverbs(between) and (
                _has_finite(flat, link.end, limit)
                or _satisfied_relative(between)
                or _between_commas(flat, link.start, between)
            ):
                limit = link.start
                continue
            return _subject(flat, link.end, anchor, word, link.start)
        if kind == "emb":
            if _has_finite(flat, link.end, limit) and not _ends_in_pronoun(between.strip()):
                limit = link.start
                continue
            return _subject(flat, link.end, anchor, word, link.start)
        if kind == "sub":
            if "," in between or _has_finite(flat, link.end, limit):
                inner = _ends_in_pronoun(between.rstrip())
                if (
                    inner
                    and "," not in between
                    and not _has_finite(flat, link.end, link.end + inner.start())
                ):
                    if word in _PREPOSED and between[: inner.start()].strip():
                        return _subject(flat, link.start, anchor, "", link.start)
                    return _subject(flat, link.end, anchor, word, link.start)
                if "," not in between:
                    limit = link.start
                continue
            if word in ("as", "than", "since", "after", "before", "until"):
                continue
            if index and links[index - 1].kind == "rel" and len(between.split()) > 2:
                limit = link.start  # "traders who lost their stalls when fire swept through"
                continue
            return _subject(flat, link.end, anchor, word, link.start)
        if kind == "report":
            told = _TOLD_WHOM.match(between) if word in _TELLS_WHOM else None
            if told is not None:
                return _subject(flat, link.end + told.end(), anchor, "that", link.start)
            opens = _DETERMINER.match(between) or _bare_plural(between) or _told_of(word, between)
            if opens and not _has_finite_beyond_pronoun(between):
                return _subject(flat, link.end, anchor, "that", link.start)
            continue
    return _subject(flat, floor, anchor, "", floor)


_TELLS_WHOM = frozenset(["tell", "tells", "told", "assure", "assured", "promised", "informed"])
_TOLD_WHOM = re.compile(
    r" (?:them|him|her|you|us|me|everyone|people|(?:the|our|his|her|their) [a-z]+)"
    r"(?= (?:we|I|they|he|she|there)\b)"
)
"""Whom something was told, before what was: "told them we'll go quietly"."""
_FROM_A_DAY = re.compile(
    r"(?:From|In|By|On|At|During|Until|Over) (?:the )?(?:next |this |early |late |end of "
    r"|start of )*"
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|spring|summer|autumn|winter|fall|month|week|year|(?:Mon|Tues|Wednes|Thurs|Fri)day)"
    r"(?: \d{4})?"
)
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
    pronoun = _ends_in_pronoun(words)
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


_GOVERNED = re.compile(r"\b(?:to|of|for|with|by|from|about|behind|after|against) $")
"""A pronoun behind a preposition is no subject: "responses to it will be published"."""
_VOCATIVE = re.compile(
    r"(?:(?:Fellow [a-z]+|Ladies and gentlemen|Brothers and sisters|(?:My |Dear )?[Ff]riends"
    r"|[Cc]olleagues|(?:Mr|Madam|Mister) (?:Speaker|Chair(?:man)?|President|Deputy Speaker)"
    r"|Honou?rable [Mm]embers|Members|Yes|No|Well|Look|Sir|Madam|Minister|Chair|Thank you"
    r"|Good (?:morning|afternoon|evening)), )+"
)
"""Whom a speaker addresses is no part of the sentence: "Fellow residents, the City will"."""


def _subject(flat: str, begin: int, anchor: int, link: str, link_at: int) -> Left:
    """Divide the words before the cue into a phrase put first and the subject."""
    start, end = trim(flat, begin, anchor)
    called = _VOCATIVE.match(flat, start, end)
    if called:
        start, end = trim(flat, called.end(), end)
    while start < end and flat[start] in "“\"'([,–—- ":
        start += 1
    adverbs = _TRAILING_ADVERBS.search(flat, start, end)
    if adverbs:
        end = adverbs.start()
    start, end = trim(flat, start, end)
    if end > start and flat[end - 1] == ",":
        end -= 1
    if start >= end:
        return Left(skip_space(flat, max(begin, start)), None, None, link, link_at, joined=not link)
    words = flat[start:end]
    pronoun = _ends_in_pronoun(words)
    if pronoun and _GOVERNED.search(words, 0, pronoun.start()):
        pronoun = None
    if pronoun and (
        pronoun.group().casefold() in _PERSONAL
        or not words[: pronoun.start()].strip(" ,")
        or words[: pronoun.start()].rstrip().endswith(",")
    ):
        return _pronoun_subject(flat, start, start + pronoun.start(), end, link, link_at)
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
                start if keep else skip_space(flat, cut),
                front,
                Span(skip_space(flat, cut), end),
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
        word = _WORD.match(flat, at + 2, end)
        if not _NOT_SUBJECT.match(flat, at + 2, end) and not (
            word and base_of_participle(word.group())
        ):
            return at + 1
    if (
        len(commas) == 1
        and flat.startswith(("a ", "an "), commas[0] + 2)
        and _FROM_A_DAY.fullmatch(flat, start, commas[0])
    ):
        return commas[0] + 1  # "From June, a nurse": nothing closes it as set beside the month
    for one in deadlines.find(flat, start, end, UNDATED):
        if one.start == start and one.end < end and flat[one.end] == " ":
            return one.end
    begun = deadlines.beginning(flat, start, end, UNDATED)
    if begun is not None and begun < end and flat[begun] == " ":
        return begun
    if _IF.match(flat, start, end):
        nouns = list(_NOUN_PHRASE.finditer(flat, start + 1, end))
        if len(nouns) > 1 and flat.count(" ", nouns[0].start(), nouns[-1].start()) > 2:
            return nouns[-1].start()
    counted = _WITHIN_OF.match(flat, start, end)
    if counted:
        return counted.end()
    second = _SECOND_NOUN.match(flat, start, end)
    return second.end() if second else start
