"""The settings and where each comes from: an option, the environment, the file, or the default.

The file is ``config.toml`` in the XDG configuration folder. It is read only when a setting needs
it, and written only by `assign` and `remove`.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from commitrack.model.errors import BadInput, CommitrackError
from commitrack.model.frozen import dataclass

FILE_NAME = "config.toml"
LONGEST_NAME = 80
"""Characters of an actor's name."""
DATE_ORDERS = ("dmy", "mdy")
"""What 3/4/2026 can mean in a sheet: a day in April, or one in March."""
LONGEST_CADENCE = 3650
"""Days; what `commitrack.model.fields` allows of a commitment's cadence."""


class Origin(StrEnum):
    """Where a setting's value came from; the first that speaks wins."""

    FLAG = "flag"
    ENV = "env"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's value and who decided it."""

    name: str
    value: str
    origin: Origin
    where: str
    """The option, the variable or the file that said so; empty for a default."""


@dataclass(frozen=True, slots=True)
class Key:
    """A setting there is: its name, its variable, how it is checked and what it is by default."""

    name: str
    variable: str
    check: Callable[[str], str]
    default: Callable[[], str]
    help: str


def _store(text: str) -> str:
    if not text.strip() or "\0" in text:
        raise BadInput("must be the path of the store's file")
    return str(Path(text).expanduser())


def _default_store() -> str:
    from commitrack.store import default_place

    return str(default_place())


def _actor(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise BadInput(f"must be a name of 1 to {LONGEST_NAME} printable characters")
    return name


def _login() -> str:
    import getpass  # it brings the terminal with it

    try:
        return _actor(getpass.getuser())
    except (OSError, KeyError, BadInput):  # no account has this user number
        return "unknown"


def _theme(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,39}", text.strip()):
        raise BadInput("must be a theme's name, such as dark or light")
    return text.strip()


def _default_cadence() -> str:
    from commitrack.model.records import DEFAULT_CADENCE

    return str(DEFAULT_CADENCE)


def _cadence(text: str) -> str:
    plain = text.strip()
    digits = plain.isascii() and plain.isdigit() and len(plain) <= len(str(LONGEST_CADENCE))
    if not digits or not 1 <= int(plain) <= LONGEST_CADENCE:
        raise BadInput(f"must be a number of days from 1 to {LONGEST_CADENCE}")
    return str(int(plain))


def _dates(text: str) -> str:
    order = text.strip().lower()
    if order not in DATE_ORDERS:
        raise BadInput(f"must be {' or '.join(DATE_ORDERS)}")
    return order


KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        Key("store", "COMMITRACK_STORE", _store, _default_store, "the store's file"),
        Key("actor", "COMMITRACK_ACTOR", _actor, _login, "who acts; asserted, not authenticated"),
        Key("theme", "COMMITRACK_THEME", _theme, lambda: "dark", "colours of the terminal UI"),
        Key(
            "cadence",
            "COMMITRACK_CADENCE",
            _cadence,
            _default_cadence,
            "days between two looks at a newly accepted commitment",
        ),
        Key("dates", "COMMITRACK_DATES", _dates, lambda: "dmy", "3/4 in a sheet: dmy or mdy"),
    )
}
"""Every setting, in the order `commitrack config` shows them."""


def key_named(name: str) -> Key:
    """The setting called `name`; `BadInput` names the ones there are."""
    key = KEYS.get(name.strip().lower())
    if key is None:
        raise BadInput(f"no setting is called {name!r}; there are {', '.join(KEYS)}")
    return key


def config_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings file lies, whether it exists or not."""
    folder = environment.get("XDG_CONFIG_HOME", "")
    base = Path(folder) if Path(folder).is_absolute() else Path.home() / ".config"
    return base / "commitrack" / FILE_NAME


@dataclasses.dataclass(frozen=True)
class Settings:
    """The settings of one run; each is looked up, and checked, when it is asked for."""

    flags: Mapping[str, str] = field(default_factory=dict)
    """What options said, by the setting's name."""
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @cached_property
    def path(self) -> Path:
        """The settings file."""
        return config_path(self.environment)

    @cached_property
    def _filed(self) -> Mapping[str, str]:
        return _read(self.path)

    def get(self, name: str) -> Setting:
        """A setting by name; `BadInput` names the place of a value that cannot be used."""
        key = KEYS[name]
        option = f"--{'as' if name == 'actor' else name}"
        if name in self.flags:
            return self._checked(key, self.flags[name], Origin.FLAG, option)
        if self.environment.get(key.variable):
            said = self.environment[key.variable]
            return self._checked(key, said, Origin.ENV, key.variable)
        if name in self._filed:
            return self._checked(key, self._filed[name], Origin.FILE, str(self.path))
        return Setting(name, key.default(), Origin.DEFAULT, "")

    def _checked(self, key: Key, text: str, origin: Origin, where: str) -> Setting:
        try:
            return Setting(key.name, key.check(text), origin, where)
        except BadInput as error:
            of = f" {key.name}" if origin is Origin.FILE else ""
            raise BadInput(f"{where}:{of} {error}, not {text!r}") from None

    def all(self) -> tuple[Setting, ...]:
        """Every setting, in order."""
        return tuple(self.get(name) for name in KEYS)


def _read(path: Path) -> dict[str, str]:
    """The settings in the file; tables belong to others and are passed over."""
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from None
    found = _parse(path, text)
    plain = {name: value for name, value in found.items() if not isinstance(value, dict)}
    for name, value in plain.items():
        if name not in KEYS:
            raise BadInput(f"{path}: no setting is called {name!r}; there are {', '.join(KEYS)}")
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise BadInput(f"{path}: {name} must be a text or a whole number")
    return {name: str(value) for name, value in plain.items()}


def _parse(path: Path, text: str) -> dict[str, object]:
    import tomllib  # a few milliseconds that a run without a file does not owe

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is not valid TOML: {error}") from None


def assign(path: Path, name: str, text: str) -> str:
    """Write a setting into the file, leaving every other line as it is; the value as stored.

    A store is written down with its whole path: the file is read from whatever folder one is in.
    """
    key = key_named(name)
    try:
        value = key.check(text)
    except BadInput as error:
        raise BadInput(f"{key.name}: {error}, not {text!r}") from None
    if key.name == "store":
        value = str(Path(value).absolute())
    lines = _lines(path)
    fresh = f"{key.name} = {json.dumps(value, ensure_ascii=False)}"
    at = _line_of(lines, key.name)
    if at is None:
        lines.insert(_end_of_settings(lines), fresh)
    else:
        lines[at] = fresh
    _write(path, lines)
    return value


def remove(path: Path, name: str) -> bool:
    """Take a setting out of the file; False when it was not there."""
    key = key_named(name)
    lines = _lines(path)
    at = _line_of(lines, key.name)
    if at is None:
        return False
    del lines[at]
    _write(path, lines)
    return True


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from None


def _end_of_settings(lines: list[str]) -> int:
    """Where the first table begins: a setting after it would belong to the table."""
    return next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))


def _line_of(lines: list[str], name: str) -> int | None:
    pattern = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
    top = lines[: _end_of_settings(lines)]
    return next((n for n, line in enumerate(top) if pattern.match(line)), None)


def _write(path: Path, lines: list[str]) -> None:
    """Replace the file whole, so that a reader never meets half of it."""
    text = "".join(f"{line}\n" for line in lines)
    _parse(path, text)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, "utf-8")
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise CommitrackError(f"{path} cannot be written: {error.strerror or error}") from None
