"""Backing up, restoring and migrating, killed at every step: run as a program, one line a kill.

``python -m tests.store.killed SCENE FOLDER`` exits with 0 when what was left was right each time.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from commitrack.store import backups, open_store, restoring, snapshots
from commitrack.store.backups import back_up, folder_of, listed
from commitrack.store.examining import examine, mend
from commitrack.store.restoring import restore
from commitrack.store.snapshots import Proof, prove
from tests.store.conftest import fill, sign
from tests.store.damage import content, flip
from tests.store.dying import dies_after, step

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FIXTURE = Path(__file__).parent / "fixtures" / "schema-1.0.db"
_MOST = 300


def main(scene: str, folder: Path, stride: int) -> int:
    """Kill the scene at every step, or every so many; of how many there are is printed."""
    snapshots._STEP = 8
    for module in (backups, restoring, snapshots):
        _make_copying_a_step(module)
    for steps in range(0, _MOST, stride):
        work = folder / f"{scene}-{steps}"
        work.mkdir()
        died = SCENES[scene](work, steps)
        shutil.rmtree(work)
        if not died:
            sys.stdout.write(str(steps))
            return 0
    return 1


def _make_copying_a_step(module: object) -> None:
    """Let every few pages that SQLite copies, and what comes right after them, be steps."""
    for name in ("_unmoved", "copy", "sync_folder"):
        really: Callable[..., object] | None = getattr(module, name, None)
        if really is None:
            continue

        def stepping(*arguments: object, then: Callable[..., object] = really) -> object:
            step()
            done = then(*arguments)
            step()
            return done

        setattr(module, name, stepping)


def _store(work: Path) -> tuple[Path, Path]:
    """A store that has gone on since its backup, closed; made once, and copied."""
    made = work.parent / "made"
    place, backup = made / "record.db", made / "mine.db"
    if not made.exists():
        store = open_store(place, create=True)
        fill(store)
        back_up(place, backup, AT)
        store.set_party("All trusts", {}, sign("bob"))
        store.close()
    return Path(shutil.copy(place, work)), Path(shutil.copy(backup, work))


def _backing_up(work: Path, steps: int) -> bool:
    place, _ = _store(work)
    older = back_up(place, None, AT).path
    record = content(place)
    later = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    died = dies_after(steps, lambda: back_up(place, None, later, keep=1))
    found = listed(place)
    assert found, "there is always a backup"
    for path in folder_of(place).glob("[!.]*"):
        assert prove(path, Proof.WHOLE).whole
        assert content(path) == record
    assert older.exists() or len(found) == 1
    _clean(place)
    return died


def _clean(place: Path) -> None:
    """What was left lying about is found by the doctor, and goes."""
    list(mend(examine(place)))
    assert not [path for path in place.parent.rglob(".*") if path.name.endswith(".part")]


def _restoring(work: Path, steps: int) -> bool:
    place, backup = _store(work)
    old, new = content(place), content(backup)
    died = dies_after(steps, lambda: restore(backup, place))
    again = open_store(place)
    assert again.verify().broken is None
    again.close()
    assert content(place) in (old, new)
    if content(place) == new:
        assert any(content(one.path) == old for one in listed(place)), "the old one is kept"
    _clean(place)
    restore(backup, place)
    assert content(place) == new
    return died


def _restoring_over_damage(work: Path, steps: int) -> bool:
    place, backup = _store(work)
    new = content(backup)
    flip(place, 0)
    damaged = place.read_bytes()
    died = dies_after(steps, lambda: restore(backup, place))
    if place.read_bytes() != damaged:
        assert content(place) == new
        kept = [path.read_bytes() for path in folder_of(place).iterdir()]
        assert damaged in kept, "the old one is kept"
    restore(backup, place)
    assert content(place) == new
    _clean(place)
    return died


def _restoring_where_only_a_log_is(work: Path, steps: int) -> bool:
    place, backup = _store(work)
    new = content(backup)
    store = open_store(place)
    store.set_party("Late", {}, sign())
    log = place.with_name("record.db-wal").read_bytes()
    store.close()
    place.unlink()
    place.with_name("record.db-wal").write_bytes(log)
    died = dies_after(steps, lambda: restore(backup, place))
    if place.exists():
        assert content(place) == new
    else:
        restore(backup, place)
        assert content(place) == new
    assert log in [path.read_bytes() for path in folder_of(place).iterdir()]
    return died


def _migrating(work: Path, steps: int) -> bool:
    place = work / "record.db"
    shutil.copy(FIXTURE, place)
    shutil.copy(FIXTURE, work / "old.db")
    died = dies_after(steps, lambda: open_store(place).close())
    for path in folder_of(place).glob("[!.]*"):
        assert prove(path, Proof.WHOLE).schema.minor == 0
    again = open_store(place)
    assert again.verify().broken is None
    again.close()
    kept = listed(place)
    assert len(kept) == 1, "one backup, however often it was tried"
    _clean(place)
    return died


SCENES: dict[str, Callable[[Path, int], bool]] = {
    "backup": _backing_up,
    "restore": _restoring,
    "damaged": _restoring_over_damage,
    "log": _restoring_where_only_a_log_is,
    "migrate": _migrating,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
