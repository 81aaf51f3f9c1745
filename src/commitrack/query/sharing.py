"""Views as a file, to hand on or to keep under version control: a small TOML file.

[views.weekly]
query = "is:open due:today..eow"
description = "what the Monday meeting goes through"
hotkey = "4"
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from commitrack.model.errors import BadInput, NotFound
from commitrack.model.frozen import dataclass
from commitrack.query.errors import QueryError, clipped, nearest_name
from commitrack.query.parser import parse
from commitrack.query.views import (
    BUILT_IN_NAMES,
    View,
    title_of,
    view_description,
    view_hotkey,
    view_name,
)
from commitrack.query.writing import canonical

_KEYS = ("query", "description", "hotkey")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = "# Views of commitrack; to take them in: commitrack view import FILE\n"


def written(views: Iterable[View]) -> str:
    """Views as the text of a file; `read` gives them back."""
    parts = [_HEAD]
    for view in views:
        parts.append(f"[views.{view.name if _BARE.fullmatch(view.name) else _text(view.name)}]")
        parts.append(f"query = {_text(view.query)}")
        if view.description is not None:
            parts.append(f"description = {_text(view.description)}")
        if view.hotkey is not None:
            parts.append(f"hotkey = {_text(view.hotkey)}")
        parts.append("")
    return "\n".join(parts)


def _text(words: str) -> str:
    """A TOML string: as in JSON, but for one control character that JSON lets stand."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def chosen(own: Sequence[View], names: Sequence[str]) -> list[View]:
    """The views of one's own with these names, in this order; without names all of them."""
    if not names:
        if not own:
            raise NotFound("no view is saved here: commitrack view save NAME QUERY saves one")
        return list(own)
    by_name = {one.name: one for one in own}
    wanted = [name.strip().removeprefix("@").lower() for name in names]
    for name in wanted:
        if name not in by_name:
            known = ", ".join(f"@{one}" for one in by_name) or "none"
            what = "is built in everywhere" if name in BUILT_IN_NAMES else "is not saved here"
            raise NotFound(f"@{name} {what}; saved here: {known}")
    return [by_name[name] for name in dict.fromkeys(wanted)]


def read(text: str) -> tuple[View, ...]:
    """The views in the text of a file, in order; `BadInput` names the view and what is wrong."""
    import tomllib  # for who takes views in

    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput(f"is not valid TOML: {error}") from None
    tables = found.pop("views", None)
    if found or not isinstance(tables, dict) or not tables:
        raise BadInput("holds no views: each is a table such as [views.weekly]")
    views: dict[str, View] = {}
    for typed, table in tables.items():
        try:
            view = _view(typed, table)
            if view.name in views:
                raise BadInput(f"holds @{view.name} twice")
        except QueryError as error:
            raise _placed(error, text, typed) from None
        except BadInput as error:
            raise BadInput(f"{_line_of(text, typed)}: {error}") from None
        views[view.name] = view
    return tuple(views.values())


def _placed(error: QueryError, text: str, typed: str) -> QueryError:
    """The error of a query with the line of its view before it."""
    message = f"{_line_of(text, typed)}: @{clipped(typed)}: {error.message}"
    return QueryError(message, error.text, error.position, error.width, example=error.example)


def _line_of(text: str, typed: str) -> str:
    """Where the table of a view begins in the text of a file; the first line if it is hidden."""
    names = {typed, json.dumps(typed), json.dumps(typed, ensure_ascii=False), f"'{typed}'"}
    heads = re.compile(
        rf"\s*\[\s*views\s*\.\s*(?:{'|'.join(map(re.escape, names))})\s*\]|"
        rf"\s*(?:views\s*\.\s*)?(?:{'|'.join(map(re.escape, names))})\s*[.=]"
    )
    lines = text.split("\n")
    return f"line {next((at for at, line in enumerate(lines, 1) if heads.match(line)), 1)}"


def _view(typed: str, table: object) -> View:
    name = view_name(typed)
    if not isinstance(table, Mapping):
        raise BadInput(f"@{name} must be a table: [views.{name}]")
    for key, value in table.items():
        if key not in _KEYS:
            near = nearest_name(key, _KEYS)
            hint = f": did you mean {near!r}?" if near else f"; there are {', '.join(_KEYS)}"
            raise BadInput(f"@{name} has no {key!r}{hint}")
        if not isinstance(value, str):
            raise BadInput(f"@{name}: {key} must be a text in quotation marks")
    if "query" not in table:
        raise BadInput(f"@{name} has no query")
    description, hotkey = table.get("description"), table.get("hotkey")
    return View(
        name,
        title_of(name),
        canonical(parse(table["query"])),
        None if hotkey is None else view_hotkey(hotkey),
        None if description is None else view_description(description),
        own=True,
    )


@dataclass(frozen=True, slots=True)
class Coming:
    """Views of a file held against those on record."""

    new: tuple[View, ...]
    same: tuple[View, ...]
    clashing: tuple[tuple[View, View], ...]
    """Ours and theirs under one name, with another query or description."""
    keyless: tuple[tuple[View, View], ...]
    """Theirs, and the one of ours that has its key: it comes without one."""


def held_against(views: Sequence[View], own: Sequence[View]) -> Coming:
    """What of a file is new here, what is here already, and what clashes with ours."""
    ours = {view.name: view for view in own}
    coming = {view.name for view in views}
    keys = {view.hotkey: view for view in own if view.hotkey and view.name not in coming}
    new, same, clashing, keyless = [], [], [], []
    for view in views:
        mine = ours.get(view.name)
        if mine is None:
            new.append(view)
        elif (mine.query, mine.description) == (view.query, view.description):
            same.append(view)
        else:
            clashing.append((mine, view))
        if view.hotkey is not None and view.hotkey in keys:
            keyless.append((view, keys[view.hotkey]))
        elif view.hotkey is not None:
            keys[view.hotkey] = view
    return Coming(tuple(new), tuple(same), tuple(clashing), tuple(keyless))
