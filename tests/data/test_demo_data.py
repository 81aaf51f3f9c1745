"""The demo holds together: placeholders, quotes, days, and the status rules the story keeps."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from commitrack.model.kinds import Kind
from commitrack.model.records import CheckResult, EvidenceKind, PartyKind, SourceClass, Stance
from commitrack.model.status import CLOSED, OPEN, RejectReason, Stage, Status, may_move

DATA = Path(__file__).parents[2] / "data"
SEED = "nhs-confederation-west-london.txt"
SEED_SHA256 = "1b566616bb56515272b7aa3d2c43a076915df960a17b2d2f16e04feb72d8aae3"
PLACEHOLDER = re.compile(r"\{(?:date|month|year):[+-]\d{1,3}d\}")
MONTHS = (
    "January|February|March|April|June|July|August|September|October|November|December"  # not May
)
FIXED_DATE = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}|May)\b|\b(?:{MONTHS}|May) 20\d\d\b|\b202[3-9]\b")
FIELDS = {
    "accept": ({"lead", "follow_up"}, {"owner", "due"}),
    "reject": ({"reason"}, {"note"}),
    "set": (
        set(),
        {
            *("title", "success_test", "priority", "tags", "visibility", "note"),
            *("due", "why", "announced"),
        },
    ),
    "evidence": ({"kind", "source", "title", "dated"}, {"stance", "url", "locator", "quote"}),
    "check": ({"result", "where", "next"}, {"note"}),
    "status": ({"to", "why"}, set()),
    "claim": (set(), {"note"}),
    "close": ({"to", "why"}, {"other"}),
    "review": ({"verdict"}, {"note", "missing", "self_verify"}),
    "reopen": ({"to", "why"}, set()),
}
"""For each event, the fields it must and may have besides ``day``, ``by`` and ``do``."""

Table = dict[str, Any]


def read(name: str) -> Table:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


DEMO = read("demo.toml")
STORY = read("demo-story.toml")
STATEMENTS: dict[str, Table] = {one["file"]: one for one in DEMO["statement"]}
TEAM = {one["id"] for one in DEMO["team"]}
NAMED: list[Table] = STORY["commitment"]
REST: list[Table] = STORY["rest"]


def text_of(file: str) -> str:
    encoding = STATEMENTS[file].get("encoding", "utf-8-sig")
    return (DATA / "statements" / file).read_bytes().decode(encoding)


def label(block: Table) -> str:
    return f"{block['statement']}: {block.get('quote', 'the rest')}"


@dataclass
class Record:
    """What the store would know of one commitment after some of its events."""

    status: Status = Status.CANDIDATE
    evidence: list[Table] = field(default_factory=list)
    checks: int = 0
    success_test: bool = False
    due_original: int | None = None
    due: int | None = None
    follow_up: int | None = None
    later_moves: int = 0
    proposed: Status | None = None
    asked_by: str = ""
    asked_on: int = 0
    reopened: bool = False
    sent_back: bool = False
    self_verified: bool = False

    @property
    def acted(self) -> bool:
        """Whether some evidence shows action toward the commitment."""
        return any(
            one.get("stance", "supports") in ("supports", "partial") for one in self.evidence
        )

    def move(self, new: Status) -> None:
        assert may_move(self.status, new), f"{self.status} to {new} is no move"
        self.status = new

    def play(self, event: Table) -> None:
        """Apply one event, with an assertion for each need that the status rules name."""
        match event["do"]:
            case "accept":
                self.move(Status.OPEN)
                self.due = self.due_original = event.get("due")
                self.follow_up = event["follow_up"]
            case "reject":
                RejectReason(event["reason"])
                self.move(Status.REJECTED)
            case "set":
                self.set_fields(event)
            case "evidence":
                EvidenceKind(event["kind"])
                SourceClass(event["source"])
                Stance(event.get("stance", "supports"))
                assert event["dated"] <= event["day"], "evidence from the future"
                self.evidence.append(event)
            case "check":
                CheckResult(event["result"])
                assert event["next"] > event["day"]
                self.checks += 1
                self.follow_up = event["next"]
            case "status":
                self.set_status(Status(event["to"]), event["why"])
            case "claim":
                assert self.success_test and self.acted, "a claim needs a test and evidence"
                self.move(Status.CLAIMED)
                self.propose(Status.DELIVERED, event)
            case "close":
                self.close(event)
            case "review":
                self.review(event)
            case "reopen":
                assert self.status in CLOSED and event["why"]
                assert event["to"] != "in_progress" or self.acted
                self.move(Status(event["to"]))
                self.reopened = True

    def set_fields(self, event: Table) -> None:
        assert self.status.stage is Stage.OPEN
        self.success_test |= "success_test" in event
        assert len(event.get("title", "")) <= 80
        if "due" not in event:
            return
        assert event["why"] and "announced" in event, "a date moves for a reason"
        assert self.due is not None and event["due"] != self.due
        self.later_moves += event["due"] > self.due
        self.due = event["due"]

    def set_status(self, new: Status, why: str) -> None:
        assert why
        if new is Status.IN_PROGRESS:
            assert self.acted, "in progress needs evidence of action"
        else:
            assert new is Status.STALLED and (self.evidence or self.checks)
        self.move(new)

    def propose(self, new: Status, event: Table) -> None:
        assert self.proposed is None, "another closing waits already"
        self.proposed, self.asked_by, self.asked_on = new, event["by"], event["day"]

    def close(self, event: Table) -> None:
        new = Status(event["to"])
        assert self.status in OPEN and may_move(self.status, new) and event["why"]
        if new is Status.WITHDRAWN:
            assert any(one.get("stance") == "withdraws" and one["quote"] for one in self.evidence)
        if new is Status.SUPERSEDED:
            other = event["other"]
            assert any(
                (one["statement"], one["quote"]) == (other["statement"], other["quote"])
                for one in NAMED
            )
        if new in (Status.NOT_DELIVERED, Status.UNVERIFIABLE):
            assert self.checks, f"{new} needs a check"
        if new is Status.NOT_DELIVERED:
            assert self.due is None or self.due < event["day"]
        self.propose(new, event)

    def review(self, event: Table) -> None:
        assert self.proposed is not None, "nothing waits for a review"
        alone = event.get("self_verify", False)
        assert (event["by"] == self.asked_by) is alone, "a second person decides"
        verdict = event["verdict"]
        if verdict == "send_back":
            assert event["note"]
            self.sent_back = True
            if self.status is Status.CLAIMED:
                self.move(Status.IN_PROGRESS)
        else:
            assert verdict in ("approve", "partly")
            assert (verdict == "partly") is ("missing" in event)
            self.move(Status.PARTLY_DELIVERED if verdict == "partly" else self.proposed)
            self.self_verified = alone
        self.proposed = None


def played(block: Table) -> Record:
    record = Record()
    for event in block["events"]:
        record.play(event)
    return record


def all_played() -> list[Record]:
    return [played(block) for block in NAMED]


def in_open() -> Iterator[Record]:
    return (one for one in all_played() if one.status in OPEN)


def test_every_statement_has_its_file_and_every_file_its_statement() -> None:
    files = {path.name for path in (DATA / "statements").glob("*.txt")}
    assert files == set(STATEMENTS)
    assert len(files) >= 25


def test_the_seed_is_byte_exact() -> None:
    raw = (DATA / "statements" / SEED).read_bytes()
    assert hashlib.sha256(raw).hexdigest() == SEED_SHA256


@pytest.mark.parametrize("file", sorted(set(STATEMENTS) - {SEED}))
def test_a_statement_has_placeholders_and_no_date_that_grows_old(file: str) -> None:
    text = text_of(file)
    assert 250 <= len(text.split()) <= 500
    bare = PLACEHOLDER.sub("", text)
    assert "{" not in bare and "}" not in bare
    assert not FIXED_DATE.search(bare)
    said = f"{{date:{STATEMENTS[file]['date']}d}}"
    assert said in text, "the date line and demo.toml must agree"


def test_the_odd_encodings_are_still_odd() -> None:
    raw = {file: (DATA / "statements" / file).read_bytes() for file in STATEMENTS}
    assert raw["dyffryn-arwel-assessments.txt"].startswith(b"\xef\xbb\xbf")
    crlf = raw["eastmarch-resilience-forum.txt"]
    assert crlf.count(b"\r\n") == crlf.count(b"\n") > 20
    with pytest.raises(UnicodeDecodeError):
        raw["larkfold-homes-cladding.txt"].decode("utf-8")
    assert b"[/x]" in raw["fellside-electricity-storm.txt"]


def test_statements_parties_and_team_are_well_formed() -> None:
    for one in STATEMENTS.values():
        assert {"file", "title", "publisher", "source", "added", "added_by", "topic"} <= set(one)
        assert one["added_by"] in TEAM
        assert one.get("date", one["added"]) <= one["added"] <= 0
    names = [one["name"] for one in DEMO["party"]]
    assert len(names) == len(set(names))
    for party in DEMO["party"]:
        PartyKind(party["kind"])
        assert party.get("parent") is None or party["parent"] in names
    assert {one["publisher"] for one in STATEMENTS.values()} <= set(names)


@pytest.mark.parametrize("block", NAMED, ids=label)
def test_a_quote_stands_in_one_place_of_one_line(block: Table) -> None:
    quote = block["quote"]
    assert text_of(block["statement"]).count(quote) == 1
    assert "\n" not in quote and "{" not in quote and "}" not in quote


def test_no_two_blocks_tell_the_story_of_one_item() -> None:
    keys = [(one["statement"], one["quote"]) for one in NAMED]
    keys += [(one["statement"], Kind(one["kind"])) for one in REST]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize("block", [*NAMED, *REST], ids=label)
def test_events_are_in_order_by_the_team_and_after_the_statement_came_in(block: Table) -> None:
    days = [event["day"] for event in block["events"]]
    assert days == sorted(days) and days[-1] <= 0
    assert days[0] >= STATEMENTS[block["statement"]]["added"]
    for event in block["events"]:
        assert event["by"] in TEAM and event.get("lead", "ann") in TEAM
        must, may = FIELDS[event["do"]]
        extra = set(event) - {"day", "by", "do"}
        assert must <= extra <= must | may


@pytest.mark.parametrize("block", [*NAMED, *REST], ids=label)
def test_the_story_keeps_the_status_rules(block: Table) -> None:
    assert played(block).status is not Status.CANDIDATE


@pytest.mark.parametrize("block", NAMED, ids=label)
def test_a_due_date_agrees_with_the_words(block: Table) -> None:
    text = text_of(block["statement"])
    at = text.index(block["quote"])
    clause = re.split(r"[.;]\s|\r?\n(?=\r?\n|[-•*(\d])", text[at:])[0]
    said = [int(one) for one in re.findall(r"\{date:([+-]\d+)d\}", clause)]
    due = block["events"][0].get("due")
    if said and due is not None:
        assert due in said


def test_a_replacement_is_on_file_before_it_replaces() -> None:
    for block in NAMED:
        for event in block["events"]:
            if "other" in event:
                source = STATEMENTS[event["other"]["statement"]]
                assert source["added"] <= event["day"]


def test_the_demo_shows_every_status() -> None:
    shown = Counter(one.status for one in all_played())
    assert set(Status) - set(shown) == {Status.CANDIDATE}
    least = {
        **dict.fromkeys((Status.OPEN, Status.IN_PROGRESS), 25),
        **dict.fromkeys((Status.STALLED,), 10),
        **dict.fromkeys((Status.CLAIMED, Status.DELIVERED), 8),
        **dict.fromkeys((Status.PARTLY_DELIVERED, Status.NOT_DELIVERED), 4),
        **dict.fromkeys((Status.WITHDRAWN, Status.REJECTED), 3),
        **dict.fromkeys((Status.SUPERSEDED, Status.UNVERIFIABLE), 2),
    }
    assert {status for status, number in least.items() if shown[status] < number} == set()


def test_the_demo_rejects_for_varied_reasons() -> None:
    events = [event for block in [*NAMED, *REST] for event in block["events"]]
    reasons = {event["reason"] for event in events if event["do"] == "reject"}
    assert len(reasons) >= 5
    assert sum(event["do"] == "reject" for event in events) >= 15


def test_the_demo_always_has_something_overdue_due_and_to_chase() -> None:
    dues = [one.due for one in in_open() if one.due is not None]
    assert sum(due < 0 for due in dues) >= 10
    assert sum(0 <= due <= 6 for due in dues) >= 6
    assert dues.count(0) >= 2
    assert sum(one.follow_up is not None and one.follow_up < 0 for one in in_open()) >= 12


def test_the_demo_has_slipped_dates() -> None:
    moved = [one for one in all_played() if one.later_moves]
    slips = [(one.due or 0) - (one.due_original or 0) for one in moved]
    assert len(moved) >= 10
    assert sum(one.later_moves >= 3 for one in moved) >= 2
    assert sum(slip >= 180 for slip in slips) >= 3


def test_the_demo_has_reviews_of_every_kind() -> None:
    records = all_played()
    assert sum(one.self_verified for one in records) >= 2
    assert sum(one.sent_back for one in records) >= 3
    assert sum(one.reopened for one in records) >= 2
    waits = [-one.asked_on for one in records if one.status is Status.CLAIMED]
    assert max(waits) > 14 and min(waits) <= 14
    disputing = [one for one in records for e in one.evidence if e.get("stance") == "disputes"]
    assert len(disputing) >= 5


def test_the_demo_has_stale_work() -> None:
    cadence = 90
    newest = (
        max(event["day"] for event in block["events"] if event["do"] in ("evidence", "check"))
        for block in NAMED
        if played(block).status is Status.IN_PROGRESS
    )
    assert sum(day < -cadence for day in newest) >= 3
