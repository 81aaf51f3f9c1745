"""Hostile words in every field: every file of the site stays what it is."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from commitrack.model.inert import csv_cell
from commitrack.site import Wish, publish
from commitrack.store import open_store
from tests.published.conftest import told
from tests.published.reading import read
from tests.published.telling import LENS, Words, fill, pages

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</title></style></textarea><svg onload=alert(1)>",
    "]]>&lt;&#60;&amp;<!-- --!>",
    "\x1b]0;title\x07\x1b[31mred\x9b\x00\x08\ufffe\uffff\ud7ff",
    "\u202egnp\u202c\u2066\u200f\u061c",
    '=cmd|"/c calc"!A1',
    "{{7*7}}${7*7}<%= 7 %>",
    "a" * 120,
)
"""Markup of every sort, what terminals and spreadsheets act on, what turns words round."""

_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")


def wild() -> Words:
    """One hostile text after another, each with the name of its field; a title may not be long."""
    turn = 0

    def write(name: str) -> str:
        nonlocal turn
        turn += 1
        words = HOSTILE[turn % len(HOSTILE)]
        short = "title" in name
        return f"{words[:40] if short else words} {name}"

    return Words(write, str)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of a record that is hostile throughout, read as bytes that must be UTF-8."""
    folder = tmp_path_factory.mktemp("hostile")
    store = open_store(folder / "record.db", create=True)
    fill(store, wild())
    wish = Wish(title="<b>\u202eTitle</b>", base="https://example.org/")
    publish(store, LENS, folder / "site", wish, told=told)
    store.close()
    return pages(folder / "site")


def test_no_page_has_an_element_or_an_attribute_of_the_records_making(
    hostile: dict[str, str],
) -> None:
    seen = 0
    for path, text in hostile.items():
        if not path.endswith(".html"):
            continue
        seen += 1
        for one in read(text).all():
            assert one.name not in ("script", "img", "style", "textarea", "object")
            assert not any(name.startswith("on") for name in one.attributes), path
    assert seen > 9


def test_no_file_holds_a_control_or_turns_words_round(hostile: dict[str, str]) -> None:
    for path, text in hostile.items():
        assert not _NEVER.search(text), path
        if path.endswith(("html", "xml")):
            assert not re.search("[\ufffe\uffff]", text), path


def test_the_words_are_shown_as_they_are(hostile: dict[str, str]) -> None:
    whole = "".join(read(text).text for path, text in hostile.items() if path.endswith(".html"))
    for words in ("<script>alert(1)</script>", "{{7*7}}${7*7}", "]]>&lt;&#60;&amp;<!-- --!>"):
        assert words in whole


def test_the_feed_is_well_formed(hostile: dict[str, str]) -> None:
    root = ElementTree.fromstring(hostile["feed.xml"])
    assert len(root) > 4


def test_the_json_is_exact_and_the_csv_runs_nothing(hostile: dict[str, str]) -> None:
    data = json.loads(hostile["data/commitments.json"])
    assert any("<script>" in text for text in _texts(data))
    for row in csv.reader(io.StringIO(hostile["data/commitments.csv"])):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t")), cell
            assert cell == csv_cell(cell) or cell.startswith("'")


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for one in data.values():
            yield from _texts(one)
    elif isinstance(data, list):
        for one in data:
            yield from _texts(one)


def test_a_name_that_is_a_path_makes_no_file(hostile: dict[str, str]) -> None:
    for path in hostile:
        assert re.fullmatch(r"[\w./-]+", path), path


def test_the_manifest_names_the_files_that_are_there(hostile: dict[str, str]) -> None:
    named = json.loads(hostile[".commitrack-site.json"])["pages"]
    assert set(named) == set(hostile) - {".commitrack-site.json"}
