"""What is the article and what is the page around it: every unit of a stored text gets a kind."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pourparlers.articles.patterns import FINITE, Rule, rules
from pourparlers.articles.units import Unit
from pourparlers.model import Block

_PROSE_WORDS = 14  # a unit of as many words that ends like a sentence is prose
_SENTENCE_END = re.compile(r"[.!?…]\s*[»\"”')\]]*$")
_QUOTE_END = re.compile(r"[»\"”]\s*$")
_INNER_SENTENCE = re.compile(r"[.!?…]\s*[»\"”)]?\s+[«\"“]?[A-ZÀ-Ý]")
_TRUNCATED = re.compile(r"\s*(?:…|\.\.\.)$")
_LONG_LINE = 10  # words; above, an inline pattern wants a second one beside it, or furniture next door
_LONGEST_TITLE = 40  # different words
_MOST = 0.7  # share of a known title's words that tell the printed one
_NAME = re.compile(
    r"(?:[A-ZÀ-Ý][\w'.-]+|de|du|la|le|von|van|al|et|pour|à|,)(?:\s+(?:[A-ZÀ-Ý][\w'.-]+|de|du|la|le|von|van|al|et|pour|à|,))*$"
)
_LONGEST_BYLINE = 8  # words
_LONG_HEADING = 20  # words
_CUT_SHORT = 30  # words; above, a unit with a verb and commas is prose though no full stop ends it
_GOES_ON = re.compile(r"[.!?…;,:]\s*[»\"”')\]]*$")  # an item of a list or a short sentence, not a heading
_DATES_OF_OTHERS = 3  # so many dates before the title are those of other articles
_LONG_QUOTE = 25  # words; a unit that ends in a closing mark is a headline below it
_FEW_CANDIDATES = 3  # with more short units before the lead, they are headlines of other articles
_WORDS = re.compile(r"\w+")


@dataclass(slots=True)
class _Judged:
    """A unit while its kind is being found; `spans` are scraps inside it that are masked by themselves."""

    unit: Unit
    kind: str = "body"
    why: str = ""
    cues: int = 0
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def prose(self) -> bool:
        return self.kind == "body" and is_prose(self.unit)


def is_prose(unit: Unit) -> bool:
    """Tell whether a unit reads like sentences: long enough and ended, or holding a sentence boundary."""
    if unit.words < 5 or (unit.words < _LONG_QUOTE and _TRUNCATED.search(unit.text)):
        return False
    if unit.words >= _CUT_SHORT and FINITE.search(unit.text) and unit.text.count(",") > 1:
        return True  # the last paragraph of a text that was cut short
    ended = bool(_SENTENCE_END.search(unit.text)) or (unit.words >= _LONG_QUOTE and bool(_QUOTE_END.search(unit.text)))
    return (ended and (unit.words >= _PROSE_WORDS or bool(FINITE.search(unit.text)))) or (
        unit.words >= _PROSE_WORDS and bool(_INNER_SENTENCE.search(unit.text))
    )


def blocks(text: str, units: tuple[Unit, ...], title: str | None) -> tuple[Block, ...]:
    """Return the blocks of a text, in order, scraps inside a paragraph as blocks of their own.

    Args:
        text: the stored text.
        units: its units.
        title: the article's title if known beside the text.
    """
    judged = _judge(units)
    _spread(judged)
    _drop_repeats(judged)
    _head(judged, title)
    _links(judged)
    _bylines(judged)
    _tail(judged)
    found = [block for one in judged for block in _pieces(text, one)]
    return tuple(sorted(found, key=lambda block: block.begin))


def _judge(units: tuple[Unit, ...]) -> list[_Judged]:
    judged: list[_Judged] = []
    ended = False
    for position, unit in enumerate(units):
        one = _Judged(unit, kind="furniture", why="after-end") if ended else _by_rules(unit, position)
        ended = ended or one.why == "drop-to-end"
        judged.append(one)
    return judged


def _spread(judged: list[_Judged]) -> None:
    """Mask a long unit with a single inline cue when furniture stands next to it: cookie notices come in paragraphs."""
    for i, one in enumerate(judged):
        beside = judged[max(i - 1, 0) : i] + judged[i + 1 : i + 2]
        if one.kind == "body" and one.cues and any(other.kind == "furniture" for other in beside):
            one.kind, one.why = "furniture", "beside-furniture"


def _by_rules(unit: Unit, position: int) -> _Judged:
    one = _Judged(unit)
    for rule in rules():
        found = rule.pattern.search(unit.text)
        if found is None or not _holds(rule, unit, position):
            continue
        if rule.action == "drop-span" or rule.scope == "start":
            one.spans = (*one.spans, found.span())
        elif rule.action == "keep-heading":
            one.kind, one.why = "heading", rule.kind
            return one
        elif rule.scope == "inline" and unit.words > _LONG_LINE and rule.action == "drop-line":
            one.cues += 1
            if one.cues > 1:
                return _Judged(unit, "furniture", rule.kind)
        elif rule.scope == "inline" and rule.action == "metadata" and unit.words > _LONG_LINE:
            continue
        else:
            kind = {"metadata": "metadata", "caption": "caption"}.get(
                rule.action if rule.action == "metadata" else rule.kind
            )
            why = "drop-to-end" if rule.action == "drop-to-end" else rule.kind
            return _Judged(unit, kind or "furniture", why)
    return one


def _holds(rule: Rule, unit: Unit, position: int) -> bool:
    if rule.guard == "first-lines":
        return position < 6
    if rule.guard == "no-finite-verb":
        return not FINITE.search(unit.text)
    return rule.guard == ""  # `duplicate` and `after-quote` want the whole text: see _drop_repeats


def key(text: str) -> str:
    """Return the words of a text without case and accents, to tell repeats."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(_WORDS.findall("".join(char for char in folded if not unicodedata.combining(char))))


