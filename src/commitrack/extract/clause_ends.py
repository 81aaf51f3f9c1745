"""Where the clause of a verb ends, and which verbs are joined to it by "and"."""

from __future__ import annotations

import re

from commitrack.extract.by_letter import by_letter
from commitrack.extract.flat import skip_space, trim
from commitrack.extract.lexicon import is_act

_BARE_COORDINATE = by_letter(
    r",? (?:and|then|and then|or)(?:, [a-z]+ing [^,.;:]{1,60},)? (?:also |then |to )?"
    r"(?P<verb>[a-z-]+)\b"
)
_DEEPER = by_letter(
    r"\b(?:to (?!the\b|a\b|an\b|all\b|our\b|its\b|every\b|any\b|each\b|this\b"
    r"|those\b)[a-z]+\b|how|that"
    r"|which|who|whether|what|where|why|because|so that|help|let|before|after|until|if|when)\b"
)
_NEW_SUBJECT = by_letter(
    r"(?:that |in turn |then |also |therefore )*(?:(?:we|I|they|he|she|it|you|there)\b|"
    r"(?:from|in|by|on|at|until|after|before|over|within|next|this) (?:[^ ,.;:]+ ){1,4}?(?:we|I"
    r"|they)\b|"
    r"(?:will|would|shall|won't|must|should|ought to|intends?|aims?|expects?|hopes?|pledges?|vows?"
    r"|promises?"
    r"|plans?|wants?|calls (?:up)?on|encourages|urges|asks|recommends|(?:is|are) (?:also |now )?to"
    r"|(?:is|are|was|were) (?:also |now )?[a-z]+ing"
    r"|(?:have|has|had) (?:also |now |already |since |not |never )?[a-z]{2,}(?:ed|en|ght|wn|ut"
    r"|et|id|ade|old|eld|eft)"
    r"|(?:undertakes?|commits?|agrees?|proposes?|seeks?) to) (?!of\b|and\b|for\b)|"
    r"(?!to )(?:(?!(?:but|so|yet|because|although|while)\b)(?:[^ .,;:”\"]"
    r"|(?<=\d)[,.](?=\d))+ ){1,9}?"
    r"(?:[^ .,;:”\"]+, (?:[a-z]{2,}(?:-[a-z]+)?(?:ed|t|n)|once|when|if|which|who"
    r"|after) [^,.;:”\"]{1,50}, )?"
    r"(?P<finite>is|are|was|were|has|have|had|will|would|can|could|may"
    r"|might|must"
    r"|should|shall|cannot|does|do|did|needs? to|ought|agreed|resolved|urges?|intends?"
    r"|plans to|expects|wants|calls (?:up)?on|(?:commits?|undertakes?|pledges?|aims"
    r"|proposes?|seeks?|promises?|vows?) to"
    r"|hopes|accepts)\b)"
)
_ASIDE = re.compile(r", (?:which|who) [^,.;:]{1,80},?(?=[ ,]|$)")
_EMBEDS = frozenset(["what", "who", "how", "whether", "that", "which", "when", "where", "why"])
_SUBORDINATES = frozenset(["until", "unless", "because", "before", "after", "if", "once", "as"])
"""Words that open a clause of their own, whose verb is not that of the words before."""
_TITLE = 60
"""Characters: a longer quotation inside a clause is not a title or a name."""
_CLAUSE_END = by_letter(
    r"(?:[.?!…。]|(?<=[^\d])[.](?=\d{1,2}(?: |$)))(?=[\"”’')\]]*\d{0,2}(?: "
    r"|$))(?!\d\d? [a-z])|[;](?= |$)|:(?= |$)|[”\"“](?=[ ,.;:]|$)| \| "
    r"|,? (?:and|but|or|nor|so(?! that\b)|yet|although|though|while|whereas)\b"
    r"|, (?=an? (?:point|fact|matter|move|step|decision|view|practice|question|pledge)"
    r" (?:on|in|with|for|that|which|to|he|she|we|they)\b)|, (?=(?:we|I)\b|that (?:the|we|our|my"
    r"|its|it|no|every|all|they) [^,.;:]{2,60}? ?"
    r"(?:will|would|shall|must|should)\b)"
)
"""A stop or a mark, a conjunction, or a comma before what begins anew."""
_ATTRIBUTION = by_letter(
    r",[”\"’]? (?:(?:[A-Z]\.|[A-Z][^ ,.]*|the|a|an|its|of|for|and|he|she|they|it|their|his|her) ?"
    r"|[a-z-]+ (?=[A-Z])|(?:chief|executive|spokesman|spokeswoman|spokesperson|council"
    r"|company|minister|secretary|manager|chair|president|commissioner|spokesperson|officer|board"
    r"|charity|union|regulator|agency|authority|hospital|university|operator"
    r"|leader|director|government|department|mayor|police|officials|ministers|trust"
    r") ?){1,10}?"
    r"(?:(?:has|have|was|has been) )?(?:said|announced|confirmed|revealed|promised|pledged|added"
    r"|told|says"
    r"|warned|insisted)\b"
)


