"""Fills the disk that a store lies on, first with ballast, then edit by edit, and tells how it was.

It runs in a namespace where that disk exists, and so must look at everything itself.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

from commitrack.store import open_store
from tests.faults.processes import commitrack

NOTE = "x" * 3000
ROOM_AGAIN = 200_000
"""Bytes of ballast that are thrown overboard at the end."""


def main(path: str, manner: str) -> None:
    """Edit until there is no room, look at what is left, make room, and go on.

    ``shared``: somebody has the store open all the while, and its log grows; ``alone``: every edit
    begins a log and folds it in.
    """
    place = Path(path)
    ballast = place.with_name("ballast")
    ballast.write_bytes(b"\0" * ROOM_AGAIN)
    edits = 0
    with contextlib.ExitStack() as open_elsewhere:
        if manner == "shared":
            open_elsewhere.enter_context(contextlib.closing(open_store(place)))
        while True:
            done = commitrack(place, "set", "C-1", f"note={edits + 1} {NOTE}")
            if done.returncode:
                break
            edits += 1
        listed = commitrack(place, "list")
    ballast.unlink()
    store = open_store(place)
    told = {
        "edits": edits,
        "code": done.returncode,
        "complaint": done.stderr,
        "list_code": listed.returncode,
        "list_complaint": listed.stderr,
        "read": int((store.dossier(1).commitment.note or "0").split()[0]),
        "broken": store.verify().broken,
    }
    store.close()
    told["after"] = commitrack(place, "set", "C-1", "lead=ann").returncode
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
