"""Rich text."""

from __future__ import annotations

from tests.sources.making.content import Bullets, Content, Heading, Numbered, Paragraph


def rtf(content: Content) -> bytes:
    """The content as rich text."""
    parts: list[str] = []
    for part in content.parts:
        if isinstance(part, Heading):
            parts.append(rf"\pard\s{part.level} {escaped(part.words)}\par")
        elif isinstance(part, Paragraph):
            parts.append(rf"\pard {escaped(part.words)}\par")
        elif isinstance(part, Bullets | Numbered):
            for n, item in enumerate(part.items, 1):
                sign = r"\'b7" if isinstance(part, Bullets) else f"{n}."
                parts.append(rf"\pard{{\listtext {sign}\tab}} {escaped(item)}\par")
        else:
            for row in part.rows:
                cells = "".join(rf"\pard\intbl {escaped(cell)}\cell" for cell in row)
                parts.append(rf"\trowd{cells}\row")
    return rtf_of("\n".join(parts))


def rtf_of(body: str) -> bytes:
    """A rich text with this inside."""
    styles = "".join(rf"{{\s{n} heading {n};}}" for n in range(1, 5))
    return (
        r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times New Roman;}}{\stylesheet{\s0 Normal;}"
        rf"{styles}}}{{\header A running head\par}}{body}}}"
    ).encode("ascii")


def escaped(words: str) -> str:
    """Words as rich text writes them."""
    out: list[str] = []
    for char in words:
        if char in "\\{}":
            out.append(f"\\{char}")
        elif ord(char) < 128:
            out.append(char)
        else:
            units = char.encode("utf-16-le")
            for at in range(0, len(units), 2):
                unit = int.from_bytes(units[at : at + 2], "little", signed=True)
                out.append(rf"\u{unit}?")
    return "".join(out)
