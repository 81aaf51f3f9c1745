"""The settings there are: what each is called, how it is checked, and what it is by default."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from commitrack.homes import at_home
from commitrack.model.errors import BadInput, unfit
from commitrack.model.frozen import dataclass
from commitrack.model.house import DateOrder, FourEyes, House

LONGEST_NAME = 80
"""Characters of an actor's name."""
DATE_ORDERS = tuple(str(one) for one in DateOrder)
LONGEST_CADENCE = 3650
"""Days; what `commitrack.model.fields` allows of a commitment's cadence."""
LONGEST_TITLE = 200
"""Characters of what the public pages are called."""
LONGEST_SOON = 366
"""Days ahead that can be soon."""
AUTO = "auto"
"""The columns that a list and the terminal UI choose themselves."""


def quoted(value: str) -> str:
    """A text as the file has it."""
    return json.dumps(value, ensure_ascii=False)


def _listed(value: str) -> str:
    return quoted(value) if value == AUTO else f"[{', '.join(map(quoted, value.split(',')))}]"


@dataclass(frozen=True, slots=True)
class Key:
    """A setting there is: its name, its variable, how it is checked and what it is by default."""

    name: str
    variable: str
    check: Callable[[str], str]
    default: Callable[[], str]
    help: str
    literal: Callable[[str], str] = quoted
    """How a value is written in the file."""


def _store(text: str) -> str:
    if not text.strip() or "\0" in text:
        raise unfit("must be the path of the store's file", text)
    return str(at_home(text))


def _default_store() -> str:
    from commitrack.store import default_place

    return str(default_place())


def _actor(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise unfit(f"must be a name of 1 to {LONGEST_NAME} printable characters", text)
    return name


def _login() -> str:
    import getpass  # it brings the terminal with it

    try:
        return _actor(getpass.getuser())
    except (OSError, KeyError, BadInput):  # no account has this user number
        return "unknown"


def _theme(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,39}", text.strip()):
        raise unfit("must be a theme's name, such as dark or light", text)
    return text.strip()


def _days(most: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        plain = text.strip()
        digits = plain.isascii() and plain.isdigit() and len(plain) <= len(str(most))
        if not digits or not 1 <= int(plain) <= most:
            raise unfit(f"must be a number of days from 1 to {most}", text)
        return str(int(plain))

    return check


def _one_of(words: type[StrEnum]) -> Callable[[str], str]:
    def check(text: str) -> str:
        from commitrack.model.fields import did_you_mean

        word = text.strip().lower()
        names = [one.value for one in words]
        if word not in names:
            must = f"must be {', '.join(names[:-1])} or {names[-1]}"
            raise unfit(must, text, did_you_mean(word, names))
        return word

    return check


def _site_title(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_TITLE or not name.isprintable():
        raise unfit(f"must be a title of 1 to {LONGEST_TITLE} printable characters", text)
    return name


def _site_address(text: str) -> str:
    if not text.strip():
        return ""
    from commitrack.site import web_folder

    try:
        return web_folder(text.strip())
    except BadInput:
        raise unfit("must be the address of a folder on the web (https://…/)", text) from None


def _columns(text: str) -> str:
    from commitrack.model import columns  # what each looks like is for who shows them

    if text.strip().lower() == AUTO:
        return AUTO
    try:
        return ",".join(columns.named(text.split(",")))
    except BadInput as error:
        raise BadInput(f"must be {AUTO} or names of columns: {error}") from None


_HOUSE = House()

KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        Key("store", "COMMITRACK_STORE", _store, _default_store, "the store's file"),
        Key("actor", "COMMITRACK_ACTOR", _actor, _login, "who acts; asserted, not authenticated"),
        Key("theme", "COMMITRACK_THEME", _theme, lambda: "dark", "colours of the terminal UI"),
        Key(
            "cadence",
            "COMMITRACK_CADENCE",
            _days(LONGEST_CADENCE),
            lambda: str(_HOUSE.cadence),
            "days between two looks at a newly accepted commitment",
            str,
        ),
        Key(
            "due_soon",
            "COMMITRACK_DUE_SOON",
            _days(LONGEST_SOON),
            lambda: str(_HOUSE.due_soon),
            "days ahead that a due date is due soon",
            str,
        ),
        Key(
            "four_eyes",
            "COMMITRACK_FOUR_EYES",
            _one_of(FourEyes),
            lambda: _HOUSE.four_eyes.value,
            "who may approve what they asked for: strict (nobody), said (with --self-verify), off",
        ),
        Key(
            "dates",
            "COMMITRACK_DATES",
            _one_of(DateOrder),
            lambda: _HOUSE.dates.value,
            "what 3/4/2026 means: dmy or mdy",
        ),
        Key(
            "columns",
            "COMMITRACK_COLUMNS",
            _columns,
            lambda: AUTO,
            "the columns of lists and of the terminal UI's table",
            _listed,
        ),
        Key(
            "site_title",
            "COMMITRACK_SITE_TITLE",
            _site_title,
            lambda: _HOUSE.site_title,
            "what the public pages are called",
        ),
        Key(
            "site_address",
            "COMMITRACK_SITE_ADDRESS",
            _site_address,
            lambda: _HOUSE.site_address,
            "where the public pages will lie on the web, for the links of their feed",
        ),
    )
}
"""Every setting, in the order `commitrack config` shows them."""


def key_named(name: str) -> Key:
    """The setting called `name`; `BadInput` names the nearest one."""
    key = KEYS.get(_folded(name))
    if key is None:
        raise BadInput(unknown(name))
    return key


def _folded(name: str) -> str:
    return name.strip().lower().replace("-", "_")


def unknown(name: str) -> str:
    """What is said of a name that is no setting, with the nearest one."""
    from commitrack.model.fields import did_you_mean

    near = did_you_mean(_folded(name), KEYS) or f"; there are {', '.join(KEYS)}"
    return f"no setting is called {name!r}{near}"
