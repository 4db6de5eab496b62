"""What all commands share: help in two languages, one boundary for errors, the option that names the store."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pourparlers.cli import texts
from pourparlers.cli.language import Text
from pourparlers.errors import PourparlersError
from pourparlers.settings import settings

FAILED, FOUND, INTERRUPTED, BROKEN_PIPE = 1, 3, 130, 141

F = TypeVar("F", bound=Callable[..., Any])


class Failure(click.ClickException):
    """What cannot be done, and why, in words for the user."""

    exit_code = FAILED

    def show(self, file: Any = None) -> None:  # noqa: ARG002, ANN401  click's signature
        """Write the message to stderr."""
        click.echo(f"{texts.ERROR} {self.message}", err=True)


class _Frame(click.Command):
    """A command whose help is a `Text`, and whose help's own words are in that language too."""

    text: Text

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = str(self.text)
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        self.help = str(self.text)
        return super().get_short_help_str(max(limit, 90))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=str(texts.USAGE))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = str(texts.HELP)
        return found


class Command(_Frame):
    """A command of the program."""

    def __init__(self, *args: Any, text: Text, **more: Any) -> None:  # noqa: ANN401  click's signature
        """Describe the command by *text*."""
        super().__init__(*args, **more)
        self.text = text


class Group(_Frame, click.Group):
    """The program: our errors become one clean line and exit code 1; bugs keep their traceback."""

    def __init__(self, *args: Any, text: Text, **more: Any) -> None:  # noqa: ANN401  click's signature
        """Describe the group by *text*."""
        super().__init__(*args, **more)
        self.text = text

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands under a heading in the language spoken."""
        rows = [(name, self.commands[name].get_short_help_str()) for name in self.list_commands(ctx)]
        with formatter.section(str(texts.COMMANDS)):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the commands in the order they are used, not of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's signature
        """Run the command named, and turn what the user can mend into a message."""
        try:
            return super().invoke(ctx)
        except PourparlersError as error:
            raise Failure(str(error)) from error
        except BrokenPipeError:
            # The reader has gone (`| head`): nothing more is to be written, not even at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(BROKEN_PIPE)
        except KeyboardInterrupt:
            click.echo(texts.INTERRUPTED(), err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            raise Failure(f"{error.filename}: {error.strerror}" if error.filename else str(error)) from error


class Option(click.Option):
    """An option whose help is a `Text`."""

    def __init__(self, *args: Any, text: Text, **more: Any) -> None:  # noqa: ANN401  click's signature
        """Describe the option by *text*."""
        super().__init__(*args, **more)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help in the language spoken."""
        self.help = str(self.text)
        return super().get_help_record(ctx)


def option(*names: str, text: Text, **more: Any) -> Callable[[F], F]:  # noqa: ANN401  click's signature
    """Declare an option described by *text*; the rest is `click.option`'s."""
    return click.option(*names, cls=Option, text=text, **more)


def store_option(function: F) -> F:
    """Add `--store FOLDER`."""
    return option(
        "--store",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        default=lambda: settings().store,
        show_default="./pourparlers-store",
        metavar="FOLDER",
        text=texts.STORE,
    )(function)


def remark(message: str) -> None:
    """Tell the user something that is no result."""
    click.echo(message, err=True)
