"""Views as a file: what is written is read back, and what is wrong is told by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.errors import BadInput
from commitrack.query import SavedView, canonical, parse
from commitrack.query.sharing import held_against, read, written
from commitrack.query.views import HOTKEYS, title_of

NAMES = st.from_regex(r"[a-zéßж][a-z0-9_-]{0,8}", fullmatch=True).filter(
    lambda name: name not in ("all", "open", "mine", "soon", "week")
)
WORDS = st.text(min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)


def view(name: str, query: str, key: str | None = None, note: str | None = None) -> SavedView:
    return SavedView(name, title_of(name), canonical(parse(query)), key, note, own=True)


PHRASES = WORDS.map(lambda text: text.replace("\\", "\\\\").replace('"', '\\"')).map('"{}"'.format)
VIEWS = st.builds(
    view,
    NAMES.map(str.lower),
    PHRASES,
    st.none() | st.sampled_from(HOTKEYS),
    st.none() | WORDS,
)


@given(st.lists(VIEWS, min_size=1, max_size=4, unique_by=lambda one: one.name))
def test_what_is_written_is_read_back(views: list[SavedView]) -> None:
    assert list(read(written(views))) == views


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no views"),
        ("[views]", "holds no views"),
        ("x = 1", "holds no views"),
        ("[views.a", "is not valid TOML"),
        ("views.a = 3", "@a must be a table"),
        ("[views.a]", "@a has no query"),
        ("[views.a]\nquery = 3", "@a: query must be a text"),
        ("[views.a]\nquery = ''\nhotkye = '1'", "@a has no 'hotkye': did you mean 'hotkey'"),
        ("[views.a]\nquery = ''\nhotkey = '0'", "a view's key is one of 1 to 9"),
        ("[views.overdue]\nquery = ''", "@overdue is built in"),
        ("[views.A]\nquery = ''\n[views.a]\nquery = ''", "holds @a twice"),
        ("[views.a]\nquery = 'is:opne'", 'did you mean "open"'),
    ],
)
def test_a_file_that_holds_something_else_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read(text)


@given(st.text())
def test_any_text_is_a_file_of_views_or_is_refused(text: str) -> None:
    try:
        read(f"[views.a]\nquery = {text}")
    except BadInput:
        return


def test_what_comes_is_held_against_what_is_here() -> None:
    ours = (view("a", "x", "1"), view("b", "y"), view("c", "z", "2"))
    theirs = (view("a", "x", "9"), view("b", "other"), view("d", "new", "2"), view("e", "e", "2"))
    coming = held_against(theirs, ours)
    assert [one.name for one in coming.same] == ["a"]
    assert [(mine.query, other.query) for mine, other in coming.clashing] == [("y", "other")]
    assert [one.name for one in coming.new] == ["d", "e"]
    assert [(one.name, mine.name) for one, mine in coming.keyless] == [("d", "c"), ("e", "c")]
