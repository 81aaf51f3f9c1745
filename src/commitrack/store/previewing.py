"""What edits would change, by making them in a transaction that is never kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from commitrack.model.actions import Edit, Preview
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id
from commitrack.model.lint import RULE_IDS
from commitrack.model.records import Commitment, Dossier, Link, Suggestion
from commitrack.store import editing
from commitrack.store.transacting import Writer
from commitrack.store.watching import Watch, unwatched

_OFTEN = 50
"""Edits between two words of how far it has come."""
_SILENT = frozenset({"number", "version"})


def preview(
    writer: Writer, edits: Sequence[Edit], by: Signature, watch: Watch = unwatched
) -> tuple[Preview, ...]:
    """One preview for each edit, in order; a refusal is part of the answer, not an error."""
    found = []
    for done, edit in enumerate(edits):
        if done % _OFTEN == 0:
            watch("looking", done, len(edits))
        found.append(_preview(writer, edit, by))
    return tuple(found)


def _preview(writer: Writer, edit: Edit, by: Signature) -> Preview:
    title = ""
    try:
        before = editing.require_dossier(writer.connection, edit.commitment)
        title = before.commitment.title
        editing.make(writer, [Edit(edit.commitment, edit.action)], by)
    except (Refused, BadInput, NotFound) as error:
        return Preview(edit.commitment, title, refusal=str(error))
    after = editing.require_dossier(writer.connection, edit.commitment)
    return Preview(edit.commitment, title, changes(before, after))


def changes(before: Dossier, after: Dossier) -> tuple[tuple[str, str, str], ...]:
    """What differs between two states of a commitment: (field, before, after), as people read."""
    fields = _differences(before.commitment, after.commitment)
    return (*fields, *_counts(before, after), *_links(before, after), *_questions(before, after))


def _counts(before: Dossier, after: Dossier) -> Iterator[tuple[str, str, str]]:
    """How much evidence stands and how many checks and reviews are on file, where it changes."""
    for name, field in (
        ("evidence", "standing_evidence"),
        ("checks", "checks"),
        ("reviews", "reviews"),
    ):
        old, new = len(getattr(before, field)), len(getattr(after, field))
        if old != new:
            yield name, str(old), str(new)


def _links(before: Dossier, after: Dossier) -> Iterator[tuple[str, str, str]]:
    """The links that are put on record, and the suggested ones that are decided."""
    for link in after.links:
        if link not in before.links:
            yield "link", "none", _pair(link)
    old = {one.number: _decided(one) for one in before.suggestions}
    for one in after.suggestions:
        if old.get(one.number) != _decided(one):
            yield f"suggested link {_pair(one)}", old.get(one.number, "none"), _decided(one)


def _pair(link: Link | Suggestion) -> str:
    return f"{commitment_id(link.source)} {link.type.words} {commitment_id(link.other)}"


def _decided(one: Suggestion) -> str:
    if one.judgement is None:
        return "undecided"
    return f"{one.judgement} ({clean_line(one.reason)})" if one.reason else one.judgement.value


def _questions(before: Dossier, after: Dossier) -> Iterator[tuple[str, str, str]]:
    """The questions of the lint that are dismissed, or asked again."""
    old = {one.rule: one.reason for one in before.dismissals}
    new = {one.rule: one.reason for one in after.dismissals}
    for rule in RULE_IDS:
        if old.get(rule) != new.get(rule):
            yield f"question {rule}", _standing(old.get(rule)), _standing(new.get(rule))


def _standing(reason: str | None) -> str:
    return "asked" if reason is None else f"dismissed ({clean_line(reason)})"


def _differences(before: Commitment, after: Commitment) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (field.name, _words(old), _words(new))
        for field in fields(Commitment)
        if field.name not in _SILENT
        and (old := getattr(before, field.name)) != (new := getattr(after, field.name))
    )


def _words(value: object) -> str:
    if value is None or value == ():
        return "none"
    if isinstance(value, tuple):
        return clean_line("; ".join(str(one) for one in value))
    return clean_line(str(value))
