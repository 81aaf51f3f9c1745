"""The manual, made from the commands themselves: the guide's page of them, and the man page.

Neither is edited by hand: `make manual` writes both, and a test holds them to the commands.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from commitrack import __version__
from commitrack.cli.app import SECTIONS, root
from commitrack.cli.base import global_options
from commitrack.cli.exits import Exit

EXITS = {
    Exit.OK: "done",
    Exit.FAILURE: "failed; of list --fail-on: something matched",
    Exit.USAGE: "the command line, a value or a file cannot be used as given",
    Exit.NOT_FOUND: "not found",
    Exit.REFUSED: "refused by the rules, or in conflict with somebody else's change",
    Exit.LOCKED: "another process held the lock for too long",
    Exit.UNWRITABLE: "no room for the store or an output, read-only, or on a network drive",
    Exit.TOO_NEW: "the store is of a newer version",
    Exit.NOT_A_STORE: "not a store, or damaged, or altered by somebody else",
    Exit.INTERRUPTED: "interrupted",
}
"""What each exit code means."""


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its name in full."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            if command.invoke_without_command:
                yield " ".join((*path, name)), command
            yield from leaves(command, (*path, name))
        elif command is not None:
            yield " ".join((*path, name)), command


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say about one command."""

    name: str
    usage: str
    paragraphs: tuple[str, ...]
    """Its help; one whose first character is a line feed is printed as it stands."""
    options: tuple[tuple[str, str], ...]


def section_of(title: str) -> Iterator[Page]:
    """The commands of a section of the overview, sub-commands after their group."""
    for name in SECTIONS[title]:
        command = root.get_command(click.Context(root), name)
        if isinstance(command, click.Group):
            if command.invoke_without_command:
                yield _page(name, command)
            yield from (_page(path, one) for path, one in leaves(command, (name,)))
        elif command is not None:
            yield _page(name, command)


def shared_options() -> tuple[tuple[str, str], ...]:
    """The options that every command takes."""
    context = click.Context(root)
    shown = (option.get_help_record(context) for option in global_options(hidden=False))
    return tuple(record for record in shown if record is not None)


def _page(name: str, command: click.Command) -> Page:
    context = click.Context(command, info_name=f"commitrack {name}")
    pieces = command.collect_usage_pieces(context)
    shared = {option for one in global_options(hidden=True) for option in one.opts}
    options = tuple(
        record
        for one in command.get_params(context)
        if isinstance(one, click.Option) and not shared & set(one.opts)
        if (record := one.get_help_record(context)) is not None
    )
    return Page(
        name,
        " ".join(("commitrack", name, *pieces)),
        tuple(_paragraphs(inspect.cleandoc(command.help or ""))),
        tuple((names, _plain(words)) for names, words in options if names != "--help"),
    )


def _paragraphs(text: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n", text):
        if part.startswith("\b"):
            yield "\n" + part.removeprefix("\b").strip("\n")
        else:
            yield " ".join(part.split())


def _plain(words: str) -> str:
    return " ".join(words.split())


# The guide's page

_HEAD = """# Every command

Made from the commands themselves (`make manual`): what `commitrack COMMAND --help` says, in one
place. The [man page](commitrack.1) says the same: `man commitrack`. Where `ID…` stands there may be
several, or `-`, which reads them from standard input; C-0002 is as good as `C-2`, `c2` or `2`, and
a statement's S-0001 as `s1`.
"""


def guide() -> str:
    """The guide's page of commands, as Markdown."""
    return "\n".join(_guide()).rstrip() + "\n"


def _guide() -> Iterator[str]:
    yield _HEAD
    yield "Every command takes these, anywhere on the line:\n"
    yield from _options(shared_options())
    for title in SECTIONS:
        yield f"\n## {title}"
        for page in section_of(title):
            yield f"\n### {page.name}\n\n`{page.usage}`\n"
            for text in page.paragraphs:
                if text.startswith("\n"):
                    yield f"```{text}\n```\n"
                else:
                    yield f"{_markdown(text)}\n"
            yield from _options(page.options)


def _options(options: Sequence[tuple[str, str]]) -> Iterator[str]:
    if options:
        yield "| option | |\n|---|---|"
        for names, words in options:
            yield f"| `{names.replace('|', chr(92) + '|')}` | {_markdown(words)} |"


def _markdown(text: str) -> str:
    return re.sub(r"([<>|*_])", r"\\\1", text)


# The man page


def man() -> str:
    """The man page, as groff reads it."""
    return "\n".join(_man()) + "\n"


def _man() -> Iterator[str]:
    yield f'.TH COMMITRACK 1 "" "commitrack {__version__}" "User Commands"'
    yield ".SH NAME"
    yield r"commitrack \- keep public commitments on the record until each is delivered"
    yield ".SH SYNOPSIS"
    yield r".B commitrack"
    yield r"[\fIOPTIONS\fR] [\fICOMMAND\fR] [\fIARGS\fR]..."
    yield ".SH DESCRIPTION"
    for text in _paragraphs(inspect.cleandoc(root.help or "")):
        yield from _flowing(text)
    yield ".SH OPTIONS"
    yield "Every command takes these, anywhere on the line:"
    yield from _tagged(shared_options())
    for title in SECTIONS:
        yield f'.SH "{_roff(title).upper()}"'
        for page in section_of(title):
            yield f".SS {_roff(page.name)}"
            yield rf"\fB{_roff(page.usage)}\fR"
            for text in page.paragraphs:
                if text.startswith("\n"):
                    yield ".PP\n.nf"
                    yield from (_roff(line) for line in text.strip("\n").split("\n"))
                    yield ".fi"
                else:
                    yield from _flowing(text)
            yield from _tagged(page.options)
    yield ".SH EXIT STATUS"
    yield from _tagged([(str(int(code)), words) for code, words in EXITS.items()])
    yield ".SH FILES"
    yield from _tagged(
        [
            ("~/.local/share/commitrack/record.db", "the store, unless you say otherwise"),
            ("~/.config/commitrack/config.toml", "the settings (commitrack config)"),
        ]
    )


def _flowing(text: str) -> Iterator[str]:
    yield ".PP"
    yield _roff(text)


def _tagged(options: Sequence[tuple[str, str]]) -> Iterator[str]:
    for names, words in options:
        yield ".TP"
        yield rf"\fB{_roff(names)}\fR"
        yield _roff(words)


def _roff(text: str) -> str:
    """A line of text as groff takes it: nothing in it is a request or an escape."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("…", "...")
    escaped = escaped.replace("“", r"\(lq").replace("”", r"\(rq").replace("’", r"\(cq")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
