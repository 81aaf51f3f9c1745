"""The detail pane says how a commitment bears on others, and what may be so."""

from __future__ import annotations

from dataclasses import replace

from commitrack.model.records import Dossier, Judgement, Link, LinkType, Suggestion
from commitrack.model.status import Status
from commitrack.tui.prose import Prose
from commitrack.tui.widgets.link_lines import link_lines, waiting_lines
from tests.tui.dialogs.samples import HOSTILE, dossier

WEAKENS = Suggestion(LinkType.WEAKENS, 2, 1, 60, number=1)


def told(record: Dossier) -> list[str]:
    prose = Prose(60)
    waiting_lines(prose, record)
    link_lines(prose, record)
    return ["".join(text for text, _ in line).rstrip() for line in prose.lines]


def test_a_suggestion_is_told_at_the_top_and_among_the_links() -> None:
    lines = told(replace(dossier(Status.CANDIDATE), suggestions=(WEAKENS,)))
    assert lines[0] == "≈ weakens C-0001?"
    assert lines[-1] == "? weakens C-0001?  60 % alike"


def test_the_earlier_promise_is_told_of_the_later_one_but_has_nothing_to_decide() -> None:
    lines = told(replace(dossier(), suggestions=(replace(WEAKENS, source=5, other=2),)))
    assert not lines[0].startswith("≈")
    assert lines[-1] == "? C-0005 weakens this?  60 % alike"


def test_links_are_told_both_ways_and_decided_suggestions_are_not() -> None:
    links = (
        Link(LinkType.DELAYS, 2, 1, "ann", HOSTILE),
        Link(LinkType.DEPENDS_ON, 3, 2, "ann"),
    )
    declined = replace(WEAKENS, judgement=Judgement.DECLINED)
    lines = told(replace(dossier(), links=links, suggestions=(declined,)))
    assert any(line.startswith("· delays C-0001: [/x]") for line in lines)
    assert lines[-1] == "· C-0003 depends on this"
    assert not any("weakens" in line for line in lines)
    assert not set("".join(lines)) & set("\x1b\x00\u202e")


def test_without_links_there_is_no_heading() -> None:
    assert told(dossier()) == []
