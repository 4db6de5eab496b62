"""Posts after the name they belong to.

X, porte-parole du Fonds · X (porte-parole du Fonds) · X, qui préside le Conseil · X a été nommé ambassadeur ·
la députée X, du Parti vert
"""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.actors.desk import ARTICLES, Desk, Phrase
from pourparlers.extract.actors.lexicon import Head
from pourparlers.extract.actors.patterns import APPOINTED, APPOINTING, BETWEEN, CAPACITY, HEADED, HEADING, RELATIVE_SAME
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.span import Span, article_end

_BE = frozenset("est etait sera fut devient devenu devenue reste nomme nommee elu elue comme".split())
_AUXILIARIES = frozenset(("a", "ont", "ete", "s'est", "est", "vient", "d'", "etre"))
_OBJECTS = frozenset(("y", "en", "ne", "n'", "se", "s'", "le", "la", "l'", "lui", "leur", "a"))
_TO_POST = (["au", "poste", "de"], ["aux", "fonctions", "de"])
_FURTHER = frozenset(("par", "ailleurs", "aussi", "surtout", "accessoirement"))  # "et par ailleurs médiateur"
_REACH = 6  # tokens between the name and "nommé"


def apposed(desk: Desk, phrase: Phrase) -> None:
    """Read a post set off by a comma, a dash or a bracket, or one that follows at once."""
    page, i = desk.page, phrase.name.end
    if page.words[i : i + 2] in (["»", ","], ['"', ","], ["”", ","]):
        i += 1
    if i + 1 >= len(page) or _beside(desk, phrase, i) or page.words[i] not in {",", "(", "-", "–", "—"}:
        return
    after = i + 1
    while after < len(page) and page.low[after] in BETWEEN:
        after += 1
    if _one_of(desk, phrase, after):
        return
    k = desk.by_start.get(after)
    post = desk.free(k)
    if post is None or k is None or post.head.plural or not _fits(desk, post, i):
        return
    desk.give(phrase, k)
    _follow(desk, phrase, post.end)


def _one_of(desk: Desk, phrase: Phrase, i: int) -> bool:
    """Read "X, l'un des dirigeants du mouvement"."""
    low = desk.page.low
    at = i + 1 if low[i : i + 1] == ["l'"] else i
    if low[at : at + 2] not in (["un", "des"], ["une", "des"]):
        return False
    k = desk.by_start.get(at + 1)
    post = desk.free(k)
    if post is None or k is None or not post.head.plural:
        return False
    desk.give(phrase, k)
    return True


def _beside(desk: Desk, phrase: Phrase, i: int) -> bool:
    """Read "X ambassadeur de Belgique": a post with its complement at once after the name."""
    k = desk.by_start.get(i)
    post = desk.free(k)
    if (
        post is None
        or k is None
        or post.det is not None
        or post.head.plural
        or post.end <= post.at + len(post.head.words)
    ):
        return False
    desk.give(phrase, k)
    _follow(desk, phrase, post.end)
    return True


def _fits(desk: Desk, post: Post, i: int) -> bool:
    """Tell whether the post after token *i* is apposed, not the subject of what follows, nor the next name's."""
    page = desk.page
    if post.det is None:
        return post.end > post.at + 1 or desk.closed(post.end)
    own = {"son", "sa"} if page.low[post.at] in RELATIVE_SAME else set()
    if page.low[post.det] not in {"le", "la", "l'"} | own or post.end in desk.phrase_at:
        return False
    group = None if desk.closed(post.end) else page.verb.get(post.end)
    if not desk.closed(post.end) and (page.low[post.end] in _OBJECTS or (group is not None and group.finite)):
        return False
    return page.words[i] != "," or not _begins_apposition(desk, post.end)


def _begins_apposition(desk: Desk, i: int) -> bool:
    """Tell whether ", NAME," follows: the post is then that name's."""
    if i + 1 >= len(desk.page) or desk.page.words[i] != ",":
        return False
    following = desk.phrase_at.get(i + 1)
    return following is not None and desk.closed(following.name.end) and not following.posts


def _follow(desk: Desk, phrase: Phrase, i: int) -> None:
    """Give the posts coordinated after one: "…, député et ancien ministre"."""
    page = desk.page
    while i + 1 < len(page) and page.low[i] in {"et", ","}:
        after = i + 1
        while after < len(page) and page.low[after] in BETWEEN | _FURTHER:
            after += 1
        k = desk.by_start.get(after)
        post = desk.free(k)
        if post is None or k is None or post.head.plural or post.end in desk.phrase_at:
            return
        if page.low[i] == "," and (post.det is not None or not desk.closed(post.end)):
            return
        desk.give(phrase, k)
        i = post.end


def told(desk: Desk, phrase: Phrase) -> None:
    """Read what a sentence tells of a name by its verb: "X préside le Conseil", "X a été nommé ministre"."""
    _heads(desk, phrase)
    _is(desk, phrase)
    _appointed(desk, phrase)
    _capacity(desk, phrase)
    _bracketed(desk, phrase)
    _affiliated(desk, phrase)