def end_of(flat: str, verb_end: int, ceiling: int) -> int:
    """Where the clause with a verb ending at ``verb_end`` stops, before ``ceiling``."""
    end = ceiling
    for link in _CLAUSE_END.finditer(flat, verb_end, ceiling):
        words = link.group()
        if not (words == ", " or words[-1].isalpha()):
            if words in '”"' and _closes_title(flat, verb_end, link.start()):
                continue
            if words == "." and link.end() < ceiling - 1:
                continue  # inside a sentence a stop only shortens a word: "the hon. Member"
            end = link.start()
            break
        if words == ", ":
            if (
                flat.startswith(", that ", link.start())
                and " that " not in flat[max(0, verb_end - 120) : link.start()]
            ):
                continue  # the first "that" opens what is said: "tell staff, in writing, that"
            end = link.start()
            break
        word = words.strip(" ,")
        at = skip_space(flat, link.end())
        if _new_clause(flat, at, ceiling) and not (
            word in ("although", "though", "while", "whereas") and "," not in words
        ):
            if word == "or" and "," not in words:
                continue
            if (
                words == " and"
                and flat[at : at + 1].isupper()
                and _capital_before(flat, link.start())
            ):
                continue
            if "," not in words and _inside_relative(flat, verb_end, link.start()):
                continue
            end = link.start()
            break
    comma = flat.find(",", verb_end, end)
    said = _ATTRIBUTION.search(flat, comma, end) if comma >= 0 else None
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


_ITS_OWN = re.compile(r"[^,.;:]{0,60}? (?:will|would|shall|must|should)\b")
_SET_IN = re.compile(r", (?:once|when|if|which|who|after) [^,]{1,50}, ")
"""A clause set in between a subject and its verb: "the ground, once it has been cleared, will"."""


def _new_clause(flat: str, at: int, ceiling: int) -> bool:
    """Whether a clause with a subject of its own begins at ``at``.

    "Report to the panel on what has been done" does not: its finite verb is of a deeper clause.
    """
    found = _NEW_SUBJECT.match(flat, at, min(ceiling, at + 160))
    if found is None or found["finite"] is None:
        return found is not None
    words = _SET_IN.sub(" ", flat[at : found.start("finite")]).split()
    if words[-1] in ("who", "which", "that") and len(words) > 1:
        # the verb of a relative clause, behind which the clause may have one of its own
        return _ITS_OWN.match(flat, found.end(), min(ceiling, at + 160)) is not None
    if _SUBORDINATES.intersection(words[1:]):
        return False
    return not (is_act(words[0]) and _EMBEDS.intersection(words[1:]))


def _closes_title(flat: str, start: int, at: int) -> bool:
    """Whether the quotation mark at ``at`` closes a few words quoted inside the clause."""
    mark = flat[at]
    opened = flat.rfind("“" if mark == "”" else mark, start, at)
    return opened >= 0 and at - opened < _TITLE and flat.count(mark, start, at) == (mark == '"')


def _capital_before(flat: str, at: int) -> bool:
    """Whether the word that ends at ``at`` is capitalised: "the Food and Farm Safety Office"."""
    return flat[flat.rfind(" ", 0, at) + 1 : at][:1].isupper()


def _kept_mark(flat: str, start: int, end: int) -> bool:
    if flat[end - 1] == ")":
        return "(" in flat[start:end]
    if flat[end - 1] == "'":
        return flat[end - 2 : end - 1] == "s" and "'" not in flat[start : end - 1]
    return False


_TO_DO = re.compile(r"\b(?:whether|how|what|when|where) to\b[^,]*$")
_THIRD_PERSON = re.compile(
    r" and (?:will|expects|plans|intends|aims|hopes|proposes|is|are|has|have|should|must) "
)


def _inside_relative(flat: str, start: int, at: int) -> bool:
    """Whether "and" only joins two verbs or nouns of a dependent clause just opened."""
    tail = flat[max(start, at - 60) : at]
    if _TO_DO.search(tail) and _THIRD_PERSON.match(flat, at):
        return False  # "studying whether to extend it and expects to publish": both of one subject
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
        plain = _ASIDE.sub(" ", plain)
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
