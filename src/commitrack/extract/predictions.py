"""Guards which tell what will happen from what somebody undertakes: habits, norms, predictions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.calendar_words import ON_A_DAY
from commitrack.extract.lexicon import (
    CHANGES,
    EXPLORATORY,
    NEVER_UNDERTAKEN,
    PEOPLES_ACTS,
    PREDICTED_OF,
    PREDICTIONS,
    RECEIVING,
    RESULTS,
    SPARED,
    VAGUE_ACTS,
    may_act,
)
from commitrack.extract.states import state
from commitrack.extract.subject_kinds import ACTORS, BOUND, SubjectKind, head_words, is_staff
from commitrack.extract.subjects import is_animate
from commitrack.extract.wordlist import words

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame

_INTO_USE = re.compile(r" into (?:service|force|effect|use|operation)\b")
"""What comes into service or into force, somebody brings there."""
_GOES_TO = re.compile(
    r" (?:out )?(?:to|before|for) (?:(?:the|our|its|all|every|each|both|an?) )?(?:[\w-]+ ){0,3}?"
    r"(?:[Bb]oard|[Cc]abinet|[Cc]ommittee|[Cc]ouncil|[Tt]rustees|[Mm]embers|[Mm]eeting|[Gg]overnors"
    r"|[Ee]xecutive|[Mm]inisters?|[Pp]arliament|[Ss]enate|[Aa]ssembly|residents|households|tenants"
    r"|families|staff|panel|regulator|inspectors?|auditors?|consultation|tender"
    r"|public consultation|school|home|parents)\b"
)
"""A paper that goes to a committee is sent there: "a draft will go to trustees"."""
_TAKINGS = re.compile(
    r"\b(?:fines?|proceeds|money|profits?|takings|donations|receipts|income|fees|savings)\b",
    re.IGNORECASE,
)
"""What goes to whoever it is given to: "the proceeds will go to the lifeboat"."""
_ON_TO = re.compile(r" (?:to|towards) ")
_MONEY_BACK = re.compile(r" [^.;]{0,40}(?:[£$€]\d[\d,.]*|money|deposits?|fees?|fares?) back\b")
_PUT_OUT = re.compile(r" (?:on|in) [^.;]{0,60}?\b(?:by|before|within|from|every|each)\b")
"""Figures that appear somewhere by a day are put there: "will appear on our website by May"."""
_OF_A_CROWD = frozenset(["go", "come", "leave", "stay", "turn"])
_EVERYBODY = frozenset(
    ["people", "others", "families", "some people", "many people", "most people"]
)
_EVERYTHING = re.compile(r" (?:everything|all|it all|the (?:whole )?problem|overnight)\b")
_GOES_ONLINE = re.compile(r" (?:online|live|on (?:sale|display|show))\b")
_EACH = re.compile(r"(?:every|each|all) ", re.IGNORECASE)
_PUT_UP = re.compile(
    r"\b(?:scaffolding|signs?|notices?|barriers?|fenc(?:es?|ing)|posters?|lights?|hoardings?)$",
    re.IGNORECASE,
)
"""What goes up because somebody puts it there; prices go up by themselves."""
_INANIMATE = frozenset({SubjectKind.THING, SubjectKind.INDEFINITE, SubjectKind.DEMONSTRATIVE})


_EFFECT_ONLY = re.compile(r"[ ]*(?:only|if and only)\b")


_GOES_ON = re.compile(r" on (?:[a-z]+ing|as|like|for ever|regardless)\b")
_FROM_US = re.compile(
    r"\b(?:from us|free|within|by)\b|^ (?:get|receive|have) (?:up to )?(?:[£$€]\d|an? (?:refund"
    r"|rebate"
    r"|credit|payment|voucher|reply|written|personal|full|call|visit))"
)
_RUNS_OUT = re.compile(r" (?:dry|out|short|low|late|aground|riot|wild)\b")
_TAKES_TIME = re.compile(
    r" (?:time|courage|years|months|weeks|decades|effort|longer|patience|a (?:long|while"
    r"|generation|lot)|some|many|at"
    r" least|about|up to|until|us)\b"
)


_INQUIRIES = words(
    "review inquiry investigation audit study commission taskforce panel group party"
)
_OF_INQUIRIES = words(
    "report conclude publish examine consider begin hear meet look assess ask cover establish"
)
_SERVICES = words(
    """
    branch bus buses class classes clinic clinics course courses desk drop-in ferry helpline hotline
    library line session sessions shuttle stall surgery team tram train trains unit van workshops
    """
)
_TELLERS = words("service app website portal system helpline alert map dashboard")
_TELLS = words("tell show give let warn alert inform notify text remind")
"""What a new service does for those it is made for: "a new text service will tell customers"."""
_OF_SERVICES = words("call operate open run serve stop tour travel visit")
_PRICES = words("fares fees charges rents prices bills tolls fines")
_LOOKS_INTO = re.compile(r" (?:to it that|that|at|into|again|to|for ways|carefully|closely|hard)\b")
PAPERS = words(
    """
    act agreement bill budget chapter code contract data document evidence figure figures findings
    guidance information it law legislation letter news paper policy process programme project
    report research results review rule rules scheme section statement story strategy study
    survey system table technology that this work
    """
)
"""Things that are said to report, present or set out without anybody's undertaking it."""
_ASIDE = re.compile(r" (?:down|aside|back)\b")
_SOMEBODY = re.compile(r"(?:some|any|every)(?:body|one)\b", re.IGNORECASE)


