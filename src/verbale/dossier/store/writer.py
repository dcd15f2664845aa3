"""What is written to a dossier's tables, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from verbale.dossier.answers import Correction, Judgement, Kind, Ref
from verbale.dossier.store.fulltext import forget_words, index_words
from verbale.dossier.store.reader import Reader
from verbale.dossier.store.rows import EntryRow, packed
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
from verbale.record import Record


class Writer(Reader):
    """The tables, to be asked and written."""

    def put_article(self, record: Record, page: str | None, at: datetime) -> int:
        """Enters an article without its entries; gives its number. It is its own witness until told."""
        article = record.article
        number = (self._one(select(func.max(ARTICLES.c.number))) or 0) + 1
        self._connection.execute(
            insert(ARTICLES).values(
                number=number,
                fingerprint=article.fingerprint,
                page=page,
                title=article.title,
                outlet=article.outlet,
                url=article.url,
                published=article.published,
                witness=number,
                added=at,
                record=packed(record),
            )
        )
        return number

    def replace_record(self, number: int, record: Record) -> None:
        """Keeps another reading of the same article, and forgets the entries of the one before."""
        self._connection.execute(update(ARTICLES).where(ARTICLES.c.number == number).values(record=packed(record)))
        entries = select(ENTRIES.c.number).where(ENTRIES.c.article == number)
        numbers = list(self._connection.scalars(entries))
        threads = set(self._connection.scalars(select(ENTRIES.c.thread).where(ENTRIES.c.article == number)))
        forget_words(self._connection, numbers)
        for table in (ENTRY_PARTIES, KEYS):
            self._connection.execute(delete(table).where(table.c.entry.in_(entries)))
        for table in (BANDS, PARAGRAPHS, ENTRIES):
            self._connection.execute(delete(table).where(table.c.article == number))
        self.count(threads)

    def link_versions(self, number: int, first: int, before: int) -> None:
        """The article is a later version of the page of `first`; the one before it is replaced by it."""
        self._set_article(number, version_of=first)
        self._set_article(before, replaced_by=number)

    def set_witness(self, number: int, witness: int) -> None:
        """Of which article it is a copy."""
        self._set_article(number, witness=witness)

    def _set_article(self, number: int, **values: object) -> None:
        self._connection.execute(update(ARTICLES).where(ARTICLES.c.number == number).values(**values))

    def put_bands(self, number: int, bands: Iterable[str]) -> None:
        """By what copies of the article are looked for."""
        self._put(BANDS, [{"band": band, "article": number} for band in dict.fromkeys(bands)])

    def put_paragraphs(self, number: int, starts: Mapping[str, int]) -> None:
        """The article's paragraphs by their digests, with their places in the text."""
        self._put(PARAGRAPHS, [{"digest": one, "article": number, "start": start} for one, start in starts.items()])

    def next_entry(self) -> int:
        """The number that the next entry gets."""
        return int(self._one(select(func.max(ENTRIES.c.number))) or 0) + 1

    def put_entries(
        self, article: int, rows: Sequence[tuple[int, int, EntryRow, Mapping[str, int], int | None]]
    ) -> None:
        """Enters entries of an article: number, thread, what they hold, their parties, whose paragraph they repeat."""
        published = self._one(select(ARTICLES.c.published).where(ARTICLES.c.number == article))
        self._put(
            ENTRIES,
            [
                {
                    **row.columns(),
                    "number": number,
                    "article": article,
                    "thread": thread,
                    "day": row.first_day or published,
                    "background": background,
                    "seen": False,
                    "corrected": False,
                    "rejected": False,
                }
                for number, thread, row, _, background in rows
            ],
        )
        self._put(
            ENTRY_PARTIES,
            [
                {"entry": number, "entity": entity, "party": party}
                for number, _, _, parties, _ in rows
                for entity, party in parties.items()
            ],
        )
        index_words(self._connection, [(number, _said(row)) for number, _, row, _, _ in rows])
        self._count_more([(thread, row.kind, row.first_day or published) for _, thread, row, _, _ in rows])

    def put_keys(self, entities: Iterable[tuple[int, Iterable[str], str]]) -> None:
        """By what entities are looked for: of each its number, its keys and its name."""
        rows = [{"key": key, "entry": entry, "name": name} for entry, keys, name in entities for key in sorted(keys)]
        self._put(KEYS, rows)

    def count(self, threads: Iterable[int]) -> None:
        """Brings the threads' first days and their numbers of reports up to date."""
        numbers = sorted(set(threads))
        self._connection.execute(delete(THREADS).where(THREADS.c.number.in_(numbers)))
        query = select(ENTRIES.c.thread, ENTRIES.c.kind, func.min(ENTRIES.c.day), func.count())
        query = query.where(ENTRIES.c.thread.in_(numbers), ~ENTRIES.c.rejected)
        rows = self._connection.execute(query.group_by(ENTRIES.c.thread, ENTRIES.c.kind))
        self._put(THREADS, [{"number": n, "kind": kind, "day": day, "reports": count} for n, kind, day, count in rows])

    def _count_more(self, entered: Iterable[tuple[int, Kind, date | None]]) -> None:
        """The same for threads that got reports, without looking at those that they have already."""
        told: dict[int, list[tuple[Kind, date | None]]] = {}
        for number, kind, day in entered:
            told.setdefault(number, []).append((kind, day))
        known = {row.number: row for row in self._in(select(THREADS), THREADS.c.number, told)}
        self._connection.execute(delete(THREADS).where(THREADS.c.number.in_(list(known))))
        self._put(THREADS, [_thread_row(number, more, known.get(number)) for number, more in told.items()])

    def put_judgements(self, judgements: Sequence[Judgement], at: datetime) -> int:
        """Keeps judgements; gives the number of the first."""
        first = (self._one(select(func.max(JUDGEMENTS.c.number))) or 0) + 1
        self._put(JUDGEMENTS, [_judged(one, number, at) for number, one in enumerate(judgements, first)])
        return int(first)

    def withdraw_judgement(self, number: int) -> None:
        """Takes a judgement back; it stays to be seen."""
        self._connection.execute(update(JUDGEMENTS).where(JUDGEMENTS.c.number == number).values(withdrawn=True))

    def move_to_threads(self, threads: Mapping[Ref, Ref], kind: Kind) -> None:
        """Puts each entry into the thread of the first of its cluster; parties follow their entities."""
        before = {ref: (number, self._thread(number)) for ref in threads if (number := self.number_of(ref))}
        after = {ref: before[first][0] for ref, first in threads.items() if ref in before and first in before}
        for ref, thread in after.items():
            number, old = before[ref]
            if thread == old:
                continue
            self._connection.execute(update(ENTRIES).where(ENTRIES.c.number == number).values(thread=thread))
            if kind == "entity":
                of_article = select(ENTRIES.c.number).where(ENTRIES.c.article == ref.article)
                named = (ENTRY_PARTIES.c.entity == ref.entry, ENTRY_PARTIES.c.entry.in_(of_article))
                self._connection.execute(update(ENTRY_PARTIES).where(*named).values(party=thread))
        self.count({*after.values(), *(old for _, old in before.values())})

    def _thread(self, number: int) -> int:
        return int(self._one(select(ENTRIES.c.thread).where(ENTRIES.c.number == number)))

    def put_correction(self, correction: Correction) -> int:
        """Keeps a correction; gives its number."""
        number = (self._one(select(func.max(CORRECTIONS.c.number))) or 0) + 1
        self._connection.execute(insert(CORRECTIONS).values(**{**correction.model_dump(), "number": number}))
        return number

    def withdraw_correction(self, number: int) -> None:
        """Takes a correction back; it stays to be seen."""
        self._connection.execute(update(CORRECTIONS).where(CORRECTIONS.c.number == number).values(withdrawn=True))

    def lay_over(self, number: int, row: EntryRow, day: date | None, marks: Mapping[str, bool]) -> None:
        """Shows an entry as corrected, or again as the machine has it; marks it as seen, corrected and rejected."""
        given = {**row.columns(), "day": day, **marks}
        self._connection.execute(update(ENTRIES).where(ENTRIES.c.number == number).values(**given))
        forget_words(self._connection, [number])
        if not marks["rejected"]:
            index_words(self._connection, [(number, _said(row))])
        self.count([self._thread(number)])

    def drop_entry(self, number: int) -> None:
        """Forgets an entry that a person had added."""
        thread = self._thread(number)
        forget_words(self._connection, [number])
        for table in (ENTRY_PARTIES, KEYS):
            self._connection.execute(delete(table).where(table.c.entry == number))
        self._connection.execute(delete(ENTRIES).where(ENTRIES.c.number == number))
        self.count([thread])

    def set_parties(self, number: int, parties: Mapping[str, int]) -> None:
        """The parties that an entry names."""
        self._connection.execute(delete(ENTRY_PARTIES).where(ENTRY_PARTIES.c.entry == number))
        self._put(ENTRY_PARTIES, [{"entry": number, "entity": one, "party": party} for one, party in parties.items()])

    def parties_of(self, article: int) -> dict[str, int]:
        """The party number of each entity of an article."""
        query = select(ENTRIES.c.entry, ENTRIES.c.thread).where(
            ENTRIES.c.article == article, ENTRIES.c.kind == "entity"
        )
        return {row.entry: row.thread for row in self._connection.execute(query)}

    def _put(self, table: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def _thread_row(number: int, more: Sequence[tuple[Kind, date | None]], known: Row[Any] | None) -> dict[str, Any]:
    """The row of a thread with so many more reports, each of a kind and a day."""
    days = [day for _, day in more if day is not None]
    if known is not None and known.day is not None:
        days.append(known.day)
    reports = len(more) + (known.reports if known is not None else 0)
    return {"number": number, "kind": more[0][0], "day": min(days, default=None), "reports": reports}


def _judged(judgement: Judgement, number: int, at: datetime) -> dict[str, Any]:
    """The row of a judgement."""
    left, right = judgement.left, judgement.right
    return {
        **judgement.model_dump(exclude={"left", "right"}),
        "number": number,
        "at": judgement.at or at,
        "left_article": left.article,
        "left_entry": left.entry,
        "right_article": right.article,
        "right_entry": right.entry,
    }


def _said(row: EntryRow) -> str:
    """The words by which the entry is found: its own, its proof's and the names in it."""
    names = (one.name for one in row.named.values())
    return " \n".join((row.words, *row.proof, *names))
