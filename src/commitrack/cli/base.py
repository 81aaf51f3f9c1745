"""What every command shares: global options that may stand anywhere, and errors in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from commitrack.cli.session import Session


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Note a global option; the one nearest to the end of the line wins."""
    if value is not None and parameter.name is not None:
        session: Session = context.find_root().obj
        session.flags[parameter.name] = value


def _complete_store(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from commitrack.cli.completions import complete_files

    return complete_files(context, parameter, incomplete)


def global_options(*, hidden: bool) -> list[click.Parameter]:
    """The options that are the same everywhere; sub-commands take them too, unadvertised."""
    return [
        click.Option(
            names,
            metavar=metavar,
            help=text,
            hidden=hidden,
            expose_value=False,
            callback=_remember,
            shell_complete=_complete_store if names == ["--store"] else None,
        )
        for names, metavar, text in (
            (["--store"], "PATH", "The store's file (COMMITRACK_STORE)."),
            (["--as", "actor"], "NAME", "Who acts (COMMITRACK_ACTOR); default: your login."),
            (["--today"], "DATE", "The day to judge dates by (COMMITRACK_TODAY)."),
        )
    ]


_EVERYWHERE = "Every command also takes --store, --as and --today (commitrack --help)."


class Command(click.Command):
    """A command that also takes the global options."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say that the global options may stand here too."""
        del ctx
        formatter.write_paragraph()
        formatter.write_text(_EVERYWHERE)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters and the global ones."""
        return [*super().get_params(ctx), *global_options(hidden=True)]


class Group(click.Group):
    """A group of commands that also takes the global options."""

    command_class = Command

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters and the global ones."""
        return [*super().get_params(ctx), *global_options(hidden=True)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Ask for a command in one line, where click would print the whole help as an error."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            names = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"{ctx.info_name} what? It takes one of {names}", ctx)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the sub-command, or name the nearest one."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise unknown_command(self, ctx, name)
        return super().resolve_command(ctx, args)


def unknown_command(
    group: click.Group, ctx: click.Context, name: str, *besides: str
) -> click.UsageError:
    """The error for a command that does not exist; names `besides` them may have been meant."""
    from commitrack.model.fields import did_you_mean

    near = did_you_mean(name, [*besides, *group.list_commands(ctx)])
    return click.UsageError(f"no command is called {name!r}{near}", ctx)