def prediction(frame: Frame) -> str | None:
    """What will happen, rather than what somebody will do."""
    subject, verb = frame.subject, frame.verb
    kind = subject.kind
    only = _EFFECT_ONLY.match(frame.flat, frame.hit.end, max(frame.hit.end, frame.verb_start))
    if only and ("if" in frame.tail or "be" in frame.flat[frame.hit.end : frame.verb_end]):
        return "condition on an effect"
    if frame.governor is not None and frame.governor.kind == "resolve":
        return None
    if verb == "take" and _TAKES_TIME.match(frame.tail):
        return "prediction: will take time"
    if verb == "go" and _GOES_ON.match(frame.tail) and kind not in BOUND:
        return "prediction: will go on"
    if (
        frame.hit.cue.name == "expected-to"
        and kind is SubjectKind.THING
        and verb in ("support", "create", "save", "cost", "employ", "serve", "double", "cover")
    ):
        return f"an effect that is expected: {verb}"
    if frame.negated and verb in ("solve", "cure", "fix") and _EVERYTHING.match(frame.tail):
        return "what will not be enough"
    goes_on = "continue to" in frame.flat[frame.hit.end : max(frame.hit.end, frame.verb_start)]
    if (
        (verb == "continue" or goes_on)
        and kind is SubjectKind.PEOPLE
        and not is_staff(subject.text)
    ):
        return f"prediction about {subject.text}"
    if verb == "go" and kind in _INANIMATE and _GOES_ONLINE.match(frame.tail):
        return None
    if verb == "go" and kind in _INANIMATE and not frame.negated and _GOES_TO.match(frame.tail):
        return None
    if (
        verb in ("return", "resume", "restart")
        and kind in _INANIMATE
        and ON_A_DAY.search(frame.tail)
    ):
        return None
    if verb == "go" and _TAKINGS.search(subject.text) and _ON_TO.match(frame.tail):
        return None
    if verb == "get" and _MONEY_BACK.match(frame.tail):
        return None
    if verb == "appear" and kind in _INANIMATE and _PUT_OUT.match(frame.tail):
        return None
    if verb == "end" and frame.tail.startswith(" up "):
        return "prediction: will end up"
    if frame.negated and frame.progressive and kind not in BOUND:
        return "prediction: what will not be going on"
    if verb == "go" and _PUT_UP.search(subject.text) and frame.tail.startswith(" up"):
        return None
    if (
        kind is SubjectKind.PEOPLE
        and frame.hit.cue.name == "expected-to"
        and "expect" in frame.flat[frame.hit.start : frame.hit.end]
        and not is_staff(subject.text)
    ):
        return "what people are expected to do"
    if kind is SubjectKind.PEOPLE and verb in _OF_A_CROWD and not is_staff(subject.text):
        return f"prediction about {subject.text}"
    if kind is SubjectKind.PEOPLE and subject.text.casefold() in _EVERYBODY:
        return f"prediction about {subject.text}"
    if verb in ("promise", "pledge", "vow") and kind is not SubjectKind.FIRST:
        return f"prediction: will {verb}"
    if verb == "run" and _RUNS_OUT.match(frame.tail):
        return "prediction: will run out"
    if verb == "come" and _INTO_USE.match(frame.tail) and kind in _INANIMATE:
        return None
    if verb == "tell" and frame.tail.startswith(" you") and kind is not SubjectKind.FIRST:
        return "prediction: will tell you"
    gets = verb in ("receive", "get", "have") and _FROM_US.search(
        frame.flat[frame.hit.end : frame.end]
    )
    if (
        _SOMEBODY.match(subject.text)
        and not (frame.passive or gets)
        and " from " not in subject.text
    ):
        return "prediction about somebody"
    if frame.passive:
        if frame.scene.context.minutes and _NEXT_MEETING.search(subject.text) and verb == "hold":
            return "a date in the diary"
        return _fate(frame)
    if not verb:
        return "no verb after the cue"
    if verb in ("be", "have", "get"):
        return state(frame)
    perfect = _WILL_HAVE.match(frame.flat, frame.hit.end)
    if kind is SubjectKind.THING and perfect and not _BY_THEN.search(frame.tail):
        return "what must have happened"
    if _KIN.search(subject.text):
        return "prediction about a family"
    spared = kind is SubjectKind.NOBODY and verb in SPARED
    if subject.text.startswith("No ") and verb in SPARED and is_animate(subject):
        return None
    ours = subject.text.casefold().startswith("none of our")
    if kind is SubjectKind.NOBODY and ours and verb in RESULTS:
        return None
    if (
        _EACH.match(subject.text)
        and verb in ("carry", "wear", "display", "use")
        and not frame.negated
    ):
        return None
    if verb in ("stay", "remain") and _STAYS.match(frame.tail) and not frame.negated:
        return None
    if (
        verb in NEVER_UNDERTAKEN
        and not spared
        and not (verb in ("look", "see") and _LOOKS_INTO.match(frame.tail))
    ):
        return f"prediction verb: {verb}"
    if kind in (SubjectKind.FIRST, SubjectKind.OWN):
        return None
    if verb in RECEIVING or kind is SubjectKind.SECOND:
        return None
    if kind is SubjectKind.NOBODY:
        return None
    if _undertaken_of_others(frame):
        return None
    if verb in RESULTS and (kind is SubjectKind.THING or kind is SubjectKind.INDEFINITE):
        if verb in ("remain", "stay") and not _STAYS.match(frame.tail):
            return f"prediction about a thing: {verb}"
        none = frame.negated or subject.text.casefold().startswith("no ")
        if none and verb not in ("close", "open", "pay", "be"):
            return f"prediction about a thing: {verb}"
        if kind is SubjectKind.INDEFINITE and re.search(r"\b(?:who|that|which)\b", subject.text):
            return "prediction about anybody of a kind"
        return None
    if verb in RESULTS and kind is SubjectKind.DEMONSTRATIVE and re.search(r"\d", frame.tail):
        return None
    if kind in ACTORS:
        if may_act(verb) or verb in EXPLORATORY:
            return None
        if kind is SubjectKind.PART and verb not in CHANGES | {"fall", "rise"}:
            return None
        if verb in PREDICTIONS | CHANGES or verb == "retire":
            return f"prediction verb: {verb}"
        return None
    if kind is SubjectKind.THING and _acts_for_people(frame):
        return None
    arranged = (
        frame.hit.cue.name == "expected-to"
        and "expect" not in frame.flat[frame.hit.start : frame.hit.end]
    )
    if arranged and verb not in CHANGES | NEVER_UNDERTAKEN:
        return None  # "is due to go into service": somebody has arranged it
    return f"prediction about {subject.text or 'a thing'}: {verb}"


