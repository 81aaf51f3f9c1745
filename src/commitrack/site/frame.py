"""What every page has in common: its head, the way around, and its foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from commitrack.model.frozen import dataclass
from commitrack.site.markup import Content, Html, join, line, tag

POLICY = "default-src 'none'; style-src 'self'; img-src 'none'; base-uri 'none'; form-action 'none'"
"""What a browser may load for a page: its own style sheet."""

_PLACES = (
    ("index.html", "Overview"),
    ("all/", "Commitments"),
    ("owners.html", "Owners"),
    ("corrections.html", "Corrections"),
    ("about.html", "What the words mean"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages of an edition share."""

    title: str
    first_list: str | None = None
    """The path of the first list of commitments; None when nothing is published."""

    def page(self, path: str, heading: str, *content: Content) -> Html:
        """A whole page at this path."""
        up = "../" * path.count("/")
        name = heading if path == "index.html" else f"{heading} · {self.title}"
        return Html(
            "".join(
                (
                    "<!DOCTYPE html>\n",
                    '<html lang="en-GB">\n',
                    _head(name, up),
                    "\n<body>\n",
                    tag("a", "Skip to the content", class_="skip", href="#content"),
                    "\n",
                    _top(self, path if path in dict(self.places) else "", up),
                    "\n",
                    tag("main", tag("h1", line(heading)), "\n", content, id="content"),
                    "\n",
                    _foot(up),
                    "\n</body>\n</html>\n",
                )
            )
        )

    @property
    def places(self) -> Sequence[tuple[str, str]]:
        """Where the way around leads, by path and name."""
        found = [(self.first_list if at == "all/" else at, words) for at, words in _PLACES]
        return [(at, words) for at, words in found if at is not None]


@lru_cache
def _top(frame: Frame, path: str, up: str) -> Html:
    """The top of a page; all but a few have the same."""
    name = tag("a", line(frame.title), href=f"{up}index.html", class_="name")
    items = [
        tag("li", tag("a", words, href=up + at, aria_current="page" if at == path else None))
        for at, words in frame.places
    ]
    around = tag("nav", tag("ul", items), aria_label="Pages")
    return tag("header", tag("div", name, around, class_="inner"))


@lru_cache
def _foot(up: str) -> Html:
    where = tag("a", "the overview", href=f"{up}index.html")
    return tag(
        "footer",
        tag(
            "div",
            tag("p", "The day of this edition, by which dates are judged, is on ", where, "."),
            tag("p", "Made with commitrack. These pages ask nothing of the network."),
            class_="inner",
        ),
    )


def _head(name: str, up: str) -> Html:
    return Html(f"<head>{_fixed_head(up)}{tag('title', line(name))}\n</head>")


@lru_cache
def _fixed_head(up: str) -> Html:
    """What is the same in the heads of all pages of a folder."""
    lines = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("link", rel="stylesheet", href=f"{up}style.css"),
        tag(
            "link",
            rel="alternate",
            type="application/atom+xml",
            title="Changes",
            href=f"{up}feed.xml",
        ),
    )
    return join([("\n", one) for one in (*lines, "")])


def section(key: str, heading: str, *content: Content) -> Html:
    """A part of a page under a heading of its own."""
    title = tag("h2", heading, id=key)
    return Html(f"{tag('section', title, content, aria_labelledby=key)}\n")


def facts(pairs: Sequence[tuple[str, Content]]) -> Html:
    """Labelled values; those without a value are left out."""
    rows = [tag("div", tag("dt", name), tag("dd", value)) for name, value in pairs if value]
    return tag("dl", rows)


def table(
    caption: str, headings: Sequence[str], rows: Sequence[Sequence[Content]], numbers: int = 0
) -> Html:
    """A table whose first column names the row; the last `numbers` columns hold numbers.

    On a narrow page each row is laid out as a block, so the parts say what they are in so many
    words: a browser that lays a table out otherwise may forget that it is one.
    """
    first_number = len(headings) - numbers
    kinds = ["number" if place >= first_number else None for place in range(len(headings))]
    head = [
        tag("th", name, scope="col", role="columnheader", class_=kind)
        for name, kind in zip(headings, kinds, strict=True)
    ]
    body = [tag("tr", _cells(row, headings, kinds), role="row") for row in rows]
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", head, role="row"), role="rowgroup"),
        tag("tbody", body, role="rowgroup"),
        role="table",
    )


def _cells(row: Sequence[Content], headings: Sequence[str], kinds: Sequence[str | None]) -> Html:
    parts = [
        tag("td", cell, role="cell", data_label=name, class_=kind)
        for cell, name, kind in zip(row[1:], headings[1:], kinds[1:], strict=True)
    ]
    return Html("".join((tag("th", row[0], scope="row", role="rowheader"), *parts)))
