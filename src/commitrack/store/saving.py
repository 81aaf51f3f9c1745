"""Views of one's own on record: saved, renamed and dropped, each as a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commitrack.model.errors import Conflict, NotFound, Refused
from commitrack.query import And, Node, Not, Or, Query, QueryError, View, canonical, expand, parse
from commitrack.query.errors import nearest_name
from commitrack.query.views import BUILT_IN, BUILT_IN_NAMES, texts, view_name
from commitrack.query.views import View as SavedView
from commitrack.store import rows
from commitrack.store.engine import Connection, Row

if TYPE_CHECKING:
    from commitrack.store.transacting import Writer  # only writers need what it brings in


def standing(connection: Connection) -> tuple[SavedView, ...]:
    """The views on record, by name; of two with one name, which a merge can leave, the first."""
    found: dict[str, SavedView] = {}
    for row in connection.execute("SELECT * FROM saved_views WHERE present = 1 ORDER BY name, id"):
        found.setdefault(row["name"], rows.saved_view(row))
    return tuple(found.values())


def save(writer: Writer, views: Sequence[SavedView], *, replace: bool) -> None:
    """Put views on record, all or none.

    `QueryError` for a query that cannot be read or names views in a circle, `Conflict` for a name
    that stands for something else unless it is to `replace` that, and for a key that another has.
    """
    before = {one.name: one for one in standing(writer.connection)}
    after = before | {one.name: one for one in views}
    known = texts(BUILT_IN) | texts(after.values())
    for one in views:
        taken = before.get(one.name)
        if taken is not None and not replace and not _alike(taken, one):
            raise Conflict(
                f"@{one.name} is there already, and stands for {taken.query or 'everything'!r}: "
                "--replace puts the new one in its place"
            )
        expand(parse(f"@{one.name}"), known)
        _require_free_key(one, after)
        _put(writer, one)
    named = ", ".join(f"@{one.name}" for one in views[:3])
    more = f" and {len(views) - 3} more" if len(views) > 3 else ""
    writer.action = f"save {'view' if len(views) == 1 else 'views'} {named}{more}"


def _alike(one: SavedView, other: SavedView) -> bool:
    mine = (one.query, one.description, one.hotkey)
    return mine == (canonical(parse(other.query)), other.description, other.hotkey)


def _require_free_key(view: SavedView, among: Mapping[str, SavedView]) -> None:
    for other in among.values():
        if view.hotkey is not None and other.hotkey == view.hotkey and other.name != view.name:
            raise Conflict(
                f"the key {view.hotkey} is that of @{other.name}: choose another one for "
                f"@{view.name}, or give @{other.name} another one first"
            )


def _put(writer: Writer, view: SavedView) -> None:
    columns = {
        "query": canonical(parse(view.query)),
        "description": view.description,
        "hotkey": view.hotkey,
    }
    row = writer.connection.execute(
        "SELECT id FROM saved_views WHERE name = ? ORDER BY present DESC, id LIMIT 1",
        (view.name,),
    ).fetchone()
    if row is None:
        writer.insert("saved_views", {"name": view.name, **columns})
    else:
        writer.update("saved_views", row["id"], {"present": 1, **columns})


def rename(writer: Writer, name: str, new: str) -> None:
    """Call a view by another name, in the views that name it too."""
    row = _require(writer.connection, name)
    fresh = view_name(new)
    before = standing(writer.connection)
    if any(one.name == fresh for one in before):
        raise Conflict(f"@{fresh} is there already: choose another name")
    writer.update("saved_views", row["id"], {"name": fresh})
    for one in before:
        if row["name"] in _names(one.query):
            other = _require(writer.connection, one.name if one.name != row["name"] else fresh)
            renamed = _renamed(parse(one.query), row["name"], fresh)
            writer.update("saved_views", other["id"], {"query": renamed})
    writer.action = f"rename view @{row['name']} to @{fresh}"


def drop(writer: Writer, names: Sequence[str]) -> None:
    """Take views off the record; `Refused` while another view names one of them."""
    found = [_require(writer.connection, name) for name in names]
    dropped = {row["name"] for row in found}
    for one in standing(writer.connection):
        used = sorted(dropped & set(_names(one.query)))
        if used and one.name not in dropped:
            raise Refused(f"@{used[0]} is named by @{one.name}: change or delete that one first")
    for row in found:
        writer.update("saved_views", row["id"], {"present": 0})
    writer.action = f"delete {'view' if len(names) == 1 else 'views'} " + ", ".join(
        f"@{row['name']}" for row in found
    )


def _require(connection: Connection, typed: str) -> Row:
    name = typed.strip().removeprefix("@").lower()
    row: Row | None = connection.execute(
        "SELECT id, name FROM saved_views WHERE name = ? AND present = 1 ORDER BY id LIMIT 1",
        (name,),
    ).fetchone()
    if row is not None:
        return row
    if name in BUILT_IN_NAMES:
        raise Refused(f"@{name} is built in: it stays as it is")
    near = nearest_name(name, [one.name for one in standing(connection)])
    way_out = f": did you mean @{near}?" if near else " (commitrack view list)"
    raise NotFound(f"no view of your own is called @{name}{way_out}")


def _names(text: str) -> tuple[str, ...]:
    """The views that a query names."""
    try:
        return tuple(one.name for one in _views(parse(text).where))
    except QueryError:  # an erasure has taken words out of it
        return ()


def _views(node: Node) -> Iterator[View]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _views(part)
        case Not(part):
            yield from _views(part)
        case View():
            yield node


def _renamed(query: Query, name: str, new: str) -> str:
    from dataclasses import replace

    def turned(node: Node) -> Node:
        match node:
            case And(parts):
                return And(tuple(map(turned, parts)))
            case Or(parts):
                return Or(tuple(map(turned, parts)))
            case Not(part):
                return Not(turned(part))
            case View(named) if named == name:
                return View(new)
        return node

    return canonical(replace(query, where=turned(query.where)))
