"""Edits: several at once, none by halves, and every one told with the way back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from commitrack.model.actions import Preview
from commitrack.store import Store
from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine

PROMISES = ("We will publish a plan", "We will train all staff", "We will appoint a director")


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """Three candidates."""
    fill(run.store, *PROMISES)
    return run


@pytest.fixture
def opened(filled: CommandLine) -> CommandLine:
    """Three open commitments."""
    filled.ok("accept", "C-1", "C-2", "C-3")
    return filled


def _transactions(run: CommandLine) -> int:
    return len(run.ok("history", "--json").json["transactions"])


def test_accepting_sets_owner_lead_and_both_clocks(filled: CommandLine) -> None:
    done = filled.ok(
        *("accept", "C-1", "--owner", "Trust A", "--owner", "Trust B", "--lead", "ann"),
        *("--due", "30 june", "--follow-up", "+6w"),
    )
    record = filled.record("C-1")
    assert record["owners"] == ["Trust A", "Trust B"]
    assert (record["lead"], record["due"], record["follow_up"]) == (
        "ann",
        "2026-06-30",
        "2026-04-13",
    )
    assert done.out == ""
    assert done.err.startswith("done: accept C-0001 · undo with: commitrack undo\n")


def test_the_cadence_setting_winds_the_clock_of_what_is_accepted(filled: CommandLine) -> None:
    filled.ok("config", "set", "cadence", "30")
    filled.ok("accept", "C-1")
    assert filled.record("C-1")["follow_up"] == "2026-04-01"
    assert filled.record("C-1")["cadence"] == 30


def test_ids_and_assignments_mix(opened: CommandLine) -> None:
    opened.ok("set", "c-1", "lead=bob", "3", "topic=staff", "tags=b,a")
    assert opened.listed("lead:bob") == ["C-0001", "C-0003"]
    assert opened.record("C-3")["tags"] == ["a", "b"]


def test_ids_come_from_standard_input(opened: CommandLine) -> None:
    ids = opened.ok("list", "is:open", "--format", "ids").out
    opened.ok("set", "-", "lead=ann", stdin=ids)
    assert opened.listed("lead:ann") == ["C-0001", "C-0002", "C-0003"]
    before = _transactions(opened)
    assert opened.ok("set", "-", "lead=ann", stdin="").err == (
        "no IDs to work on: nothing changed\n"
    )
    assert _transactions(opened) == before


def test_one_unknown_id_leaves_all_of_them_alone(opened: CommandLine) -> None:
    before = _transactions(opened)
    outcome = opened("set", "C-1", "C-99", "C-2", "lead=x")
    assert outcome.code == 3
    assert outcome.err.startswith("commitrack: C-0099 does not exist (the newest is C-0003)")
    assert _transactions(opened) == before
    assert opened.record("C-1")["lead"] is None


def test_one_refusal_leaves_all_of_them_alone(opened: CommandLine) -> None:
    opened.ok(
        *("evidence", "add", "C-1", "--source", "self", "--date", "2026-03-01", "--title", "Letter")
    )
    outcome = opened("status", "C-1", "C-2", "in_progress")
    assert outcome.code == 4
    assert "C-0002 needs evidence" in outcome.err
    assert opened.listed("status:in_progress") == []


def test_several_are_previewed_and_one_is_not(opened: CommandLine) -> None:
    many = opened.ok("set", "C-1", "C-2", "lead=ann").err
    assert "C-0001  We will publish a plan\n  lead: none → ann" in many
    assert "→" not in opened.ok("set", "C-3", "lead=ann").err


def test_a_dry_run_changes_nothing(opened: CommandLine) -> None:
    before = _transactions(opened)
    told = opened.ok("set", "C-1", "lead=ann", "--dry-run").err
    assert "lead: none → ann" in told
    assert "nothing changed" in told
    assert _transactions(opened) == before


@pytest.mark.parametrize(
    ("answer", "code", "lead"), [("y\n", 0, "ann"), ("n\n", 1, None), ("", 130, None)]
)
def test_a_terminal_is_asked_before_a_bulk_edit(
    opened: CommandLine, answer: str, code: int, lead: str | None
) -> None:
    outcome = opened("set", "C-1", "C-2", "lead=ann", stdin=answer, terminal=True)
    assert outcome.code == code
    assert "Change 2 commitments?" in outcome.err
    assert opened.record("C-1")["lead"] == lead


def test_yes_does_not_ask(opened: CommandLine) -> None:
    outcome = opened("set", "C-1", "C-2", "lead=ann", "--yes", terminal=True)
    assert outcome.code == 0
    assert "?" not in outcome.err


def test_setting_what_is_set_already_changes_nothing(opened: CommandLine) -> None:
    opened.ok("set", "C-1", "lead=ann")
    before = _transactions(opened)
    assert "nothing changed" in opened.ok("set", "C-1", "lead=ann").err
    assert _transactions(opened) == before


def test_global_options_stand_before_and_after_the_command(opened: CommandLine) -> None:
    opened.ok("--as", "bob", "set", "C-1", "topic=a")
    opened.ok("set", "C-1", "topic=b", "--as", "carol", "--today", "2026-03-05")
    opened.ok("evidence", "--as", "dave", "list", "C-1")
    newest, before, *_ = opened.ok("history", "C-1", "--json").json["transactions"]
    assert (newest["actor"], newest["at"][:10]) == ("carol", "2026-03-05")
    assert (before["actor"], before["at"][:10]) == ("bob", "2026-03-02")


def test_a_closing_says_that_it_waits_for_somebody_else(opened: CommandLine) -> None:
    opened.ok("check", "C-1", "--nothing-found", "--where", "their site")
    told = opened.ok("status", "C-1", "not-delivered", "--why", "date passed").err
    assert "waits for a second person (commitrack review C-0001)" in told
    assert opened.record("C-1")["status"] == "open"
    opened.ok("review", "C-1", "--approve", "--as", "bob")
    assert "not delivered, approved by bob 2026-03-02" in opened.ok("show", "C-1").out


def test_superseding_names_the_one_that_replaces(opened: CommandLine) -> None:
    opened.ok(*("status", "C-1", "superseded", "--by", "C-2", "--why", "new plan", "--self-verify"))
    page = opened.ok("show", "C-1").out
    assert "superseded (self-verified)" in page
    assert "C-0002 supersedes C-0001" in page


def test_evidence_is_retracted_by_number_and_stays_listed(opened: CommandLine) -> None:
    opened.ok(
        *("evidence", "add", "C-1", "--source", "independent", "--date", "2026-02-20"),
        *("--title", "Audit", "--url", "https://example.org/a", "--locator", "p. 4"),
        *("--kind", "data", "--stance", "partial", "--quote", "half of it"),
    )
    piece = opened.ok("evidence", "list", "C-1", "--json").json["evidence"][0]
    assert (piece["source"], piece["kind"], piece["stance"]) == ("independent", "data", "partial")
    opened.ok("evidence", "retract", "C-1", str(piece["number"]), "--why", "wrong body")
    assert "RETRACTED: wrong body" in opened.ok("evidence", "list", "C-1").out


def test_links_and_parties_are_kept(opened: CommandLine) -> None:
    opened.ok("link", "C-2", "weakens", "C-1", "--note", "later words")
    assert "C-0002" in opened.listed("link:weakens")
    opened.ok("party", "set", "NHS Employers", "aliases=NHSE;Employers", "kind=group")
    parties = {one["name"]: one for one in opened.ok("party", "list", "--json").json["parties"]}
    assert parties["NHS Employers"]["aliases"] == ["NHSE", "Employers"]
    assert parties["NHS Employers"]["kind"] == "group"
    assert parties["NHS Employers"]["owned"] == 3


def test_a_review_without_a_decision_shows_what_waits(opened: CommandLine) -> None:
    opened.ok(
        *("evidence", "add", "C-1", "--source", "self", "--date", "2026-03-01", "--title", "Letter")
    )
    opened.ok("claim", "C-1", "--test", "plan is published", "--note", "it is out")
    shown = opened.ok("review", "C-1", "--as", "bob")
    assert "success test  plan is published" in shown.out
    assert "1. Letter (self document)" in shown.out
    assert "delivered, by ann 2026-03-02: it is out" in shown.out
    assert "another person must decide" in opened.ok("review", "C-1").err


def test_partly_delivered_says_what_is_missing(opened: CommandLine) -> None:
    opened.ok(
        *("evidence", "add", "C-1", "--source", "self", "--date", "2026-03-01", "--title", "Letter")
    )
    opened.ok("claim", "C-1", "--test", "plan is published")
    opened.ok("review", "C-1", "--partly", "no annex", "--as", "bob")
    assert "partly delivered, verified by bob 2026-03-02 – no annex" in opened.ok("show", "C-1").out
    opened.ok("reopen", "C-1", "--why", "annex found", "--to", "in_progress")
    assert opened.record("C-1")["status"] == "in_progress"
    assert "verified by bob" in opened.ok("show", "C-1").out


def test_rejecting_keeps_the_reason(filled: CommandLine) -> None:
    filled.ok("reject", "C-1", "C-2", "--why", "norm", "--note", "a duty")
    assert filled.record("C-1")["reason"] == "norm: a duty"
    filled.ok("status", "C-1", "candidate")
    assert filled.record("C-1")["status"] == "candidate"


def test_the_history_is_newest_first_and_names_every_field(opened: CommandLine) -> None:
    opened.ok("set", "C-1", "lead=ann", "--why", "new rota")
    lines = opened.ok("history", "C-1", "--limit", "1").out.splitlines()
    assert "ann (cli)  set lead C-0001: new rota" in lines[0]
    assert lines[1].strip() == "C-0001 lead: none → ann"


def test_a_new_record_is_one_line_of_the_history_and_whole_in_json(opened: CommandLine) -> None:
    quote = "a long quote " * 40
    opened.ok(
        *("evidence", "add", "C-1", "--source", "official", "--title", "Paper 7"),
        *("--quote", quote),
    )
    lines = opened.ok("history", "C-1", "--limit", "1").out.splitlines()
    assert len(lines) == 2
    assert lines[1].strip().startswith("+ evidence 1  title: Paper 7 · source: official")
    assert quote.strip() in lines[1]
    told = opened.ok("history", "C-1", "--limit", "1", "--json").json["transactions"][0]
    assert {change["field"] for change in told["changes"]} >= {"title", "accessed_on", "added_by"}


def test_the_history_of_an_added_statement_tells_titles_and_no_plumbing(run: CommandLine) -> None:
    fill(run.store, "We will publish a plan", title="Letter")
    lines = [line.strip() for line in run.ok("history").out.splitlines()]
    assert "+ S-0001  title: Letter" in lines
    assert "+ C-0001  title: We will publish a plan" in lines
    assert not [line for line in lines if "mention" in line or "sha256" in line]


def test_what_is_on_file_is_listed_harmlessly(opened: CommandLine) -> None:
    opened.ok("evidence", "add", "C-1", "--source", "official", "--title", HOSTILE)
    out = opened.ok("evidence", "list", "C-1").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_two_scripts_that_set_the_same_field_do_not_refuse_one_another(
    opened: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from commitrack.cli import performing

    look = performing._require_all

    def look_and_be_overtaken(store: Store, numbers: Sequence[int]) -> dict[int, int]:
        seen = look(store, numbers)
        monkeypatch.setattr(performing, "_require_all", look)
        opened.ok("set", "C-1", "lead=zoe")
        return seen

    monkeypatch.setattr(performing, "_require_all", look_and_be_overtaken)
    opened.ok("set", "C-1", "lead=ann")
    assert opened.record("C-1")["lead"] == "ann"
    assert "lead: zoe → ann" in opened.ok("history", "C-1").out


def test_a_refused_dry_run_writes_nothing_even_when_the_record_moves_on(
    opened: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from commitrack.cli import performing

    show = performing._show

    def show_and_be_overtaken(previews: Sequence[Preview], *, whole: bool) -> None:
        show(previews, whole=whole)
        monkeypatch.setattr(performing, "_show", show)
        opened.ok("evidence", "add", "C-1", "--source", "official", "--title", "Paper")

    monkeypatch.setattr(performing, "_show", show_and_be_overtaken)
    outcome = opened("status", "C-1", "in_progress", "--dry-run")
    assert outcome.code == 4
    assert opened.record("C-1")["status"] == "open"


def test_ids_on_standard_input_may_stand_on_one_line_behind_a_byte_order_mark(
    opened: CommandLine,
) -> None:
    opened.ok("set", "-", "lead=ann", stdin=b"\xef\xbb\xbfC-1 C-2\r\n")
    assert opened.listed("lead:ann") == ["C-0001", "C-0002"]
