"""Web pages."""

from __future__ import annotations

from html import escape

from tests.sources.making.content import Bullets, Content, Heading, Numbered, Paragraph


def html(
    content: Content, head: str = "", around: tuple[str, str] = ("<main>", "</main>")
) -> bytes:
    """The content as a page; `head` goes into its head, `around` around the main text."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(content.title)}</title>{head}</head><body>"
        f"{around[0]}{body(content)}{around[1]}</body></html>"
    ).encode()


def body(content: Content) -> str:
    """The content as the inside of a page."""
    parts: list[str] = []
    for part in content.parts:
        if isinstance(part, Heading):
            parts.append(f"<h{part.level}>{escape(part.words)}</h{part.level}>")
        elif isinstance(part, Paragraph):
            parts.append(f"<p>{escape(part.words)}</p>")
        elif isinstance(part, Bullets | Numbered):
            tag = "ul" if isinstance(part, Bullets) else "ol"
            items = "".join(f"<li>{escape(item)}</li>" for item in part.items)
            parts.append(f"<{tag}>{items}</{tag}>")
        else:
            head, *rows = part.rows
            lines = ["".join(f"<th>{escape(cell)}</th>" for cell in head)]
            lines += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
            parts.append(f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>")
    return "\n".join(parts)
