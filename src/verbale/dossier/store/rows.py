"""Records as rows, and rows as reports."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Row

from verbale.article import Article
from verbale.dossier.answers import MODELS, Kind, Named, Ref, Report, Source
from verbale.record import Entity, Entry, Event, Forecast, Move, Position, Provision, Record, Statement
from verbale.spans import Span
from verbale.timex import days

KINDS: Mapping[Kind, str] = {
    "entity": "entities",
    "statement": "statements",
    "event": "events",
    "round": "rounds",
    "document": "documents",
    "provision": "provisions",
    "move": "moves",
    "forecast": "forecasts",
    "position": "positions",
}
"""The record's list of each kind."""

_KIND_OF: Mapping[type[Entry], Kind] = {model: kind for kind, model in MODELS.items()}

_MARKS = "“”„‟«»\"‘’'"
_OPENING = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’"}


def kind_of(entry: Entry) -> Kind:
    """Which kind of entry it is."""
    return _KIND_OF[type(entry)]


def packed(record: Record) -> bytes:
    """The record for keeping."""
    return zlib.compress(record.model_dump_json().encode("utf-8", "surrogatepass"), 6)


def unpacked(kept: bytes) -> Record:
    """The record that was packed."""
    return Record.model_validate_json(zlib.decompress(kept))


def text_in(kept: bytes) -> str:
    """The article's text in the record that was packed, without the rest of it."""
    return str(json.loads(zlib.decompress(kept))["article"]["text"])


@dataclass(frozen=True)
class EntryRow:
    """What is known of an entry when its article is added."""

    kind: Kind
    entry: Entry
    words: str
    quoted: str
    proof: tuple[str, ...]
    named: Mapping[str, Named]
    first_day: date | None
    last_day: date | None
    located: str | None

    @property
    def start(self) -> int:
        """Where its proof begins in the text."""
        return self.entry.evidence[0].start if self.entry.evidence else 0

    def columns(self) -> dict[str, object]:
        """The columns that follow from the record alone."""
        return {
            "entry": self.entry.id,
            "kind": self.kind,
            "place": self.start,
            "first_day": self.first_day,
            "last_day": self.last_day,
            "words": self.words,
            "quoted": self.quoted,
            "proof": json.dumps(self.proof, ensure_ascii=False),
            "named": json.dumps({id_: one.model_dump(exclude_none=True) for id_, one in self.named.items()}),
            "body": self.entry.model_dump_json(),
            "located": self.located,
            "confidence": self.entry.confidence,
        }


def entry_rows(record: Record) -> Iterator[EntryRow]:
    """All entries of the record, the entities that others speak for before those who do."""
    entities = {one.id: one for one in record.entities}
    ordered = sorted(record.entities, key=_rank)
    for kind, name in KINDS.items():
        for entry in ordered if kind == "entity" else getattr(record, name):
            yield entry_row(kind, entry, record.article, entities)


_RANKS = ("state", "organisation", "outlet", "place", "document", "group", "person")


def _rank(entity: Entity) -> int:
    return _RANKS.index(entity.kind) + (len(_RANKS) if entity.members else 0)


def entry_row(kind: Kind, entry: Entry, article: Article, entities: Mapping[str, Entity]) -> EntryRow:
    """One entry."""
    value = getattr(entry, "date", None)
    found = days(value) if value is not None else None
    place = entities.get(getattr(entry, "place", None) or "")
    return EntryRow(
        kind=kind,
        entry=entry,
        words=" ".join(_words(entry, article.text).split()),
        quoted=_quoted(entry, article.text) if isinstance(entry, Statement) else "",
        proof=tuple(span.of(article.text) for span in entry.evidence),
        named={id_: _named(entities[id_]) for id_ in _ids(entry, entities)},
        first_day=found[0] if found else None,
        last_day=found[1] if found else None,
        located=place.name.lower() if place is not None else None,
    )


def _words(entry: Entry, text: str) -> str:
    match entry:
        case Statement():
            return " ".join(span.of(text) for span in entry.content)
        case Event():
            return entry.anchor.of(text)
        case Move():
            return entry.content.text
        case Forecast():
            return entry.claim.text
        case Provision():
            return f"{entry.words.text} {entry.action.text}"
        case Position():
            return entry.issue
        case _:
            return str(getattr(entry, "name", None) or getattr(entry, "format", ""))


