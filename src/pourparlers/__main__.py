"""`python -m pourparlers` is `pourparlers`."""

from pourparlers.cli import main

main(prog_name="pourparlers")
