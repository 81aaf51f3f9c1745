"""Every page can be read by everybody: with a keyboard, by ear, on paper, from a file.

This holds what can be told from the markup; `test_axe` has a browser's own judgement.
"""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise
from pathlib import Path

import pytest

from commitrack.site.frame import POLICY
from tests.published.reading import Element, read
from tests.published.telling import pages

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KNOWN = frozenset(
    {
        *("document", "html", "head", "meta", "title", "link", "body", "header", "nav", "main"),
        *("footer", "section", "div", "h1", "h2", "h3", "p", "a", "ul", "ol", "li", "dl", "dt"),
        *("dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
        *("blockquote", "cite", "mark", "q", "s", "b", "strong", "small", "span", "time", "svg"),
        *("desc", "text", "rect"),
    }
)
"""The elements that pages are made of: none runs, loads, or asks."""


@pytest.fixture
def documents(site: Path) -> dict[str, Element]:
    """Every page, read."""
    found = {path: read(text) for path, text in pages(site).items() if path.endswith(".html")}
    assert len(found) > 9
    return found


def test_a_page_is_made_of_elements_that_neither_run_nor_load(
    documents: dict[str, Element],
) -> None:
    for path, page in documents.items():
        for one in page.all():
            assert one.name in _KNOWN, (path, one.name)
            for name in one.attributes:
                assert not name.startswith("on"), (path, name)
                assert name not in ("style", "src", "srcset", "action", "target"), (path, name)


def test_a_browser_may_load_nothing_but_the_style_of_the_site(
    documents: dict[str, Element],
) -> None:
    for path, page in documents.items():
        (policy,) = [one for one in page.all("meta") if one.get("http-equiv")]
        assert policy.get("content") == POLICY
        assert POLICY.startswith("default-src 'none'")
        loaded = [one.get("href") for one in page.all("link") if one.get("rel") == "stylesheet"]
        assert loaded == [posixpath.relpath("style.css", posixpath.dirname(path) or ".")]


def test_the_style_loads_nothing(site: Path) -> None:
    style = (site / "style.css").read_text("utf-8")
    assert not re.search(r"url\(|@import|@font-face|expression|https?:", style)


def test_a_page_has_its_language_its_name_and_its_landmarks(
    documents: dict[str, Element],
) -> None:
    names = set()
    for path, page in documents.items():
        (html,) = page.all("html")
        assert html.get("lang") == "en-GB"
        (title,) = [one for one in page.all("title") if one.within("head")]
        names.add(title.text)
        assert title.text.strip()
        for landmark in ("header", "main", "footer"):
            assert len(list(page.all(landmark))) == 1, (path, landmark)
        labels = [one.get("aria-label") for one in page.all("nav")]
        assert labels[0] == "Pages"
        assert len(set(labels)) == len(labels)
        assert any("width=device-width" in one.get("content") for one in page.all("meta"))
    assert len(names) == len(documents)


def test_the_first_thing_a_keyboard_meets_leads_to_the_content(
    documents: dict[str, Element],
) -> None:
    for page in documents.values():
        first = next(page.all("a"))
        (content,) = page.all("main")
        assert first.get("href") == f"#{content.get('id')}"


def test_headings_come_in_order_and_the_first_is_the_only_first(
    documents: dict[str, Element],
) -> None:
    for path, page in documents.items():
        levels = [int(one.name[1]) for one in page.all(*_HEADINGS)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1
        for before, after in pairwise(levels):
            assert after <= before + 1, (path, levels)
        assert all(one.text.strip() for one in page.all(*_HEADINGS))


def test_names_are_given_once_and_what_refers_to_one_finds_it(
    documents: dict[str, Element],
) -> None:
    for path, page in documents.items():
        ids = [one.get("id") for one in page.all() if "id" in one.attributes]
        assert len(set(ids)) == len(ids), path
        for one in page.all():
            for name in one.get("aria-labelledby").split():
                assert name in ids, (path, name)


def test_tables_say_what_their_cells_are(documents: dict[str, Element]) -> None:
    for path, page in documents.items():
        for table in page.all("table"):
            assert next(table.all("caption")).text.strip(), path
            heads = [one for one in table.all("th") if one.within("thead")]
            assert all(one.get("scope") == "col" and one.text.strip() for one in heads)
            for row in table.all("tr"):
                cells = list(row.all("th", "td"))
                assert len(cells) == len(heads), path
                if not row.within("thead"):
                    assert cells[0].get("scope") == "row"
                    for head, cell in zip(heads[1:], cells[1:], strict=True):
                        assert cell.get("data-label") == head.text


def test_lists_hold_nothing_but_their_items(documents: dict[str, Element]) -> None:
    for path, page in documents.items():
        for one in page.all("ul", "ol", "dl"):
            allowed = "div" if one.name == "dl" else "li"
            for child in one.children:
                assert isinstance(child, Element), (path, child)
                assert child.name == allowed, (path, child.name)
        for pair in page.all("dl"):
            for div in pair.children:
                assert isinstance(div, Element)
                assert [c.name for c in div.children if isinstance(c, Element)] == ["dt", "dd"]


def test_a_chart_says_in_words_what_it_draws(documents: dict[str, Element]) -> None:
    charts = [one for page in documents.values() for one in page.all("svg")]
    assert len(charts) == 4
    for chart in charts:
        assert chart.get("role") == "img"
        (title,), (words,) = list(chart.all("title")), list(chart.all("desc"))
        assert chart.get("aria-labelledby").split() == [title.get("id"), words.get("id")]
        drawn = [one.text for one in chart.all("text")]
        for number in re.findall(r"\d+(?=,|$)", words.text):
            assert number in drawn
        pair = chart.parent
        assert pair is not None
        (table,) = pair.all("table")
        rows = [[c.text for c in row.all("th", "td")] for row in table.all("tr")][1:]
        assert ", ".join(" ".join(row) for row in rows[:-1]) == words.text


def test_counts_add_up(documents: dict[str, Element]) -> None:
    summed = 0
    for page in documents.values():
        for table in page.all("table"):
            rows = [[c.text for c in row.all("th", "td")] for row in table.all("tr")]
            if rows[-1][0] == "in all":
                summed += 1
                assert sum(int(row[-1]) for row in rows[1:-1]) == int(rows[-1][-1])
            if rows[0][:2] == ["Owner", "Published"] and len(rows[0]) == 6:
                summed += 1
                for _, published, open_, overdue, delivered, closed in rows[1:]:
                    assert int(open_) + int(delivered) + int(closed) == int(published)
                    assert int(overdue) <= int(open_)
    assert summed == 5


def test_every_link_leads_to_a_page_that_is_there(
    documents: dict[str, Element], site: Path
) -> None:
    there = pages(site)
    for path, page in documents.items():
        for one in page.all("a", "link"):
            target, _, fragment = one.get("href").partition("#")
            if target.startswith(("http://", "https://")):
                assert one.get("rel") == "external noopener noreferrer nofollow"
                continue
            at = posixpath.normpath(posixpath.join(posixpath.dirname(path), target or "."))
            at = at if target else path
            assert at in there, (path, target)
            if fragment:
                ids = {each.get("id") for each in documents[at].all()}
                assert fragment in ids
        assert all(one.text.strip() for one in page.all("a")), path


def test_every_page_can_be_reached_from_the_overview(documents: dict[str, Element]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for one in documents[path].all("a"):
            at = posixpath.normpath(posixpath.join(posixpath.dirname(path), one.get("href")))
            if at in documents and at not in reached:
                reached.add(at)
                waiting.append(at)
    assert reached == set(documents)
