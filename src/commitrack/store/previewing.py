"""What edits would change, by making them in a transaction that is never kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from commitrack.model.actions import Edit, Preview
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.records import Commitment
from commitrack.store import editing
from commitrack.store.transacting import Writer

_SILENT = frozenset({"number", "version"})


def preview(writer: Writer, edits: Sequence[Edit], by: Signature) -> tuple[Preview, ...]:
    """One preview for each edit, in order; a refusal is part of the answer, not an error."""
    return tuple(_preview(writer, edit, by) for edit in edits)


def _preview(writer: Writer, edit: Edit, by: Signature) -> Preview:
    before = editing.require_dossier(writer.connection, edit.commitment).commitment
    try:
        editing.make(writer, [Edit(edit.commitment, edit.action)], by)
    except (Refused, BadInput, NotFound) as error:
        return Preview(edit.commitment, before.title, refusal=str(error))
    after = editing.require_dossier(writer.connection, edit.commitment).commitment
    return Preview(edit.commitment, before.title, _differences(before, after))


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
