"""Views of one's own: on record with their history, never in a circle, and never in two minds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.model.errors import CommitrackError, Conflict, NotFound, Refused
from commitrack.model.history import Receipt
from commitrack.model.taking import Side
from commitrack.query import QueryError, SavedView
from commitrack.store import Store, open_store
from commitrack.store.staging import staged
from tests.store.conftest import sign

Save = Callable[..., Receipt]


@pytest.fixture
def save(store: Store) -> Save:
    def saved(name: str, query: str, key: str | None = None, *, replace: bool = False) -> Receipt:
        view = SavedView(name, name, query, key)
        return store.save_views([view], sign(), replace=replace)

    return saved


def queries(store: Store) -> dict[str, str]:
    return {view.name: view.query for view in store.views()}


def test_a_view_is_kept_in_its_one_spelling_and_its_saving_is_history(
    store: Store, save: Save
) -> None:
    receipt = save("board-papers", "IS:open  tags:board sort:due", "4")
    assert receipt.action == "save view @board-papers"
    (view,) = store.views()
    assert (view.name, view.title, view.own) == ("board-papers", "Board papers", True)
    assert (view.query, view.hotkey) == ("is:open tag:board sort:due", "4")
    newest = store.history()[0]
    assert {change.field for change in newest.changes} >= {"name", "query", "hotkey"}
    assert store.verify().broken is None


def test_the_same_again_changes_nothing_and_another_is_refused_unless_it_is_to_replace(
    store: Store, save: Save
) -> None:
    save("weekly", "due:today..eow")
    assert save("weekly", "due:today..eow").changed == 0
    with pytest.raises(Conflict, match="@weekly is there already"):
        save("weekly", "is:open")
    assert queries(store) == {"weekly": "due:today..eow"}
    save("weekly", "is:open", replace=True)
    assert queries(store) == {"weekly": "is:open"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("is:opne", "did you mean"),
        ("@weekly -lead:ann", "refers to itself: @weekly → @weekly"),
        ("@round", "refers to itself: @weekly → @round → @weekly"),
        ("@nowhere", "unknown view"),
    ],
)
def test_a_query_that_cannot_be_used_is_not_kept(
    store: Store, save: Save, query: str, said: str
) -> None:
    save("weekly", "is:open")
    save("round", "@weekly")
    with pytest.raises(QueryError, match=said):
        save("weekly", query, replace=True)
    assert queries(store)["weekly"] == "is:open"


def test_a_key_is_that_of_one_view(store: Store, save: Save) -> None:
    save("weekly", "is:open", "3")
    with pytest.raises(Conflict, match="the key 3 is that of @weekly"):
        save("other", "is:closed", "3")
    save("weekly", "is:open", "4", replace=True)
    save("other", "is:closed", "3")


def test_several_are_saved_together_or_not_at_all(store: Store) -> None:
    good, bad = SavedView("a", "A", "@b is:open"), SavedView("b", "B", "is:opne")
    with pytest.raises(QueryError):
        store.save_views([good, bad], sign())
    assert store.views() == ()
    receipt = store.save_views([good, SavedView("b", "B", "is:closed")], sign())
    assert receipt.action == "save views @a, @b"
    assert queries(store) == {"a": "@b is:open", "b": "is:closed"}


def test_a_view_is_renamed_where_others_name_it_too(store: Store, save: Save) -> None:
    save("old", "is:open")
    save("user", "@old -(@old lead:ann) sort:due")
    save("other", "is:closed")
    store.rename_view("@Old", "new", sign())
    assert queries(store)["user"] == "@new -(@new lead:ann) sort:due"
    with pytest.raises(Conflict, match="@other is there already"):
        store.rename_view("new", "other", sign())
    store.undo(sign())
    assert queries(store) == {
        "old": "is:open",
        "user": "@old -(@old lead:ann) sort:due",
        "other": "is:closed",
    }


def test_a_view_that_another_names_stays(store: Store, save: Save) -> None:
    save("base", "is:open")
    save("user", "-@base")
    with pytest.raises(Refused, match="@base is named by @user"):
        store.drop_views(["base"], sign())
    store.drop_views(["user", "base"], sign())
    assert store.views() == ()


@pytest.mark.parametrize(
    ("name", "error", "said"),
    [
        ("wekly", NotFound, "did you mean @weekly"),
        ("zzz", NotFound, "commitrack view list"),
        ("overdue", Refused, "@overdue is built in"),
    ],
)
def test_what_is_no_view_of_ones_own_cannot_be_dropped_or_renamed(
    store: Store, save: Save, name: str, error: type[CommitrackError], said: str
) -> None:
    save("weekly", "is:open")
    with pytest.raises(error, match=said):
        store.drop_views([name], sign())
    with pytest.raises(error, match=said):
        store.rename_view(name, "fresh", sign())


def test_saving_dropping_and_saving_again_is_taken_back_step_by_step(
    store: Store, save: Save
) -> None:
    save("weekly", "is:open")
    store.drop_views(["weekly"], sign())
    save("weekly", "is:closed")
    assert queries(store) == {"weekly": "is:closed"}
    store.undo(sign())
    assert queries(store) == {}
    store.undo(sign())
    assert queries(store) == {"weekly": "is:open"}
    store.redo(sign())
    assert queries(store) == {}


def test_views_of_two_stores_meet_by_name_and_a_clash_is_told(
    store: Store, save: Save, place: Path, tmp_path: Path
) -> None:
    save("same", "is:open")
    save("clash", "is:open")
    other = open_store(tmp_path / "other.db", create=True)
    views = {"same": "is:open", "clash": "is:closed", "new": "@same"}
    other.save_views([SavedView(name, name, text) for name, text in views.items()], sign("bob"))
    other.close()
    with staged(tmp_path / "other.db", "other.db") as found:
        taken = store.take_in(found, sign())
    assert [one.record for one in taken.differences] == ["view @clash"]
    assert queries(store) == {"same": "is:open", "clash": "is:open", "new": "@same"}
    with staged(tmp_path / "other.db", "other.db") as found:
        store.take_in(found, sign(), take=Side.THEIRS)
    assert queries(store)["clash"] == "is:closed"
