"""One run from arguments to exit code. No traceback reaches a user."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Sequence

from commitrack.cli.exits import Exit, exit_code
from commitrack.cli.plain import plain_flags, plain_list
from commitrack.cli.session import Session
from commitrack.cli.streams import abandon, complain, prepare, say
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError

PROGRAM = "commitrack"
COMPLETION_VARIABLE = "_COMMITRACK_COMPLETE"
DEBUG_VARIABLE = "COMMITRACK_DEBUG"
_MOST_SAID = 2_000
"""Characters of an error: what was typed may be as long as a book."""
_OF_A_STREAM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""How the system says, without a name, that standard output cannot be written: files have names."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code; errors have been told on standard error."""
    prepare()
    session = Session()
    code = _guarded(lambda: _run(list(arguments), session), session)
    flushed = _guarded(_flush, session)
    return code or flushed


def _run(arguments: list[str], session: Session) -> int:
    instruction = os.environ.get(COMPLETION_VARIABLE)
    if instruction:
        from commitrack.cli.through_click import complete

        return complete(instruction)
    from commitrack.cli.streams import has_screen, in_browser

    flags = plain_flags(arguments)
    if flags is not None and (has_screen() or in_browser()):
        from commitrack.cli.opening import open_ui

        session.flags.update(flags)
        return open_ui(session)
    listed = plain_list(arguments)
    if listed is not None:
        from commitrack.cli.listed import put_list

        session.flags.update(listed[0])
        put_list(session, listed[1])
        return Exit.OK
    from commitrack.cli.through_click import run_command

    return run_command(arguments, session)


def _flush() -> int:
    sys.stdout.flush()
    return Exit.OK


def _guarded(step: Callable[[], int], session: Session) -> int:
    """Do a step and turn whatever goes wrong into one line and an exit code."""
    try:
        return step()
    except (KeyboardInterrupt, EOFError):
        complain("interrupted")
        return Exit.INTERRUPTED
    except CommitrackError as error:
        complain(_for_its_store(_words(error), session))
        for note in getattr(error, "__notes__", ()):
            say(f"  {clean_line(note)}")
        return exit_code(error)
    except BrokenPipeError:
        abandon(sys.stdout)
        return Exit.OK  # whoever read us has seen enough
    except OSError as error:
        return _system_error(error, session)
    except UnicodeEncodeError as error:
        return _no_text(error)
    except Exception as error:
        return _unexpected(error)


def _for_its_store(words: str, session: Session) -> str:
    """Words of an error, whose commands name the store where an option has named it."""
    if "store" not in session.flags:
        return words
    from commitrack.cli.falling_back import naming_store

    with contextlib.suppress(CommitrackError):  # the store, or a setting, may be what is wrong
        return naming_store(words, session.place)
    return words


def _words(error: CommitrackError) -> str:
    """An error of ours; a query's comes with the query and carets under what is wrong."""
    render = getattr(error, "render", None)
    if render is None:
        return _clipped(clean_line(str(error)))
    query, carets, message, example = render().split("\n")
    return f"{message}\n  {query}\n  {carets}\n  {example}"


def _clipped(words: str) -> str:
    """Words of an error, whose ends say what and how, without all of a huge value in between."""
    if len(words) <= _MOST_SAID:
        return words
    return f"{words[: _MOST_SAID // 2]} … {words[-_MOST_SAID // 2 :]}"


def _system_error(error: OSError, session: Session) -> int:
    if not error.filename and error.errno in _OF_A_STREAM:
        abandon(sys.stdout)
        return _unprinted(error, session)
    name = f"{os.fsdecode(error.filename)}: " if error.filename else ""
    complain(clean_line(f"{name}{error.strerror or error}"))
    _show_traceback()
    return Exit.FAILURE


def _unprinted(error: OSError, session: Session) -> int:
    """An answer that cannot be printed, told with what was done all the same."""
    from commitrack.outputs import unwritten

    told = unwritten("standard output", error)
    complain(clean_line("; ".join((str(told), *session.done()))))
    _show_traceback()
    return exit_code(told)


def _no_text(error: UnicodeEncodeError) -> int:
    """Arguments may hold bytes that mean nothing in the locale; no record is made of them."""
    if not any("\ud800" <= char <= "\udfff" for char in error.object):
        return _unexpected(error)
    complain(
        f"{_shown(error.object)} holds bytes that are no text in this locale; nothing was stored"
    )
    return Exit.USAGE


def _shown(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else f"{text[:limit]}…"


def _unexpected(error: Exception) -> int:
    abandon(sys.stdout)
    complain(
        f"unexpected failure ({type(error).__name__}: {clean_line(str(error))}); nothing half-done "
        f"was stored. {DEBUG_VARIABLE}=1 shows where"
    )
    for note in getattr(error, "__notes__", ()):
        complain(clean_line(note))
    _show_traceback()
    return Exit.FAILURE


def _show_traceback() -> None:
    if os.environ.get(DEBUG_VARIABLE):
        import traceback

        say(traceback.format_exc())
