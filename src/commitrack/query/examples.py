"""Worked examples of the filter language: what `commitrack help query` shows and the guide runs."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """A query, and what it asks."""

    query: str
    asks: str


EXAMPLES: tuple[tuple[str, tuple[Example, ...]], ...] = (
    (
        "Time",
        (
            Example("is:overdue", "whatever is late, by the owner's date or by ours"),
            Example(
                "overdue:due -status:claimed", "past the owner's date, and not said to be done"
            ),
            Example("overdue:chase", "past the day on which we meant to look again"),
            Example("is:chase lead:@me", "what I am to look at again by today"),
            Example("due:today..eow is:open", "due between today and Sunday"),
            Example("is:due-soon", "due soon: within four weeks, unless due_soon is set"),
            Example("due:2026-Q2", "due in the second quarter of 2026"),
            Example("due:<2026-03", "due before March 2026"),
            Example("due:<=+30d is:open", "due within thirty days, or past"),
            Example("no:due is:open", "open without a date"),
            Example("follow_up:+1w..+4w", "to be looked at in one to four weeks"),
            Example("is:open -(due:<eoy)", "not due before the end of the year, or without a date"),
        ),
    ),
    (
        "Who",
        (
            Example('owner:"NHS Confederation"', "a body and the bodies under it"),
            Example('owner:="NHS Confederation"', "that very body alone"),
            Example("owner:nhse", "a body by another of its names"),
            Example("lead:ann,bob is:open", "led by either of two officers"),
            Example("no:lead is:open", "open, and nobody leads it"),
            Example("is:mine", "what I lead"),
            Example("reviewer:any", "somebody is to sign it off"),
        ),
    ),
    (
        "How it stands",
        (
            Example("status:open,stalled checked:none", "open or stalled, and never looked at"),
            Example("is:stale", "nothing was learnt for longer than agreed"),
            Example("is:review", "a closing that waits for a second person"),
            Example("is:unverified", "said to be done, and not verified by anybody else"),
            Example("moves:>=1 OR slip:>180", "a date that moved, or slipped by half a year"),
            Example(
                "is:open no:evidence -is:chase", "open, without evidence, and not to be chased"
            ),
            Example("rag:red", "red by the traffic light"),
            Example("assurance:>=official", "supported by an official source or better"),
            Example("is:closed visibility:public", "closed, and published"),
            Example("is:drifted", "said again in weaker words"),
            Example("link:weakens", "either end of such a link"),
        ),
    ),
    (
        "Words",
        (
            Example('"peer review"', "words side by side in quote, title, test or notes"),
            Example("publish -audit", "a word, without another one"),
            Example("title:regist", "the beginning of a word, in the title alone"),
            Example("(topic:safety OR topic:quality) -is:closed", "either topic, and not closed"),
            Example("tag:flagship,manifesto priority:1", "either tag, and first in priority"),
            Example("lint:L2,L4 is:open", "explored or hoped for: what would count as done?"),
            Example("has:success_test testable:no", "a test that the words themselves do not give"),
        ),
    ),
    (
        "Together",
        (
            Example("is:overdue sort:-slip group:owner", "late, by owner, what slipped most first"),
            Example("c2 C-3 c4 is:open", "these by their IDs, those that are open"),
            Example(
                "@overdue -owner:northshire sort:due limit:2", "a view, narrowed and put in order"
            ),
        ),
    ),
)
"""Forty of them, under their headings."""
