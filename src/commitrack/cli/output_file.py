"""``--output`` and ``--force``: the file that a command writes, by one rule for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from commitrack.cli.completions import complete_files
from commitrack.model.errors import BadInput
from commitrack.outputs import require_free

F = TypeVar("F", bound=Callable[..., object])


def output_options(help_: str) -> Callable[[F], F]:
    """The options that name a file and say that one that is there may be written over."""

    def add(command: F) -> F:
        force = click.option("--force", is_flag=True, help="Write over a file that is there.")
        output = click.option(
            *("-o", "--output"), metavar="FILE", shell_complete=complete_files, help=help_
        )
        return output(force(command))

    return add


def output_file(output: str | None, *, force: bool) -> Path | None:
    """The file that the options name, None for standard output.

    What would be refused at the end is refused here, before any work is done for it.
    """
    if output is None or output == "-":
        if force:
            raise click.UsageError("--force goes with --output FILE: it writes over a file")
        return None
    if not output.strip():
        raise BadInput("--output: an empty path names no file")
    path = Path(output)
    require_free(path, force=force)
    return path
