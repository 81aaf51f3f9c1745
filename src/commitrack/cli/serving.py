"""``serve``: the terminal UI in a browser on the same machine."""

from __future__ import annotations

import sys

import click

from commitrack.cli.base import Command
from commitrack.cli.naming import Whole
from commitrack.cli.session import TODAY_VARIABLE, Session
from commitrack.cli.streams import put, say
from commitrack.model.errors import CommitrackError

_HIGHEST_PORT = 65_535


@click.command(cls=Command)
@click.option(
    "--port",
    type=Whole(0, _HIGHEST_PORT),
    default=0,
    metavar="N",
    help="Listen on this port; without it on any that is free.",
)
@click.pass_obj
def serve(session: Session, port: int) -> None:
    """Open the terminal UI in a browser on this machine, until Ctrl+C.

    The address is printed, and is the key: who has it works in your name. It is for one person on
    one machine; nobody else on the network can reach it, and each run has another one. Needs the
    extra: pip install 'commitrack[serve]'.

    \b
    commitrack serve
    commitrack serve --port 8317
    """
    try:
        from commitrack import serving
    except ModuleNotFoundError as error:
        raise CommitrackError(
            f"serve needs {error.name}, which is not installed: pip install 'commitrack[serve]'"
        ) from None
    with session.store():
        pass  # what is wrong with the store is told here, not on a page
    day = session.flags.get("today") or session.settings.environment.get(TODAY_VARIABLE)
    command = [sys.executable, "-m", "commitrack", "--store", str(session.place.absolute())]
    command += ["--as", session.actor, *(["--today", session.today.isoformat()] if day else [])]
    try:
        serving.serve(command, f"commitrack · {session.place.name}", port, _tell)
    except OSError as error:
        raise CommitrackError(
            f"--port {port}: this machine does not give it ({error.strerror}); "
            "name another one, or none"
        ) from None


def _tell(address: str) -> None:
    put(address)
    sys.stdout.flush()
    say("Open this address in a browser on this machine. It is for you alone: who has it works")
    say("in your name. Ctrl+C ends it.")