def _drop_repeats(judged: list[_Judged]) -> None:
    """Mask what was already said word for word: repeated titles and leads, teasers cut short, pull quotes."""
    seen: list[str] = []
    whole: set[str] = set()
    for one in judged:
        if one.kind not in {"body", "heading"}:
            continue
        mine = key(one.unit.text)
        stem = key(_TRUNCATED.sub("", one.unit.text))
        cut = stem != "" and bool(_TRUNCATED.search(one.unit.text))
        if mine in whole or (one.unit.words >= 4 and any(_repeats(mine, stem, cut, said) for said in seen)):
            one.kind, one.why = "repeated", "repeated"
        else:
            whole.add(mine)
            seen.append(mine)


def _repeats(mine: str, stem: str, cut: bool, said: str) -> bool:  # noqa: FBT001
    """Tell a teaser of *said*: its beginning, cut; a piece of eight words; or itself with a credit glued to its end."""
    if cut and said.startswith(stem):
        return True
    if mine.count(" ") >= 7 and f" {mine} " in f" {said} ":
        return True
    return said.count(" ") >= 4 and mine.startswith(f"{said} ") and mine.count(" ") - said.count(" ") <= 5


def _head(judged: list[_Judged], title: str | None) -> None:
    """Find the title; what stands before it is the page's."""
    lead = next((i for i, one in enumerate(judged) if one.prose), None)
    if lead is None:
        return
    last = max(i for i, one in enumerate(judged) if one.prose)
    at = _titled(judged[:last], title) if title else None
    if at is None:
        at = _last_candidate(judged, lead)
    if at is None:
        at = lead
    elif judged[at].kind in {"body", "heading"}:
        judged[at].kind = "title"
    dates = sum(1 for one in judged[:at] if one.kind == "metadata")
    for one in judged[:at]:
        if one.kind in {"body", "heading"} or (one.kind == "metadata" and dates >= _DATES_OF_OTHERS):
            one.kind, one.why = "furniture", "before-title"


