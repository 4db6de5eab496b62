"""The marks of factuality on a statement: negated, conditional, hearsay, future, each with the French cue."""

from __future__ import annotations

from collections.abc import Iterator

from pourparlers.extract.statements.drafts import Draft
from pourparlers.extract.statements.patterns import SOURCE_NOUNS
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Mark

# Sources of a clause that is told in the narrator's own tense.
_CREDITED = frozenset({"selon", "source", "lit-on"})
# Verbs whose conditional is the press's reserve, not the speaker's politeness.
_REPORTS = frozenset({"state", "report", "announce", "confirm", "acknowledge", "deny", "accuse"})
_PHRASE = 12


def marks(scene: Scene, draft: Draft) -> Iterator[Mark]:
    """Yield the marks of the saying, in the order: of its source, of what it passes on, of its verb."""
    if draft.follows is not None:
        return
    yield from _hearsay(scene, draft)
    verb = draft.verb
    if verb is None:
        return
    passage = scene.reading.passage(verb.start, verb.end)
    if verb.negated and (draft.entry is None or draft.entry.negation in {"raised", "asserts", "decline"}):
        ne = next(
            (t for t in range(verb.start - 1, max(verb.start - 5, -1), -1) if scene.words[t] in {"ne", "n'"}),
            verb.start,
        )
        yield Mark("negated", scene.reading.passage(ne, verb.end))
    if verb.tense == "conditional-perfect":
        yield Mark("hearsay", passage)
    elif verb.tense == "conditional":
        reports = draft.entry is not None and draft.entry.acts[0][0] in _REPORTS and not verb.modal
        yield Mark("hearsay" if reports else "conditional", passage)
    elif verb.tense == "future":
        yield Mark("future", passage)


def _hearsay(scene: Scene, draft: Draft) -> Iterator[Mark]:
    """Yield the marks of a source nobody names, and of the press's own conditional in what it passes on."""
    vague = any(scene.words[t] in SOURCE_NOUNS for t in range(draft.subject.start, draft.subject.end))
    if draft.frame in _CREDITED | {"incise"} and (vague or _impersonal(draft)) and draft.subject.kind != "previous":
        last = max(draft.subject.end, draft.cue[-1][1])
        if draft.cue[0][0] < last <= draft.cue[0][0] + _PHRASE:
            yield Mark("hearsay", scene.reading.passage(draft.cue[0][0], last))
    if draft.frame in _CREDITED and draft.content:
        begin, end = draft.content[0]
        verbs = (scene.verb_at[t] for t in range(begin, end) if t in scene.verb_at and scene.quote_at[t] < 0)
        main = next((verb for verb in verbs if verb.finite), None)
        if main is not None and main.tense in {"conditional", "conditional-perfect"} and not main.modal:
            kind = "hearsay" if main.tense == "conditional-perfect" else "conditional"
            yield Mark(kind, scene.reading.passage(main.start, main.end))


def _impersonal(draft: Draft) -> bool:
    """Tell whether "on" says it: "dit-on à la présidence"."""
    return draft.frame == "lit-on" and draft.verb is not None and draft.verb.verb == "dire"
