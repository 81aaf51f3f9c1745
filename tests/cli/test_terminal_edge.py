"""Whatever the record holds, nothing that a terminal would obey reaches it from any command."""

from __future__ import annotations

import hashlib
import re
from contextlib import chdir
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commitrack.cli.app import SECTIONS
from commitrack.model.actions import (
    Accept,
    AddEvidence,
    AddLink,
    Claim,
    DismissQuestion,
    Edit,
    FieldValue,
    RecordCheck,
    SendBack,
    SetFields,
)
from commitrack.model.history import Signature
from commitrack.model.records import CheckResult, Commitment, LinkType, SourceClass
from commitrack.model.statements import Copy, Mention, StatementDraft
from commitrack.reports.catalogue import CATALOGUE, Argument
from commitrack.reports.rendering import FORMATS
from commitrack.store import Proposal, open_store
from tests.cli.harness import CommandLine
from tests.model.test_cleaning import obeyed

ALL = "".join(char for char in map(chr, range(0x110000)) if obeyed(char) and char != "\0")
STORED = "".join(char for char in ALL if not "\ud800" <= char <= "\udfff")
"""Every character that a terminal, or a reader's eye, would act on and a file can hold."""
ESCAPES = "\x1b]0;title\x07\x1b[31m\x1b[2J\x9b5n\x1b(0\x1bP1$r\x1b\\\x1b]8;;http://x\x1b\\y"
DAY = date(2026, 3, 2)


def fill(run: CommandLine, evil: str) -> None:
    """A store with the same hostile words in every field that holds words."""
    by = Signature(f"ann {evil}"[:150], DAY, datetime(2026, 3, 2, 9, tzinfo=UTC), evil, evil)
    quotes = [f"We will hope to look at {evil} plans", f"We might train {evil} staff"]
    text = ". ".join(quotes)
    owner = f"Body {evil}"[:190]
    proposals = []
    for quote in quotes:
        start = text.index(quote)
        mention = Mention(0, start, start + len(quote), quote, text[:start][-32:], "")
        proposals.append(Proposal(Commitment(f"do {evil}"[:80], quote, owners=(owner,)), mention))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    draft = StatementDraft(
        text,
        sha256,
        f"Title {evil}",
        source=f"{evil}.txt",
        publisher=evil,
        speaker=evil,
        role=evil,
        occasion=evil,
    )
    copy = Copy(0, f"{evil}.txt", "text/plain", by.at, by.actor, url=evil, redirects=(evil,))
    store = open_store(run.store, create=True)
    try:
        store.add_statement(draft, proposals, {owner: f"Parent {evil}"[:190]}, by, copy=copy)
        store.set_party(owner, {"aliases": (f"Alias {evil}", "Plain name")}, by)
        fields: dict[str, FieldValue] = dict.fromkeys(("note", "topic", "success_test"), evil)
        fields |= {"tags": (evil,), "lead": evil}
        paper = AddEvidence(evil, SourceClass.OFFICIAL, url=evil, locator=evil, quote=evil)
        for number in (1, 2):
            actions = (Accept(), SetFields(fields), paper)
            looked = RecordCheck(CheckResult.NOTHING_FOUND, evil, note=evil)
            edits = [Edit(number, action) for action in (*actions, looked)]
            store.apply(edits, by)
        store.apply([Edit(1, SetFields({"due": date(2026, 1, 1)}))], by)
        store.apply([Edit(1, SetFields({"due": date(2026, 2, 1)}, evil))], by)
        store.apply([Edit(1, DismissQuestion("L2", f"because {evil}"))], by)
        store.apply([Edit(1, AddLink(LinkType.DEPENDS_ON, 2, evil))], by)
        store.apply([Edit(1, Claim(note=evil))], by)
        store.apply([Edit(1, SendBack(f"no {evil}"))], replace(by, actor="bob"))
        store.apply([Edit(1, Claim(note=evil))], by)
        store.mark_read(1, [(len(quotes[0]), len(quotes[0]) + 2)], by, note=evil)
    finally:
        store.close()


