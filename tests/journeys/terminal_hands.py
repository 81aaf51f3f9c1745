"""The program in a real pseudo-terminal, and two ways to work it: keys alone, or the mouse alone.

What a story needs to say (a note, a date) is typed in either; every command is given by a key, or
by a click on something that is on the screen.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.cells import cell_len

from terminal import Terminal, Unseen
from tests.cli.harness import CommandLine, isolated

LEFT, RIGHT, WHEEL_DOWN = 0, 2, 65
"""The buttons by the numbers that a terminal sends for them."""


class Screen(Terminal):
    """A running program: what it shows, keys and the mouse."""

    def sees(self, *words: str) -> None:
        """Wait until these words are on the screen, in whatever order."""
        for one in words:
            self.wait(re.escape(one))

    def loses(self, words: str) -> None:
        """Wait until these words are on the screen no more."""
        self.wait(rf"\A(?![\s\S]*{re.escape(words)})")

    def types(self, text: str) -> None:
        """Type a text."""
        self.press(*text)
        self.wait(re.escape(text))

    def clears(self, hint: str) -> None:
        """Empty the field that is typed in, and wait until its hint stands there."""
        self.press("\x15")
        self.sees(hint)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return self.text.split("\n")

    def row(self, words: str) -> str:
        """The first line in which these words stand."""
        return next(line for line in self.lines if words in line)

    def place(self, words: str, *, below: int = 0) -> tuple[int, int]:
        """Where these words begin, from line `below` on: column and line, from 0."""
        self.sees(words)
        for y, line in enumerate(self.lines):
            if y >= below and words in line:
                return cell_len(line[: line.index(words)]), y
        raise Unseen(f"{words!r} is not below line {below}:\n{self.text}")

    def click(
        self, words: str, *, times: int = 1, button: int = LEFT, below: int = 0, left: int = 0
    ) -> None:
        """Click on these words, or so many cells to the `left` of them."""
        x, y = self.place(words, below=below)
        self.click_at(x - left, y, times=times, button=button)

    def click_at(self, x: int, y: int, *, times: int = 1, button: int = LEFT) -> None:
        """Click on a cell."""
        report = f"\x1b[<{button};{x + 1};{y + 1}"
        self.press(*(f"{report}M{report}m" for _ in range(times)))

    def turn_wheel(self, words: str, notches: int = 1) -> None:
        """Turn the wheel over these words, down."""
        x, y = self.place(words)
        self.press(*(f"\x1b[<{WHEEL_DOWN};{x + 1};{y + 1}M" for _ in range(notches)))

    @property
    def last(self) -> int:
        """The number of the bottom line, in which the commands stand."""
        return len(self.lines) - 1

    def command(self, name: str) -> None:
        """Click a command in the bottom line."""
        self.sees(name)
        self.click(name, below=self.last)

    def any_command(self, name: str) -> None:
        """Click the end of the bottom line, which leads to all commands, and there the one."""
        self.click_at(len(self.lines[-1]) - 2, self.last)
        self.sees("Search for commands")
        self.types(name)
        # What fits some of the letters is listed while the rest are typed, and moves under the
        # mouse; what bears the whole name comes first, and stays there.
        self.wait(rf"{name} *\n\s*\n  {name}  ")
        x, y = self.place(f"  {name}  ", below=4)
        self.click_at(x + 3, y)


@contextmanager
def starting(
    run: CommandLine, size: tuple[int, int] = (80, 24), actor: str = "ann"
) -> Iterator[Screen]:
    """The program on the store of a command line, from its start on."""
    environment = {
        **isolated(run.home),
        "COMMITRACK_ACTOR": actor,
        "TEXTUAL_ANIMATIONS": "none",
    }
    del environment["NO_COLOR"], environment["COLUMNS"]
    command = (sys.executable, "-m", "commitrack", "--store", str(run.store))
    columns, lines = size
    with Screen(command, columns=columns, lines=lines, environment=environment) as screen:
        yield screen


@contextmanager
def program(
    run: CommandLine, size: tuple[int, int] = (80, 24), actor: str = "ann"
) -> Iterator[Screen]:
    """The same, once it shows its first list."""
    with starting(run, size, actor) as screen:
        screen.wait(r"\d+ open")
        screen.wait(r"Overdue +\d+")  # and the views are counted
        yield screen
