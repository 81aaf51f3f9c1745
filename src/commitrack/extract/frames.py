"""A cue with the clause around it, read as far as the rules need: the frame that guards judge."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import alternatives_of, by_letter
from commitrack.extract.clause_ends import end_of
from commitrack.extract.clauses import left_of
from commitrack.extract.cue_search import Hit
from commitrack.extract.cues import Shape
from commitrack.extract.fronts import Left
from commitrack.extract.lexicon import base_of_ing, base_of_participle, stem_of_ing
from commitrack.extract.segment import Span
from commitrack.extract.subject_kinds import SubjectKind
from commitrack.extract.subjects import ABSENT, Scene, Subject, classify, refers_back
from commitrack.extract.vocabulary import Vocabulary

if TYPE_CHECKING:
    from commitrack.extract.antecedents import Nearby

_ADVERB = (
    r"(?:not|never|also|therefore|now|then|always|still|only|each|both|all|again|soon|first|further|just"
    r"|instead|thus|even|too|actively|usually|often|continue to|\w+ly|no longer|either"
    r"|henceforth|hereafter|thereafter|in future|once again|once more|from now on|next"
    r"|together|in turn)"
)
_VERB = by_letter(
    rf"(?:,[^,]{{1,45}}, ?|[ ]+(?:{_ADVERB})(?![\w-])(?=[ ,]))*[ ]+(?P<verb>[a-z][a-z'-]*)\b"
)
_BE = by_letter(
    rf"(?:,[^,]{{1,45}}, ?|[ ]+{_ADVERB}(?![\w-])(?=[ ,]))*[ ]+(?P<next>[a-zA-Z][\w'-]*)"
)
_NEGATIVE = by_letter(r"\b(?:not|never|no longer|won't|shan't|neither|cannot)\b", ignore_case=True)
GOVERNORS = (
    (
        "belief",
        r"believ(?:e|es|ed|ing)|think|thinks|thought|hopes?|hoped|expect(?:s|ed)?|fear(?:s|ed)?"
        r"|warn(?:s|ed)?|suspect(?:s|ed)?|suggest(?:s|ed)?|feel|feels|felt|know|knows|knew|doubt(?:s|ed)?"
        r"|worried|worry|claim(?:s|ed)?|argue[sd]?|predict(?:s|ed)?|conclude[sd]?|note[sd]?|NOTED|suppose[sd]?"
        r"|understand|understood|heard|hear|estimate[sd]?|show(?:s|ed)?|mean(?:s|t)?|recognise[sd]?"
        r"|acknowledge[sd]?|realise[sd]?|aware|convinced|afraid|imagine|considered|asked|expressed|reckon"
        r"|forecast|likely|found|learned|complain(?:s|ed)?|denied|denies|reading|put to us"
        r"|tell you",
    ),
    ("recommend", r"[Rr]ecommend(?:s|ed)?|RECOMMENDED"),
    ("resolve", r"RESOLVED|AGREED|DECIDED|[Aa]greed|agree|[Rr]esolved|decided|APPROVED"),
    (
        "report",
        r"sa(?:id|ys?|ying)|told|tells?|announce[sd]?|confirm(?:s|ed)?|promise[sd]?|pledge[sd]?"
        r"|undertook|undertak(?:es?|en|ing)|guarantee[sd]?|add(?:s|ed)?|insist(?:s|ed)?|state[sd]?|repl(?:ied|ies)"
        r"|explain(?:s|ed)?|reveal(?:s|ed)?|inform(?:s|ed)?|assure[sd]?|indicate[sd]?|report(?:s|ed)?|clear"
        r"|accept(?:s|ed)?|vow(?:s|ed)?|reiterate[sd]?|repeat(?:s|ed)?|stress(?:es|ed)?|responded|declare[sd]?"
        r"|advise[sd]?|remind(?:s|ed)?|certain|sure|pleased|emphasise[sd]?|proud|delighted|happy|glad"
        r"|[Nn]otice is (?:hereby )?given|[Pp]lease be assured|[Rr]est assured",
    ),
)
_GOVERNOR = by_letter(rf"\b(?:{'|'.join(words for _, words in GOVERNORS)})\b")
_GOVERNS = by_letter(
    "|".join(one.partition(" ")[0] for _, words in GOVERNORS for one in alternatives_of(words))
)
_GOVERNING = Vocabulary(lambda word: _GOVERNS.search(word) is not None)
"""Whether a word has the first one of a governor in it."""
_KINDS = tuple((kind, re.compile(words)) for kind, words in GOVERNORS)


def _kind_of(governor: str) -> str:
    """The first kind which has the word."""
    return next((kind for kind, words in _KINDS if words.fullmatch(governor)), "")


@dataclass(slots=True)
class Governor:
    """The verb whose content the clause is: "said that", "RESOLVED that", "believe that"."""

    kind: str
    word: str
    subject: Subject
    at: int

    @property
    def past(self) -> bool:
        """A past verb shifts will to would."""
        word = self.word.casefold()
        return word.endswith("ed") or word in (
            "said",
            "told",
            "replied",
            "undertook",
            "heard",
            "knew",
        )


@dataclass(slots=True)
class Frame:
    """A cue, its subject, its verb and the extent of its clause.

    Nobody changes one: it is not frozen because one is made for every cue, and is read far more
    often than it is made, which slots are quickest at.
    """

    hit: Hit
    left: Left
    subject: Subject
    governor: Governor | None
    verb: str
    verb_start: int
    verb_end: int
    passive: bool
    progressive: bool
    complement: str
    negated: bool
    end: int
    sentence: Span
    flat: str
    scene: Scene
    nearby: Nearby
    """What a pronoun after the cue may mean."""
    words: str
    """The sentence: nearly every guard asks for it."""

    @property
    def tail(self) -> str:
        """The clause after its verb."""
        return self.flat[self.verb_end : self.end]

    @property
    def start(self) -> int:
        """Where the item begins: a phrase put first, the subject, or the cue."""
        if self.hit.cue.shape is Shape.NOMINAL:
            return self.hit.start
        if self.left.joined:
            return self.hit.start
        if self.left.front is not None:
            return self.left.front.start
        if self.left.subject is not None:
            return self.left.subject.start
        return self.hit.start


def read(flat: str, sentence: Span, hit: Hit, scene: Scene, nearby: Nearby) -> Frame:
    """The frame of a cue; ``nearby`` is what pronouns and missing subjects may mean."""
    left = left_of(flat, sentence.start, hit.start, nearby.links)
    governor = _governor(flat, sentence.start, left, hit.start, scene, nearby)
    if left.joined:
        subject = nearby.earlier
    elif left.subject is None:
        subject = ABSENT
    elif hit.cue.shape is Shape.NOMINAL:
        subject = nearby.earlier if nearby.earlier.name else nearby.before
    else:
        subject = _subject(flat, sentence, left, governor, scene, nearby)
    if hit.cue.name == "agreed-to" and _MOTION_FIRST.match(subject.text):
        left = Left(hit.start, None, None, "", left.link_at, joined=True)
        subject = ABSENT
    inverted = (
        _INVERTED.match(flat, hit.end, sentence.end)
        if hit.cue.shape is Shape.MODAL and flat.startswith(_INVERTS, hit.end)
        else None
    )
    nor = _NOR.search(flat, max(sentence.start, hit.start - 40), hit.start) if inverted else None
    if inverted is not None and nor is not None:
        at = inverted.start("who")
        front = Span(nor.start("nor"), nor.end("nor"))
        left = Left(front.start, front, Span(at, inverted.end()), "", front.start, joined=False)
        subject = _subject(flat, sentence, left, None, scene, nearby)
        hit = replace(hit, end=inverted.end())
    negated = nor is not None or _is_negative(flat[hit.start : hit.end])
    verb, verb_start, verb_end = hit.verb, hit.verb_start, hit.end
    passive = progressive = False
    complement = ""
    if hit.cue.shape in (Shape.MODAL, Shape.INFINITIVE) or (
        hit.cue.shape is Shape.CONTENT and flat[hit.start : hit.end].endswith(" to")
    ):
        match = _VERB.match(flat, hit.end, sentence.end)
        if match:
            verb, verb_start, verb_end = match["verb"], match.start("verb"), match.end("verb")
            if verb in ("not", "never"):
                verb, verb_start = "", -1  # "said that it would not": the verb was said before
            negated = negated or _is_negative(flat[hit.end : verb_start])
            if verb in ("be", "have", "get", "been"):
                verb, verb_end, passive, progressive, complement = _after_be(
                    flat, verb, verb_end, sentence.end
                )
    elif hit.cue.shape is Shape.PROGRESSIVE:
        verb = base_of_ing(hit.verb) or hit.verb
    end = end_of(flat, verb_end, sentence.end)
    return Frame(
        hit,
        left,
        subject,
        governor,
        verb,
        verb_start,
        verb_end,
        passive,
        progressive,
        complement,
        negated,
        max(end, hit.end if hit.end <= sentence.end else end),
        sentence,
        flat,
        scene,
        nearby,
        nearby.sentence,
    )


def _is_negative(words: str) -> bool:
    """Whether a negation stands in the words; there is none without the letter."""
    return ("n" in words or "N" in words) and _NEGATIVE.search(words) is not None


def _subject(
    flat: str,
    sentence: Span,
    left: Left,
    governor: Governor | None,
    scene: Scene,
    nearby: Nearby,
) -> Subject:
    """The subject of a clause that has one, with what it takes up when it is a pronoun."""
    if left.subject is None:
        return ABSENT
    start, end = left.subject.start, left.subject.end
    pronoun = flat[start:end].strip(" ,").casefold()
    if not refers_back(pronoun):
        return classify(flat, start, end, scene, ABSENT)
    taken = governor.subject if governor and governor.subject.name else nearby.before
    if (not governor or left.link == "") and (
        pronoun in ("it", "they", "he", "she") and nearby.earlier.name
    ):
        taken = nearby.earlier
    if pronoun != "it":
        return classify(flat, start, end, scene, taken)
    if taken.kind in (SubjectKind.PERSON, SubjectKind.PART) or _SPEAKS_FOR.search(taken.text):
        taken = _body_of(taken, scene, start)
    subject = classify(flat, start, end, scene, taken)
    if subject.kind is SubjectKind.THING and taken.kind in (SubjectKind.FIRST, SubjectKind.NONE):
        return _just_named(flat, sentence.start, left.subject, scene) or subject
    return subject


def _just_named(flat: str, floor: int, pronoun: Span, scene: Scene) -> Subject | None:
    """The body in the last words before ", and it": "our records to the regulator, and it"."""
    named = _LAST_NAMED.search(flat, max(floor, pronoun.start - 80), pronoun.start)
    if named is None:
        return None
    found = classify(flat, named.start("body"), named.end("body"), scene, ABSENT)
    if found.kind not in (SubjectKind.BODY, SubjectKind.OWN):
        return None
    return replace(found, text=flat[pronoun.start : pronoun.end], pronoun=True)


_LAST_NAMED = re.compile(
    r"(?P<body>\bthe (?:[A-Za-z][\w-]* ){0,4}?[A-Za-z][\w-]*),? (?:and|but|so) $"
)
_SPEAKS_FOR = re.compile(r"\bspokes(?:man|woman|person) (?:for|of|at) (?P<body>[^,]+)$")


def _body_of(person: Subject, scene: Scene, at: int) -> Subject:
    """What "it" means after a person has spoken: the speaker's body, or the one named last."""
    whose = _SPEAKS_FOR.search(person.text) or re.match(r"(?P<body>[^,]+?)'s ", person.text)
    if whose:
        named = scene.parties.full(whose["body"], at)
        if scene.parties.names(named):
            return Subject(SubjectKind.BODY, named, named, at, at)
    name = scene.speaker or scene.parties.last_before(at)
    return Subject(SubjectKind.BODY, name, name, at, at) if name else person


