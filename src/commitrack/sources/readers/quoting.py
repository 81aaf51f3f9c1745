"""What of a mail's text is new: the mail that it answers was read when it came itself.

Lines that begin with ">" are taken out with the line that says who wrote them; a mail that is
pasted below an answer is cut off. A mail that is only sent on is what the sender wants read, and so
stays.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[ \t]{0,3}>")
_WROTE = re.compile(
    r"(?:^|\n)[ \t]*(?:On\b[^\n]{4,200}(?:\n[^\n]{0,200})?"
    r"|[^\n]{4,150}<[^\n>]+@[^\n>]+>[^\n]{0,40})"
    r"\bwrote:[ \t]*(?=\n|$)",
)
_ORIGINAL = re.compile(
    r"(?:^|\n)[ \t]*(?:-{2,} ?(?:Original (?:Message|Appointment)|Reply [Mm]essage) ?-{2,}"
    r"|_{20,}[ \t]*\n+[ \t]*\**From:"
    r"|\**From:\**[^\n]*\n+[ \t]*\**(?:Sent|Date):\**[^\n]*\n+[ \t]*\**(?:To|Subject|Cc):)"
)
_FORWARDED = re.compile(r"\b(?:begin forwarded message|forwarded message)\b", re.IGNORECASE)
_FORWARDING_SUBJECT = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)


def own_words(text: str, subject: str = "") -> str:
    """The text without what it quotes; all of it when nothing else is left."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    forwarded = bool(_FORWARDING_SUBJECT.match(subject)) or bool(_FORWARDED.search(text))
    kept = text if forwarded else _cut(text)
    lines = kept.split("\n")
    if any(map(_QUOTED.match, lines)):
        kept = _WROTE.sub(lambda found: _unless_answered(kept, found), kept)
        kept = "\n".join(line for line in kept.split("\n") if not _QUOTED.match(line))
    return kept if kept.strip() else text


def _unless_answered(text: str, found: re.Match[str]) -> str:
    """Nothing for "On … wrote:" where quoted lines follow; itself elsewhere."""
    following = text[found.end() :].lstrip("\n \t")
    return "\n" if _QUOTED.match(following) else found.group()


def _cut(text: str) -> str:
    """The text up to the mail that is pasted below it."""
    original = _ORIGINAL.search(text)
    if original is not None and text[: original.start()].strip():
        text = text[: original.start()] + "\n"
    for wrote in _WROTE.finditer(text):
        following = text[wrote.end() :].strip()
        quoted = any(map(_QUOTED.match, following.split("\n")))
        if not quoted and text[: wrote.start()].strip():
            return text[: wrote.start()] + "\n"  # a program that does not mark what it quotes
    return text


def without_subject_marks(subject: str) -> str:
    """A subject without "Re:" and "Fwd:" before it."""
    return re.sub(
        r"^(?:\s*(?:re|fwd?|aw|wg|sv|vs|tr)\s*(?:\[\d+\])?:)+\s*", "", subject, flags=re.I
    )
