"""``extract``: what a text promises, without a store."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_files
from commitrack.cli.session import Session
from commitrack.cli.several import each
from commitrack.cli.streams import put
from commitrack.cli.tables import put_table
from commitrack.cli.wire import VERSION
from commitrack.extract import Candidate, Extraction, Known, Sentence
from commitrack.extract import as_json as extraction_json
from commitrack.extract import extract as find
from commitrack.model.cleaning import clean_line
from commitrack.model.inert import json_text
from commitrack.model.kinds import Kind
from commitrack.sources import Document, read

F = TypeVar("F", bound=Callable[..., object])


def known_options(command: F) -> F:
    """What the user knows of a statement; it overrides what is found in its text."""
    for name, metavar, text in (
        ("--speaker", "NAME", "Who said it."),
        ("--publisher", "NAME", "Who published it."),
        ("--date", "DATE", "When it was said; never guessed."),
    ):
        command = click.option(name, metavar=metavar, help=text)(command)
    return command


def known(session: Session, date: str | None, publisher: str | None, speaker: str | None) -> Known:
    """The options as what is known of a statement."""
    return Known(session.day("--date", date, past=True), _name(publisher), _name(speaker))


def _name(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text is not None else None


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE…", shell_complete=complete_files)
@click.option("--json", "as_data", is_flag=True, help="One JSON object for each statement.")
@click.option("--explain", is_flag=True, help="Every sentence, and what decided about it.")
@known_options
@click.pass_obj
def extract(
    session: Session,
    files: tuple[str, ...],
    date: str | None,
    publisher: str | None,
    speaker: str | None,
    *,
    as_data: bool,
    explain: bool,
) -> None:
    """Show what texts promise, without storing anything; "-" is standard input.

    The same text and the same options always give the same answer, offline.
    """
    told = known(session, date, publisher, speaker)

    def step(name: str) -> None:
        document = read(name, sys.stdin.buffer)
        found = find(document.text, _with_own(told, document))
        if as_data:
            answer = extraction_json(
                document.source, document.sha256, document.text, found, explain=explain
            )
            put(json_text({"version": VERSION, **answer}, indent=None))
        else:
            _put_found(document, found)
            if explain:
                _put_sentences(document, found)

    each(files, step)


def _with_own(told: Known, document: Document) -> Known:
    """What the user knows, and where that is silent what the document's format says of itself."""
    return Known(
        told.date or document.said_on,
        told.publisher or document.publisher,
        told.speaker or document.speaker,
    )


def _put_found(document: Document, found: Extraction) -> None:
    put(f"{clean_line(document.source)}: {_summary(found)}")
    if found.candidates:
        put_table(
            [
                *(("page",) if document.pages else ()),
                *("line", "characters", "kind", "strength", "sure", "owner", "deadline", "words"),
            ],
            [_row(document, one) for one in found.candidates],
        )
    put("")


def _summary(found: Extraction) -> str:
    counts = Counter(one.kind for one in found.candidates)
    kinds = [f"{counts[kind]} {kind.value}{'s' * (counts[kind] != 1)}" for kind in Kind]
    sentences = sum(one.number is not None for one in found.sentences)
    said = found.date.isoformat() if found.date else "unknown"
    parts = [
        f"{', '.join(kinds)} in {sentences} sentences",
        f"date {said}",
        f"publisher {clean_line(found.publisher or 'unknown')}",
        f"speaker {clean_line(found.speaker or 'unknown')}",
    ]
    return "; ".join(parts)


def _row(document: Document, one: Candidate) -> list[str]:
    deadline = one.deadline
    due = "" if deadline is None else deadline.text
    if deadline is not None and deadline.date is not None:
        due = f"{deadline.date} ({deadline.text})"
    return [
        *((str(document.page_of(one.start)),) if document.pages else ()),
        str(document.text.count("\n", 0, one.start) + 1),
        f"{one.start}–{one.end}",
        one.kind.value,
        "" if one.strength is None else str(int(one.strength)),
        one.confidence.value,
        one.owner or "unstated",
        due,
        one.quote,
    ]


def _put_sentences(document: Document, found: Extraction) -> None:
    put_table(["line", "sentence", "verdict", "because", "text"], list(_verdicts(document, found)))
    put("")
    put("what the names mean")
    put_table(["rule", "sort", "meaning"], list(_meanings(found)))
    put("")


def _verdicts(document: Document, found: Extraction) -> Iterator[list[str]]:
    for one in found.sentences:
        yield [
            str(one.line),
            "" if one.number is None else str(one.number),
            one.verdict,
            "; ".join(_because(document.text, one)) or ", ".join(one.cues),
            document.text[one.start : one.end],
        ]


def _because(text: str, sentence: Sentence) -> Iterator[str]:
    """Each cue that stands in a sentence, in its words, with the guard that held it back."""
    for step in sentence.steps:
        cue = f"{step.cue} “{text[step.start : step.end]}”"
        if step.guard is not None:
            yield f"{cue} held back by {step.guard}"
        elif step.passed:
            yield f"{cue} passed {len(step.passed)} guards"
        else:
            yield cue


def _meanings(found: Extraction) -> Iterator[list[str]]:
    """The rules that decided anything, in the order of the tables."""
    from commitrack.extract.rules import rules

    named = {name for one in found.sentences for name in one.cues}
    named |= {name for one in found.candidates for name in one.cues}
    for sentence in found.sentences:
        for step in sentence.steps:
            named |= {step.cue, step.guard or step.cue}
    for rule in rules():
        if rule.name in named:
            yield [rule.name, rule.sort.value, rule.doc]
