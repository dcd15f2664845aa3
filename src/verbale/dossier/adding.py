"""An article joins a dossier: whose copy it is, what of it is known already, and what is new.

Everything happens in the one transaction that is handed in. What it costs depends on how much was reported of the same
parties in the same days, not on how large the dossier is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from verbale.article import Article
from verbale.dossier.answers import Added, Judgement, Kind, Ref, Report, Source
from verbale.dossier.matching import (
    Told,
    bands_of,
    keys_of,
    same_article,
    same_document,
    same_entity,
    same_event,
    same_round,
    same_statement,
    sketch_of,
)
from verbale.dossier.store.rows import EntryRow, entry_rows, fresh_report, paragraphs
from verbale.dossier.store.writer import Writer
from verbale.record import Entity, Entry, Record
from verbale.spans import Span

NEAR: Mapping[Kind, int] = {"statement": 10, "event": 10, "round": 45, "document": 45}
"""Days around an entry's own in which another article's may be the same; of papers and rounds, dates differ by more."""
MOST = 150
"""Candidates that are compared, the latest first."""
COPIES = 20
"""Articles that are compared with a new one, those with most bands in common first."""

_TRACKING = ("utm_", "fbclid", "gclid", "mc_", "cmp", "ref", "source", "share")
"""How the names of parameters begin that tell from where somebody came to a page."""

Same = Callable[[Any, Sequence[Any]], Judgement | None]
_SAME: Mapping[Kind, Same] = {
    "statement": same_statement,
    "event": same_event,
    "round": same_round,
    "document": same_document,
}


def add_article(store: Writer, record: Record, at: datetime, *, again: bool = False) -> Added:
    """Adds an article, or does nothing where it is there already.

    `again` puts another reading of the same article in the place of the first; what people judged and corrected stays.
    """
    known = store.article_of(record.article.fingerprint)
    if known is not None and not again:
        return Added(article=known, fate="known", copy_of=_copied(store, known))
    page = page_of(record.article)
    earlier = store.versions(page) if page is not None else []
    if known is None:
        number = store.put_article(record, page, at)
        if earlier:
            store.link_versions(number, earlier[0].article, earlier[-1].article)
    else:
        number = known
        store.replace_record(number, record)
    joining = _Joining(store, record, number, at)
    copied = joining.find_copied({one.article for one in earlier})
    joining.join()
    fate: Literal["new", "known", "version"] = "known" if known is not None else "version" if earlier else "new"
    return Added(article=number, fate=fate, copy_of=copied)


def page_of(article: Article) -> str | None:
    """What versions of one page share: the address, or the outlet, with the article's id.

    Of an address the scheme, the part behind "#" and what tells from where somebody came are left out. The entries of
    a live blog have one address, and ids of their own.
    """
    if article.url is not None:
        parts = urlsplit(article.url)
        query = urlencode([pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(_TRACKING)])
        address = f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{f'?{query}' if query else ''}"
        return f"{address}\x1f{article.id}" if article.id else address
    return f"{article.outlet}\x1f{article.id}".lower() if article.outlet and article.id else None


def _copied(store: Writer, number: int) -> int | None:
    witness = store.sources([number])[number].witness
    return None if witness == number else witness


@dataclass
class _Joining:
    """One article on its way into the dossier."""

    store: Writer
    record: Record
    number: int
    at: datetime
    _parties: dict[str, int] = field(default_factory=dict)
    """The party number of each of its entities so far."""
    _rows: list[tuple[int, int, EntryRow, Mapping[str, int], int | None]] = field(default_factory=list)
    _judgements: list[Judgement] = field(default_factory=list)

    def find_copied(self, versions: set[int]) -> int | None:
        """The article of which this one is a copy; other versions of its page are none."""
        text = self.record.article.text
        bands = bands_of(sketch_of(text))
        others = [one for one in self.store.sharing_bands(bands, COPIES) if one not in versions | {self.number}]
        self.store.put_bands(self.number, bands)
        told = [Told(Ref(one), known) for one, known in sorted(self.store.texts(others).items())]
        judgement = same_article(Told(Ref(self.number), text), told)
        if judgement is None:
            return None
        self.store.put_judgements([judgement], self.at)
        witness = self.store.sources([judgement.left.article])[judgement.left.article].witness
        self.store.set_witness(self.number, witness)
        return judgement.left.article

    def join(self) -> None:
        """Enters all entries, each in the thread of what it is a report of."""
        source = self.store.sources([self.number])[self.number]
        rows = list(entry_rows(self.record))
        repeated = self._repeated(source)
        number = self.store.next_entry()
        keys: list[tuple[int, frozenset[str], str]] = []
        for kind, some in _by_kind(rows):
            known = self._known(kind, some, source)
            for row in some:
                parties = self._named(row)
                thread, background = number, None
                report = fresh_report(row, source, parties)
                earlier = repeated(row)
                if earlier is not None and kind != "entity":
                    background, thread = earlier
                elif kind == "entity":
                    thread, fresh = self._entity(report, known, number)
                    self._parties[row.entry.id] = thread
                    if fresh and isinstance(row.entry, Entity):
                        keys.append((number, keys_of(row.entry), row.entry.name.lower()))
                elif (same := _SAME.get(kind)) is not None:
                    thread = self._thread(same(report, known), known, number)
                self._rows.append((number, thread, row, parties, background))
                number += 1
        self.store.put_entries(self.number, self._rows)
        self.store.put_judgements(self._judgements, self.at)
        self.store.put_keys(keys)

    def _named(self, row: EntryRow) -> dict[str, int]:
        return {id_: self._parties[id_] for id_ in row.named if id_ in self._parties}

    def _known(self, kind: Kind, rows: Sequence[EntryRow], source: Source) -> list[Report[Entry]]:
        """What the dossier has that may be one of these."""
        if kind == "entity":
            keys = {key for row in rows if isinstance(row.entry, Entity) for key in keys_of(row.entry)}
            return [one for one in self.store.sharing_keys(keys) if one.source.article != self.number]
        if kind not in NEAR or not rows:
            return []
        copied = None if source.witness == self.number else source.witness
        parties = {party for row in rows for party in self._named(row).values()}
        near = timedelta(days=NEAR[kind])
        found: dict[Ref, Report[Entry]] = {}
        for first, last in _stretches(self._days(rows), near):
            for one in self.store.near(kind, parties, (first, last), copied=copied, limit=MOST):
                found[one.ref] = one
        return [one for ref, one in sorted(found.items()) if ref.article != self.number]

    def _days(self, rows: Iterable[EntryRow]) -> set[date]:
        days = {row.first_day or self.record.article.published for row in rows}
        return {one for one in days if one is not None}

    def _entity(self, report: Report[Any], known: Sequence[Report[Any]], number: int) -> tuple[int, bool]:
        """Its party, and whether it is to be found by its name from now on."""
        keys = keys_of(report.entry)
        near = [one for one in known if keys & keys_of(one.entry)]
        thread = self._thread(same_entity(report, near), near, number)
        names = {one.entry.name.lower() for one in near if one.thread == thread}
        return thread, report.entry.name.lower() not in names

    def _thread(self, judgement: Judgement | None, known: Sequence[Report[Any]], number: int) -> int:
        if judgement is None:
            return number
        self._judgements.append(judgement)
        return next(one.thread for one in known if one.ref == judgement.left)

    def _repeated(self, source: Source) -> Callable[[EntryRow], tuple[int, int] | None]:
        """For an entry the earlier one whose paragraph it repeats word for word: its number and thread.

        Copies and later versions of a page repeat everything: theirs is no background.
        """
        text = self.record.article.text
        digests = {span: _digest(span.of(text)) for span in paragraphs(text)}
        earlier = self.store.paragraphs(digests.values(), self.number)
        self.store.put_paragraphs(self.number, {digest: span.start for span, digest in digests.items()})
        if source.witness != self.number or source.version_of is not None:
            return lambda _: None
        old = {span: earlier[digest] for span, digest in digests.items() if digest in earlier}
        told: Counter[tuple[Kind, int, str]] = Counter()

        def repeated(row: EntryRow) -> tuple[int, int] | None:
            span = next((one for one in old if one.contains(Span(row.start, row.start + 1))), None)
            if span is None:
                return None
            article, start = old[span]
            there = self.store.at_place(article, row.kind, start + row.start - span.start)
            # "met in Geneva on Monday and met in Brussels on Wednesday": the second of the one is that of the other.
            which = told[row.kind, row.start, row.words]
            told[row.kind, row.start, row.words] += 1
            same = next(iter([one for one in there if one.words == row.words][which:]), None)
            return None if same is None else (same.background or same.number, same.thread)

        return repeated


def _by_kind(rows: Sequence[EntryRow]) -> Iterator[tuple[Kind, list[EntryRow]]]:
    kinds: dict[Kind, list[EntryRow]] = {}
    for row in rows:
        kinds.setdefault(row.kind, []).append(row)
    yield from kinds.items()


def _stretches(days: Iterable[date], near: timedelta) -> Iterator[tuple[date, date]]:
    """The days with what is near them, joined where they overlap."""
    first: date | None = None
    last: date | None = None
    for day in sorted(days):
        if first is None or last is None or day - near > last:
            if first is not None and last is not None:
                yield first, last
            first = day - near
        last = day + near
    if first is not None and last is not None:
        yield first, last


def _digest(paragraph: str) -> str:
    return blake2b(" ".join(paragraph.split()).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
