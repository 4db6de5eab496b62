"""Links to the authority data that one article alone could not make: its date and the posts it gives are known now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.clusters import Reason
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.link import Link, Post, Span, link_person, link_treaty

Issued = Mapping[str, tuple[date | None, date | None]]


def persons(
    accounts: Iterable[Account], tenures: Iterable[Account], record_of: Mapping[str, str], issued: Issued
) -> dict[str, Link]:
    """Return the links of persons with a full name, by local IRI.

    Args:
        accounts: persons; those already linked, and those known by description only, are passed over.
        tenures: the posts that the articles give.
        record_of: authority id of an institution by its local IRI.
        issued: when each article appeared.
    """
    posts: dict[str, list[Post]] = {}
    for tenure in tenures:
        body = record_of.get(tenure.one("organization") or "")
        if body is not None:
            post = Post(tenure.one("post") or "", body, tenure.true("former"))
            posts.setdefault(tenure.one("holder") or "", []).append(post)
    found = {}
    for account in accounts:
        name = account.one("name") or ""
        if account.authority is not None or account.true("described") or len(name.split()) < 2:
            continue
        gender = account.one("gender")
        link = link_person((name,), posts.get(account.iri, ()), Span(*issued[account.article]), gender)
        if link is not None:
            found[account.iri] = link
    return found


def treaties(accounts: Iterable[Account], issued: Issued) -> dict[str, Link]:
    """Return the links of treaties that have a proper name, by local IRI."""
    found = {}
    for account in accounts:
        name = account.one("name") or ""
        if account.authority is None and name:
            link = link_treaty((name,), Span(*(account.days or (None, None))), Span(*issued[account.article]))
            if link is not None:
                found[account.iri] = link
    return found


def reasons(links: Mapping[str, Link]) -> list[Reason]:
    """Return a reason to merge each account with the record it is linked to."""
    return [Reason(iri, record_iri(link.id), 8.0, "link", link.reason) for iri, link in sorted(links.items())]
