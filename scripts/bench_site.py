"""Measure the public page: a site of ten thousand commitments, made, made again, and its memory.

The baseline writes the same files, each with one call, with nothing to decide about any of them:
what ours takes longer is what reading the record, laying it out and keeping the folder whole cost.

    python scripts/bench_site.py [--published 10000] [--store PATH]
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from commitrack.model.publicity import PUBLIC
from commitrack.query import parse
from commitrack.site import Wish, publish
from commitrack.store import Lens, open_store
from make_store import TODAY, fill
from measuring import Figure, Tables

PUBLISHED = 10_000
"""Commitments that are public."""
_IN_EACH = 4.2
"""Commitments on record for one that is public."""
LENS = Lens(TODAY, "ann")


def site(number: int = PUBLISHED, place: Path | None = None) -> list[Figure]:
    """All figures, of a store with so many public commitments that is built now, or of one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if place is None:
            place = folder / "record.db"
            store = open_store(place, create=True)
            for _ in fill(store, int(number * _IN_EACH)):
                pass
            store.close()
        return list(_figures(place, folder))


def _figures(place: Path, folder: Path) -> Iterator[Figure]:
    store = open_store(place)
    count = store.counts({"public": parse(PUBLIC)}, LENS)["public"]
    store.close()
    made, peak = _apart(place, folder / "site")
    again, _ = _apart(place, folder / "site")
    plain = _plain(folder / "site", folder / "plain")
    what = f"publish, {count:,} commitments"
    yield Figure(what, made, "the same files, written plainly", plain, "20000 ms")
    yield Figure(f"{what}, nothing changed", again, "the same files, written plainly", plain)
    small = open_store(folder / "small.db", create=True)
    for _ in fill(small, 400):
        pass
    small.close()
    _, least = _apart(folder / "small.db", folder / "small")
    yield Figure(f"{what}, most memory (MB)", peak, "of 100 commitments", least, "150 MB")


def _apart(place: Path, folder: Path) -> tuple[float, float]:
    """Milliseconds and megabytes of a run in a process of its own."""
    context = get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_publish, (place, folder))


def _publish(place: Path, folder: Path) -> tuple[float, float]:
    store = open_store(place)
    begun = time.perf_counter()
    publish(store, LENS, folder, Wish(), told=lambda *_: None)
    took = (time.perf_counter() - begun) * 1_000
    store.close()
    return took, _peak()


def _peak() -> float:
    """Megabytes at most, by the account of Linux, and elsewhere by that of `resource`, in bytes."""
    account = Path("/proc/self/status")
    if account.exists():
        line = next(one for one in account.read_text().splitlines() if one.startswith("VmHWM:"))
        return int(line.split()[1]) / 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000


def _plain(site_: Path, folder: Path) -> float:
    """Milliseconds to write the same files, which are read beforehand."""
    files = [
        (path.relative_to(site_), path.read_bytes())
        for path in site_.rglob("*.*")
        if path.is_file()
    ]
    begun = time.perf_counter()
    for path, content in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    took = (time.perf_counter() - begun) * 1_000
    shutil.rmtree(folder)
    return took


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--published", type=int, default=PUBLISHED)
    parser.add_argument("--store", type=Path, help="a store to publish from; it is only read")
    given = parser.parse_args()
    Tables().show("the public page; one run each", site(given.published, given.store))


if __name__ == "__main__":
    main()
