"""Events as a table: a row for each actor and each recipient, under the column names of POLECAT, with the evidence.

POLECAT is the event data set made by PLOVER's rules; its users find their columns here by name and in order, and
behind them what it has not: the sentences that prove the row. What Verbale doesn't know stays empty: it codes no
intensity, no context, no sector, no number of the Correlates of War and no page of Wikipedia.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from itertools import product
from typing import Final, Literal

from verbale.record import Entity, Event, EventType, Record
from verbale.registry import City
from verbale.spans import Span
from verbale.timex import place

Cell = str | int | float | date | None
Row = tuple[Cell, ...]
"""The cells of one row, in the order of `COLUMNS`; None is what isn't known."""
Towns = Callable[[str], Iterable[City]]
"""The towns of a name: a registry's `cities`."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what stands in it."""

    name: str
    kind: Literal["text", "whole", "number", "day"] = "text"
    """Words; a whole number; a number; a day of the calendar."""


_KINDS: Mapping[str, Literal["whole", "number", "day"]] = {
    "Event Date": "day",
    "Publication Date": "day",
    "Latitude": "number",
    "Longitude": "number",
    "GeoNames ID": "whole",
    "Anchor Start": "whole",
    "Anchor End": "whole",
    "Confidence": "number",
}


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, _KINDS.get(name, "text")) for name in names)


POLECAT: Final = _columns(
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
"""The columns of POLECAT's files, in their order."""

EVIDENCE: Final = _columns(
    "Evidence", "Evidence Spans", "Anchor", "Anchor Start", "Anchor End", "Status", "TIMEX3 Date",
    "According To", "Statement ID", "Article ID", "Article Address", "Article Title", "Confidence",
    "Record Event ID",
)  # fmt: skip
"""What follows them: the proof of the row and how sure it is."""

COLUMNS: Final = (*POLECAT, *EVIDENCE)

QUADS: Final[Mapping[EventType, str]] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "VERBAL COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "MATERIAL COOPERATION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "VERBAL CONFLICT"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL CONFLICT"),
}
"""PLOVER's four quads, by type."""

_APART = "; "


def event_rows(record: Record, towns: Towns) -> tuple[Row, ...]:
    """The rows of the record's events, in the order of the text, and of each event in that of its parties.

    An event without a recipient has a row for each actor; one without an actor, a row for each recipient.
    """
    story = _Story(record, towns)
    return tuple(row for event in record.events for row in story.rows(event))


class _Story:
    """A record, ready to be asked for the rows of its events."""

    def __init__(self, record: Record, towns: Towns) -> None:
        self.record = record
        self.text = record.article.text
        self.towns = towns
        self.entities = {entity.id: entity for entity in record.entities}
        self.statements = {statement.id: statement for statement in record.statements}
        self.cells = _of_the_article(record)

    def rows(self, event: Event) -> Iterator[Row]:
        """One for each actor and recipient."""
        told = {**self.cells, **self._what(event), **self._where(event), **self._proof(event)}
        for actor, recipient in product(event.actors or (None,), event.recipients or (None,)):
            cells = {**told, **self._party("Actor", actor, event), **self._party("Recipient", recipient, event)}
            yield tuple(cells.get(column.name) for column in COLUMNS)

    def _what(self, event: Event) -> dict[str, Cell]:
        return {
            # Of several articles no two have the same: the record's own ids begin anew in each.
            "Event ID": f"{self.record.article.fingerprint[:16]}-{event.id}",
            "Event Date": _day(event.date),
            "Event Type": event.type,
            "Event Mode": event.mode,
            "Quad Code": QUADS[event.type],
        }

    def _party(self, role: str, entity_id: str | None, event: Event) -> dict[str, Cell]:
        entity = self.entities.get(entity_id or "")
        if entity is None:
            return {}
        return {
            f"{role} Name": entity.name,
            f"{role} Country": entity.country,
            f"{role} Title": _APART.join(office.title for office in entity.offices) or None,
            f"{role} Name Raw": self._raw(entity, event),
        }

    def _where(self, event: Event) -> dict[str, Cell]:
        entity = self.entities.get(event.place or "")
        if entity is None:
            return {}
        town = self._town(entity)
        cells: dict[str, Cell] = {
            "Placename": entity.name,
            "Country": entity.country,
            "Raw Placename": self._raw(entity, event),
        }
        if town:
            number = int(town.id.removeprefix(_GEONAMES))
            cells |= {"City": town.name, "Country": entity.country or town.country, "GeoNames ID": number}
            cells |= {"Latitude": town.latitude, "Longitude": town.longitude}
        return cells

    def _town(self, entity: Entity) -> City | None:
        """The town in the registry that the reading took the entity for."""
        if not (entity.registry_id or "").startswith(_GEONAMES):
            return None
        towns = (town for name in (entity.name, *entity.aliases) for town in self.towns(name))
        return next((town for town in towns if town.id == entity.registry_id), None)

    def _proof(self, event: Event) -> dict[str, Cell]:
        return {
            "Evidence": "\n".join(span.of(self.text) for span in event.evidence),
            "Evidence Spans": " ".join(f"{span.start}-{span.end}" for span in event.evidence),
            "Anchor": event.anchor.of(self.text),
            "Anchor Start": event.anchor.start,
            "Anchor End": event.anchor.end,
            "Status": event.status,
            "TIMEX3 Date": event.date,
            "According To": self._according_to(event.according_to),
            "Statement ID": event.according_to,
            "Confidence": event.confidence,
            "Record Event ID": event.id,
        }

    def _according_to(self, statement_id: str | None) -> str | None:
        """The speaker's name; the article's own words where nobody could be found behind them."""
        statement = self.statements.get(statement_id or "")
        if statement is None:
            return None
        speaker = self.entities.get(statement.speaker or "")
        return speaker.name if speaker else " … ".join(span.of(self.text) for span in statement.source) or None

    def _raw(self, entity: Entity, event: Event) -> str | None:
        """What the proof calls the entity, nearest to the anchor; nothing where another sentence names it."""
        spans = [mention.span for mention in entity.mentions]
        inside = [span for span in spans if any(sentence.contains(span) for sentence in event.evidence)]
        nearest = min(inside, key=lambda span: (_distance(span, event.anchor), span), default=None)
        return nearest.of(self.text) if nearest else None


_GEONAMES = "geonames:"


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _day(value: str | None) -> date | None:
    """The day, where the value is known to the day."""
    at = place(value) if value else None
    return at.first if at and at.precision in ("day", "hour", "minute") else None


def _of_the_article(record: Record) -> dict[str, Cell]:
    article = record.article
    return {
        "Source": article.outlet,
        "Publication Date": article.published,
        "Story People": _names(record.entities, "person"),
        "Story Organizations": _names(record.entities, "organisation"),
        "Story Locations": _names(record.entities, "state", "place"),
        "Language": article.language,
        "Version": f"verbale {version('verbale')}",
        "Article ID": article.id,
        "Article Address": article.url,
        "Article Title": article.title,
    }


def _names(entities: Iterable[Entity], *kinds: str) -> str | None:
    """The names of those that the article names, in its order."""
    named = (
        entity.name
        for entity in entities
        if entity.kind in kinds and any(mention.form == "name" for mention in entity.mentions)
    )
    return _APART.join(dict.fromkeys(named)) or None
