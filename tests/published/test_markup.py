"""Whatever a text holds, a page shows it as text, and nothing but it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cleaning import clean
from commitrack.site.markup import empty, join, line, tag, text
from tests.published.reading import read

TEXTS = st.text() | st.text(alphabet="<>&\"'/=! \n\t\x00\x1b\u202eabc;#x-")


@given(TEXTS)
def test_a_text_comes_back_as_it_is_shown_and_makes_no_element(words: str) -> None:
    (found,) = read(tag("p", words)).all("p")
    assert found.children in ([], [found.text])
    shown = clean(words)
    if not any(0xFDD0 <= ord(c) <= 0xFDEF or ord(c) & 0xFFFE == 0xFFFE for c in shown):
        assert found.text == shown


@given(TEXTS)
def test_an_attribute_holds_any_text_and_no_other_attribute(words: str) -> None:
    (found,) = read(tag("p", title=words)).all("p")
    assert set(found.attributes) == {"title"}
    assert found.children == []


def test_markup_is_put_in_as_it_is_and_text_never() -> None:
    assert tag("p", tag("b", "<i>"), "<i>") == "<p><b>&lt;i&gt;</b>&lt;i&gt;</p>"
    assert join([None, "a", ("&", tag("b"))]) == "a&amp;<b></b>"
    assert text(text("&")) == "&amp;"
    assert line(" a \n\x1b[31m b ") == "a b"
    assert empty("link", href="a.html") == '<link href="a.html"/>'


def test_an_attribute_that_is_not_there_is_left_out() -> None:
    assert tag("a", "x", href="a.html", download=True, class_=None) == (
        '<a href="a.html" download>x</a>'
    )


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x"),
        *("//example.org/", "/etc/passwd", "vbscript:x", "file:///etc/passwd", "a b", "", "\x01x"),
        *("java\nscript:x", "mailto:ann@example.org", "?x", "x:y"),
    ],
)
def test_a_link_leads_to_the_web_or_to_a_page_of_ours_only(address: str) -> None:
    with pytest.raises(ValueError, match="nothing that a page may lead to"):
        tag("a", "x", href=address)


def test_links_of_ours_and_of_the_web_are_let_through() -> None:
    for address in ("index.html", "../owners/7.html", "#content", "https://example.org/?a=b&c='"):
        (found,) = read(tag("a", "x", href=address)).all("a")
        assert found.get("href") == address
