"""Words of the filter language on a command line, as the shell and the parser leave them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from commitrack.cli.base import Command
from commitrack.query import ValueType, find_field

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_WORDY = (ValueType.PARTY, ValueType.TEXT)
_NEGATED = re.compile(r"-\w+:")
_GUARD = "\0"
"""Before a negated condition while options are parsed; no argument of a process can hold it."""


class QueryCommand(Command):
    """A command whose words may begin with a hyphen: ``-is:closed`` is a condition."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let conditions through to the query; a misspelt ``--option`` is still an error.

        Without the guard ``-owner:trusts`` would be read as the option ``-o``.
        """
        ctx.ignore_unknown_options = True
        guarded = [f"{_GUARD}{word}" if _NEGATED.match(word) else word for word in args]
        rest = super().parse_args(ctx, guarded)
        words = tuple(word.removeprefix(_GUARD) for word in ctx.params["words"])
        ctx.params["words"] = words
        for word in words:
            if word.startswith("--"):
                raise self._unknown(ctx, word.partition("=")[0])
        return rest

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What begins with a hyphen may be an option, and may be a condition that is negated."""
        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-") and not incomplete.startswith("--"):
            words = next(one for one in self.get_params(ctx) if one.name == "words")
            found += words.shell_complete(ctx, incomplete)
        return found

    def _unknown(self, ctx: click.Context, option: str) -> click.NoSuchOption:
        from difflib import get_close_matches

        options = [name for param in self.get_params(ctx) for name in param.opts]
        return click.NoSuchOption(option, possibilities=get_close_matches(option, options), ctx=ctx)


def as_typed(words: Iterable[str]) -> str:
    """The query as the user typed it, with the quotation marks that the shell took away.

    ``owner:"NHS Confederation"`` arrives as one word with a space in it.
    """
    return " ".join(map(_requoted, words))


def _requoted(word: str) -> str:
    name, colon, value = word.partition(":")
    spec = find_field(name.lstrip("-")) if colon else None
    spaced = any(char.isspace() for char in value.strip())
    if spec is None or spec.type not in _WORDY or not spaced or set(value) & set('":()'):
        return word
    exact = "=" if value.startswith("=") else ""
    return f'{name}:{exact}"{value.removeprefix("=")}"'
