"""The command line: one module per command. Only this package prints."""

from pourparlers.cli.main import main

__all__ = ["main"]