def _acts_for_people(frame: Frame) -> bool:
    """Whether people stand behind a thing that is said to act.

    The speaker's own thing can be promised to do what is no mere effect ("my budget will put $9
    million into"), and some acts only people do, whatever noun they are called by.
    """
    words = head_words(frame.subject.text)
    if frame.negated:
        return False
    if (
        words[:1] in (["our"], ["my"])
        and may_act(frame.verb)
        and frame.verb not in VAGUE_ACTS | CHANGES
    ):
        return True
    noun = words[-1] if words else ""
    known = not frame.subject.pronoun or frame.subject.text.casefold() == "they"
    return frame.verb in PEOPLES_ACTS and noun not in PAPERS and known


def _undertaken_of_others(frame: Frame) -> bool:
    """What the rules for nouns and verbs would take for a forecast, and what is none.

    An inquiry reports, an officer steps down, somebody sent by the speaker does a plain act, and a
    price does not rise: each is settled by the speaker's side.
    """
    subject, verb = frame.subject, frame.verb
    noun = (head_words(subject.text) or [""])[-1]
    if noun in _INQUIRIES and verb in _OF_INQUIRIES:
        return "'s own " not in subject.text
    if subject.kind in ACTORS and verb in ("stand", "step") and _ASIDE.match(frame.tail):
        return True
    if verb == "sit" and noun in ("judges", "magistrates", "courts", "tribunals", "panels"):
        return True
    tells = noun in _TELLERS and verb in _TELLS
    if (tells or (noun in _SERVICES and verb in _OF_SERVICES)) and _A_NEW.match(subject.text):
        return not frame.negated
    if subject.kind is SubjectKind.INDEFINITE:
        sent = re.match(
            r"(?:an?|one of our|two|three|four|five|six|ten) ", subject.text, re.IGNORECASE
        )
        anybody = re.search(r"\b(?:who|that|which)\b", subject.text)
        foreseen = (verb in PREDICTIONS and verb not in PEOPLES_ACTS) or verb in ("tell", "talk")
        return bool(sent) and not anybody and is_animate(subject) and may_act(verb) and not foreseen
    return (
        frame.negated and noun in _PRICES and verb in ("rise", "increase", "go", "change", "alter")
    )