def _after_be(flat: str, verb: str, at: int, end: int) -> tuple[str, int, bool, bool, str]:
    """What follows be or have: (verb, its end, passive, progressive, complement)."""
    match = _BE.match(flat, at, end)
    complement = flat[at : min(end, at + 60)].strip()
    if not match:
        return verb, at, False, False, complement
    word = match["next"]
    if verb == "have":
        if word == "been":
            return _after_be(flat, "be", match.end(), end)
        done = base_of_participle(word)
        if done and (word.endswith("ed") or word not in ("set", "put", "cut", "read", "left")):
            return done, match.end(), False, False, complement
        return "have", at, False, False, complement
    doing = base_of_ing(word) or stem_of_ing(word)
    if doing:
        return doing, match.end(), False, True, complement
    done = base_of_participle(word)
    if done:
        return done, match.end(), True, False, complement
    return verb, at, False, False, complement


_TWO_CAPITALS = re.compile(r"\b[A-Z][\w'-]+ (?:(?:of|for|and) (?:the )?)?[A-Z][\w'-]+")
_NOR = re.compile(
    r"(?<![\w,])(?P<nor>(?:And )?(?:[Nn]or|Neither|Never(?: again)?|At no (?:time|point)"
    r"|(?:Under|In) no circumstances)) $"
)
_INVERTED = re.compile(r" (?P<who>we|I|it|they|he|she|the [A-Za-z]+)(?= (?!of\b)[a-z])")
_INVERTS = (" we ", " I ", " it ", " they ", " he ", " she ", " the ")
"""After "Nor" the subject stands behind its verb: "Nor will we be signing it"."""
_MOTION_FIRST = re.compile(
    r"(?:Proposed|Moved|Seconded|AGREED|RESOLVED|DECIDED|On the proposal|(?:The )?[Cc]onsensus)\b"
)
"""Who moved what was resolved is not who resolved it: "Proposed by A and RESOLVED to"."""
_LISTED = re.compile(
    r"\b(?:first|second|third|fourth|last|next|other|plan|idea|answer|result|upshot|news|promise|pledge"
    r"|commitment|undertaking|guarantee|word|assurance) (?:is|remains|stands)(?: this)?:? $"
)
_SAID_THAT = re.compile(r"[^;]{0,60}?\bthat\b")
_COUNTED = re.compile(r"\b(?:\d+|of|our|its|any|these|those|such) $")
_FIRST_PERSON = re.compile(r"(?:I|[Ww]e)\b")
_PASSIVE_BEFORE = by_letter(r"(?<!it has )(?<!It has )\b(?:be|been|to be) $")


