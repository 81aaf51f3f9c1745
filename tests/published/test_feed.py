"""The feed: an entry for each day on which something changed, under a name for good."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from commitrack.model.actions import Edit, SetFields
from commitrack.site.news import Newest, News
from commitrack.store import Store
from tests.published.conftest import put
from tests.published.telling import PARTLY, TODAY, Words, sign

ATOM = "{http://www.w3.org/2005/Atom}"


def read(site: Path) -> ElementTree.Element:
    """The feed of a site."""
    return ElementTree.fromstring((site / "feed.xml").read_bytes())


def one(element: ElementTree.Element, name: str) -> str:
    """The words of the only child of this name (RFC 4287 asks for exactly one)."""
    (found,) = element.findall(f"{ATOM}{name}")
    assert found.text
    return found.text


def test_it_has_what_the_standard_asks_for(site: Path) -> None:
    feed = read(site)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) > 4
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    for element in (feed, *entries):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one(element, "id"))
        assert one(element, "title").strip()
        datetime.strptime(one(element, "updated"), "%Y-%m-%dT%H:%M:%S%z")
        assert element.findall(f"{ATOM}link[@rel='alternate']")
    moments = [one(entry, "updated") for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert one(feed, "updated") == moments[0]
    names = [one(entry, "id") for entry in entries]
    assert len(set(names)) == len(names)


def test_names_stay_whatever_the_site_is_called_and_wherever_it_lies(
    store: Store, site: Path, tmp_path: Path
) -> None:
    put(store, tmp_path / "other", title="Another", base="https://example.org/site/")
    here, there = read(site), read(tmp_path / "other")
    assert one(here, "title") != one(there, "title")
    assert one(here, "id") == one(there, "id")
    ids = [[one(entry, "id") for entry in feed.findall(f"{ATOM}entry")] for feed in (here, there)]
    assert ids[0] == ids[1]


def test_links_are_relative_unless_the_address_of_the_site_is_known(
    store: Store, site: Path, tmp_path: Path
) -> None:
    for entry in read(site).findall(f"{ATOM}entry"):
        (link,) = entry.findall(f"{ATOM}link")
        assert (site / link.get("href", "")).is_file()
    assert not read(site).findall(f"{ATOM}link[@rel='self']")
    put(store, tmp_path / "other", base="https://example.org/site/")
    links = [link.get("href", "") for link in read(tmp_path / "other").iter(f"{ATOM}link")]
    assert "https://example.org/site/feed.xml" in links
    assert all(link.startswith("https://example.org/site/") for link in links)


def test_a_change_brings_an_entry_and_the_others_stay(
    store: Store, site: Path, words: Words
) -> None:
    before = [one(entry, "id") for entry in read(site).findall(f"{ATOM}entry")]
    edit = Edit(PARTLY, SetFields({"title": "A new title"}))
    store.apply([edit], sign(words, "ann", TODAY))
    put(store, site)
    entries = read(site).findall(f"{ATOM}entry")
    assert [one(entry, "id") for entry in entries][1:] == before
    assert "became “A new title”" in one(entries[0], "summary")


def test_the_newest_are_kept_and_the_others_counted() -> None:
    newest = Newest(3)
    moments = [datetime(2026, 1, day, tzinfo=UTC) for day in (5, 1, 9, 7, 3)]
    for number, at in enumerate(moments):
        newest.offer(News(number, "", at, ()))
    assert [one.at.day for one in newest.found()] == [9, 7, 5]
    assert newest.offered == 5
