"""Making stored text harmless to show. What is stored stays exact; only what is shown is cleaned.

A statement can hold anything: escape sequences that drive a terminal, bidirectional controls that
reorder what is read, NULs. Every place that shows data goes through `clean`.
"""

from __future__ import annotations

from commitrack.model.patterns import late

_ESCAPES = late(
    "\x1b\\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\\\)"  # OSC … BEL or ST: titles, links, clipboards
    "|\x1b[PX^_][^\x1b]{0,4096}\x1b\\\\"  # DCS, SOS, PM, APC … ST
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor moves
    "|\x1b[ -/]*[0-~]"  # two-character escapes
)
_CONTROLS = late(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional controls, old ones too
    "\ufff9-\ufffb\ud800-\udfff]"  # interlinear marks, lone surrogates
)
_BREAKS = late("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PLACEHOLDER = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """The text with every control, escape and bidi character replaced, one for one.

    The length in code points never changes, so offsets into the stored text (where a quote
    begins, say) still hold in what is shown. Line feeds stay; a carriage return before a line
    feed becomes a space, any other break a line feed; a tab becomes a space.
    """
    if text.isprintable():  # no control, mark of direction or break is
        return text
    shown = text.replace("\t", " ").replace("\r\n", " \n")
    shown = _BREAKS.sub("\n", shown)
    return _CONTROLS.sub(_PLACEHOLDER, shown)


def clean_line(text: str) -> str:
    """The text on one line, for tables and messages: cleaned, escape sequences taken out whole,
    white space folded.
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(clean(_ESCAPES.sub("", text)).split())
