"""What is asked of a dossier's tables, in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import CTE, Connection, Row, Select, and_, case, exists, false, func, or_, select

from verbale.dossier.answers import Correction, Extent, Judgement, Kind, Matched, Ref, Report, Source
from verbale.dossier.store.fulltext import holding
from verbale.dossier.store.rows import report_of, source_of, text_in, unpacked
from verbale.dossier.store.schema import (
    ARTICLES,
    BANDS,
    CORRECTIONS,
    ENTRIES,
    ENTRY_PARTIES,
    JUDGEMENTS,
    KEYS,
    PARAGRAPHS,
    THREADS,
)
from verbale.record import Entry, Record

_MANY = 500
"""Numbers in one question: databases bound them."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries: every part that is given has to be met."""

    kinds: tuple[Kind, ...] = ()
    party: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    outlet: str | None = None
    located: str | None = None
    words: str = ""
    limit: int | None = None
    offset: int = 0
    """How many to pass over first."""
    latest: bool = False
    """Whether the latest come first, of which a limit then keeps some."""


class Reader:
    """The tables, to be asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def article_of(self, fingerprint: str) -> int | None:
        """The number of the article with that fingerprint."""
        number: int | None = self._one(select(ARTICLES.c.number).where(ARTICLES.c.fingerprint == fingerprint))
        return number

    def sources(self, numbers: Iterable[int] | None = None) -> dict[int, Source]:
        """The articles of those numbers, or all, by number."""
        rows = self._in(_SOURCES, ARTICLES.c.number, numbers)
        return {row.number: source_of(row) for row in rows}

    def versions(self, page: str) -> list[Source]:
        """The versions of a page, the first first."""
        query = _SOURCES.where(ARTICLES.c.page == page).order_by(ARTICLES.c.number)
        return [source_of(row) for row in self._connection.execute(query)]

    def page_of(self, number: int) -> str | None:
        """What the article shares with other versions of it."""
        page: str | None = self._one(select(ARTICLES.c.page).where(ARTICLES.c.number == number))
        return page

    def record(self, number: int) -> Record | None:
        """The record as the machine made it."""
        kept = self._one(select(ARTICLES.c.record).where(ARTICLES.c.number == number))
        return unpacked(kept) if kept is not None else None

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """The texts of articles by their numbers."""
        rows = self._in(select(ARTICLES.c.number, ARTICLES.c.record), ARTICLES.c.number, numbers)
        return {row.number: text_in(row.record) for row in rows}

    def sharing_bands(self, bands: Iterable[str], limit: int) -> list[int]:
        """The articles that share a band, those with most first."""
        shared = func.count().label("shared")
        query = select(BANDS.c.article).where(BANDS.c.band.in_(list(bands))).group_by(BANDS.c.article)
        query = query.order_by(shared.desc(), BANDS.c.article).limit(limit)
        return list(self._connection.scalars(query))

    def paragraphs(self, digests: Iterable[str], before: int) -> dict[str, tuple[int, int]]:
        """Where each paragraph first stood in an earlier article: its number, and where it begins in the text."""
        query = select(PARAGRAPHS).where(PARAGRAPHS.c.digest.in_(list(digests)), PARAGRAPHS.c.article < before)
        rows = self._connection.execute(query.order_by(PARAGRAPHS.c.article.desc()))
        return {row.digest: (row.article, row.start) for row in rows}

    def sharing_keys(self, keys: Iterable[str]) -> tuple[Report[Entry], ...]:
        """The entities that share a key: of each party an entry for each of its names."""
        numbers = list(self._connection.scalars(select(KEYS.c.entry).where(KEYS.c.key.in_(list(keys))).distinct()))
        return self.by_number(numbers)

    def near(
        self, kind: Kind, parties: Iterable[int], days: tuple[date, date], *, copied: int | None, limit: int
    ) -> tuple[Report[Entry], ...]:
        """Entries of a kind in those days that name one of the parties, and those of the copied article."""
        party = exists().where(ENTRY_PARTIES.c.entry == ENTRIES.c.number, ENTRY_PARTIES.c.party.in_(list(parties)))
        between = and_(ENTRIES.c.day >= days[0], ENTRIES.c.day <= days[1], party)
        chosen = between if copied is None else or_(between, ENTRIES.c.article == copied)
        query = select(ENTRIES.c.number).where(ENTRIES.c.kind == kind, ~ENTRIES.c.rejected, chosen)
        latest = self._connection.scalars(query.order_by(ENTRIES.c.day.desc(), ENTRIES.c.number.desc()).limit(limit))
        return self.by_number(list(latest))

    def at_place(self, article: int, kind: Kind, place: int) -> list[Row[Any]]:
        """The rows of an article's entries of a kind whose proof begins there."""
        query = select(ENTRIES).where(ENTRIES.c.article == article, ENTRIES.c.kind == kind, ENTRIES.c.place == place)
        return list(self._connection.execute(query.order_by(ENTRIES.c.number)))

    def number_of(self, ref: Ref) -> int | None:
        """The number of an entry."""
        chosen = and_(ENTRIES.c.article == ref.article, ENTRIES.c.entry == ref.entry)
        number: int | None = self._one(select(ENTRIES.c.number).where(chosen))
        return number

    def reports(self, wanted: Filter, meets: Callable[[str], bool] | None = None) -> tuple[Report[Entry], ...]:
        """The entries that are wanted, in the order of their days; of those alone whose words meet what is asked."""
        query = select(ENTRIES.c.number, ENTRIES.c.words).join(ARTICLES, ARTICLES.c.number == ENTRIES.c.article)
        query = query.where(*_conditions(wanted))
        if wanted.words:
            found = self._holding(wanted.words)
            if found is None:
                return ()
            query = query.join(found, found.c.entry == ENTRIES.c.number).order_by(found.c.entry.desc())
        elif wanted.latest:
            query = query.order_by(ENTRIES.c.day.desc(), ENTRIES.c.number.desc())
        else:
            query = query.order_by(ENTRIES.c.day, ENTRIES.c.number)
        if meets is None:
            return self.by_number(list(self._connection.scalars(query.limit(wanted.limit).offset(wanted.offset))))
        rows = (row.number for row in self._connection.execute(query) if meets(row.words))
        return self.by_number(list(islice(rows, wanted.limit)))

    def least_certain(self, kinds: Sequence[Kind], limit: int) -> tuple[Report[Entry], ...]:
        """Entries that nobody has corrected or accepted yet, the least certain first."""
        query = select(ENTRIES.c.number).where(~ENTRIES.c.seen, ENTRIES.c.kind.in_(kinds))
        query = query.order_by(ENTRIES.c.confidence, ENTRIES.c.number).limit(limit)
        return self.by_number(list(self._connection.scalars(query)))

    def thread_numbers(self, wanted: Filter, *, several: bool = False) -> list[int]:
        """The threads of which an entry is wanted, by their first days; of those with several reports alone."""
        query = select(THREADS.c.number).where(*self._thread_conditions(wanted))
        if several:
            query = query.where(THREADS.c.reports > 1)
        if wanted.latest:
            query = query.where(THREADS.c.day.is_not(None)).order_by(THREADS.c.day.desc(), THREADS.c.number.desc())
        else:
            query = query.order_by(THREADS.c.day.is_(None), THREADS.c.day, THREADS.c.number)
        return list(self._connection.scalars(query.limit(wanted.limit).offset(wanted.offset)))

    def threads_a_day(self, wanted: Filter) -> dict[date | None, int]:
        """How many of the threads of which an entry is wanted begin on each day, in the order of the days."""
        query = select(THREADS.c.day, func.count()).where(*self._thread_conditions(wanted)).group_by(THREADS.c.day)
        rows = self._connection.execute(query.order_by(THREADS.c.day.is_(None), THREADS.c.day))
        return {row[0]: row[1] for row in rows}

    def most_reported(self, kind: Kind, limit: int) -> list[int]:
        """The threads of a kind with most reports."""
        query = select(THREADS.c.number).where(THREADS.c.kind == kind).order_by(THREADS.c.reports.desc())
        return list(self._connection.scalars(query.order_by(THREADS.c.number).limit(limit)))

    def called(self, name: str, limit: int) -> list[int]:
        """The parties in whose names the words stand, those with most reports first."""
        wanted = name.lower()
        keyed = select(ENTRIES.c.thread).join(KEYS, KEYS.c.entry == ENTRIES.c.number)
        keyed = keyed.where(or_(KEYS.c.name.contains(wanted, autoescape=True), KEYS.c.key == f"name:{wanted}"))
        queries = [keyed]
        found = self._holding(f'"{name}"')
        if found is not None:
            said = select(ENTRIES.c.thread).join(found, found.c.entry == ENTRIES.c.number)
            queries.append(said.where(ENTRIES.c.kind == "entity").limit(_MANY))
        numbers = {number for query in queries for number in self._connection.scalars(query)}
        rows = self._in(select(THREADS.c.number, THREADS.c.reports), THREADS.c.number, numbers)
        return [row.number for row in sorted(rows, key=lambda row: (-row.reports, row.number))[:limit]]

    def named(self, name: str) -> int | None:
        """The party that an article calls just that; of several the one with most reports."""
        keyed = select(ENTRIES.c.thread).join(KEYS, KEYS.c.entry == ENTRIES.c.number).where(KEYS.c.name == name.lower())
        query = select(THREADS.c.number).where(THREADS.c.number.in_(keyed))
        number: int | None = self._one(query.order_by(THREADS.c.reports.desc(), THREADS.c.number).limit(1))
        return number

    def firsts(self, threads: Iterable[int]) -> dict[int, Report[Entry]]:
        """The first report of each of these threads."""
        wanted = set(threads)
        rows = self._in(
            select(ENTRIES.c.number).where(~ENTRIES.c.rejected, ENTRIES.c.thread == ENTRIES.c.number),
            ENTRIES.c.number,
            wanted,
        )
        found = {report.thread: report for report in self.by_number([row.number for row in rows])}
        # Where the first was rejected, the next.
        first = select(func.min(ENTRIES.c.number).label("number")).where(~ENTRIES.c.rejected)
        others = self._in(first.group_by(ENTRIES.c.thread), ENTRIES.c.thread, wanted - set(found))
        found |= {report.thread: report for report in self.by_number([row.number for row in others])}
        return found

    def reports_of(self, threads: Iterable[int]) -> dict[int, int]:
        """How many reports each of these threads has."""
        rows = self._in(select(THREADS.c.number, THREADS.c.reports), THREADS.c.number, threads)
        return {row.number: row.reports for row in rows}

    def articles_of(self, thread: int) -> int:
        """How many articles have a report of the thread."""
        query = select(func.count(ENTRIES.c.article.distinct())).where(ENTRIES.c.thread == thread, ~ENTRIES.c.rejected)
        return int(self._one(query) or 0)

    def some_of(self, thread: int, limit: int) -> tuple[Report[Entry], ...]:
        """The first reports of a thread."""
        query = select(ENTRIES.c.number).where(ENTRIES.c.thread == thread, ~ENTRIES.c.rejected)
        return self.by_number(list(self._connection.scalars(query.order_by(ENTRIES.c.number).limit(limit))))

    def extent(self) -> Extent:
        """How many articles there are, of how many outlets, and of which days."""
        told = ARTICLES.c
        row = self._connection.execute(
            select(
                func.count(),
                func.count(told.outlet.distinct()),
                func.count(told.witness.distinct()),
                func.min(told.published),
                func.max(told.published),
            )
        ).one()
        return Extent(articles=row[0], outlets=row[1], witnesses=row[2], first_day=row[3], last_day=row[4])

    def state(self) -> str:
        """Another one after every change that is kept."""
        counted = [
            select(func.count(), func.max(ARTICLES.c.number), func.max(ARTICLES.c.added)),
            *(
                select(func.count(), func.max(table.c.number), func.sum(case((table.c.withdrawn, 1), else_=0)))
                for table in (JUDGEMENTS, CORRECTIONS)
            ),
        ]
        return str([tuple(self._connection.execute(query).one()) for query in counted])

    def listed(self, offset: int, limit: int) -> list[Source]:
        """Articles, the latest first, those without a day of publication last."""
        query = _SOURCES.order_by(ARTICLES.c.published.is_(None), ARTICLES.c.published.desc())
        query = query.order_by(ARTICLES.c.number.desc()).limit(limit).offset(offset)
        return [source_of(row) for row in self._connection.execute(query)]

    def of_threads(self, numbers: Iterable[int]) -> tuple[Report[Entry], ...]:
        """All reports of these threads."""
        rows = self._in(select(ENTRIES.c.number).where(~ENTRIES.c.rejected), ENTRIES.c.thread, numbers)
        return self.by_number([row.number for row in rows])

    def of_article(self, number: int) -> tuple[Report[Entry], ...]:
        """All reports of an article."""
        query = select(ENTRIES.c.number).where(ENTRIES.c.article == number, ~ENTRIES.c.rejected)
        return self.by_number(list(self._connection.scalars(query.order_by(ENTRIES.c.number))))

    def by_number(self, numbers: Sequence[int]) -> tuple[Report[Entry], ...]:
        """The reports of the entries of those numbers, in that order."""
        rows = {row.number: row for row in self._in(_ENTRY, ENTRIES.c.number, numbers)}
        sources = self.sources({row.article for row in rows.values()})
        parties: dict[int, dict[str, int]] = {}
        for row in self._in(_NAMED, ENTRY_PARTIES.c.entry, rows):
            parties.setdefault(row.entry, {})[row.entity] = row.party
        earlier = self._refs({row.background for row in rows.values() if row.background is not None})
        kept = [rows[number] for number in numbers if number in rows]
        return tuple(
            report_of(row, sources[row.article], parties.get(row.number, {}), earlier.get(row.background))
            for row in kept
        )

    def judgements(self, kind: Matched | None = None, refs: Iterable[Ref] | None = None) -> tuple[Judgement, ...]:
        """The judgements, withdrawn ones too; of a kind, or on these entries."""
        query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.number)
        if kind is not None:
            query = query.where(JUDGEMENTS.c.kind == kind)
        if refs is None:
            return tuple(_judgement(row) for row in self._connection.execute(query))
        wanted = set(refs)
        articles = {ref.article for ref in wanted}
        found = {row.number: _judgement(row) for row in self._in(query, JUDGEMENTS.c.left_article, articles)}
        found |= {row.number: _judgement(row) for row in self._in(query, JUDGEMENTS.c.right_article, articles)}
        return tuple(one for _, one in sorted(found.items()) if {one.left, one.right} & wanted)

    def corrections(self, fingerprint: str | None = None) -> tuple[Correction, ...]:
        """The corrections, withdrawn ones too; of one article."""
        query = select(CORRECTIONS).order_by(CORRECTIONS.c.number)
        if fingerprint is not None:
            query = query.where(CORRECTIONS.c.fingerprint == fingerprint)
        return tuple(Correction.model_validate(dict(row._mapping)) for row in self._connection.execute(query))

    def _holding(self, words: str) -> CTE | None:
        """The entries that hold the words: looked up first, since to ask the index for each entry takes long."""
        found = holding(self._connection, words)
        if found is None:
            return None
        return found.columns(ENTRIES.c.number.label("entry")).cte("found").prefix_with("MATERIALIZED")

    def _thread_conditions(self, wanted: Filter) -> list[Any]:
        """By the threads themselves where that will do, otherwise by their entries: one within the days is enough."""
        if replace(wanted, kinds=(), limit=None, offset=0, latest=False) == Filter():
            return [THREADS.c.kind.in_(wanted.kinds), THREADS.c.reports > 0]
        inner = select(ENTRIES.c.thread).join(ARTICLES, ARTICLES.c.number == ENTRIES.c.article)
        inner = inner.where(*_conditions(wanted))
        if wanted.words:
            found = self._holding(wanted.words)
            if found is None:
                return [false()]
            inner = inner.join(found, found.c.entry == ENTRIES.c.number)
        return [THREADS.c.number.in_(inner)]

    def _refs(self, numbers: Iterable[int]) -> dict[int, Ref]:
        rows = self._in(select(ENTRIES.c.number, ENTRIES.c.article, ENTRIES.c.entry), ENTRIES.c.number, numbers)
        return {row.number: Ref(row.article, row.entry) for row in rows}

    def _one(self, query: Select[Any]) -> Any:
        return self._connection.execute(query).scalar_one_or_none()

    def _in(self, query: Select[Any], column: Any, values: Iterable[Any] | None) -> list[Row[Any]]:
        """The rows whose column has one of the values, in as many questions as they need; all, where none are given."""
        if values is None:
            return list(self._connection.execute(query.order_by(column)))
        every = sorted(set(values))
        found: list[Row[Any]] = []
        for start in range(0, len(every), _MANY):
            some = query.where(column.in_(every[start : start + _MANY])).order_by(column)
            found += self._connection.execute(some).all()
        return found


