"""Whatever is typed is data: no words reach SQLite as a part of a statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import commitrack.store
from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import CommitrackError, StoreError
from commitrack.query import parse
from commitrack.store import Lens, Store
from tests.store.conftest import TODAY, sign

PIECES = (
    *("'", '"', "';", "--", "/*", "*/", ";", ")", "(", "*", "%", "_", "\\", "NEAR(", " OR ", "^"),
    *("{quote} : ", "x' OR 1=1", "UNION SELECT", "DROP TABLE changes", "?", "?1", ":a", "`", "["),
)
TYPED = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=8), max_size=6
).map("".join)
FIELDS = st.sampled_from(
    ("", "text:", "owner:", "owner:=", "lead:", "topic:", "tag:", "statement:")
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(FIELDS, TYPED, st.booleans())
def test_a_query_finds_or_is_refused_in_our_words(
    store: Store, field: str, typed: str, quoted: bool
) -> None:
    text = f'{field}"{typed}"' if quoted else f"{field}{typed}"
    try:
        store.ids(parse(text), Lens(TODAY, typed))
    except StoreError:
        raise
    except CommitrackError:
        pass  # no query: the parser says so, with a caret


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TYPED.filter(lambda one: "\0" not in one), st.integers(min_value=0))
def test_what_is_stored_comes_back_as_it_was_and_nothing_else_changes(
    store: Store, typed: str, number: int
) -> None:
    statements = store.statements()
    store.apply([Edit(1, SetFields({"note": typed or None, "topic": f"{typed}{number}"}))], sign())
    assert store.dossier(1).commitment.note == (typed or None)
    assert store.dossier(1).commitment.topic == f"{typed}{number}"
    store.set_party(f"{typed} {number}", {}, sign())
    assert f"{typed} {number}" in {one.name for one in store.parties()}
    assert store.statements() == statements
    assert store.verify().broken is None


def _executed(tree: ast.AST) -> Iterator[ast.expr]:
    """The first argument of every call of ``execute`` and ``executemany``."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("execute", "executemany")
            and node.args
        ):
            yield node.args[0]


def test_no_statement_is_put_together_by_anything_but_the_store_itself() -> None:
    """Outside the store nobody executes; inside nobody joins words to SQL with %, + or format."""
    root = Path(commitrack.store.__file__).parents[1]
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for sql in _executed(tree):
            assert "store" in path.parts, path
            assert not isinstance(sql, ast.BinOp | ast.Call), (path, ast.unparse(sql))
