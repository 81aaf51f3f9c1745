"""Web pages: what is the main text, how it is laid out, and what the page says of itself."""

from __future__ import annotations

import datetime

import pytest

from commitrack.sources import Document, understand

LONG = "The council met in March to talk about the buses, and all of its members were there. " * 3


def page(body: str, head: str = "", declared: str | None = None) -> Document:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return understand(html.encode(), source="a.html", suffix=".html", declared=declared)


def text(body: str) -> str:
    return page(body).text


AROUND = [
    "<nav><a href=/>Home</a> We will always have news</nav>",
    "<footer>We will answer within a day.</footer>",
    "<aside>We will also like these pages</aside>",
    "<header><p>We will serve you</p></header>",
    '<div id="cookie-notice">We will use cookies.</div>',
    '<div class="gem-c-cookie-banner">We will use cookies.</div>',
    '<div role="dialog">We will send you news.</div>',
    '<ul class="share-buttons"><li>We will share it</ul>',
    "<form>We will reply to you <input name=a><button>We will send</button></form>",
    "<script>var a = 'We will run';</script><style>.we-will {}</style>",
    "<noscript>We will need JavaScript.</noscript>",
    "<p hidden>We will be hidden.</p>",
    '<p style="display: none">We will be hidden.</p>',
    '<p aria-hidden="true">We will be hidden.</p>',
    '<span class="visually-hidden">We will be hidden.</span>',
    "<template><p>We will be a template.</p></template>",
]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("main", ["<main>{}</main>", '<div role="main">{}</div>', "<div>{}</div>"])
def test_what_stands_around_the_main_text_is_left_out(around: str, main: str) -> None:
    inside = main.format(f"<h1>Plan</h1><p>{LONG}</p><p>We act.</p>")
    assert text(f"{around}{inside}{around}") == f"Plan\n\n{LONG.strip()}\n\nWe act.\n"


def test_the_largest_article_is_the_main_text() -> None:
    found = text(f"<p>Other news.</p><article><p>{LONG}</article><article><p>More.</article>")
    assert found == f"{LONG.strip()}\n"


def test_a_page_that_marks_nothing_keeps_all_its_paragraphs() -> None:
    assert text("<p>We will act.<p>We will pay.") == "We will act.\n\nWe will pay.\n"


def test_a_page_that_is_one_form_is_read() -> None:
    assert "We will act." in text(f"<form><div><h1>Plan</h1><p>{LONG}<p>We will act.</div></form>")


def test_a_headline_outside_of_the_main_part_is_kept() -> None:
    found = page(f"<header><h1>Our plan</h1></header><main><p>{LONG}</p></main>")
    assert found.text == f"Our plan\n\n{LONG.strip()}\n"
    assert found.title_hint == "Our plan"


LAID_OUT = [
    ("<p>We will:<ul><li>act;<li>pay.</ul>", "We will:\n\n• act;\n• pay.\n"),
    ("<ol start=3><li>act<li value=7>pay</ol>", "3. act\n7. pay\n"),
    ("<ol type=a><li>act<li>pay</ol>", "a. act\nb. pay\n"),
    ("<ul><li>act<ol><li>now</ol><li>pay</ul>", "• act\n  1. now\n• pay\n"),
    ("<ul><li><p>act</p><p>soon</p><li>pay</ul>", "• act\n\nsoon\n\n• pay\n"),
    ("<h2>Act <em>now</em></h2>We will.", "Act now\n\nWe will.\n"),
    ("<h2>Act<a href=#act>¶</a></h2>We will.", "Act\n\nWe will.\n"),
    ("<p>We&nbsp;will&#32;act &amp; pay &ndash; caf&eacute;.", "We will act & pay – café.\n"),
    ("<p>We will<br>act.<br><br>Yes.", "We will\nact.\n\nYes.\n"),
    ("<p>We\n  will\tact.", "We will act.\n"),
    ("<p>We <q>will</q> act.", "We “will” act.\n"),
    (
        "<p>We will.<sup><a href=#1>1</a></sup> By 2026<sup>[<a href=#n>2</a>]</sup> it",
        "We will. By 2026 it\n",
    ),
    ("<p>On 1<sup>st</sup> May, 5 m<sup>2</sup>", "On 1st May, 5 m2\n"),
    ("<p>We will <del>never</del><s>not</s><ins>always</ins> act", "We will always act\n"),
    ("<p>im\u00adple\u00adment it\u200b now", "implement it now\n"),
    ("<dl><dt>Action<dd>We will act.</dl>", "Action\n\nWe will act.\n"),
    ("<pre>We will:\n  act</pre>", "We will:\nact\n"),
    (
        "<table><tr><th>Action<th>Who<th>When<tr><td>Act<td>Chair<td>May</table>",
        "Action | Who | When\nAct | Chair | May\n",
    ),
    (
        "<table><caption>What</caption><tr><th>Action<th>Who<tr><td>Act | pay<td></table>",
        "What\n\nAction | Who |\nAct ¦ pay | |\n",
    ),
    (
        "<table><tr><td>Act<td rowspan=2>Chair<td>May<tr><td>Pay<td>June</table>",
        "Act | Chair | May\nPay | Chair | June\n",
    ),
    ("<table><tr><td colspan=2>All<td>x<tr><td>a<td>b<td>c</table>", "All | | x\na | b | c\n"),
    (
        "<table role=presentation><tr><td>Left<td>Right<tr><td>a<td>b</table>",
        "Left\n\nRight\n\na\n\nb\n",
    ),
    ("<table><tr><td><p>We will act.<p>We will pay.</table>", "We will act.\n\nWe will pay.\n"),
]


