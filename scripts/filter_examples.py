"""Write the guide's page of worked filters: each with what it finds in a small store.

The store is made by the commands at the head of the page, so that a reader can make it too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from commitrack.model.ids import commitment_id
from commitrack.query import parse
from commitrack.query.examples import EXAMPLES
from commitrack.store import Lens, Store, open_store
from commitrack.store.expanding import expanded

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "filter-examples.md"
SHEET = ROOT / "data" / "portfolio.csv"
TODAY = date(2026, 3, 2)

SETUP = (
    "commitrack import portfolio.csv --as ann",
    'commitrack party set "NHS Employers" parent="NHS Confederation" aliases=NHSE',
    "commitrack set C-5 due=2026-10-15 --why 'the contractor withdrew'",
    "commitrack evidence add C-5 --source official --date 2025-10-01 --title 'Board paper 7' "
    "--today 2025-10-02",
    "commitrack status C-5 in_progress",
    "commitrack check C-6 --nothing-found --where 'their web site' --next 2026-03-20",
    "commitrack status C-6 stalled --why 'no movement since the election'",
    "commitrack evidence add C-7 --source self --date 2026-02-20 --title 'Their letter'",
    "commitrack claim C-7",
    "commitrack evidence add C-8 --source official --date 2026-02-10 --title 'The audit'",
    "commitrack claim C-8",
    "commitrack review C-8 --approve --as eve",
    "commitrack link C-9 weakens C-3",
)
"""What makes the store of the page from the sheet, in a folder that holds it."""

_HEAD = """\
# Forty filters

Each of these works in `list`, in the filter bar of the terminal UI, in reports and in saved views;
`commitrack help query` prints them with all fields, values and dates. This page is written by
`make filters`, and a test runs it: under each filter stands what it finds on 2 March 2026, for ann,
in a store made like this (the sheet is `data/portfolio.csv`):

"""


def filled(folder: Path) -> Store:
    """The store of the page, made in a folder by its own commands."""
    shutil.copy(SHEET, folder)
    environment = {
        "HOME": str(folder),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COMMITRACK_STORE": str(folder / "record.db"),
        "COMMITRACK_TODAY": TODAY.isoformat(),
        "COMMITRACK_ACTOR": "ann",
        "LC_ALL": "C.UTF-8",
    }
    for command in SETUP:
        subprocess.run(
            ["sh", "-c", command], cwd=folder, env=environment, check=True, capture_output=True
        )
    return open_store(folder / "record.db")


def found(store: Store, query: str) -> list[str]:
    """The IDs that a query finds, in its order."""
    numbers = store.ids(expanded(store, parse(query)), Lens(TODAY, "ann"))
    return [commitment_id(number) for number in numbers]


def page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder))
        try:
            return _HEAD + "\n".join(_lines(store)) + "\n"
        finally:
            store.close()


def _lines(store: Store) -> Iterator[str]:
    yield "```console"
    yield from (f"$ {command}" for command in SETUP)
    yield "```"
    place = 0
    for heading, examples in EXAMPLES:
        yield f"\n## {heading}"
        for example in examples:
            place += 1
            yield f"\n{place}. {example.asks[:1].upper()}{example.asks[1:]}:\n"
            yield "   ```console"
            yield f"   $ commitrack list '{example.query}'"
            yield "   ```\n"
            yield f"   finds {', '.join(found(store, example.query)) or 'nothing'}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
