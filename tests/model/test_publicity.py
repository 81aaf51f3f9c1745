"""What is public: nothing that says how we work, whatever is written in whichever field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from commitrack.model.publicity import is_public, published, web_address
from commitrack.model.records import (
    Check,
    CheckResult,
    Commitment,
    DateMove,
    Decision,
    Dismissal,
    Dossier,
    Evidence,
    Link,
    LinkType,
    Review,
    Source,
    SourceClass,
    Suggestion,
    Visibility,
)
from commitrack.model.statements import Mention, Precision
from commitrack.model.status import CLOSED, Stage, Status
from tests.model.builders import TODAY

_TEXTS = ("str", "str | None")


def planted(record: Any, name: str) -> Any:
    """The record with a text of its own in every field that takes one: ``<evidence.title>``."""
    values: dict[str, Any] = {}
    for one in fields(record):
        if one.type in _TEXTS:
            values[one.name] = f"<{name}.{one.name}>"
        elif one.type == "tuple[str, ...]":
            values[one.name] = (f"<{name}.{one.name}>",)
    return replace(record, **values)


def dossier(status: Status, visibility: Visibility = Visibility.PUBLIC) -> Dossier:
    """Everything on file, and a telling text in every field."""
    record = Commitment("", "", status=status, visibility=visibility, number=1)
    seen = planted(Evidence("", SourceClass.OFFICIAL), "evidence")
    return Dossier(
        planted(record, "commitment"),
        mentions=(planted(Mention(1, 0, 1, ""), "mention"),),
        evidence=(
            replace(seen, url="https://example.org/<evidence.url>", retracted=None),
            replace(planted(seen, "paper"), url="/home/ann/<paper.url>"),
        ),
        checks=(planted(Check(CheckResult.FOUND, "", TODAY, ""), "check"),),
        moves=(planted(DateMove(TODAY, TODAY, "", TODAY, ""), "move"),),
        reviews=(
            planted(Review(status, "", TODAY, decision=Decision.APPROVED), "review"),
            planted(Review(status, "", TODAY, decision=Decision.SENT_BACK), "sent_back"),
        ),
        links=(
            planted(Link(LinkType.REPEATS, 1, 2, ""), "link"),
            planted(Link(LinkType.REPEATS, 1, 3, ""), "hidden_link"),
        ),
        dismissals=(planted(Dismissal("", "", TODAY, ""), "dismissal"),),
        suggestions=(planted(Suggestion(LinkType.REPEATS, 1, 2, 80), "suggestion"),),
        source=planted(Source(1, "", None, Precision.UNKNOWN, "", "", "", ""), "source"),
        parents={"<parents.body>": "<parents.parent>"},
    )


def texts(value: Any) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for text in pair)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def shown(status: Status) -> set[str]:
    found = published(dossier(status), {2})
    assert found is not None
    return {text for text in texts(found) if "<" in text}


ALWAYS = {
    *("<commitment.title>", "<commitment.quote>", "<commitment.owners>", "<commitment.partners>"),
    *("<commitment.beneficiary>", "<commitment.success_test>", "<commitment.due_text>"),
    *("<commitment.condition>", "<commitment.topic>"),
    *("<mention.quote>", "<mention.before>", "<mention.after>"),
    *("<evidence.title>", "<evidence.locator>", "<evidence.quote>"),
    *("https://example.org/<evidence.url>", "<paper.title>", "<paper.retracted>"),
    "<move.reason>",
    *("<source.title>", "<source.publisher>", "<source.speaker>", "<source.role>"),
    *("<parents.body>", "<parents.parent>"),
}


@pytest.mark.parametrize("status", [one for one in Status if one.stage is not Stage.TRIAGE])
def test_nothing_is_shown_but_what_is_named_here(status: Status) -> None:
    explained = status in CLOSED and status is not Status.DELIVERED
    why = {"<commitment.reason>", "<review.reason>"} if explained else set()
    assert shown(status) == ALWAYS | why


def test_what_is_internal_or_not_accepted_is_not_shown_at_all() -> None:
    assert published(dossier(Status.OPEN, Visibility.INTERNAL)) is None
    for status in (Status.CANDIDATE, Status.REJECTED):
        assert published(dossier(status)) is None
        assert not is_public(dossier(status).commitment)


def test_our_clock_and_our_order_are_not_shown_and_the_last_look_is() -> None:
    whole = dossier(Status.OPEN)
    busy = replace(whole.commitment, follow_up=TODAY, priority=1, cadence=7, last_checked=TODAY)
    found = published(replace(whole, commitment=busy))
    assert found is not None
    record = found.commitment
    assert (record.follow_up, record.priority, record.cadence) == (None, 2, 90)
    assert record.last_checked == TODAY
    assert [one.on for one in found.checks] == [TODAY]


def test_a_link_is_shown_between_two_that_are_public() -> None:
    found = published(dossier(Status.OPEN), {2})
    assert found is not None
    assert [(one.source, one.other, one.by, one.note) for one in found.links] == [(1, 2, "", None)]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://example.org/a?b=c#d",
            "http://example.org",
            "HTTPS://Example.org/",
            "https://a.b.",
        ),
        *(" https://example.org/a ", "http://93.184.216.34/", "http://example.org:8080/"),
    ],
)
def test_an_address_that_anybody_can_look_up_is_public(address: str) -> None:
    assert web_address(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        *(None, "", "-", "/home/ann/a.pdf", "C:\\a.pdf", "file:///home/ann/a.pdf", "a.pdf"),
        *("javascript:alert(1)", "data:text/html,x", "ftp://example.org/a", "//example.org/a"),
        *("https://ann:secret@example.org/", "https://token@example.org/", "https://"),
        *("http://intranet/papers", "http://localhost:8000/", "http://files.corp/a"),
        *("http://10.1.2.3/", "http://192.168.0.9/a", "http://[::1]/", "http://[fe80::1]/"),
        *("http://[", "http://nas.local./a", "http://127.0.0.1/"),
    ],
)
def test_any_other_address_stays_in_the_house(address: str | None) -> None:
    assert web_address(address) is None