def _titled(judged: list[_Judged], title: str) -> int | None:
    """Return the unit that is the known title, to the letter, in part, or in most of its words."""
    wanted = key(title)
    words = set(wanted.split())
    alike: list[tuple[float, int]] = []
    for i, one in enumerate(judged):
        if one.kind not in {"body", "heading"} or not wanted:
            continue
        mine = key(one.unit.text)
        if mine == wanted or (
            mine.count(" ") >= 3 and (wanted.startswith(f"{mine} ") or mine.startswith(f"{wanted} "))
        ):
            return i
        if one.prose:
            continue
        own = set(mine.split())
        if len(own) <= _LONGEST_TITLE:
            alike.append((len(words & own) / max(len(words), 1), -i))
    best, at = max(alike, default=(0.0, 0))
    return -at if best >= _MOST else None


def _last_candidate(judged: list[_Judged], lead: int) -> int | None:
    """Return the title among the short units before the lead that nothing tells to be furniture.

    A few of them are title, subtitle, caption: the first is taken. Many are a page's list of headlines: the last is.
    """
    candidates: list[int] = []
    inside_links = False
    for i in range(lead):
        one = judged[i]
        if one.why == "related":
            inside_links = True
        elif one.kind == "metadata":
            inside_links = False
        elif one.kind in {"body", "heading"} and one.unit.words >= 3 and not inside_links:
            candidates.append(i)
    if not candidates:
        return None
    return candidates[0] if len(candidates) <= _FEW_CANDIDATES else candidates[-1]


def _links(judged: list[_Judged]) -> None:
    """Mask the titles of other articles that follow a heading such as "A lire aussi" on its own line."""
    inside = False
    for one in judged:
        if one.why == "related" and one.unit.words <= 6 and one.kind == "furniture":
            inside = True
        elif inside and (one.prose or one.kind in {"metadata", "title"}):
            inside = False
        elif inside and one.kind in {"body", "heading"}:
            one.kind, one.why = "furniture", "link"


def _bylines(judged: list[_Judged]) -> None:
    """Mask lines of nothing but names between the title and the first paragraphs: who wrote, for whom."""
    first = next((i for i, one in enumerate(judged) if one.kind == "title"), 0)
    prose = [i for i, one in enumerate(judged) if one.prose and i > first]
    for one in judged[first + 1 : prose[min(2, len(prose) - 1)]] if prose else ():
        short = 2 <= one.unit.words <= _LONGEST_BYLINE
        if one.kind in {"body", "heading"} and short and _NAME.match(one.unit.text) and one.unit.text.count(" ") >= 1:
            one.kind, one.why = "byline", "byline"


def _tail(judged: list[_Judged]) -> None:
    """Tell headings inside the article from scraps after its end."""
    last = max((i for i, one in enumerate(judged) if one.prose), default=-1)
    for i, one in enumerate(judged):
        if one.kind != "body" or one.prose:
            continue
        if i > last >= 0:
            one.kind, one.why = "furniture", "after-end"
        elif one.unit.words <= _LONG_HEADING and not _GOES_ON.search(one.unit.text):
            one.kind = "heading"


def _pieces(text: str, one: _Judged) -> list[Block]:
    unit = one.unit
    if not one.spans or one.kind not in {"title", "heading", "body"}:
        return [Block(one.kind, unit.begin, unit.end)]
    pieces: list[Block] = []
    begin = unit.begin
    for low, high in sorted(_placed(text, unit, one.spans)):
        if low > begin and text[begin:low].strip():
            pieces.append(Block(one.kind, begin, low))
        if high > begin:
            pieces.append(Block("furniture", max(low, begin), high))
            begin = high
    if text[begin : unit.end].strip():
        pieces.append(Block(one.kind, begin, unit.end))
    return pieces


def _placed(text: str, unit: Unit, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Return spans of the unit's single-blank text as offsets into the stored text."""
    offsets: list[int] = []
    blank = False
    for at in range(unit.begin, unit.end):
        space = text[at].isspace()
        if not (space and blank):
            offsets.append(at)
        blank = space
    offsets.append(unit.end)
    return [(offsets[low], offsets[high]) for low, high in spans]