def _quoted(statement: Statement, text: str) -> str:
    """The words between quotation marks; of a direct statement all of them."""
    pieces = [span.of(text) for span in statement.content]
    if statement.form == "direct":
        return " ".join(" ".join(piece.strip(f"{_MARKS} ,") for piece in pieces).split())
    return " ".join(" ".join(quote for piece in pieces for quote in _between_marks(piece)).split())


def _between_marks(piece: str) -> Iterator[str]:
    at = 0
    while at < len(piece):
        closing = _OPENING.get(piece[at])
        inside = at == 0 or not piece[at - 1].isalnum()
        end = piece.find(closing, at + 1) if closing and inside else -1
        if end > at:
            yield piece[at + 1 : end].strip(" ,")
            at = end
        at += 1


def _ids(entry: Entry, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The entities that the entry names, and those for whom these speak."""
    named = [one for _, value in entry for one in _texts(value) if one in entities and one != entry.id]
    if isinstance(entry, Entity):
        named += [one for office in entry.offices if (one := office.organisation or "") in entities]
    if isinstance(entry, Forecast):  # whom it is about, since its claim names them in words only
        named += [one.id for one in entities.values() if _is_within(one, entry.claim.spans)]
    spoken_for = [one for id_ in named if (one := entities[id_].represents or "") in entities]
    return tuple(dict.fromkeys(one for one in chain(named, spoken_for) if one != entry.id))


def _is_within(entity: Entity, spans: Sequence[Span]) -> bool:
    return any(span.contains(mention.span) for span in spans for mention in entity.mentions)


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return (one for one in value if isinstance(one, str)) if isinstance(value, tuple) else ()


def _named(entity: Entity) -> Named:
    return Named(
        name=entity.name,
        kind=entity.kind,
        country=entity.country,
        registry_id=entity.registry_id,
        represents=entity.represents,
    )


def source_of(row: Row[Any]) -> Source:
    """The article of a row of `articles`."""
    return Source(
        article=row.number,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        url=row.url,
        witness=row.witness,
        version_of=row.version_of,
        replaced_by=row.replaced_by,
    )


def report_of(row: Row[Any], source: Source, parties: Mapping[str, int], background: Ref | None) -> Report[Entry]:
    """The report of a row of `entries`."""
    kind: Kind = row.kind
    return Report[Entry].model_construct(
        ref=Ref(source.article, row.entry),
        source=source,
        entry=_entry(kind, row.body),
        words=row.words,
        quoted=row.quoted,
        proof=tuple(json.loads(row.proof)),
        parties=parties,
        named=dict(_names(row.named)),
        first_day=row.first_day,
        last_day=row.last_day,
        thread=row.thread,
        background=background,
        corrected=row.corrected,
    )


@lru_cache(maxsize=8192)
def _entry(kind: Kind, body: str) -> Entry:
    """The entry of its JSON. Whoever adds articles of the same days meets the same entries over and over."""
    return MODELS[kind].model_validate_json(body)


@lru_cache(maxsize=8192)
def _names(kept: str) -> Mapping[str, Named]:
    return {id_: Named.model_validate(one) for id_, one in json.loads(kept).items()}


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of fifteen words or more: shorter ones are alike by chance."""
    start = 0
    for line in text.split("\n"):
        if len(line.split()) >= 15:
            yield Span(start, start + len(line))
        start += len(line) + 1


def fresh_report(row: EntryRow, source: Source, parties: Mapping[str, int], thread: int = 0) -> Report[Entry]:
    """The report of an entry that isn't kept yet."""
    return Report[Entry].model_construct(
        ref=Ref(source.article, row.entry.id),
        source=source,
        entry=row.entry,
        words=row.words,
        quoted=row.quoted,
        proof=row.proof,
        parties=parties,
        named=row.named,
        first_day=row.first_day,
        last_day=row.last_day,
        thread=thread,
        background=None,
        corrected=False,
    )
