"""Posts, meetings, treaties and statements of one article, compared with the annotation."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.evaluate.align import Comparison, align, count
from pourparlers.evaluate.found import Found, Thing
from pourparlers.evaluate.gold import Gold, Item
from pourparlers.evaluate.identity import Identity, names
from pourparlers.evaluate.names import name_score, norm, overlap, same_date, text_score, title_score, words
from pourparlers.evaluate.tally import Report


def posts(gold: Gold, found: Found, who: Identity, report: Report) -> None:
    """Compare the posts: the same person, an equal title; the institution and "former" are figures of their own."""
    items = [
        dict(post, person=actor["id"], optional=actor.get("optional") or post.get("optional"))
        for actor in gold.actors
        for post in actor["posts"]
    ]
    things = list(found.posts.values())

    def serves(g: Item, f: Thing) -> bool:
        if not (f.all("institution") or f.all("institutionName")):
            return g["institution"] is None
        return g["institution"] in who.stands_for(f.one("institution") or "", f.all("institutionName"))

    def score(g: Item, f: Thing) -> float:
        if g["person"] not in who.stands_for(f.one("person") or ""):
            return 0.0
        title = title_score(g["title"], f.one("title") or "")
        return title + 0.5 * serves(g, f) if title >= 0.6 else 0.0

    pairs = align(items, things, score, 0.6)
    for i, j in pairs.items():
        report.share("posts: institution").add(right=serves(items[i], things[j]))
        former = things[j].one("former") in {"true", "1"}
        report.share("posts: former").add(right=former == bool(items[i].get("former")))
    count(
        report,
        Comparison(
            kind="posts",
            article=gold.article,
            gold=items,
            found=things,
            pairs=pairs,
            say_gold=lambda g: f"{g['person']}: {g['title']} ({g['institution']})",
            say_found=lambda f: f"{f.one('person')}: {f.one('title')} ({f.one('institutionName')})",
        ),
    )


def meetings(gold: Gold, found: Found, who: Identity, report: Report) -> None:
    """Compare the meetings: a right participant, and enough of the words, place and date to be that meeting."""
    things = list(found.meetings.values())

    def score(g: Item, f: Thing) -> float:
        core, extra = set(g["participants"]), set(g.get("extra_participants", ()))
        got = _parties(g, f, who)
        common = got & (core | extra)
        if core and not common:
            return 0.0
        share = 2 * len(common & core) / (len(core) + len(got - extra)) if core else 1.0
        named = max((_covered(e, m) for e in g["evidence"] for m in f.all("mention")), default=0.0) >= 0.6
        placed = bool(g.get("place")) and norm(g["place"]) in set(map(norm, f.all("place")))
        return 0.5 * share + 0.3 * named + 0.1 * placed + 0.15 * same_date(g.get("date"), f.one("date"))

    pairs = align(gold.meetings, things, score, 0.4)
    for i, j in pairs.items():
        if not gold.meetings[i].get("optional"):
            _meeting_fields(gold, gold.meetings[i], things[j], who, report)
    count(
        report,
        Comparison(
            kind="meetings",
            article=gold.article,
            gold=gold.meetings,
            found=things,
            pairs=pairs,
            say_gold=lambda g: f"{g['id']} {g['evidence'][:1]}",
            say_found=lambda f: f"{sorted(f.all('mention'))[:2]} {sorted(f.all('participantName'))} {f.one('date')}",
        ),
    )


def _covered(evidence: str, mention: str) -> float:
    """Return the share of the evidence in a mention; a mention of a whole sentence or more names nothing."""
    return overlap(evidence, mention)[0] if len(words(mention)) <= 40 else 0.0


def _parties(g: Item, f: Thing, who: Identity) -> set[str]:
    """Return the annotated ids of the participants found; who may be several things counts as the wanted one."""
    core, extra = set(g["participants"]), set(g.get("extra_participants", ()))
    got: set[str] = set()
    for iri in sorted(sorted(f.all("participant")), key=lambda i: len(who.stands_for(i))):
        ids = who.stands_for(iri)
        got.add(min(ids & core - got or ids & extra - got or ids & (core | extra) or ids or {iri}))
    return got


def _meeting_fields(gold: Gold, g: Item, f: Thing, who: Identity, report: Report) -> None:
    want, extra, got = set(g["participants"]), set(g.get("extra_participants", ())), _parties(g, f, who)
    tally = report.tally("meeting participants")
    tally.tp += len(want & got)
    tally.fn += len(want - got)
    tally.fp += len(got - want - extra)
    date, place = g.get("date"), norm(g.get("place") or "")
    right = {
        "place": place in (set(map(norm, f.all("place"))) or {""}),
        "date": same_date(date, f.one("date")) if date else not f.one("date"),
        "kind": f.word("kind") in {g["kind"], *g.get("alt_kinds", ())},
        "status": f.word("status") in {g["status"], *g.get("alt_status", ())},
    }
    for name, agrees in right.items():
        report.share(f"meetings: {name}").add(right=agrees)
        if not agrees:
            words_ = f"{gold.article}: {g['id']}: {name} {g.get(name)!r}, found {f.one(name)!r}"
            report.error(f"meetings: {name}", words_)


def treaties(gold: Gold, found: Found, _who: Identity, report: Report) -> None:
    """Compare the treaties by their names; their dates are a figure of their own."""
    things = list(found.treaties.values())
    pairs = align(
        gold.treaties, things, lambda g, f: name_score(names(g), f.all("name") | f.all("mention"), person=False), 0.6
    )
    for i, j in pairs.items():
        if gold.treaties[i].get("date"):
            right = same_date(gold.treaties[i]["date"], things[j].one("date"))
            report.share("treaties: date").add(right=right)
    count(
        report,
        Comparison(
            kind="treaties",
            article=gold.article,
            gold=gold.treaties,
            found=things,
            pairs=pairs,
            say_gold=lambda g: str(g["name"]),
            say_found=lambda f: " | ".join(sorted(f.all("name") | f.all("mention")))[:120],
        ),
    )


def statements(gold: Gold, found: Found, who: Identity, report: Report) -> None:
    """Compare the statements: the text alone, and the figure that counts, the text with its speaker."""
    things = list(found.statements.values())

    def spoken(g: Item, f: Thing) -> bool:
        labels = f.all("speakerName") if len(f.all("speaker")) <= 1 else set()
        got = set().union(*(who.stands_for(iri, labels) for iri in f.all("speaker") or {""}))
        return bool(got & {*g["speaker"], *g.get("alt_speakers", ())})

    def score(g: Item, f: Thing) -> float:
        text = text_score(g["text"], f.one("text") or "")
        cue = norm(g["cue"] or "") == norm(f.one("cue") or "")
        return text + 0.2 * spoken(g, f) + 0.02 * cue if text else 0.0

    pairs = align(gold.statements, things, score, 0.5)
    seen = Comparison(
        kind="statements (text)",
        article=gold.article,
        gold=gold.statements,
        found=things,
        pairs=pairs,
        say_gold=lambda g: f"{g['speaker']} {g['cue']}: {g['text'][:90]}",
        say_found=lambda f: f"{sorted(f.all('speakerName'))}: {(f.one('text') or '')[:90]}",
    )
    count(report, seen)
    right = {i: j for i, j in pairs.items() if spoken(gold.statements[i], things[j])}
    for i, j in pairs.items():
        _statement_fields(gold.article, (gold.statements[i], things[j]), who, report, right=i in right)
    # Who said an optional statement is not asked.
    excused = [things[j] for i, j in pairs.items() if gold.statements[i].get("optional")]
    count(report, replace(seen, kind="statements", pairs=right, forgiven=lambda f: any(f is e for e in excused)))


def _statement_fields(article: str, pair: tuple[Item, Thing], who: Identity, report: Report, *, right: bool) -> None:
    g, f = pair
    report.share("statements: speaker").add(right=right)
    if not right:
        said = f"speaker {g['speaker']}, found {sorted(f.all('speakerName'))}: {g['text'][:70]}"
        report.error("statements: speaker", f"{article}: {said}")
    report.share("statements: mode").add(right=f.word("mode") == g["mode"])
    if g.get("addressee"):
        got = set().union(*(who.stands_for(iri) for iri in f.all("addressee")))
        report.share("statements: addressee").add(right=bool(got & set(g["addressee"])))
    if g.get("date"):
        report.share("statements: date").add(right=same_date(g["date"], f.one("date")))
