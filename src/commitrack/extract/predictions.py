"""Guards which tell what will happen from what somebody undertakes: habits, norms, predictions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.lexicon import (
    CHANGES,
    EXPLORATORY,
    NEVER_UNDERTAKEN,
    PEOPLES_ACTS,
    PREDICTED_OF,
    PREDICTIONS,
    RECEIVING,
    RESULTS,
    VAGUE_ACTS,
    may_act,
)
from commitrack.extract.signs import holds
from commitrack.extract.subject_kinds import ACTORS, BOUND, SubjectKind, head_words, is_staff
from commitrack.extract.subjects import is_animate
from commitrack.extract.wordlist import words

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame

_INTO_USE = re.compile(r" into (?:service|force|effect|use|operation)\b")
"""What comes into service or into force, somebody brings there."""
_GOES_TO = re.compile(
    r" (?:out )?(?:to|before|for) (?:(?:the|our|its|all|every|each|both|an?) )?(?:[a-z-]+ ){0,3}"
    r"(?:[Bb]oard|[Cc]abinet|[Cc]ommittee|[Cc]ouncil|[Tt]rustees|[Mm]embers|[Mm]eeting|[Gg]overnors"
    r"|[Ee]xecutive|[Mm]inisters?|[Pp]arliament|[Ss]enate|[Aa]ssembly|residents|households|tenants"
    r"|families|staff|panel|regulator|inspectors?|auditors?|consultation|tender"
    r"|public consultation|school|home|parents)\b"
)
"""A paper that goes to a committee is sent there: "a draft will go to trustees"."""
_OF_A_CROWD = frozenset(["go", "come", "leave", "stay", "turn"])
_EVERYBODY = frozenset(
    ["people", "others", "families", "some people", "many people", "most people"]
)
_ON_A_DAY = re.compile(
    r"\b(?:in|on|from|by|next|this) (?:the )?(?:\d|January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December|spring|summer|autumn|winter|fall|week|month|year"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow)"
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
_HABIT = by_letter(
    r"\b(?:as now|as usual|as ever|then as now|as a matter of (?:routine|course)"
    r"|as in previous years"
    r"|on an? (?:ordinary|average|typical|normal) \w+|has (?:long|always) been"
    r"|as it does (?:now|today)"
    r"|as they do (?:now|today)|with luck|every time|just (?:like|as) (?:in )?(?:every|any|each))\b"
    r"|\bas (?:the |our |its |their )?(?:[\w-]+ ){0,4}?(?:law|laws|rules?|regulations?"
    r"|polic(?:y|ies)|act"
    r"|guidance|terms|procedure|code|statute|contract)(?: [^,.]{0,30}?)? (?:provides?"
    r"|requires?|ha(?:s|ve) required"
    r"|makes? clear|explains?|states?|says?|set out|allows?)\b"
    r"|\bunder (?:the|a|an|its|our|their) [^,.]{0,30}?(?:law|rules|regulations|procedure"
    r"|scheme|statute"
    r"|code|act|polic(?:y|ies)) (?:that|which|since|in force|of \d{4})"
    r"|\bas (?:they|it) (?:has|have) (?:been|done|had|always)\b"
    r"|\bas (?:under|in|with|for|at|on) [^,.]{1,40}\bsince \d{4}\b"
    r"|\bas (?:we|they|it) (?:have|has|do|does|did|always) (?:done|do|always|been|every|now)?"
    r"|\bunder (?:(?:our|the|its|their) )?(?:current|existing|present) \w+"
    r"|\bas (?:it|they|he|she|the|an?|our|has|have|was|is)\b[^.;:]{0,80}?\bsince\b"
    r"|\bas (?:is|was|has (?:long )?been) (?:the |our |its |their )?(?:\w+ )?(?:practice|custom"
    r"|policy|rule|case)\b"
    r"|\bas (?:at present|you know)\b|\bas is the case\b|\bas provided (?:in|for|by)\b"
    r"|\bas is (?:currently|now|already) the case\b"
    r"|\bas has been\b|\bas at every\b"
    r"|\bas per (?:the )?"
    r"|^under the \w+(?: \w+){0,3}, an? "
    r"|\b(?:already|such an?|when an? [\w ]{2,30} (?:comes|is|calls|arrives|misses|fails|asks"
    r"|reports)"
    r"|in force since|since \d{4} (?:a|an|any|every))\b",
    ignore_case=True,
)


_AS_WE_DO = re.compile(
    r"\bas (?:we|I) (?:have (?:done|always)|always|already|do (?:now|today|every))\b"
    r"|\bas (?:now|ever|usual)\b(?<!continue, as now)|\bas (?:we|I) have\b[^,.;]{0,40}\bsince\b"
    r"|\bas has (?:been|long been)\b"
)
_TRAILING = re.compile(r", (?:where|which|who|whose)\b[^,]*$")
_ASIDE_CLAUSE = re.compile(r", (?:who|which)\b[^,]*,")
_HABIT_SIGNS = (
    *(
        " as ",
        "As ",
        "nder ",
        "already",
        "such a",
        "hen a",
        "in force",
        "since",
        "ince ",
        "very time",
    ),
    *(" has long", " has always", " on a", "On a", "ith luck", "just like"),
)
"""Letters of which some stand wherever a habit is told; most sentences have none."""
_USUALLY = by_letter(r"\b(?:always|normally|usually|generally|often|sometimes|typically|still)\b")


_AS_A_RULE = by_letter(r"\bwill (?:normally|usually|generally|typically|often) [^.;:]*\band\b")
"""A habit that a clause joined by "and" goes on telling."""
_LAW = by_letter(
    r"^(?:[“\" ]*)(?:under|by|in) (?:the |an? |food |uk |english |existing |current "
    r"|our )*[\w' ]{0,30}?"
    r"\b(?:law|laws|rules|regulations|statute|act|charter|articles|code|constitution|directive|agreement|contract"
    r"|lease|tenancy|terms|policy|scheme)\b"
    r"|\b(?:code|clause|agreement|rules?|statutes?|constitution|act|regulations|law|contract|charter"
    r"|guidance|policy|standards?|procedure|terms)\b[^.,]{0,50}? (?:states?|says?|provides?"
    r"|requires?|stipulates?)\b(?: that\b)?"
    r"|\b(?:must|shall|should) (?:already|still)\b|\b(?:already|still) (?:must|shall|should)\b",
    ignore_case=True,
)


_AS_A_LAW = re.compile(
    r"\bas (?:an? |the )(?:[\w-]+ ){0,3}(?:law|ordinance|by-?laws?|rules?|regulations?|act"
    r"|statute|code)"
    r" (?:has |have )?(?:long |always )?(?:requires?|required|provides?|says|demands?)\b",
    re.IGNORECASE,
)
"""What a law has required for long is not asked for now."""
_HYPOTHESIS = re.compile(
    r"\bif\b[^,.]{0,60}\b(?:were|was to)\b|(?:^|[.“\" ])(?:Were|Had) (?!to\b)[^,.]{2,80},"
    r"|\bwere to\b|\bin (?:theory)\b",
)


_EFFECT_ONLY = re.compile(r"[ ]*(?:only|if and only)\b")


_PLACES = re.compile(
    r"(?:also |now |fully |then |all |soon )?(?:online|eligible|entitled|on (?:duty|call|hand)"
    r"|in (?:place|service"
    r"|force|use|operation|post"
    r"|full operation)|available|open|ready|free|live"
    r"|operational|complete|able to|responsible for|accountable|no (?:more|longer|less|fewer"
    r"|later) than"
    r"|for (?:a|an|one|two|three|four|five|six|ten|\d)|at least|up and running|compulsory"
    r"|mandatory|banned|on site"
    r"|back)\b"
)


_POST = re.compile(
    r"(?:its|our|the|their)(?: \w+){0,2} (?:head|chair|chairman|director|lead|leader|chief"
    r"|manager|president"
    r"|governor|commissioner|secretary|trustee|representative|host|patron)\b"
)


_GOES_ON = re.compile(r" on (?:[a-z]+ing|as|like|for ever|regardless)\b")
_FROM_US = re.compile(
    r"\b(?:from us|free|within|by)\b|^ (?:get|receive|have) (?:up to )?(?:[£$€]\d|an? (?:refund"
    r"|rebate"
    r"|credit|payment|voucher|reply|written|personal|full|call|visit))"
)
_RUNS_OUT = re.compile(r" (?:dry|out|short|low|late|aground|riot|wild)\b")
_LITTLE = re.compile(r"(?:little|no|scant|cold|small|some) (?!more|\d)[a-z]+\b")
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


def habitual(frame: Frame) -> str | None:
    """How a thing already works, with a sign that it does."""
    clause = frame.words
    if holds(clause, _HABIT_SIGNS):
        clause = _ASIDE_CLAUSE.sub(",", clause)
        clause = _TRAILING.sub("", clause)
        if " who are already " in clause:
            clause = clause.replace(" who are already ", " ")
        if frame.subject.kind is SubjectKind.FIRST:
            if _AS_WE_DO.search(clause):
                return "habitual: what is done already"
        elif _HABIT.search(clause):
            return "habitual: how it works already"
    coordinate = frame.flat[frame.sentence.start : frame.hit.start]
    if frame.subject.kind is not SubjectKind.FIRST and _AS_A_RULE.search(coordinate):
        return "habitual: usually, always"
    near = (
        frame.flat[frame.hit.start : frame.verb_end + 1]
        + frame.flat[max(frame.start, frame.hit.start - 9) : frame.hit.start]
    )
    if (
        _USUALLY.search(near)
        and frame.subject.kind is not SubjectKind.FIRST
        and ("still" not in near or frame.passive)
    ):
        return "habitual: usually, always"
    then = frame.flat.startswith("will then ", frame.hit.start)
    if then and frame.subject.kind not in BOUND:
        return "habitual: a step of a process"
    return None


def hypothetical(frame: Frame) -> str | None:
    """What would follow if something were so."""
    clause = frame.flat[frame.start : frame.end]
    if not ("if" in clause or "were to" in clause or "Were " in clause or "Had " in clause):
        return "hypothetical" if "in theory" in clause else None
    return "hypothetical" if _HYPOTHESIS.search(clause) else None


def norm(frame: Frame) -> str | None:
    """What a law, a code or an agreement already says."""
    words = frame.words
    if _AS_A_LAW.search(words):
        return "a norm that stands already"
    opens = words.lstrip('“" ')[:6].casefold()
    told = " that " in words or " says " in words or " say " in words
    if not (opens.startswith(("under ", "by ", "in ")) or told or _still(words)):
        return None
    return "a norm that stands already" if _LAW.search(words) else None


def _still(words: str) -> bool:
    return "already" in words or "still" in words


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
        and _ON_A_DAY.search(frame.tail)
    ):
        return None
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
        return _state(frame)
    perfect = _WILL_HAVE.match(frame.flat, frame.hit.end)
    if kind is SubjectKind.THING and perfect and not _BY_THEN.search(frame.tail):
        return "what must have happened"
    if _KIN.search(subject.text):
        return "prediction about a family"
    spared = kind is SubjectKind.NOBODY and verb in ("lose", "pay", "wait", "face", "suffer")
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


_NEW = re.compile(r"(?:the|our|a|an|all|every|each)(?: \w+)? new\b|(?:every|each) ", re.IGNORECASE)
_AND_FITTED = re.compile(r"[\w-]+,? and [a-z]+(?:ed|t|n)\b")
"""How a new thing will be made, when something is done to it besides: "low-floor and fitted"."""
_SOME = re.compile(
    r"(?:an?|its own|\d|two|three|four|five|six|seven|eight|nine|ten|more than|at least)\b"
)
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
_GETS_THERE = re.compile(r"(?:there|through|past|over|by|better|worse|used|it (?:right|wrong))\b")


_PRESENT = re.compile(
    r"(?:there|present|on hand|available|on duty|on site|at (?:the|every|each|all))\b"
)
_HAVE_IT_DONE = re.compile(r"(?:its|their|his|her) [a-z ]{2,40}? [a-z]+(?:ed|cut|off|down)\b")
"""What nobody will have done to them: "No household will have its supply restricted"."""
_NEXT_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)


def _state(frame: Frame) -> str | None:
    subject = frame.subject
    follows = frame.complement
    if frame.verb == "have" or frame.verb == "get":
        if frame.verb == "have" and follows.startswith("to "):
            return "prediction: will have to"
        if _GETS_THERE.match(follows) or (frame.verb == "get" and _LITTLE.match(follows)):
            return "prediction: get there"
        if subject.kind in (SubjectKind.FIRST, SubjectKind.OWN, SubjectKind.SECOND):
            return None
        if subject.kind in ACTORS and re.match(r"(?:them|it|an?|the) ", follows):
            return None
        entitled = re.match(r"(?:every|each) ", subject.text, re.IGNORECASE)
        if entitled and is_animate(subject) and re.match(r"(?:an?|the) ", follows):
            return None
        if re.match(
            r"(?:access|the right|a right|the (?:chance|opportunity|option)|their own|free)\b",
            follows,
        ):
            return None
        if subject.text.startswith("No ") and _HAVE_IT_DONE.match(follows):
            return None
        if _NEW.match(subject.text) and _SOME.match(follows):
            return None  # "the new hub will have 40 desks": whoever builds it provides them
        return "prediction: will have" if frame.verb == "have" else None
    if frame.negated and follows.startswith("available") and subject.kind is not SubjectKind.OWN:
        return "prediction: will not be available"
    if _PLACES.match(follows) and not re.match(r"(?:free|ready|open) (?:of|from|to)\b", follows):
        return "prediction about the hearer" if subject.kind is SubjectKind.DEMONSTRATIVE else None
    if _NEW.match(subject.text) and _AND_FITTED.match(follows):
        return None
    if _POST.match(follows) and subject.kind in (
        SubjectKind.PERSON,
        SubjectKind.FIRST,
        SubjectKind.PART,
    ):
        return None
    if (
        subject.kind is SubjectKind.EXISTENTIAL
        and re.match(r"(?:an?|no|\d\w*|at least)\b", follows)
        and (not frame.negated)
    ):
        return None
    if subject.kind in (SubjectKind.OWN, SubjectKind.PART) and _PRESENT.match(follows):
        return None
    if subject.kind in (SubjectKind.FIRST,) and re.match(
        r"(?:at|in|on|there|transparent|open|clear|accountable|embarking)\b", follows
    ):
        return None
    return "prediction: will be"
