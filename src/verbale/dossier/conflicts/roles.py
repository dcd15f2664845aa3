"""One person with two posts at a time.

A post that an article gives somebody holds for the article's day, or for the day that it gives it for. All days that
any article gives the same post for are taken together with those between them: only posts whose stretches overlap
exclude one another. Whoever is a minister in December and a deputy in January has a new role.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import combinations
from typing import NamedTuple

from verbale import timex
from verbale.dossier.answers import Conflict, Report
from verbale.dossier.telling import name, outlet
from verbale.lexicon.offices import Offices, load_offices
from verbale.lexicon.roles import load_roles
from verbale.record import Entity, Office


class Post(NamedTuple):
    """What somebody is said to be: an office that one person holds, or a post, at whose service."""

    what: str
    whose: str | None
    """The state's or body's key in the registry; None where the article doesn't tell."""
    whole: bool
    """Whether nobody holds it beside another such office."""


class _Said(NamedTuple):
    post: Post
    title: str
    first: date
    last: date
    report: Report[Entity]


def role_conflicts(reports: Sequence[Report[Entity]]) -> tuple[Conflict, ...]:
    """The posts of one person that nobody holds at the same time, each with its earliest report."""
    said = [one for report in reports if report.source.replaced_by is None for one in _said(report)]
    found: dict[frozenset[Post], Conflict] = {}
    for one, other in combinations(said, 2):
        if one.report.ref.article == other.report.ref.article or not _exclude(one.post, other.post):
            continue
        if _overlap(_stretch(one.post, said), _stretch(other.post, said)):
            found.setdefault(frozenset({one.post, other.post}), _conflict(one, other))
    return tuple(found.values())


def _said(report: Report[Entity]) -> Iterator[_Said]:
    if report.entry.kind != "person":
        return
    offices = _offices()
    for office in report.entry.offices:
        time = timex.days(office.date) if office.date else None
        published = report.source.published
        first, last = time or (published, published)
        post = _post(report, office, offices)
        if post and first and last:
            yield _Said(post, _title(report, office), first, last, report)


def _post(report: Report[Entity], office: Office, offices: Offices) -> Post | None:
    at = report.named.get(office.organisation or "")
    at = at if at and _stand_together(office.title, at.name, _told_in(report, office)) else None
    title = office.title.lower()
    whose = at.registry_id if at else None
    if at and at.registry_id:
        kind = offices.kind(title, at.registry_id, "state" if at.kind == "state" else "organisation")
        if kind:
            return Post(kind.kind, whose, kind.whole)
    post = load_roles().post(title)
    if post is None or (post.of_state and not (at and at.kind == "state")):
        return None
    return Post(post.post, whose, whole=False)


_NEAR = 5
"""Words between a title and the name of its state or body. Further away the name may be another's."""
_ALIKE = 4
"""First letters that a name shares with its adjective: "Poland" and "Polish" have three, but most have more."""


def _told_in(report: Report[Entity], office: Office) -> Sequence[str]:
    """The sentences that give the office."""
    told = zip(report.entry.evidence, report.proof, strict=False)
    return [sentence for span, sentence in told if span in office.evidence]


def _stand_together(title: str, body: str, proof: Sequence[str]) -> bool:
    """Whether the article has the name of the body, its adjective or its letters near the title."""
    wanted = {word[: min(_ALIKE, len(word) - 2)] for word in _plain(body) if len(word) > _ALIKE}
    letters = "".join(word[0] for word in _plain(body) if word not in _SMALL)
    for words in map(_plain, proof):
        ends = [at for at, word in enumerate(words) if word == _plain(title)[-1]]
        near = [word for end in ends for word in words[max(0, end - _NEAR) : end + _NEAR + 1]]
        if any(word == letters or any(word.startswith(one) for one in wanted) for word in near):
            return True
    return False


_SMALL = frozenset({"of", "the", "and", "for"})


def _plain(text: str) -> list[str]:
    return [word for word in re.sub(r"[^\w\s]", "", text.lower().replace("-", " ")).split() if word] or [""]


def _exclude(one: Post, other: Post) -> bool:
    """Whether nobody is both at a time."""
    if one.whole and other.whole:
        return one != other
    if one.whole or other.whole:
        return _is_lower(one if other.whole else other, other if other.whole else one)
    return one.what != other.what


def _is_lower(post: Post, office: Post) -> bool:
    """Whether a post is certainly another than the office: a deputy's is, plain "minister" is not."""
    whole = load_roles().post(office.what)
    return (whole is None or whole.post != post.what) and not office.what.endswith(post.what)


def _stretch(post: Post, said: Sequence[_Said]) -> tuple[date, date]:
    days = [(one.first, one.last) for one in said if one.post == post]
    return min(first for first, _ in days), max(last for _, last in days)


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _conflict(one: _Said, other: _Said) -> Conflict:
    who = one.report.entry.name
    what = f"{outlet(one.report)} calls {who} {one.title}, {outlet(other.report)} {other.title} at the same time."
    return Conflict(kind="role", of="entity", thread=one.report.thread, what=what, left=one.report, right=other.report)


def _title(report: Report[Entity], office: Office) -> str:
    at = office.organisation
    if not at or name(report, at).lower() in office.title.lower():
        return office.title
    return f"{office.title} ({name(report, at)})"


@cache
def _offices() -> Offices:
    return load_offices()
