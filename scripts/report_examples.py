"""Write the guide's page of reports: each as its command makes it of the demo, on a terminal."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from commitrack.demo import build_demo
from commitrack.reports import CATALOGUE, Report, entry, render
from commitrack.reports.chaser import letters_of
from commitrack.reports.grouping import grouped
from commitrack.reports.letter import DEFAULT, as_plain, template_of
from commitrack.store import Lens, Store, open_store

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "report-examples.md"
TODAY = date(2026, 3, 2)
LENS = Lens(TODAY, "ann")
STORE = "demo.db"
WIDTH = 96

EXAMPLES: tuple[tuple[str, ...], ...] = (
    ("weekly", "owner:Skelderby OR owner:Wexholm OR owner:Confederation"),
    ("overdue", "owner:Skelderby OR owner:Hearth"),
    ("overdue", "owner:Skelderby OR owner:Hearth", "--by", "lead"),
    ("slippage", "owner:Hearth OR owner:Wexholm"),
    ("drift",),
    ("lint", "owner:Confederation"),
    ("agenda", "owner:Skelderby OR owner:Confederation"),
    ("review-queue", "owner:Orrinmouth"),
    ("evidence-gaps", "owner:Hearth OR owner:Eastmarch"),
    ("owner", "NHS Confederation"),
    ("chaser", "Skelderby and Fellside Hospitals Trust"),
    ("summary",),
    ("coverage", "S-0019"),
    ("audit", "C-0032"),
)
"""Each report of the catalogue at least once, narrowed down so that it can be read."""

_HEAD = f"""\
# Every report, of the demo

Written by `make reports`, and a test draws it anew: this is what each command prints on a terminal
{WIDTH} cells wide, on 2 March 2026, of the store that `commitrack demo` shows. What the reports are
for, and how else they can be written, is on [their page](reports.md).

```console
$ commitrack demo --keep {STORE}
```
"""


def page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / STORE, create=True)
        try:
            build_demo(store, TODAY)
            return _HEAD + "".join(_examples(store))
        finally:
            store.close()


def _examples(store: Store) -> Iterator[str]:
    named = ""
    for name, *words in EXAMPLES:
        if name != named:
            yield f"\n## {name}\n\n{_sentence(entry(name).help)}\n"
            named = name
        command = shlex.join(["commitrack", "report", name, *words, "--store", STORE])
        yield f"\n```console\n$ {command}\n```\n\n```text\n{shown(store, name, words)}```\n"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def shown(store: Store, name: str, words: list[str]) -> str:
    """What the command prints."""
    argument = words[0] if words else None
    if name == "chaser":
        return as_plain(letters_of(store, LENS, argument).letters, template_of(DEFAULT))
    found: Report = entry(name).build(store, LENS, argument)
    if "--by" in words:
        found = grouped(store, LENS, found, words[-1])
    return render(replace(found, store=STORE), "text", width=WIDTH)


def left_out() -> set[str]:
    """The reports of which the page has no example."""
    return set(CATALOGUE) - {name for name, *_ in EXAMPLES}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