@pytest.mark.parametrize(("html", "expected"), LAID_OUT)
def test_blocks_are_laid_out_as_the_extractor_reads_them(html: str, expected: str) -> None:
    assert text(html) == expected


DATES = [
    '<meta property="article:published_time" content="2026-02-20T09:00:00+00:00">',
    '<meta name="DC.date" content="2026-02-20">',
    '<meta name="dcterms.issued" content="2026-02-20">',
    '<meta itemprop="datePublished" content="2026/02/20">',
    '<script type="application/ld+json">{"datePublished": "2026-02-20T01:00Z"}</script>',
    '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-02-20"}]}</script>',
]


@pytest.mark.parametrize("head", DATES)
def test_the_day_of_publication_is_that_of_the_metadata(head: str) -> None:
    assert page(f"<p>{LONG}", head).said_on == datetime.date(2026, 2, 20)


def test_the_day_is_that_of_the_time_beside_the_headline() -> None:
    time = '<time datetime="2026-02-20">20 February</time>'
    assert page(f"<main><h1>Plan</h1>{time}<p>{LONG}</main>").said_on == datetime.date(2026, 2, 20)
    late = '<time datetime="2027-03-01">1 March</time>'
    assert page(f"<main><h1>Plan</h1><p>{LONG * 3}<p>Until {late}.</main>").said_on is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="DC.date" content="03/04/2026">',
        '<meta name="DC.date" content="2026-02-31">',
        '<meta name="DC.date" content="2026-02">',
        '<meta property="article:modified_time" content="2026-02-20">',
        '<meta name="DC.date" content="2026-02-20"><meta name="pubdate" content="2026-02-21">',
        '<script type="application/ld+json">{"datePublished": </script>',
    ],
)
def test_a_day_that_is_not_sure_is_not_taken(head: str) -> None:
    assert page(f"<p>{LONG}", head).said_on is None


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Harrow Council">', "Harrow Council"),
        (
            '<meta name="DC.publisher" content="A &amp; B">'
            '<meta property="og:site_name" content="C">',
            "A & B",
        ),
        ('<meta name="publisher" content="https://harrow.example">', None),
        ("", None),
    ],
)
def test_the_publisher_is_that_of_the_metadata(head: str, publisher: str | None) -> None:
    assert page(f"<p>{LONG}", head).publisher == publisher


@pytest.mark.parametrize(
    ("body", "head", "title"),
    [
        ("<h1>The <b>plan</b></h1><p>x", "<title>Other</title>", "The plan"),
        ("<h1>One</h1><h1>Two</h1>", "<title>The plan</title>", "The plan"),
        (
            "<p>x",
            '<title>The plan - Harrow</title><meta property="og:site_name" content="Harrow">',
            "The plan",
        ),
        ("<p>x", "<title>The plan - part 2</title>", "The plan - part 2"),
    ],
)
def test_the_title_is_the_only_headline_or_the_pages_own(body: str, head: str, title: str) -> None:
    assert page(body, head).title_hint == title


ENCODED = "<p>We will open a café – “soon”."


@pytest.mark.parametrize(
    ("data", "declared", "encoding"),
    [
        (ENCODED.encode(), None, "utf-8"),
        (ENCODED.encode("cp1252"), None, "windows-1252"),
        (ENCODED.encode("cp1252"), "text/html; charset=ISO-8859-1", "windows-1252"),
        (b"<meta charset=iso-8859-1>" + ENCODED.encode("cp1252"), None, "windows-1252"),
        (b"<meta charset=iso-8859-1>" + ENCODED.encode(), "text/html; charset=utf-8", "utf-8"),
        (b"\xff\xfe" + ENCODED.encode("utf-16-le"), None, "utf-16-le"),
        (ENCODED.encode("mac-roman"), "text/html; charset=macintosh", "mac-roman"),
        (b"<meta charset=utf-8>" + ENCODED.encode("cp1252"), None, "windows-1252"),
    ],
)
def test_the_encoding_is_what_mark_header_or_page_say(
    data: bytes, declared: str | None, encoding: str
) -> None:
    document = understand(data, source="a.html", suffix=".html", declared=declared)
    assert document.text == "We will open a café – “soon”.\n"
    assert document.encoding == encoding
