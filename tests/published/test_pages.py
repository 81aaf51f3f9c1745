"""What the pages say."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.actions import AddEvidence, Approve, Claim, SetFields
from commitrack.model.records import SourceClass
from commitrack.site.context import REACH, passage
from commitrack.store import Store, open_store
from tests.published.conftest import put
from tests.published.reading import Element, read
from tests.published.telling import pages
from tests.reports.conftest import accept, do, propose


def page(site: Path, path: str) -> Element:
    """The content of a page."""
    (main,) = read((site / path).read_text("utf-8")).all("main")
    return main


def facts(element: Element) -> dict[str, str]:
    """The labelled values of a page."""
    pairs = [pair for one in element.all("dl") for pair in one.all("div")]
    return {next(p.all("dt")).text: next(p.all("dd")).text for p in pairs}


def test_a_quote_is_lit_among_the_words_around_it_with_where_it_was_said(site: Path) -> None:
    (figure,) = page(site, "commitments/C-0001.html").all("figure")
    (mark,) = figure.all("mark")
    assert mark.text == "We will publish the plan open-quote-one by 1 October 2025."
    (quoted,) = figure.all("blockquote")
    assert "open-text" in quoted.text
    assert "for the river crossing" in quoted.text
    (caption,) = figure.all("figcaption")
    assert caption.text == (
        "open-statements-speaker, open-statements-role, open-statements-publisher, "
        "open-statements-occasion: open-statements-title, 1 August 2025"
    )
    assert not list(caption.all("a"))
    (address,) = page(site, "commitments/C-0004.html").all("cite")
    assert address.parent is not None
    assert address.parent.get("href") == "https://example.org/open-speech"


def test_three_questions_have_three_answers(site: Path) -> None:
    said = facts(page(site, "commitments/C-0001.html"))
    assert said["Status"].startswith("partly delivered: closed materially short")
    assert said["Because"] == "open-commitments-reason"
    assert said["Against its date"].startswith("met")
    assert said["Support on record"] == "verified: a second person has verified its delivery"
    assert said["What would count as done"] == "open-commitments-success-test"


def test_what_nobody_else_has_approved_says_so_wherever_it_stands(tmp_path: Path) -> None:
    store = open_store(tmp_path / "own.db", create=True)
    propose(store, "We will publish the plan")
    accept(store, 1, None, None)
    paper = AddEvidence("The plan", SourceClass.OFFICIAL, url="https://example.org/plan")
    public = SetFields({"visibility": "public"})
    do(store, 1, public, paper, Claim(success_test="it is out"), Approve(self_verify=True))
    put(store, tmp_path / "site")
    store.close()
    for path in ("commitments/C-0001.html", "owners/1.html", "all/1.html"):
        assert "delivered (self-verified)" in page(tmp_path / "site", path).text, path
    said = facts(page(tmp_path / "site", "commitments/C-0001.html"))
    assert "second person found" not in said["Status"]
    assert "no second person has" in said["Status"]
    assert said["Support on record"].startswith("official")
    assert "1 was approved by the one who proposed it" in page(tmp_path / "site", "index.html").text
    (row,) = csv.DictReader(
        io.StringIO((tmp_path / "site/data/commitments.csv").read_text("utf-8"))
    )
    assert row["self_verified"] == "yes"


def test_dates_keep_the_first_and_tell_each_move(site: Path) -> None:
    main = page(site, "commitments/C-0001.html")
    said = facts(main)
    assert said["First date"] == "1 October 2025"
    assert said["Date now"] == "1 December 2025"
    assert said["Slippage"] == "61 days later than first said, 1 move to a later day"
    (moves,) = [t for t in main.all("table") if "move" in next(t.all("caption")).text]
    assert "open-date-moves-reason" in moves.text


def test_evidence_without_a_public_address_is_named_and_not_linked(site: Path) -> None:
    main = page(site, "commitments/C-0001.html")
    links = [one.get("href") for one in main.all("a")]
    assert "https://example.org/open-evidence-url" in links
    assert "open-paper-title document, no public address" in main.text
    assert "open-retracted-title" in [one.text for one in main.all("s")]


def test_an_absence_is_told_with_the_day_of_the_last_look(site: Path) -> None:
    assert "None recorded, no look is recorded." in page(site, "commitments/C-0004.html").text


def test_only_links_between_public_commitments_are_shown(site: Path) -> None:
    main = page(site, "commitments/C-0002.html")
    assert [a.text for a in main.all("a") if a.text.startswith("C-")] == ["C-0001"]
    assert "C-0003" not in "".join(pages(site).values())
    assert "It has as a part C-0002." in page(site, "commitments/C-0001.html").text


def test_an_owner_has_a_page_with_what_it_promised_and_where_it_belongs(site: Path) -> None:
    named = {next(page(site, p).all("h1")).text: p for p in pages(site) if p.startswith("owners/")}
    assert set(named) == {"open-parties-name", "open-parties-other"}
    main = page(site, named["open-parties-name"])
    assert facts(main)["Part of"] == "open-parties-parent"
    assert not [a for a in main.all("a") if a.text == "open-parties-parent"]
    ids = [a.get("href") for a in main.all("a") if "commitments/" in a.get("href")]
    assert ids == [f"../commitments/C-000{n}.html" for n in (1, 4, 6)]


def test_recommendations_and_aspirations_are_shown_and_not_counted(site: Path) -> None:
    overview = page(site, "index.html")
    (numbers,) = [one for one in overview.all("ul") if one.get("class") == "numbers"]
    assert numbers.text.startswith("3 published")
    assert "1 recommendation or aspiration is on record besides" in overview.text
    assert "not counted as delivered or not" in page(site, "commitments/C-0006.html").text


def test_corrections_are_told_newest_first(site: Path) -> None:
    main = page(site, "corrections.html")
    assert "open-test-before” became “open-test-after" in main.text
    assert "evidence retracted: open-retracted-title" in main.text
    days = [one.get("datetime") for one in main.all("time")]
    assert days == sorted(days, reverse=True)


def test_a_site_of_nothing_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "empty.db", create=True)
    found = put(store, tmp_path / "site")
    store.close()
    assert found.commitments == 0
    assert "Nothing is published yet." in page(tmp_path / "site", "index.html").text
    assert (
        json.loads((tmp_path / "site/data/commitments.json").read_text("utf-8"))["commitments"]
        == []
    )


def test_the_downloads_hold_every_commitment_that_has_a_page(site: Path) -> None:
    ids = sorted(p[len("commitments/") : -5] for p in pages(site) if p.startswith("commitments/"))
    data = json.loads((site / "data/commitments.json").read_text("utf-8"))
    assert data["as_of"] == "2026-03-02"
    assert data["selection"] is False
    assert [one["id"] for one in data["commitments"]] == ids
    rows = list(csv.DictReader(io.StringIO((site / "data/commitments.csv").read_text("utf-8"))))
    assert [row["id"] for row in rows] == ids
    assert rows[0]["slippage_days"] == "61"
    for one in data["commitments"]:
        assert (site / one["page"]).is_file()
        for said in one["said"]:
            assert said["quote"]


def test_the_day_stands_on_the_overview_alone_so_that_pages_stay_as_they_are(
    store: Store, site: Path
) -> None:
    dated = [
        path for path, text in pages(site).items() if "2 March 2026" in text or "2026-03-02" in text
    ]
    assert dated == ["data/commitments.json", "index.html"]


@given(st.text(alphabet="ab c\n", max_size=2_000), st.data())
def test_a_passage_is_part_of_its_text_and_holds_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = passage(text, start, end)
    assert found.quote == text[start:end]
    assert text[:start].endswith(found.before)
    assert text[end:].startswith(found.after)
    assert max(len(found.before), len(found.after)) <= REACH
    left = text[: start - len(found.before)]
    assert found.begun == bool(left.strip())
    assert found.goes_on == bool(text[end + len(found.after) :].strip())


@pytest.fixture
def long(tmp_path: Path) -> Iterator[Store]:
    """A record of more commitments than stand in one list."""
    from make_store import fill

    opened = open_store(tmp_path / "long.db", create=True)
    list(fill(opened, 900))
    yield opened
    opened.close()


def test_long_lists_are_cut_by_number_and_lead_to_each_other(long: Store, tmp_path: Path) -> None:
    site = tmp_path / "site"
    found = put(long, site)
    lists = sorted((p for p in pages(site) if p.startswith("all/")), key=lambda p: int(p[4:-5]))
    assert lists == [f"all/{n}.html" for n in range(1, 6)]
    rows = [len(list(page(site, path).all("tr"))) - 1 for path in lists]
    assert sum(rows) == found.commitments
    for at, path in enumerate(lists):
        (ways,) = page(site, path).all("nav")
        leads = [a.get("href").removeprefix("../") for a in ways.all("a")]
        assert leads == [lists[n] for n in (at - 1, at + 1) if 0 <= n < len(lists)]
