"""Findings as a text to read, in French or English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pourparlers.validate.findings import SEVERITIES, Finding

_WORDS = {
    "fr": {
        "sound": "Le graphe est conforme : rien à signaler.",
        "passing": "Le graphe est conforme : aucune violation.",
        "broken": "Le graphe n'est pas conforme.",
        "Violation": "violation",
        "Warning": "avertissement",
        "Info": "information",
        "in": "dans",
        "value": "valeur",
        "open": "« ",
        "close": " »",
        "colon": " : ",
    },
    "en": {
        "sound": "The graph conforms: nothing to report.",
        "passing": "The graph conforms: no violation.",
        "broken": "The graph does not conform.",
        "Violation": "violation",
        "Warning": "warning",
        "Info": "info",
        "in": "in",
        "value": "value",
        "open": "“",
        "close": "”",
        "colon": ": ",
    },
}


def report(findings: Iterable[Finding], language: str = "fr") -> str:
    """Return the findings as a text: a verdict, then each rule with what it caught.

    Args:
        findings: as `validate` returns them.
        language: `"fr"` or `"en"`.

    Raises:
        KeyError: there are no words in that language.
    """
    words = _WORDS[language]
    known = tuple(findings)
    if not known:
        return words["sound"] + "\n"
    broken = any(finding.severity == "Violation" for finding in known)
    counts = ", ".join(_count(known, severity, words[severity]) for severity in SEVERITIES)
    lines = [words["broken" if broken else "passing"], counts]
    for (severity, shape), group in groupby(known, key=lambda finding: (finding.severity, finding.shape)):
        lines += ["", f"{words[severity].capitalize()} {shape}"]
        for finding in group:
            lines += _lines(finding, language)
    return "\n".join(lines) + "\n"


def _count(findings: tuple[Finding, ...], severity: str, word: str) -> str:
    number = sum(finding.severity == severity for finding in findings)
    return f"{number} {word}{'s' if number > 1 else ''}"


def _lines(finding: Finding, language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield f"  {finding.message(language)}"
    yield f"    <{finding.focus}>"
    if finding.value is not None:
        yield f"    {words['value']}{words['colon']}{finding.value}"
    if finding.article is not None:
        said = f"{words['colon']}{words['open']}{finding.words}{words['close']}" if finding.words else ""
        yield f"    {words['in']} {finding.article}{said}"
