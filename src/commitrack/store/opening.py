"""Opening a store: where it lies, whether it is one, and bringing it up to date."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from commitrack.homes import at_home
from commitrack.model.errors import (
    BadInput,
    NotAStore,
    NotFound,
    StoreMisplaced,
    StoreReadOnly,
)
from commitrack.store.engine import (
    APPLICATION_ID,
    Connection,
    connect,
    create_file,
    moor,
    set_pragmas,
    translated,
)
from commitrack.store.limits import set_limits
from commitrack.store.mooring import Mooring, identity, may_write
from commitrack.store.protocol import Store
from commitrack.store.shares import share_of
from commitrack.store.tables import require_tables
from commitrack.store.version import NEWEST, SchemaVersion, require_known

FILE_NAME = "record.db"
_NO_PLACE = frozenset({errno.ENAMETOOLONG, errno.ELOOP})
"""How the system says that no file can be there."""


def default_place() -> Path:
    """Where the store lies when nobody says otherwise: the XDG data folder."""
    data = os.environ.get("XDG_DATA_HOME", "")
    base = Path(data) if Path(data).is_absolute() else Path.home() / ".local" / "share"
    return base / "commitrack" / FILE_NAME


def open_store(place: str | Path | None = None, *, create: bool = False) -> Store:
    """Open the store at `place` (None: the default place), creating it when `create`.

    Raises `NotFound` when there is none, `NotAStore` for a file that is something else (an empty
    one too, unless `create`: looking never makes a store), `StoreTooNew` for one of a later major
    version, `StoreMisplaced` on a network share, `StoreReadOnly` when it may not be read, or would
    have to be created or brought up to date and cannot be written.
    """
    from commitrack.store.sqlite_store import SqliteStore

    path = default_place() if place is None else at_home(place)
    if not _is_there(path):
        if not create:
            raise NotFound(
                f"there is no store at {path} yet: `commitrack add FILE` starts one, "
                "`commitrack demo` shows one"
            )
        _require_local(path)
        _create(path)
    _require_file(path)
    _require_local(path)
    writable, file = may_write(path), identity(path)
    connection = None
    try:
        with translated(str(path)):
            connection = connect(path, writable=writable)
            _require_ours(connection, path, create=create)
            if identity(path) != file:  # a restore has put another file in its place
                connection.close()
                return open_store(path)
            set_pragmas(connection)
            set_limits(connection)
            _bring_up_to_date(connection, path, writable=writable)
            require_tables(connection, str(path))
            moor(connection, Mooring(path, file))
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    return SqliteStore(path, connection, writable=writable)


@contextlib.contextmanager
def as_it_is(path: Path) -> Iterator[Connection]:
    """A connection to a store that is not brought up to date, for looking into and copying.

    Raises what `open_store` does for a file that is none.
    """
    if not _is_there(path):
        raise NotFound(f"there is no store at {path}")
    _require_file(path)
    if not path.stat().st_size:
        # Not opened at all: SQLite would drop the log of an empty file, which may be all there is.
        raise NotAStore(f"{path} is empty, and no store", str(path))
    writable, file = may_write(path), identity(path)
    with translated(str(path)):
        connection = connect(path, writable=writable)
        try:
            _require_ours(connection, path, create=False)
            set_pragmas(connection)
            found = int(connection.execute("PRAGMA user_version").fetchone()[0])
            require_known(SchemaVersion.read(found), str(path))
            moor(connection, Mooring(path, file))
            yield connection
        finally:
            connection.close()


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        words = f"{path} cannot be opened: {error.strerror or error}"
        if error.errno in _NO_PLACE:
            raise BadInput(words) from None
        raise StoreReadOnly(words) from None
    return True


def _create(path: Path) -> None:
    try:
        create_file(path)
    except FileExistsError:
        return  # another process was first; it is opened like any other
    except NotADirectoryError:
        raise BadInput(f"{path.parent} is not a folder: no store can lie in it") from None
    except OSError as error:
        raise StoreReadOnly(
            f"no store can be created at {path}: {error.strerror or error}"
        ) from None


def _require_local(path: Path) -> None:
    """Refuse a network share, also for a file that is not there yet."""
    nearest = next(place for place in (path, *path.absolute().parents) if _is_there(place))
    share = share_of(nearest)
    if share:
        raise StoreMisplaced(
            f"{path} lies on a network share ({share}): SQLite's write-ahead log and locks do not "
            "hold there, and the record could be damaged unnoticed. Keep the store on a disk of "
            "this machine (--store PATH)"
        )


def _require_file(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise BadInput(f"{path} is a folder: name the store's file, such as {path / FILE_NAME}")
    if not stat.S_ISREG(mode):
        raise NotAStore(f"{path} is not a regular file")
    if not os.access(path, os.R_OK):
        raise StoreReadOnly(f"{path} may not be read by you")


def _require_ours(connection: Connection, path: Path, *, create: bool) -> None:
    """Refuse a file that another program made; an empty one is a store about to be.

    It is left behind when creating a store was cut short, or it is the user's: either way only
    somebody who means to write may fill it, and it becomes private then.
    """
    # In one statement, and so of one moment: another process may be creating the store.
    found, tables = connection.execute(
        "SELECT application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id"
    ).fetchone()
    if found == APPLICATION_ID:
        return
    if tables or found:
        raise NotAStore(f"{path} is a SQLite database, but not a commitrack store", str(path))
    if not create:
        raise NotAStore(
            f"{path} is empty, no store yet: `commitrack add FILE` makes it one", str(path)
        )
    with contextlib.suppress(PermissionError):  # a file of somebody else's that we may write
        path.chmod(0o600)


def _bring_up_to_date(connection: Connection, path: Path, *, writable: bool) -> None:
    found = SchemaVersion.read(int(connection.execute("PRAGMA user_version").fetchone()[0]))
    require_known(found, str(path))
    if found >= NEWEST:
        return
    if not writable:
        raise StoreReadOnly(f"{path} must be brought up to date once, and may not be written")
    from commitrack.store.migrating import migrate  # brings in sqlite-utils: only when needed

    migrate(connection, path)
