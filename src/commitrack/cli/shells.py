"""How bash is taught our words: it breaks them at colons, and takes quotation marks away.

Where the cursor is, and what stands before it, is read off the whole line; what is offered is cut
and escaped as bash will put it in. zsh and fish do both by themselves.
"""

from __future__ import annotations

import os
import re
from typing import Any

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    split_arg_string,
)

_BASH = r"""%(complete_func)s() {
    local IFS=$'\n' response completion type value

    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
        COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_CUR="${COMP_WORDS[COMP_CWORD]}" \
        COMP_BREAKS="$COMP_WORDBREAKS" %(complete_var)s=bash_complete $1)

    COMPREPLY=()
    for completion in $response; do
        type=${completion%%%%,*}
        value=${completion#*,}
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            open) COMPREPLY+=("$value"); compopt -o nospace ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""

_SPECIAL = re.compile(r"""[^\w@%+=:,./-]""")
_SPACE = re.compile(r"(?<!\\)[ \t]")


class Bash(BashComplete):
    """Completion for bash that knows where bash breaks words."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one at the cursor, and that one, as they were typed."""
        line = os.environ.get("COMP_LINE", "")
        if not line:
            return super().get_completion_args()
        words = split_arg_string(line)
        quoted = _open_quote(line) is not None
        incomplete = "" if _SPACE.search(line[-1:]) and not quoted else words.pop()
        return words[1:], incomplete

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """What bash is to put in the place of its own idea of the word."""
        kind = "open" if item.type == "plain" and item.value.endswith(":") else item.type
        if item.type != "plain":
            return f"{kind},{item.value}"
        return f"{kind},{as_bash_puts_in(item.value)}"


def as_bash_puts_in(value: str) -> str:
    """A word of ours without the part that bash holds for another word, and escaped."""
    line = os.environ.get("COMP_LINE", "")
    if not line or _open_quote(line) is not None:
        return value
    typed = "" if _SPACE.search(line[-1:]) else split_arg_string(line)[-1]
    current = os.environ.get("COMP_CUR", "")
    breaks = os.environ.get("COMP_BREAKS", "")
    if current and not set(current) - set(breaks):
        current = ""  # the cursor is right behind a character that breaks words
    shown = split_arg_string(current)[-1] if current else ""
    cut = typed[: len(typed) - len(shown)] if typed.endswith(shown) else ""
    cut = cut.removesuffix("@")  # it breaks words, and yet belongs to the one after it
    kept = value[len(cut) :] if value.startswith(cut) else value
    return _SPECIAL.sub(r"\\\g<0>", kept)


def _open_quote(line: str) -> str | None:
    """The quotation mark within which a line ends."""
    opened: str | None = None
    escaped = False
    for char in line:
        if escaped:
            escaped = False
        elif char == "\\" and opened != "'":
            escaped = True
        elif opened is None and char in "'\"":
            opened = char
        elif char == opened:
            opened = None
    return opened


def register() -> None:
    """Have click use our completion for bash."""
    add_completion_class(Bash)
