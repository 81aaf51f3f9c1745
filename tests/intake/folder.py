"""A folder such as a policy team has: statements in every format, doubles, and files that are bad.

The same count and seed make the same folder, byte for byte.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from commitrack.sources.decoding import decode
from tests.intake import documents
from tests.intake.documents import MAKERS, Maker
from tests.sources.making import Content, Heading, Paragraph, docx, pdf

ROOT = Path(__file__).parents[2]
_FOLDERS = ("letters", "minutes/2024", "minutes/2025", "plans", "press", "speeches", "")
_OTHER_TEXTS: tuple[tuple[str, Maker], ...] = (
    ("windows.txt", documents.windows),
    ("utf-16.txt", documents.utf16),
)
_DOUBLES = 2


@dataclass(slots=True)
class Made:
    """What was put in the folder, by path below it."""

    good: list[str] = field(default_factory=list)
    doubles: list[str] = field(default_factory=list)
    """The same bytes as a good one, under another name."""
    bad: list[str] = field(default_factory=list)
    """What cannot be stored; each is to be refused with a reason."""
    left_out: list[str] = field(default_factory=list)
    """What is no statement and lies about in folders; passed over."""

    @property
    def statements(self) -> int:
        """All that is to be taken up: good, double and bad."""
        return len(self.good) + len(self.doubles) + len(self.bad)


def make(folder: Path, count: int, seed: int) -> Made:
    """Fill an empty folder with `count` files to take up, and a few that are not.

    Most are good; there is a fixed number of bad ones of every sort, and two doubles.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = Made()
    bad = dict(_bad())
    if count < len(bad) + _DOUBLES + len(MAKERS) + len(_OTHER_TEXTS):
        raise ValueError(f"{count} files are too few to have one of every sort")
    for name, content in bad.items():
        _put(folder, f"bad/{name}", content)
        made.bad.append(f"bad/{name}")
    for name, target in (("broken-link.txt", "nowhere.txt"), ("circle.txt", "circle.txt")):
        (folder / "bad" / name).symlink_to(target)
        made.bad.append(f"bad/{name}")
    _put_closed(folder, made)
    _put_good(folder, made, count - made.statements - _DOUBLES, random.Random(seed))
    for n in range(_DOUBLES):
        original = made.good[-1 - n]
        double = f"copies/copy-{n + 1}{Path(original).suffix}"
        _put(folder, double, (folder / original).read_bytes())
        made.doubles.append(double)
    for name in (
        ".DS_Store",
        "press/Thumbs.db",
        "plans/~$plan.docx",
        "press/logo.png",
        "costs.xlsx",
    ):
        _put(folder, name, b"\x00")
        made.left_out.append(name)
    return made


def _put_closed(folder: Path, made: Made) -> None:
    """A file that nobody may read. The superuser may, and so stores it like any other."""
    letter = Content((Heading("Closed"), Paragraph("We will open our files by the end of 2027.")))
    _put(folder, "bad/closed.txt", documents.plain(letter))
    path = folder / "bad" / "closed.txt"
    path.chmod(0)
    (made.good if os.access(path, os.R_OK) else made.bad).append("bad/closed.txt")


def _put_good(folder: Path, made: Made, count: int, chance: random.Random) -> None:
    paragraphs = _paragraphs()
    suffixes = list(MAKERS)
    for n in range(count):
        said = chance.sample(paragraphs, chance.randint(5, 16))
        title = f"Statement {n + 1} of {count}: {said[0].split('.')[0][:60].strip()}"
        content = Content((Heading(title), *map(Paragraph, said)))
        if n < len(_OTHER_TEXTS):
            name, maker = _OTHER_TEXTS[n]
        else:
            suffix = suffixes[n % len(suffixes)]
            name, maker = f"{n + 1:03}{suffix}", MAKERS[suffix]
        below = _FOLDERS[n % len(_FOLDERS)]
        path = f"{below}/{name}" if below else name
        _put(folder, path, maker(content))
        made.good.append(path)


def _paragraphs() -> list[str]:
    """The paragraphs of the annotated and the demo's statements, each once, as every format can
    hold them.
    """
    found: dict[str, None] = {}
    for source in (ROOT / "tests" / "gold", ROOT / "data" / "statements"):
        for path in sorted(source.glob("*.txt")):
            text = decode(path.read_bytes()).text.replace("\r\n", "\n")
            blocks = (" ".join(block.split()) for block in text.split("\n\n"))
            found |= dict.fromkeys(block for block in blocks if 60 <= len(block) <= 1500)
    return [one for one in found if one == one.encode("cp1252", "replace").decode("cp1252")]


def _bad() -> Iterator[tuple[str, bytes]]:
    """Files that hold no statement, or none that can be read."""
    promise = "We will publish a plan by the end of March 2027."
    letter = Content((Heading("A letter"), Paragraph(promise), Paragraph("We hope you like it.")))
    yield "empty.txt", b""
    yield "blank.md", b" \n\t\n\n"
    yield "binary.txt", bytes(range(256)) * 40
    yield "unmarked-utf-16.txt", "We will publish a plan by May.".encode("utf-16-le")
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)
    yield "truncated.docx", docx(letter)[:-400]
    yield "bomb.docx", documents.bomb()
    yield "no-text.pdf", documents.scan()
    yield "truncated.pdf", pdf(letter)[:120]
    yield "page-called.pdf", b"[!DOCTYPE html] Not found. Ask the webmaster."
    yield "empty-page.html", b"<!DOCTYPE html><html><body><script>x()</script></body></html>"


def _put(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
