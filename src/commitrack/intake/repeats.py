"""The same text once more: in the place where it was met before, or in another one."""

from __future__ import annotations

from dataclasses import replace

from commitrack.model.history import Signature
from commitrack.model.statements import Copy, Statement
from commitrack.sources import Document, same_place
from commitrack.store import Store


def place_of(document: Document, by: Signature) -> Copy:
    """Where a document was met, before it is known which statement it is."""
    fetch = document.fetch
    return Copy(
        statement=0,
        source=document.source,
        media_type=document.media_type,
        at=by.at if fetch is None else fetch.at,
        by=by.actor,
        bytes_sha256=document.bytes_sha256 or None,
        url=None if fetch is None else fetch.final_url,
        redirects=() if fetch is None else fetch.redirects,
        http_status=None if fetch is None else fetch.status,
    )


def recognised(store: Store, source: str, bytes_sha256: str) -> Statement | None:
    """The statement that the same bytes from the same place are, found without reading them."""
    statement = store.statement_by_bytes(bytes_sha256)
    if statement is None:
        return None
    here = any(
        one.bytes_sha256 == bytes_sha256 and _is_at(one, source)
        for one in store.copies(statement.number)
    )
    return statement if here else None


def again(store: Store, statement: Statement, place: Copy, by: Signature) -> Copy | None:
    """Put on record that a statement's text was met in another place.

    Returns that place, or None when it was met there before: then nothing is written.
    """
    copy = replace(place, statement=statement.number)
    if is_known(store, copy):
        return None
    return copy if store.add_copy(copy, by).changed else None


def is_known(store: Store, place: Copy) -> bool:
    """Whether its statement was met in this place before."""
    return any(
        _is_at(one, place.source) or (place.url is not None and _is_at(one, place.url))
        for one in store.copies(place.statement)
    )


def _is_at(copy: Copy, source: str) -> bool:
    return same_place(copy.source, source) or copy.url == source
