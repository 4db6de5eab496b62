"""The page docs/commands.md: the help of every command. `python -m pourparlers.cli.manual > docs/commands.md`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from pourparlers.cli.language import choose
from pourparlers.cli.main import main

_HEAD = """\
# Commands

What `pourparlers COMMAND --help` says; with a French locale, or `--lang fr`, it says it in French.
This page is made by `python -m pourparlers.cli.manual`.
"""


def page() -> str:
    """Return the page in Markdown, in English."""
    choose("en")
    root = click.Context(main, info_name="pourparlers", terminal_width=100)
    parts = [_HEAD]
    for path, command, context in _commands(root, main):
        parts.append(f"\n## {path}\n\n```text\n{command.get_help(context)}\n```\n")
    choose(None)
    return "".join(parts)


def _commands(context: click.Context, command: click.Command) -> Iterator[tuple[str, click.Command, click.Context]]:
    yield context.command_path, command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub = command.commands[name]
            yield from _commands(click.Context(sub, info_name=name, parent=context, terminal_width=100), sub)


if __name__ == "__main__":
    click.echo(page(), nl=False)
