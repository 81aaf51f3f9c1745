"""``completion``: the script that teaches a shell our commands, options and IDs."""

from __future__ import annotations

import click

from commitrack.cli.base import Command
from commitrack.cli.streams import put


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a shell's completion script.

    \b
    bash: eval "$(commitrack completion bash)"                       in ~/.bashrc
    zsh:  eval "$(commitrack completion zsh)"                        in ~/.zshrc
    fish: commitrack completion fish > ~/.config/fish/completions/commitrack.fish
    """
    from click.shell_completion import get_completion_class

    from commitrack.cli.running import COMPLETION_VARIABLE, PROGRAM
    from commitrack.cli.shells import register

    register()
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion script for {shell}", context)
    maker = found(context.find_root().command, {}, PROGRAM, COMPLETION_VARIABLE)
    put(maker.source_template % maker.source_vars())
