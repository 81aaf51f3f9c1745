"""Whatever was done before, an erasure leaves not a word, and a chain that holds."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    AddLink,
    Claim,
    DismissQuestion,
    Edit,
    RecordCheck,
    SendBack,
    SetFields,
)
from commitrack.model.errors import CommitrackError, StoreError
from commitrack.model.records import CheckResult, LinkType, SourceClass
from commitrack.store import Store, open_store
from tests.store.conftest import draft, propose, sign

SECRET = "Zyxwort"
ORDER = replace(sign(), why="order 12/26")
TEXT = f"The {SECRET} Board will publish a plan. We might train {SECRET} staff by June."
OTHER = "The Harbour Board will train its staff. Nobody said when."
ACTIONS: tuple[Action, ...] = (
    Accept(owners=(f"{SECRET} Board",)),
    SetFields({"note": f"call {SECRET}"}),
    SetFields({"success_test": SECRET, "topic": SECRET, "tags": (SECRET,), "lead": SECRET}),
    SetFields({"due": date(2026, 6, 30)}, SECRET),
    SetFields({"due": date(2026, 9, 30)}, SECRET),
    SetFields({"owner": (f"{SECRET} Group",)}),
    AddEvidence(SECRET, SourceClass.SELF, url=f"https://x/{SECRET}", quote=SECRET),
    RecordCheck(CheckResult.NOTHING_FOUND, SECRET, note=SECRET),
    Claim(note=SECRET, success_test=SECRET),
    SendBack(SECRET),
    DismissQuestion("L2", SECRET),
    DismissQuestion("L4", SECRET),
)
numbers = st.sampled_from((1, 2, 3))
people = st.sampled_from(("ann", "bob"))


class ErasingMachine(RuleBasedStateMachine):
    """Edits full of a secret word, undone and redone; then what held it is erased."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.place = self.folder / "record.db"
        self.store: Store = open_store(self.place, create=True)
        self.erased = False

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        """A statement full of it, and another one."""
        first = f"The {SECRET} Board will publish a plan"
        second = f"We might train {SECRET} staff by June"
        self.store.add_statement(
            replace(draft(TEXT, SECRET), source=f"/in/{SECRET}.txt", speaker=SECRET),
            [propose(TEXT, first, f"{SECRET} Board"), propose(TEXT, second, f"{SECRET} Board")],
            {f"{SECRET} Board": f"{SECRET} Group"},
            sign(),
        )
        promise = propose(OTHER, "The Harbour Board will train its staff", "Harbour Board")
        self.store.add_statement(draft(OTHER), [promise], {}, sign())

    def _try(self, do: object) -> None:
        """What the rules refuse is refused; nothing else goes wrong."""
        try:
            do()  # type: ignore[operator]
        except StoreError:
            raise
        except CommitrackError:
            pass

    def _word(self) -> str:
        """After the erasure nobody writes the word again."""
        return "new" if self.erased else SECRET

    @precondition(lambda self: not self.erased)
    @rule(
        who=people,
        chosen=st.lists(st.tuples(numbers, st.sampled_from(ACTIONS)), min_size=1, max_size=3),
        why=st.booleans(),
    )
    def edit(self, who: str, chosen: list[tuple[int, Action]], why: bool) -> None:
        """One commitment or several, at once."""
        by = replace(sign(who), why=f"as {SECRET} says" if why else None)
        edits = [Edit(number, action) for number, action in chosen]
        self._try(lambda: self.store.apply(edits, by))

    @rule(number=numbers, other=numbers)
    def link(self, number: int, other: int) -> None:
        """One commitment bears on another."""
        action = AddLink(LinkType.DEPENDS_ON, other, self._word())
        self._try(lambda: self.store.apply([Edit(number, action)], sign()))

    @rule(kept=st.booleans())
    def merge(self, kept: bool) -> None:
        """Two parties become one, either way."""
        pair = ("Harbour Board", f"{SECRET} Board")
        source, into = pair if kept else pair[::-1]
        if not self.erased:
            self._try(lambda: self.store.merge_parties(source, into, sign()))

    @rule(who=people)
    def undo(self, who: str) -> None:
        """The last edit that stands."""
        self._try(lambda: self.store.undo(sign(who)))

    @rule(who=people, number=st.integers(1, 30), rest=st.booleans())
    def undo_any(self, who: str, number: int, rest: bool) -> None:
        """Any transaction."""
        self._try(lambda: self.store.undo(sign(who), number, rest=rest))

    @rule(who=people)
    def redo(self, who: str) -> None:
        """The last undo."""
        self._try(lambda: self.store.redo(sign(who)))

    @precondition(lambda self: not self.erased)
    @rule(party_too=st.booleans())
    def erase(self, party_too: bool) -> None:
        """The statement goes, and the word wherever else it was written."""
        if party_too:
            with contextlib.suppress(CommitrackError):
                self.store.erase_party(f"{SECRET} Board", ORDER)
        self.store.erase_statement(1, ORDER, also=(SECRET, f"{SECRET} Group"))
        self.erased = True

    @invariant()
    def the_chain_holds(self) -> None:
        """Every seal fits, or the tombstone does, and the record is what its history says."""
        found = self.store.verify()
        assert found.broken is None, found.detail

    @invariant()
    def nothing_of_it_is_left(self) -> None:
        """Not in any table, nor in what anybody is shown."""
        if not self.erased:
            return
        connection = sqlite3.connect(self.place)
        tables = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'"
            )
        ]
        for table in tables:
            held = repr(connection.execute(f'SELECT * FROM "{table}"').fetchall())
            assert SECRET.casefold() not in held.casefold(), table
        connection.close()
        assert 1 not in self.store.statement_numbers()
        assert {one.commitment.number for one in self.store.dossiers((1, 2, 3))} <= {3}


TestErasing = ErasingMachine.TestCase
TestErasing.settings = settings(
    max_examples=20,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
