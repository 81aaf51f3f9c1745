"""The settings and where each comes from: an option, the environment, the file, or the default.

The file is ``config.toml`` in the XDG configuration folder. It is read only when a setting needs
it, and written only by `assign`, `remove` and `begin`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.model.errors import BadInput
from commitrack.model.frozen import dataclass
from commitrack.model.house import DateOrder, FourEyes, House
from commitrack.setting_keys import AUTO, KEYS, Key, key_named, quoted, unknown

if TYPE_CHECKING:
    from commitrack.settings_file import Filed

FILE_NAME = "config.toml"
KEYS_TABLE = "keys"
"""The table of the file that gives commands of the terminal UI other keys."""


class Origin(StrEnum):
    """Where a setting's value came from; the first that speaks wins."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's value and who decided it."""

    name: str
    value: str
    origin: Origin
    where: str
    """The option, the variable or the line of the file that said so; empty for a default."""


def config_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings file lies, whether it exists or not."""
    folder = environment.get("XDG_CONFIG_HOME", "")
    base = Path(folder) if Path(folder).is_absolute() else Path.home() / ".config"
    return base / "commitrack" / FILE_NAME


class Settings:
    """The settings of one run; each is looked up, and checked, when it is asked for."""

    def __init__(
        self, flags: Mapping[str, str], environment: Mapping[str, str] = os.environ
    ) -> None:
        """`flags` are what options said, by the setting's name."""
        self.flags = flags
        self.environment = environment

    @cached_property
    def path(self) -> Path:
        """The settings file."""
        return config_path(self.environment)

    @cached_property
    def _filed(self) -> Filed | None:
        """What the file says, once it is known to be of use; None without a file."""
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None  # no time is lost with a parser
        except OSError:
            pass  # told by whoever reads it
        from commitrack.settings_file import read

        filed = read(self.path)
        for name, value in filed.values.items():
            _require_known(filed, name, value)
        return filed

    def get(self, name: str) -> Setting:
        """A setting by name; `BadInput` names the place of a value that cannot be used."""
        key = KEYS[name]
        option = f"--{'as' if name == 'actor' else name}"
        if name in self.flags:
            return self._checked(key, self.flags[name], Origin.OPTION, option)
        if self.environment.get(key.variable):
            said = self.environment[key.variable]
            return self._checked(key, said, Origin.ENVIRONMENT, key.variable)
        filed = self._filed
        if filed is not None and name in filed.values:
            value = filed.values[name]
            text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
            return self._checked(key, text, Origin.FILE, filed.place(name))
        return Setting(name, key.default(), Origin.DEFAULT, "")

    def _checked(self, key: Key, text: str, origin: Origin, where: str) -> Setting:
        try:
            return Setting(key.name, key.check(text), origin, where)
        except BadInput as error:
            of = f" {key.name}" if origin is Origin.FILE else ""
            raise BadInput(f"{where}:{of} {error}") from None

    def all(self) -> tuple[Setting, ...]:
        """Every setting, in order, and then the keys that the file gives to commands."""
        filed = self._filed
        return (
            *(self.get(name) for name in KEYS),
            *(
                Setting(f"{KEYS_TABLE}.{name}", key, Origin.FILE, filed.place(KEYS_TABLE, name))
                for name, key in self.keys().items()
                if filed is not None
            ),
        )

    def house(self) -> House:
        """The rules of the house."""
        return House(
            int(self.get("due_soon").value),
            int(self.get("cadence").value),
            FourEyes(self.get("four_eyes").value),
            DateOrder(self.get("dates").value),
            self.get("site_title").value,
            self.get("site_address").value,
        )

    def columns(self) -> tuple[str, ...]:
        """The columns that lists and the terminal UI show; empty leaves them to each."""
        value = self.get("columns").value
        return () if value == AUTO else tuple(value.split(","))

    def keys(self) -> dict[str, str]:
        """The keys that the file gives to commands of the terminal UI, by the command's id."""
        filed = self._filed
        table = {} if filed is None else filed.values.get(KEYS_TABLE, {})
        return {name: str(key) for name, key in table.items()} if isinstance(table, dict) else {}


