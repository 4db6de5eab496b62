"""Posts before the name they belong to.

le ministre serbe X · le ministre serbe, le général X, · les présidents grec X et turc Y · le chef des négociateurs et
conseiller du roi X · le conseiller du président américain X · le roi X de Jordanie
"""

from __future__ import annotations

from dataclasses import replace

from pourparlers.authority import load
from pourparlers.authority.posts import likeness
from pourparlers.extract.actors.desk import ARTICLES, Desk, Phrase, contracted
from pourparlers.extract.actors.patterns import BETWEEN, REGNAL, TASKS
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.span import article_end

_FRONTED = frozenset((",", "que", "qu'"))  # before a subject that does not open its sentence
_WHAT = frozenset(("profession", "official", "member"))  # levels of posts that only say what somebody is
_ASIDE = 20  # tokens in brackets
_OPENERS = frozenset((",", "(", ":"))


def adjacent(desk: Desk, phrase: Phrase) -> None:
    """Read a post that ends where the name begins."""
    k = desk.by_end.get(phrase.start)
    if k is None and desk.inhabitant(phrase.start - 1):
        k = desk.by_end.get(phrase.start - 1)
    post = desk.free(k)
    if post is None or k is None:
        return
    if post.nested is not None and post.nested.end == post.end and _is_inner(desk, phrase, post, post.nested):
        phrase.posts.append((post.nested, post.nested.states))
        phrase.start = post.nested.outer
        del desk.by_end[post.end]
        desk.posts[k] = replace(post, of=phrase.name.start, end=phrase.name.end)
        desk.by_end[phrase.name.end] = k
        return
    if post.head.plural:
        _share(desk, phrase, k)
        return
    desk.give(phrase, k)
    _chain(desk, phrase, k)
    _double(desk, phrase, post)
    if desk.page.low[post.at] in REGNAL and not post.states:
        _realm(desk, phrase, post)


def _is_inner(desk: Desk, phrase: Phrase, post: Post, inner: Post) -> bool:
    """Tell whether the name after "conseiller du président américain" is the president's."""
    if inner.head.plural:
        return False
    if post.head.plural or phrase.name.single:
        return True
    before = post.outer - 1
    if post.det is None and before in desk.name_ends and desk.page.words[before] == ",":
        return True  # "X, assistant du président Y"
    for ident in phrase.name.ids:
        if any(likeness(inner.title, term.post) for term in load().tenures_of.get(ident, ())):
            return True
    if phrase.name.ids:
        return False
    return not (inner.states and inner.end > inner.at + len(inner.head.words) + 1)


def _chain(desk: Desk, phrase: Phrase, k: int) -> None:
    """Give also the posts coordinated before post *k*: "chef des négociateurs et conseiller du roi X"."""
    post = desk.posts[k]
    while post.det is None and (end := _joined(desk, post.outer)) is not None:
        number = desk.by_end.get(end)
        before = desk.free(number)
        if before is None or number is None or before.head.plural:
            return
        desk.give(phrase, number)
        post = before


def _joined(desk: Desk, i: int) -> int | None:
    """Return where what "et", a comma or a dash joins to the post at *i* ends: "ministre et aujourd'hui | député"."""
    low = desk.page.low
    if i > 2 and low[i - 1] in BETWEEN and low[i - 2] == "et":
        return i - 2
    return i - 1 if i > 1 and low[i - 1] in {"et", ",", "-", "–", "—"} else None


def _realm(desk: Desk, phrase: Phrase, post: Post) -> None:
    """Read the realm after a regnal name: "le roi Talal II de Jordanie"."""
    after = article_end(desk.page, phrase.end)
    if after == phrase.end:
        return
    for hit in desk.page.hits.get(after, ()):
        if hit.form == "name" and (state := desk.ground.states.of(hit.ids)):
            phrase.posts[-1] = (post, (state,))
            phrase.end = hit.end
            return