def _same_modal(flat: str, start: int, hit_at: int) -> bool:
    """Whether the clause before has the same modal verb, so that both hang from one "that"."""
    modal = re.match(r"\w+", flat[hit_at : hit_at + 12])
    return modal is not None and re.search(rf"\b{modal.group()}\b", flat[start:hit_at]) is not None


def _governor(
    flat: str, floor: int, left: Left, hit_at: int, scene: Scene, nearby: Nearby
) -> Governor | None:
    """The verb that the clause depends on by "that", said or unsaid, or by a joined "and that"."""
    if left.link not in ("that", ""):
        return None
    stop = left.link_at if left.link_at > floor else floor
    governing = stop > floor and _GOVERNING.any_in(flat[floor:stop].split(" "))
    if not governing and left.link == "":
        return None
    found: re.Match[str] | None = None
    again = flat.endswith(("and ", ", "), max(floor, left.link_at - 5), left.link_at)
    for match in _GOVERNOR.finditer(flat, floor, stop) if governing else ():
        word = match.group()
        if (
            word.endswith(("ed", "nd", "id"))
            and " " not in word
            and _PASSIVE_BEFORE.search(flat, max(floor, match.start() - 14), match.start())
        ):
            continue
        if _COUNTED.search(flat, max(floor, match.start() - 8), match.start()):
            continue  # "200 claims": a noun
        if again and found is not None and not _SAID_THAT.match(flat, match.end(), left.link_at):
            continue
        found = match
    if left.link == "that" and found is None:
        found = _GOVERNOR.match(flat, left.link_at)
        if found is None:
            if _LISTED.search(flat, floor, left.link_at):
                return None  # "The first is that we'll be back": what it is, told in full
            return Governor("unknown", "", ABSENT, left.link_at)
    if left.link == "that":
        report = _GOVERNOR.match(flat, left.link_at)
        if report is not None:
            found = report
    elif (
        (found is not None and found.start() >= left.start)
        or (found is not None and not left.joined and not _same_modal(flat, found.end(), hit_at))
        or (
            found is not None
            and not re.search(
                r"\bthat\b|(?:said|says|announced|promised|confirmed|added) \w",
                flat[found.start() : left.link_at],
            )
        )
    ):
        return None
    if found is None:
        return None
    kind = _kind_of(found.group())
    outer = left_of(flat, floor, found.start(), nearby.links)
    subject = ABSENT
    if outer.subject is not None:
        first = _FIRST_PERSON.match(flat, outer.subject.start, outer.subject.end)
        stop = first.end() if first else outer.subject.end
        who = flat[outer.subject.start : stop].strip(" ,").casefold()
        before = nearby.before if refers_back(who) else ABSENT
        subject = classify(flat, outer.subject.start, stop, scene, before)
    elif outer.joined and not found.group().isupper():
        subject = nearby.earlier if nearby.earlier.name else nearby.before
    if (
        kind == "report"
        and subject.kind is SubjectKind.THING
        and _TWO_CAPITALS.search(subject.text)
    ):
        subject = replace(subject, kind=SubjectKind.BODY)  # whatever its name: it has spoken
    return Governor(kind, found.group(), subject, found.start())
