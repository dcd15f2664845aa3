"""A dossier: many articles, one record; what agrees in it, what conflicts, and what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

from verbale.dossier.adding import add_article
from verbale.dossier.answers import (
    Added,
    Change,
    Conflict,
    Correction,
    Example,
    Extent,
    Judgement,
    Kind,
    Matched,
    Party,
    Query,
    Report,
    Source,
    Thread,
)
from verbale.dossier.changes import changes_of, same_issue
from verbale.dossier.conflicts import told_once
from verbale.dossier.correcting import correct, examples, reapply, withdraw_correction
from verbale.dossier.joining import conflicts_in, grouped, party_of, record_of, threads_of
from verbale.dossier.judging import judge, withdraw
from verbale.dossier.store import Store
from verbale.dossier.store.reader import Filter, Reader
from verbale.errors import OptionError
from verbale.record import Entity, Entry, Record

MOST = 200
"""Threads of a timeline, unless told otherwise."""
TIMED: tuple[Kind, ...] = ("event", "round")
"""The kinds of which a timeline tells."""
DISPUTED: tuple[Kind, ...] = ("round", "event", "document", "statement", "entity")
"""The kinds of which articles can tell otherwise."""


class Dossier:
    """Many articles and what is one in them; to be used in a `with` block.

    Every method is one transaction: it sees the dossier as it is when it is called, whoever else adds to it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """Opens the dossier in a file, or in the database of a `postgresql://` address.

        Raises `DossierError` where it isn't there (and not to be made), is none, is damaged, or is a newer Verbale's.
        """
        return cls(Store(where, create=create))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or the server."""
        self._store.close()

    def add(self, record: Record, *, at: datetime | None = None, again: bool = False) -> Added:
        """Adds an article. When this returns, it is kept; an article that is there already is left as it is.

        `again` puts a new reading of the same article in the place of the one before: what people judged and corrected
        is laid over it again.
        """
        now = _now(at)
        with self._store.writing() as store:
            added = add_article(store, record, now, again=again)
            reapply(store, added.article)
            return added

    def articles(self) -> tuple[Source, ...]:
        """All articles, in the order in which they were added."""
        with self._store.reading() as store:
            return tuple(store.sources().values())

    def has(self, fingerprint: str) -> bool:
        """Whether an article with this fingerprint is in it."""
        with self._store.reading() as store:
            return store.article_of(fingerprint) is not None

    def record(self, article: int) -> Record:
        """The record of an article, with people's corrections laid over. Raises `OptionError` for an unknown number."""
        with self._store.reading() as store:
            return record_of(_known_record(store, article), store.of_article(article))

    def extent(self) -> Extent:
        """How many articles there are, of how many outlets, and of which days."""
        with self._store.reading() as store:
            return store.extent()

    def state(self) -> str:
        """Another one after every change: what was worked out of the dossier holds as long as it is the same."""
        with self._store.reading() as store:
            return store.state()

    def latest_articles(self, *, offset: int = 0, limit: int = MOST) -> tuple[Source, ...]:
        """Articles, the latest first."""
        with self._store.reading() as store:
            return tuple(store.listed(offset, limit))

    def parties(self, *, limit: int | None = None) -> tuple[Party, ...]:
        """All that the articles speak of, those of most articles first; with a limit, only by their first names."""
        with self._store.reading() as store:
            if limit is not None:
                firsts = store.firsts(store.most_reported("entity", limit))
                found = [_counted(store, [first], number) for number, first in firsts.items()]
            else:
                reports = store.of_threads(store.thread_numbers(Filter(kinds=("entity",))))
                found = [party_of(some) for some in grouped(reports).values()]
        return tuple(sorted(found, key=lambda one: (-one.articles, one.number)))

    def party(self, name: str) -> Party | None:
        """The party of that name or number: of several with the name, the one in most articles."""
        wanted = name.strip().casefold()
        with self._store.reading() as store:
            if wanted.isdecimal():
                first = store.firsts([int(wanted)]).get(int(wanted)) if len(wanted) < _DIGITS else None
                return _known_party(store, first.thread) if first and isinstance(first.entry, Entity) else None
            within: Party | None = None
            for number in store.called(name.strip(), _NAMESAKES):
                known = _known_party(store, number)
                names = [one.casefold() for one in known.names]
                if wanted in names:
                    return known
                if within is None and any(wanted in one for one in names):
                    within = known
        return within

    def parties_in(self, reports: Iterable[Report[Entry]]) -> tuple[Party, ...]:
        """The parties that the reports name, or are of, each by its name in the first article that speaks of it.

        In how many articles it is, is told by its reports, one an article.
        """
        every = tuple(reports)
        numbers = {number for one in every for number in one.parties.values()}
        numbers |= {one.thread for one in every if isinstance(one.entry, Entity)}
        with self._store.reading() as store:
            counts = store.reports_of(numbers)
            firsts = sorted(store.firsts(numbers).items())
        return tuple(party_of([one]).model_copy(update={"articles": counts[number]}) for number, one in firsts)

    def reports(
        self,
        kind: Kind,
        *,
        party: int | None = None,
        first_day: date | None = None,
        last_day: date | None = None,
        limit: int | None = None,
    ) -> tuple[Report[Entry], ...]:
        """The entries of a kind as each article has them, by day."""
        with self._store.reading() as store:
            return store.reports(Filter((kind,), party, first_day, last_day, limit=limit))

    def threads(
        self,
        kind: Kind,
        *,
        party: int | None = None,
        first_day: date | None = None,
        last_day: date | None = None,
        limit: int | None = None,
    ) -> tuple[Thread[Entry], ...]:
        """What is one in the articles, with all its reports, by day."""
        return self._threads(Filter((kind,), party, first_day, last_day, limit=limit))

    def timeline(
        self,
        *,
        party: int | None = None,
        first_day: date | None = None,
        last_day: date | None = None,
        limit: int | None = MOST,
    ) -> tuple[Thread[Entry], ...]:
        """Events and rounds by day."""
        return self._threads(Filter(TIMED, party, first_day, last_day, limit=limit))

    def happenings(self, query: Query, *, offset: int = 0) -> tuple[Thread[Entry], ...]:
        """What meets the query of the timeline's kinds, by day; as many as the query's limit, after those passed over.

        Raises `OptionError` for a party of which no article speaks.
        """
        return self._threads(replace(self._filter(query, TIMED), offset=offset, limit=query.limit))

    def days(self, query: Query) -> Mapping[date | None, int]:
        """How many such there are on each day, in the order of the days; at the end those without."""
        wanted = self._filter(query, TIMED)
        with self._store.reading() as store:
            return store.threads_a_day(wanted)

    def _number_of(self, party: str) -> int:
        """The party's number, without all its names where one is just what was asked for."""
        if not party.strip().isdecimal():
            with self._store.reading() as store:
                named = store.named(party.strip())
            if named is not None:
                return named
        found = self.party(party)
        if found is None:
            raise OptionError("no article speaks of it", where=party, remedy="look for another name of it")
        return found.number

    def _filter(self, query: Query, kinds: tuple[Kind, ...]) -> Filter:
        party = self._number_of(query.party) if query.party is not None else None
        return Filter(
            kinds=(query.kind,) if query.kind is not None else kinds,
            party=party,
            first_day=query.first_day,
            last_day=query.last_day,
            outlet=query.outlet,
            located=query.place,
            words=query.words,
        )

    def latest(self, kind: Kind, *, party: int | None = None, limit: int) -> tuple[Report[Entry], ...]:
        """The latest entries of a kind, the latest first."""
        with self._store.reading() as store:
            return store.reports(Filter((kind,), party, limit=limit, latest=True))

    def latest_threads(
        self, kind: Kind, *, party: int | None = None, several: bool = False, limit: int
    ) -> tuple[Thread[Entry], ...]:
        """The latest dated threads of a kind, the latest first; of those with several reports alone."""
        return self._threads(Filter((kind,), party, limit=limit, latest=True), several=several)

    def of_article(self, article: int) -> tuple[Report[Entry], ...]:
        """All entries of an article, corrections laid over. Raises `OptionError` for an unknown number."""
        with self._store.reading() as store:
            if not store.sources([article]):
                raise _unknown(article)
            return store.of_article(article)

    def told_elsewhere(self, reports: Iterable[Report[Entry]]) -> Mapping[int, int]:
        """How many reports there are of what each of these is a report of, by thread."""
        with self._store.reading() as store:
            return store.reports_of({one.thread for one in reports})

    def thread(self, number: int) -> Thread[Entry]:
        """What is one, with all its reports. Raises `OptionError` for an unknown number."""
        with self._store.reading() as store:
            found = threads_of([number], store.of_threads([number]))
        if not found:
            raise OptionError("there is no such entry", where=str(number))
        return found[0]

    def _threads(self, wanted: Filter, *, several: bool = False) -> tuple[Thread[Entry], ...]:
        with self._store.reading() as store:
            numbers = store.thread_numbers(wanted, several=several)
            return threads_of(numbers, store.of_threads(numbers))

    def find(self, query: Query) -> tuple[Report[Entry], ...]:
        """The entries that meet every part of the query: those with its words by the last added, else by day."""
        try:
            asked = self._filter(query, ())
        except OptionError:
            return ()
        issue = None if query.issue is None else partial(same_issue, query.issue)
        with self._store.reading() as store:
            return store.reports(replace(asked, limit=query.limit, latest=True), issue)

    def queue(self, *, limit: int = 50) -> tuple[Report[Entry], ...]:
        """What to look at first: entries that nobody has corrected or accepted, the least certain first."""
        with self._store.reading() as store:
            return store.least_certain(_CHECKED, limit)

    def conflicts(self, *, latest: int | None = None, kinds: Sequence[Kind] = DISPUTED) -> tuple[Conflict, ...]:
        """What the articles say against one another, by the day of what it is about.

        `latest`: only in so many threads of a kind, those of the last days; of a party, in its first reports.
        """
        threads = (thread for kind in kinds for thread in self._several(kind, latest))
        return told_once([conflict for thread in threads for conflict in conflicts_in(thread)])

    def _several(self, kind: Kind, latest: int | None) -> tuple[Thread[Entry], ...]:
        wanted = Filter((kind,), limit=latest, latest=latest is not None)
        if latest is None or kind != "entity":
            return self._threads(wanted, several=True)
        with self._store.reading() as store:
            numbers = store.thread_numbers(wanted, several=True)
            return threads_of(numbers, [one for number in numbers for one in store.some_of(number, _SEVERAL)])

    def changes(self, *, latest: int | None = None) -> tuple[Change, ...]:
        """What was otherwise before: positions, demands, forecasts.

        `latest`: only of so many entries of a kind, those of the last days.
        """
        with self._store.reading() as store:

            def some(*kinds: Kind) -> Any:
                return store.reports(Filter(kinds, limit=latest, latest=latest is not None))

            positions, moves, forecasts, happenings = some("position"), some("move"), some("forecast"), some(*TIMED)
        return changes_of(positions, moves, forecasts, happenings)

    def judgements(self, *, kind: Matched | None = None, thread: int | None = None) -> tuple[Judgement, ...]:
        """Why what is one is one, withdrawn judgements too; of a kind, or of one thread."""
        with self._store.reading() as store:
            refs = None if thread is None else [one.ref for one in store.of_threads([thread])]
            return store.judgements(kind, refs)

    def judge(self, judgement: Judgement) -> Judgement:
        """Keeps a person's judgement that two are the same or are not; what is one follows from it at once."""
        with self._store.writing() as store:
            return judge(store, judgement, _now(judgement.at))

    def withdraw(self, number: int) -> None:
        """Takes a judgement back, a person's or the machine's; what is one is worked out anew."""
        with self._store.writing() as store:
            withdraw(store, number)

    def corrections(self, article: int | None = None) -> tuple[Correction, ...]:
        """What people changed, withdrawn corrections too."""
        with self._store.reading() as store:
            if article is None:
                return store.corrections()
            return store.corrections(_known_record(store, article).article.fingerprint)

    def correct(self, correction: Correction) -> Correction:
        """Lays a person's correction over the machine's record. Raises `OptionError` where it doesn't fit."""
        with self._store.writing() as store:
            return correct(store, correction)

    def withdraw_correction(self, number: int) -> None:
        """Takes a correction back."""
        with self._store.writing() as store:
            withdraw_correction(store, number)

    def examples(self) -> tuple[Example, ...]:
        """What people made of entries, beside what the machine had, in the order of the articles."""
        with self._store.reading() as store:
            return tuple(examples(store))

    def versions(self, article: int) -> tuple[Source, ...]:
        """The versions of an article's page, the first first; of a page that is known once, that one."""
        with self._store.reading() as store:
            page = store.page_of(article)
            return tuple(store.versions(page)) if page is not None else tuple(store.sources([article]).values())

    def gone(self, article: int) -> tuple[Report[Entry], ...]:
        """Entries of the version before this one whose sentence no longer stands on the page."""
        with self._store.reading() as store:
            page = store.page_of(article)
            before = [one.article for one in store.versions(page) if one.article < article] if page is not None else []
            if not before:
                return ()
            text = _known_record(store, article).article.text
            return tuple(one for one in store.of_article(before[-1]) if any(each not in text for each in one.proof))

    def faults(self) -> tuple[str, ...]:
        """What the database finds damaged in itself; nothing where all is well."""
        return self._store.faults()


_CHECKED: tuple[Kind, ...] = ("statement", "event", "round", "document", "provision", "move", "forecast", "position")
_SEVERAL = 300
"""Reports of a party, of which its names are taken."""
_NAMESAKES = 20
_DIGITS = 10


def _known_record(store: Reader, article: int) -> Record:
    record = store.record(article)
    if record is None:
        raise _unknown(article)
    return record


def _unknown(article: int) -> OptionError:
    return OptionError("there is no such article", where=str(article), remedy="verbale articles lists them")


def _known_party(store: Reader, number: int) -> Party:
    """Of one that is in many articles, with the names that the first of them have for it."""
    return _counted(store, store.some_of(number, _SEVERAL), number)


def _counted(store: Reader, reports: Sequence[Report[Entry]], number: int) -> Party:
    return party_of(reports).model_copy(update={"articles": store.articles_of(number)})


def _now(at: datetime | None) -> datetime:
    return at or datetime.now(UTC)  # noqa: TID251 when somebody added or judged is no part of a record
