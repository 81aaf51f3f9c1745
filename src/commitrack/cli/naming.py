"""Reading IDs from the command line, or from standard input when one of them is ``-``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_commitment_id

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

FROM_STDIN = "-"
_BYTE_ORDER_MARK = "\ufeff"
"""What some programs put in front of the first ID they write."""
_MOST_NAMED = 10
"""Words that an error names of those that are no IDs: a whole file may have been piped in."""
_LONGEST_SHOWN = 40
"""Characters of what is no ID that an error repeats."""
MOST = 2**63 - 1
"""The largest number that a store can count to."""


class Whole(click.IntRange):
    """A whole number, which is called so where something else was said."""

    name = "whole number"


COUNT = Whole(min=1, max=MOST)
"""A number that a store can count to."""


Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def completed_by(name: str) -> Completer:
    """A completer of `commitrack.cli.completions`, loaded only for who presses the tab key."""

    def complete(
        context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from commitrack.cli import completions

        completer: Completer = getattr(completions, name)
        return completer(context, parameter, incomplete)

    return complete


ids_argument = click.argument(
    "ids", nargs=-1, required=True, metavar="ID…", shell_complete=completed_by("complete_ids")
)
"""One ID or several; ``-`` reads them from standard input, with white space between them."""

id_argument = click.argument(
    "number",
    metavar="ID",
    callback=lambda _context, _parameter, text: parse_commitment_id(text),
    shell_complete=completed_by("complete_ids"),
)
"""Exactly one commitment, as its number."""


def read_ids(
    words: Iterable[str], parse: Callable[[str], int] = parse_commitment_id
) -> tuple[int, ...]:
    """The numbers of the IDs, each once, in the order given; `BadInput` names what is none."""
    numbers: dict[int, None] = {}
    wrong: dict[str, BadInput] = {}
    for word in _spelled_out(words):
        try:
            numbers[parse(word)] = None
        except BadInput as error:
            wrong[word] = error
    if len(wrong) == 1:
        raise next(iter(wrong.values()))
    if wrong:
        named = ", ".join(repr(_short(word)) for word in list(wrong)[:_MOST_NAMED])
        more = f" and {len(wrong) - _MOST_NAMED} more" if len(wrong) > _MOST_NAMED else ""
        raise BadInput(f"{len(wrong)} are no IDs here: {named}{more}")
    return tuple(numbers)


def _short(word: str) -> str:
    return word if len(word) <= _LONGEST_SHOWN else f"{word[:_LONGEST_SHOWN]}…"


def _spelled_out(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if word == FROM_STDIN:
            for line in sys.stdin:
                yield from line.replace(_BYTE_ORDER_MARK, " ").split()
        else:
            yield word