SUBJECTS: dict[str, tuple[str, ...]] = {
    Argument.QUERY: (),
    Argument.COMMITMENT: ("C-1",),
    Argument.STATEMENT: ("S-1",),
    Argument.PARTY: ("Plain name",),
    Argument.PARTY_OR_IDS: ("C-1", "C-2"),
}
REPORTS = tuple(
    ("report", one.name, *SUBJECTS[one.argument], "--format", form)
    for one in CATALOGUE.values()
    for form in FORMATS
)

COMMANDS = (
    ("export",),
    ("list",),
    ("list", "--json"),
    *(("list", "--format", form) for form in ("csv", "md", "ids")),
    ("list", "group:owner", "sort:lead"),
    *((one, "C-1") for one in ("show", "history", "lint")),
    *((one, "C-1", "--json") for one in ("show", "history", "lint")),
    ("history",),
    ("statement", "list"),
    ("statement", "show", "S-1"),
    ("statement", "show", "S-1", "--json"),
    ("party", "list"),
    ("party", "list", "--json"),
    ("party", "list", "--alike"),
    ("evidence", "list", "C-1"),
    ("undo", "12", "--dry-run"),
    ("undo", "1", "--dry-run"),
    ("reopen", "C-1", "--why", "x"),
    ("set", "C-1", "C-2", "topic=x", "--dry-run"),
    ("purge", "statement", "S-1", "--why", "x", "--dry-run"),
    ("doctor", "--verify"),
    ("view", "list"),
    ("config",),
    *REPORTS,
)


OUR_OWN = re.compile(r"\x1b\[(?:0|1|2|22)?m")
"""Bold, dim and back, which tables use on a terminal; what is hostile here has colours."""


def dangers(shown: str) -> str:
    """What of an output would be obeyed."""
    plain = OUR_OWN.sub("", shown.replace("\r\n", "\n"))
    return " ".join(f"{ord(char):04x}" for char in plain if obeyed(char))


@pytest.fixture
def hostile(run: CommandLine) -> CommandLine:
    """Every dangerous character, in every field."""
    fill(run, ESCAPES + STORED)
    return run


@pytest.mark.parametrize("terminal", [False, True], ids=["piped", "terminal"])
def test_no_command_prints_what_a_terminal_would_obey(hostile: CommandLine, terminal: bool) -> None:
    worked = set()
    for command in COMMANDS:
        done = hostile(*command, terminal=terminal)
        assert not dangers(done.out), command
        assert not dangers(done.err), command
        assert "unexpected" not in done.err, (command, done.err)
        worked |= {command[0]} if done.code == 0 else set()
    assert worked >= {"list", "show", "history", "statement", "party", "report", "lint", "undo"}


def test_every_section_of_the_command_line_is_looked_at() -> None:
    looked_at = {command[0] for command in COMMANDS}
    assert all(looked_at & set(entries) for entries in SECTIONS.values() if "claim" not in entries)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(("\x1b", "\x1b[", "\x1b]", "\x9b", "\x07", "m", "\u202e", "\r", "x", "\n"))
        | st.characters(codec="utf-8", exclude_characters="\0"),
        min_size=1,
        max_size=30,
    ).map("".join)
)
def test_no_words_make_a_command_print_what_a_terminal_would_obey(
    run: CommandLine, evil: str
) -> None:
    for path in run.store.parent.glob("record.db*"):
        path.unlink()
    fill(run, f"x{evil}")
    for command in COMMANDS[:: max(1, len(COMMANDS) // 12)]:
        done = run(*command)
        assert not dangers(done.out + done.err), command


WORDS = st.text(st.characters(exclude_characters="\0"), max_size=30)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.tuples(st.sampled_from(("list", "show", "history", "undo", "purge", "party")), WORDS),
        st.tuples(st.just("list"), WORDS.map("owner:{}".format)),
        st.tuples(st.just("party"), st.just("merge"), WORDS, WORDS),
        st.tuples(st.just("purge"), st.just("party"), WORDS, st.just("--why"), WORDS),
        st.tuples(st.just("add"), WORDS),
        st.tuples(st.just("--as"), WORDS, st.just("undo"), st.just("--why"), WORDS),
        st.tuples(st.just("--store"), WORDS, st.just("list")),
    )
)
def test_what_is_typed_comes_back_dangers(run: CommandLine, arguments: tuple[str, ...]) -> None:
    if not run.store.exists():
        fill(run, "x")
    with chdir(run.home):
        done = run(*arguments)
    assert not dangers(done.out + done.err), arguments