def _require_known(filed: Filed, name: str, value: object) -> None:
    """`BadInput` names the line of what is no setting, or cannot be one's value."""
    where = filed.place(name)
    if name == KEYS_TABLE:
        if not isinstance(value, dict):
            raise BadInput(f'{where}: {name} must be a table, such as [keys] and status = "s"')
        _require_keys(filed, value)
    elif isinstance(value, dict):
        from commitrack.model.fields import did_you_mean

        near = did_you_mean(name, [KEYS_TABLE])
        raise BadInput(
            f"{where}: no table is called [{name}]{near or f'; there is [{KEYS_TABLE}]'}"
        )
    elif name not in KEYS:
        raise BadInput(f"{where}: {unknown(name)}")
    elif (
        isinstance(value, list) and name == "columns" and all(isinstance(one, str) for one in value)
    ):
        return
    elif isinstance(value, bool) or not isinstance(value, str | int):
        raise BadInput(f"{where}: {name} must be a text or a whole number")


def _require_keys(filed: Filed, table: Mapping[str, object]) -> None:
    """`BadInput` names the line of a command there is not, and of two commands with one key."""
    from commitrack.tui.keys import clash, unknown_command

    for name, key in table.items():
        where = filed.place(KEYS_TABLE, name)
        if not isinstance(key, str):
            raise BadInput(f'{where}: the key of {name} must be a text, such as "s" or "ctrl+s"')
        wrong = unknown_command(name) or clash(name, {one: str(table[one]) for one in table})
        if wrong:
            raise BadInput(f"{where}: {wrong}")


def assign(path: Path, name: str, text: str) -> str:
    """Write a setting into the file, leaving every other line as it is; the value as stored.

    A store is written down with its whole path: the file is read from whatever folder one is in.
    ``keys.status`` is the key of a command.
    """
    from commitrack import settings_file

    table, dot, command = name.strip().partition(".")
    if dot and table == KEYS_TABLE:
        _require_key(path, command, text)
        settings_file.assign(path, (KEYS_TABLE, command), quoted(text))
        return text
    key = key_named(name)
    try:
        value = key.check(text)
    except BadInput as error:
        raise BadInput(f"{key.name}: {error}") from None
    if key.name == "store":
        value = str(Path(value).absolute())
    settings_file.assign(path, (key.name,), key.literal(value))
    return value


def _require_key(path: Path, command: str, key: str) -> None:
    from commitrack.settings_file import read
    from commitrack.tui.keys import clash, unknown_command

    before = read(path).values.get(KEYS_TABLE)
    chosen = {name: str(one) for name, one in before.items()} if isinstance(before, dict) else {}
    wrong = unknown_command(command) or clash(command, {**chosen, command: key})
    if wrong:
        raise BadInput(wrong)


def remove(path: Path, name: str) -> bool:
    """Take a setting out of the file; False when it was not there."""
    from commitrack import settings_file

    table, dot, command = name.strip().partition(".")
    names = (KEYS_TABLE, command) if dot and table == KEYS_TABLE else (key_named(name).name,)
    return settings_file.remove(path, names)


def begin(path: Path) -> None:
    """Write a file that sets nothing and says of each setting what it is; `Conflict` if there is
    one.
    """
    from commitrack import settings_file
    from commitrack.tui.keys import default_keys

    lines = [
        '# The settings of commitrack. Take the "# " before a name away to set it;',
        "# `commitrack config show` says what is in force, and why.",
    ]
    for key in KEYS.values():
        lines += ["", f"# {key.help}", f"# {key.name} = {key.literal(key.default())}"]
    lines += ["", "# the keys of the terminal UI, by command", f"# [{KEYS_TABLE}]"]
    lines += [f"# {name} = {quoted(keys)}" for name, keys in default_keys().items()]
    settings_file.create(path, "\n".join(lines))
