"""Doing the same to several sources: each on its own, and none of them keeps the others back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click

from commitrack.cli.exits import Exit, exit_code
from commitrack.cli.streams import complain, say
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError


def each(sources: Iterable[str], step: Callable[[str], None]) -> None:
    """Do a step for every source; the exit code is that of the first failure.

    A failure is told when it happens, and the sources after it are still done.
    """
    names = tuple(sources)
    first = Exit.OK
    failed = 0
    for name in names:
        try:
            step(name)
        except CommitrackError as error:
            complain(clean_line(str(error)))
            failed += 1
            first = first or exit_code(error)
    if not failed:
        return
    if len(names) > 1:
        done = len(names) - failed
        say(f"{failed} of {len(names)} failed; {done} done")
    raise click.exceptions.Exit(first)
