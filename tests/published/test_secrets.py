"""What is of the house never reaches a page, whichever field it was written into."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from commitrack.site import Wish, publish
from commitrack.store import Store
from commitrack.store.free_text import DESCRIPTIONS, SIGNATURES, VERBATIM, WHO
from tests.published.conftest import put, told
from tests.published.telling import LENS, pages

PUBLIC = {
    ("statements", "speaker"),
    ("statements", "role"),
    ("statements", "occasion"),
    ("mentions", "before"),
    ("mentions", "after"),
    ("date_moves", "reason"),
    ("evidence", "retracted"),
}
"""Columns of which nothing is secret: of all others the record holds something that is."""

ELSEWHERE = {
    ("merges", "source"): "what was taken in from another store is shown nowhere",
    ("saved_views", "name"): "a name has a form of its own; the site knows no view",
    ("saved_views", "query"): "a query has a form of its own; the site knows no view",
    ("transactions", "action"): "the tool's own words",
}
"""Columns into which the test can write no word of its own."""


def columns() -> set[tuple[str, str]]:
    """Every column that holds what people have written."""
    tables = [*VERBATIM.items(), *DESCRIPTIONS.items(), *WHO.items()]
    found = {(table, column) for table, names in tables for column in names}
    return found | {("transactions", column) for column in SIGNATURES}


def planted(place: str) -> set[tuple[str, str]]:
    """The columns in which the record holds a secret."""
    with sqlite3.connect(place) as connection:
        return {
            (table, column)
            for table, column in columns()
            if connection.execute(
                f'SELECT 1 FROM {table} WHERE "{column}" LIKE ? LIMIT 1', ("%secret-%",)
            ).fetchone()
        }


def test_the_record_holds_a_secret_in_every_column_that_can_have_one(store: Store) -> None:
    assert columns() - planted(store.place) == PUBLIC | set(ELSEWHERE)


def test_no_secret_is_in_any_file_of_the_site(site: Path) -> None:
    for path, text in pages(site).items():
        assert re.findall(r"secret-[\w-]+", text) == [], path
        assert "secret" not in path


def test_what_is_public_is_there(site: Path) -> None:
    whole = "".join(pages(site).values())
    found = set(re.findall(r"open-([a-z][\w-]+)", whole))
    for name in (
        *("statements-title", "statements-publisher", "statements-speaker", "statements-role"),
        *("statements-occasion", "quote-one", "text", "parties-name", "parties-parent"),
        *("parties-partner", "commitments-title", "commitments-success-test"),
        *("commitments-topic", "commitments-reason", "commitments-beneficiary"),
        *("commitments-due-text", "evidence-title", "evidence-url", "evidence-locator"),
        *("evidence-quote", "evidence-retracted", "paper-title", "date-moves-reason"),
    ):
        assert name in found, name


def test_our_clock_and_our_order_are_in_no_file(store: Store, site: Path) -> None:
    for text in pages(site).values():
        assert "follow" not in text.replace("follows a commitment", "").replace("nofollow", "")
        assert "priority" not in text
        assert "cadence" not in text
    follow_up = store.dossier(2).commitment.follow_up
    assert follow_up is not None
    assert not any(follow_up.isoformat() in text for text in pages(site).values())


def test_a_query_narrows_what_is_public_and_never_widens_it(store: Store, tmp_path: Path) -> None:
    for query in ("is:candidate", "visibility:internal", "C-0003", "C-0001 OR C-0003"):
        folder = tmp_path / query.replace(":", "-")
        found = put(store, folder, query)
        assert found.commitments == (1 if "C-0001" in query else 0), query
        assert "secret" not in "".join(pages(folder).values())


def test_the_query_is_not_on_the_page_but_that_it_is_a_selection(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "part"
    publish(store, LENS, folder, Wish("lead:secret"), told=told)
    overview = pages(folder)["index.html"]
    assert "lead" not in overview
    assert "a selection of the public record" in overview