def _fate(frame: Frame) -> str | None:
    match = re.search(r"([\w-]+)$", frame.flat[frame.hit.end : frame.verb_end])
    participle = match[1] if match else ""
    refuses = frame.subject.text.casefold().startswith("no ") and participle in ("lost", "left")
    if frame.subject.kind is SubjectKind.NOBODY or refuses:
        return None
    if participle in PREDICTED_OF and not (
        participle == "seen" and re.search(r"\bwithin\b|\bby\b", frame.tail)
    ):
        return f"prediction: will be {participle}"
    subject = frame.subject
    if subject.kind is SubjectKind.FIRST or (
        subject.pronoun and subject.text.casefold() in ("he", "she")
    ):
        return "said of a fate and not of an act"
    return None


_A_NEW = re.compile(
    r"(?:an?|two|three|four|five|six|ten|(?:the|our|every|each)(?: \w+)? new)\b", re.IGNORECASE
)
"""What begins a phrase for something that is not there yet, and that somebody must lay on."""
_KIN = by_letter(
    r"\b(?:my|our|his|her|their) (?:grand)?(?:children|sons?|daughters?|wife|husband|mother"
    r"|father|kids)$",
    ignore_case=True,
)
_STAYS = re.compile(
    r" (?:open|shut|suspended|in use|in place|in force|free|available|closed|at|on (?:site|duty"
    r"|call|track)|public)\b"
)
_BY_THEN = re.compile(r"\b[Bb]y (?:the|then|\d|next|this|[A-Z])")
_WILL_HAVE = re.compile(r" have [a-z]+(?:ed|en|n)\b")


_NEXT_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)
