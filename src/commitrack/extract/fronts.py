"""The words before a cue, divided: a phrase that was put first, and the subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from commitrack.extract import deadlines
from commitrack.extract.by_beginning import ByBeginning, first_words
from commitrack.extract.by_ending import ByEnding, last_words
from commitrack.extract.by_letter import by_letter
from commitrack.extract.calendar_words import MONTH, SEASON, WEEKDAY
from commitrack.extract.flat import skip_space, trim
from commitrack.extract.lexicon import base_of_participle
from commitrack.extract.reckoning import UNDATED
from commitrack.extract.segment import Span

_PRONOUNS = (
    "we|I|they|he|she|it|you|there|this|these|those|none|nobody|nothing|everyone"
    "|anybody|anyone|everybody|no one|both|neither|each of them|each of us|that"
)
_ALL_OF = "us|them|this|that|these|those"
PRONOUN = ByEnding(
    re.compile(
        rf"(?:^|(?<= ))(?:{_PRONOUNS}|(?:none|all|some|most) of (?:{_ALL_OF}))$", re.IGNORECASE
    ),
    last_words(f"{_PRONOUNS}|{_ALL_OF}"),
)
_PERSONAL = frozenset(["we", "i", "they", "he", "she", "it", "you", "there"])
_ADVERBS = (
    "also|therefore|now|then|always|still|only|each|both|all|not|never|currently|already|again|soon"
    "|just|further|instead|thus|even|too|actively|duly|hereby|do|does|at once|immediately"
    "|ever|first"
    "|likewise|either|together|in turn|meanwhile|usually|often|sometimes|generally|normally"
    "|strongly"
    "|nevertheless|nonetheless|accordingly|consequently|rather|moreover"
    "|henceforth|hereafter|thereafter|shortly|once again|once more|in future|from now on"
)
_AUXILIARY = "is|are|was|were|has|have|had|been|am|can|could|may|do|does|did"
TRAILING_ADVERBS = ByEnding(
    re.compile(rf"(?:(?:^|[ ,]+)(?:{_ADVERBS}|[a-z]{{3,}}ly|{_AUXILIARY}),?)+$", re.IGNORECASE),
    last_words(f"{_ADVERBS}|{_AUXILIARY}"),
    ending="ly",
)
_OPENERS = (
    r"Last (?:year|month|week|autumn|summer|winter|spring|\w+day)"
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
    r"|Where possible|Wherever|Whenever|Immediately|Shortly|Later"
)
_OPENER = ByBeginning(
    by_letter(rf"(?:[A-Z][a-z]+ly(?=,)|{_OPENERS})\b", ignore_case=True),
    first_words(_OPENERS),
    ending="ly",
)
_KEPT_FRONT = by_letter(
    r"(?:Last|Contingent|Conditional|Depending|In|By|On|At|Over|Within|During|Until|Subject|From"
    r"|After|Before|Once|When|If|Where|Unless"
    r"|Along|Together|Working|Next|Later|Early|Provided|Through|Throughout|Following|Across|Every|Each"
    r"|Starting|This (?:year|month|week|autumn|summer|winter|spring|fall)|As soon as|Tomorrow|Under"
    r"|Upon|Pending|Beginning|Rather than|Instead of)\b",
    ignore_case=True,
)
_SHORT_FRONTS = (
    r"in the meantime|meanwhile|at present|in future|in due course|from now on|for now"
    r"|until then"
    r"|so|but|and|yet|however|therefore|instead|also|then|now|today|finally|first|second|third|nor"
    r"|unfortunately|ultimately|further|furthermore|in addition|indeed|perhaps|maybe"
)
_SHORT_FRONT = ByBeginning(
    by_letter(rf"(?:{_SHORT_FRONTS}),? ", ignore_case=True), first_words(_SHORT_FRONTS)
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
_NOT_SUBJECT = by_letter(
    r"(?:which|who|whose|where|part of|as|including|and|or|led|chaired|a|an|such as|not|that"
    r"|but|nor"
    r"|both|especially|particularly|notably|along with|together with)\b",
    ignore_case=True,
)


@dataclass(slots=True)
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


def ends_in_pronoun(words: str) -> re.Match[str] | None:
    """The pronoun with which some words end, if they do."""
    return PRONOUN.search(words, 0, len(words))


_FROM_A_DAY = re.compile(
    r"(?:From|In|By|On|At|During|Until|Over) (?:the )?(?:next |this |early |late |end of "
    rf"|start of )*(?:\d{{1,2}} )?(?:{MONTH}|{SEASON}|month|week|year|{WEEKDAY})(?: \d{{4}})?"
)
_GOVERNED = re.compile(r"\b(?:to|of|for|with|by|from|about|behind|after|against) $")
"""A pronoun behind a preposition is no subject: "responses to it will be published"."""
_VOCATIVE = re.compile(
    r"(?:(?:Fellow [a-z]+|Ladies and gentlemen|Brothers and sisters|(?:My |Dear )?[Ff]riends"
    r"|[Cc]olleagues|(?:Mr|Madam|Mister) (?:Speaker|Chair(?:man)?|President|Deputy Speaker)"
    r"|Honou?rable [Mm]embers|Members|Yes|No|Well|Look|Sir|Madam|Minister|Chair|Thank you"
    r"|Good (?:morning|afternoon|evening)), )+"
)
"""Whom a speaker addresses is no part of the sentence: "Fellow residents, the City will"."""


def divided(flat: str, begin: int, anchor: int, link: str, link_at: int) -> Left:
    """Divide the words before the cue into a phrase put first and the subject."""
    start, end = trim(flat, begin, anchor)
    if flat[start:end].lower() in _PERSONAL:
        return Left(start, None, Span(start, end), link, link_at, joined=False)
    called = _VOCATIVE.match(flat, start, end) if flat.find(", ", start, end) >= 0 else None
    if called:
        start, end = trim(flat, called.end(), end)
    while start < end and flat[start] in "“\"'([,–—- ":
        start += 1
    adverbs = TRAILING_ADVERBS.search(flat, start, end)
    if adverbs:
        end = adverbs.start()
    start, end = trim(flat, start, end)
    if end > start and flat[end - 1] == ",":
        end -= 1
    if start >= end:
        return Left(skip_space(flat, max(begin, start)), None, None, link, link_at, joined=not link)
    words = flat[start:end]
    pronoun = ends_in_pronoun(words)
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
        inner = divided(flat, short.end(), anchor, link, link_at)
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
    time = deadlines.first(flat, start, end, UNDATED)
    if time is not None and time.end < end and flat[time.end] == " ":
        return time.end
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