_SOURCE = [one for one in ARTICLES.c if one.name != "record"]
# Put together once: they are asked several times an article, with many columns each.
_SOURCES, _ENTRY, _NAMED = select(*_SOURCE), select(ENTRIES), select(ENTRY_PARTIES)


_AGAIN = ENTRIES.alias("again")


def _conditions(wanted: Filter) -> list[Any]:
    out: list[Any] = [~ENTRIES.c.rejected]
    if wanted.kinds:
        out.append(ENTRIES.c.kind.in_(wanted.kinds))
    if wanted.party is not None:
        naming = select(ENTRY_PARTIES.c.entry).where(ENTRY_PARTIES.c.party == wanted.party)
        own = select(_AGAIN.c.number).where(_AGAIN.c.thread == wanted.party)
        out.append(ENTRIES.c.number.in_(naming.union_all(own)))  # one list, which an "or" would make of the whole table
    if wanted.first_day is not None:
        out.append(func.coalesce(ENTRIES.c.last_day, ENTRIES.c.day) >= wanted.first_day)
        out.append(ENTRIES.c.day >= wanted.first_day - timedelta(days=366))  # so that the index helps
    if wanted.last_day is not None:
        out.append(ENTRIES.c.day <= wanted.last_day)
    if wanted.outlet is not None:
        out.append(func.lower(ARTICLES.c.outlet).contains(wanted.outlet.lower(), autoescape=True))
    if wanted.located is not None:
        out.append(ENTRIES.c.located.contains(wanted.located.lower(), autoescape=True))
    return out


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        number=row.number,
        kind=row.kind,
        left=Ref(row.left_article, row.left_entry),
        right=Ref(row.right_article, row.right_entry),
        same=row.same,
        score=row.score,
        reason=row.reason,
        by=row.by,
        at=row.at,
        withdrawn=row.withdrawn,
    )
