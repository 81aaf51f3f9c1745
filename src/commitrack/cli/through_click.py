"""One run through click: options parsed, a command found and run, its complaints told."""

from __future__ import annotations

import click

from commitrack.cli.app import root
from commitrack.cli.exits import Exit
from commitrack.cli.running import COMPLETION_VARIABLE, PROGRAM
from commitrack.cli.session import Session
from commitrack.cli.streams import complain
from commitrack.model.cleaning import clean_line


def run_command(arguments: list[str], session: Session) -> int:
    """Run what the arguments say and return the exit code; what click complains of is told."""
    try:
        with root.make_context(PROGRAM, arguments, obj=session) as context:
            root.invoke(context)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        complain(_usage(error))
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return Exit.OK


def complete(instruction: str) -> int:
    """Tell a shell what could go on."""
    from click.shell_completion import shell_complete

    from commitrack.cli.shells import register

    register()
    return shell_complete(root, {"obj": Session()}, PROGRAM, COMPLETION_VARIABLE, instruction)


def _usage(error: click.ClickException) -> str:
    message = clean_line(error.format_message())
    context = getattr(error, "ctx", None)
    if context is None:
        return message
    return f"{message.rstrip('.')} (see {context.command_path} --help)"
