"""The page that lists the saved queries: queries/README.md is this, and a test holds it to that."""

from collections.abc import Iterable
from itertools import groupby

from pourparlers.queries.header import Parameter, SavedQuery

_INTRODUCTION = """\
# Saved queries

Each file is plain SPARQL and runs in any SPARQL tool.
Its first lines are a TOML header in `#+` comments: title and meaning in French and English, parameters, columns.
A parameter `name` is the variable `?_name`.
`pourparlers query NAME -p name=value` checks the value by its type and puts it there as an RDF term.
The queries of `quality/` find mistakes: on a sound graph they return nothing.

This page is made by `pourparlers queries --format markdown`.
"""


def page(queries: Iterable[SavedQuery]) -> str:
    """Return the page in Markdown, one section per topic."""
    parts = [_INTRODUCTION]
    for topic, members in groupby(queries, key=lambda query: query.topic):
        parts.append(f"\n## {topic}\n")
        parts.extend(map(_entry, members))
    return "".join(parts)


def _entry(query: SavedQuery) -> str:
    lines = [
        f"\n### {query.name}\n",
        f"**{query.title['en']}** {query.about['en']}  ",
        f"*{query.title['fr']}* {query.about['fr']}",
    ]
    if query.params:
        lines.append("")
        lines.extend(map(_parameter, query.params))
    lines.append(f"\nColumns: {', '.join(f'`{name}`' for name in query.returns)}")
    return "\n".join(lines) + "\n"


def _parameter(parameter: Parameter) -> str:
    kind = f"one of {', '.join(parameter.choices)}" if parameter.choices else parameter.type
    need = (
        "required"
        if parameter.required
        else "optional"
        if parameter.default is None
        else f"default `{parameter.default}`"
    )
    return f"- `{parameter.name}`: {parameter.label['en']} ({kind}; {need})"
