"""pourparlers: French news about diplomacy and war, as a knowledge graph that quotes its proof."""

from importlib.metadata import version

__all__ = ["__version__"]
__version__ = version("pourparlers")
