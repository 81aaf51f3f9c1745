"""Commands that take a query: its words may begin with a hyphen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from commitrack.cli.base import Command
from commitrack.cli.shell_words import is_negated

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_GUARD = "\0"
"""Before a negated condition while options are parsed; no argument of a process can hold it."""


class QueryCommand(Command):
    """A command whose words may begin with a hyphen: ``-is:closed`` is a condition."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let conditions through to the query; a misspelt ``--option`` is still an error.

        Without the guard ``-owner:trusts`` would be read as the option ``-o``.
        """
        ctx.ignore_unknown_options = True
        guarded = [f"{_GUARD}{word}" if is_negated(word) else word for word in args]
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