def _share(desk: Desk, phrase: Phrase, k: int) -> None:
    """Share a plural post: "les présidents grec X et turc Y", "les ministres X et Y", "…serbe et croate, X et Y"."""
    post, page = desk.posts[k], desk.page
    listed = desk.listed(phrase)
    if len(listed) == 1 and not phrase.name.plural:
        desk.give(phrase, k)
        return
    for n, other in enumerate(listed):
        before = other.start - 1
        own = desk.ground.demonym(before) if n and not page.capital(before) else None
        realm = desk.realm(other.name.end)[1]
        if own:
            other.start -= 1
            states: tuple[str, ...] = (own,)
        elif realm and not post.states and post.org is None:
            states = realm
        elif len(post.states) == len(listed):
            states = (post.states[n],)
        else:
            states = post.states[:1] if n == 0 or len(post.states) <= 1 else ()
        other.posts.append((post, states))
    phrase.start = post.outer
    desk.used.add(k)


def apposed(desk: Desk, phrase: Phrase) -> None:
    """Read "le porte-parole du Fonds, X," and "…, le général X,"."""
    page, i = desk.page, phrase.start
    if i < 2 or any(post.start < phrase.name.start for post, _ in phrase.posts):
        return
    comma = i - 1 if page.words[i - 1] in _OPENERS else i - 2
    if page.words[comma] not in _OPENERS or (comma == i - 2 and page.low[i - 1] not in ARTICLES):
        return
    if page.words[comma] == "(" and phrase.name.strength == 1:
        return  # "(Saceur)": no name unless the article says more
    k = _ended(desk, comma)
    post = desk.free(k)
    if post is None or k is None or (page.words[comma] == ":" and not page.opens_sentence(post.outer)):
        return
    if post.head.plural:
        if len(desk.listed(phrase)) > 1:
            _share(desk, phrase, k)
    elif desk.closed(phrase.end) or desk.closed(phrase.name.end) or _is_subject(desk, post, phrase.end):
        desk.give(phrase, k)
        _chain(desk, phrase, k)
        _double(desk, phrase, post)


def _double(desk: Desk, phrase: Phrase, post: Post) -> None:
    """Give also the title that opens the sentence: "Le président du Conseil, l'ambassadeur de X, NAME, a"."""
    page, comma = desk.page, post.outer - 1
    if post.det is None or page.low[post.det] not in ARTICLES or comma < 1 or page.words[comma] != ",":
        return
    number = _ended(desk, comma)
    first = desk.free(number)
    if first is None or number is None or first.head.plural or first.det is None:
        return
    says_what = post.head.level in _WHAT and post.head.gender == first.head.gender and first.head.level not in _WHAT
    if (says_what or first.head.key in TASKS) and page.low[first.det] in ARTICLES:
        desk.give(phrase, number)
        return
    if not page.opens_sentence(first.outer) and page.low[first.outer - 1] not in _FRONTED:
        return
    end = phrase.end + 1 if page.words[phrase.end : phrase.end + 1] == [","] else phrase.end
    group = page.verb.get(end)
    if group is not None and group.finite and page.number[group.start] != "p":
        desk.give(phrase, number)


def _ended(desk: Desk, i: int) -> int | None:
    """Return the number of the post that ends before token *i*, what stands in brackets between left aside."""
    page, begin = desk.page, i - 1
    if i in desk.by_end or page.words[begin] != ")":
        return desk.by_end.get(i)
    while begin > max(page.bounds(i - 1)[0], i - _ASIDE) and page.words[begin] != "(":
        begin -= 1
    return desk.by_end.get(begin)


def _is_subject(desk: Desk, post: Post, end: int) -> bool:
    """Tell whether "le vice-ministre, X a dit" lacks only a comma: nothing governs the post, a verb follows."""
    while post.det is None and (joined := _joined(desk, post.outer)) is not None:
        number = desk.by_end.get(joined)
        if number is None:
            break
        post = desk.posts[number]
    if contracted(desk.page, post):
        return False
    if post.det is None and post.former and desk.page.opens_sentence(post.start):
        return True  # "Ancien ministre et aujourd'hui professeur à Gand, X doute"
    group = desk.page.verb.get(end)
    if group is None or not group.finite:
        return False
    return (post.outer > 0 and desk.page.words[post.outer - 1] in {",", "«", '"', "."}) or desk.page.opens_sentence(
        post.outer
    )
