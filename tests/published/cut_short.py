"""Publishes, and dies at one of the steps that change the folder: ``cut_short.py STORE DIR STEP``.

With step 0 it goes on to the end and prints how many steps there were.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from commitrack.site import Wish, publish
from commitrack.store import Lens, open_store


def main() -> None:
    """Count the steps; die without a word at the one that is named."""
    place, folder, step = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    taken = 0

    def counted(act: Callable[..., Any]) -> Callable[..., Any]:
        def do(*arguments: Any, **named: Any) -> Any:
            nonlocal taken
            taken += 1
            if taken == step:
                os._exit(9)
            return act(*arguments, **named)

        return do

    Path.replace = counted(Path.replace)  # type: ignore[method-assign]
    Path.unlink = counted(Path.unlink)  # type: ignore[method-assign]
    Path.rmdir = counted(Path.rmdir)  # type: ignore[method-assign]
    store = open_store(place)
    lens = Lens(date(2026, 3, 2), "ann")
    publish(store, lens, folder, Wish(), told=lambda *_: None)
    store.close()
    sys.stdout.write(str(taken))


if __name__ == "__main__":
    main()