def _heads(desk: Desk, phrase: Phrase) -> None:
    """Read "X préside le Conseil" and "X, qui préside le Conseil"."""
    page, i = desk.page, phrase.name.end
    if (headed := _headed(desk, phrase)) is not None:
        phrase.posts.append(headed)
        return
    j = i + 1 if page.words[i : i + 1] == [","] else i
    verb = j + 1 if page.low[j : j + 1] == ["qui"] else i
    if verb >= len(page) or page.low[verb] not in HEADING or page.spoken[verb]:
        return
    k = verb + 2 if page.low[verb + 1 : verb + 2] and page.low[verb + 1] in ARTICLES else verb + 1
    span = desk.ground.spans.get(k)
    if span is not None:
        phrase.posts.append((_made(HEADING[page.low[verb]], verb, span), (span.state,) if span.state else ()))


def _headed(desk: Desk, phrase: Phrase) -> tuple[Post, tuple[str, ...]] | None:
    """Read "le Conseil est présidé par X"."""
    page, verb = desk.page, phrase.start - 2
    if verb < 1 or page.low[verb + 1] != "par" or page.low[verb] not in HEADED:
        return None
    begin = max(page.bounds(verb)[0], verb - _REACH)
    near = [s for k, s in desk.ground.spans.items() if begin <= k and s.end <= verb]
    if not near:
        return None
    span = max(near, key=lambda s: s.start)
    return _made(HEADED[page.low[verb]], verb, span), (span.state,) if span.state else ()


def _made(title: str, at: int, span: Span) -> Post:
    """Return the post that a verb of heading tells."""
    head = Head((title,), "head", title, "", None, plural=False, noun_only=False, state="")
    return Post(at, at + 1, head, at, title, None, org=span)


def _is(desk: Desk, phrase: Phrase) -> None:
    """Read "X est le porte-parole du Fonds"."""
    page, i = desk.page, phrase.name.end
    j = i + 1 if page.words[i : i + 1] == [","] else i
    if j >= len(page) or page.low[j] not in _BE:
        return
    k = desk.by_start.get(j + 1)
    post = desk.free(k)
    if post is None or k is None or post.head.plural or post.end in desk.phrase_at:
        return
    if post.det is None or page.low[post.det] in ARTICLES:
        desk.grant(phrase, k, post.states)


def _appointed(desk: Desk, phrase: Phrase) -> None:
    """Read "X a été nommé ambassadeur" and "… nomme X Premier ministre"."""
    page, after = desk.page, _after_appointment(desk, phrase)
    if after is None:
        return
    if page.low[after : after + 3] in _TO_POST:
        after += 3
    elif page.low[after : after + 1] in (["comme"], ["nouveau"], ["nouvelle"]):
        after += 1
    k = desk.by_start.get(after)
    post = desk.free(k)
    if post is None or k is None or post.head.plural or post.end in desk.phrase_at:
        return
    if post.det is None or page.low[post.det] in {"de", "d'", "comme"}:
        desk.grant(phrase, k, post.states)


def _capacity(desk: Desk, phrase: Phrase) -> None:
    """Read "X, en sa qualité de président du Forum"."""
    page, i = desk.page, phrase.end
    if page.words[i : i + 1] == [","]:
        i += 1
    for words in CAPACITY:
        if tuple(page.low[i : i + len(words)]) != words:
            continue
        k = desk.by_start.get(i + len(words))
        post = desk.free(k)
        if post is not None and k is not None and not post.head.plural and post.end not in desk.phrase_at:
            desk.grant(phrase, k, post.states)
        return


def _after_appointment(desk: Desk, phrase: Phrase) -> int | None:
    """Return the token after "nommé" where X is the one named."""
    page, i = desk.page, phrase.end
    if page.words[i : i + 1] == [","]:
        i += 1
    limit = min(i + _REACH, page.bounds(phrase.start)[1])
    while i < limit and (page.pos[i] in {"AUX", "ADV"} or page.low[i] in _AUXILIARIES):
        i += 1
    if i < limit and page.low[i] in APPOINTED:
        return i + 1
    return phrase.name.end if phrase.start and page.low[phrase.start - 1] in APPOINTING else None


def _bracketed(desk: Desk, phrase: Phrase) -> None:
    """Read "la Première ministre X (Finlande)": the state of a post that names none."""
    i = phrase.name.end
    if not phrase.posts or desk.page.words[i : i + 1] != ["("]:
        return
    post, states = phrase.posts[0]
    found = desk.ground.state(i + 1)
    if found is not None and not states and post.org is None and desk.page.words[found[0] : found[0] + 1] == [")"]:
        phrase.posts[0] = (post, (found[1],))


def _affiliated(desk: Desk, phrase: Phrase) -> None:
    """Read "la députée X, du Parti vert" and "le sénateur X (Parti vert)": the body of a post that names none."""
    page, i = desk.page, phrase.name.end
    if not phrase.posts or i + 2 >= len(page):
        return
    post, states = phrase.posts[0]
    if post.org is not None or post.head.level != "member":
        return
    after = article_end(page, i + 1) if page.words[i] == "," else i + 1
    if page.words[i] == "(" or (page.words[i] == "," and after > i + 1):
        span = desk.ground.spans.get(after)
        if span is not None and desk.closed(span.end):
            phrase.posts[0] = (replace(post, org=span), states)
