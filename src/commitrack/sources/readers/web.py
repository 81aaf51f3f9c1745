"""Web pages: the main text in blocks, and what the page's metadata say."""

from __future__ import annotations

from commitrack.sources.blocks import heading, lay_out
from commitrack.sources.parsed import Parsed
from commitrack.sources.readers import charset, maintext, markup, tree, webfacts


def parse(data: bytes, declared: str | None) -> Parsed:
    """Read a page; `declared` is its Content-Type, if it came with one."""
    html, encoding = charset.decode(data, declared)
    page = tree.page(html)
    said_on = webfacts.said_on(page, page.body)
    main = maintext.main_part(page.body)
    found = markup.blocks(main)
    above = maintext.headline(page.body, main)
    if above:
        found.insert(0, heading(above))
    text, _ = lay_out(found)
    return Parsed(
        text,
        encoding,
        title=above or webfacts.title(page, main),
        said_on=said_on or webfacts.said_on(page, main),
        publisher=webfacts.publisher(page),
    )
