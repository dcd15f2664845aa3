"""What programs are answered: lists of one shape, and the entries' own models in place of what they have in common.

The values are the dossier's; the classes here say in OpenAPI what JSON they become.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query as InQuery
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from verbale.dossier.answers import Answer, Change, Conflict, Kind, Matched, Query, Report, Thread
from verbale.errors import OptionError
from verbale.record import Document, Entity, Event, Forecast, Move, Position, Provision, Round, Statement
from verbale.views.json import one_line
from verbale.web.desk import Desk

MOST = 200
"""Things in one answer."""
FURTHEST = 10_000
"""Things that may be passed over."""
LARGEST = 2**31 - 1
"""A number higher than any article's or thread's."""

AnyEntry = Entity | Statement | Event | Round | Document | Provision | Move | Forecast | Position


class EntryReport(Report[AnyEntry]):
    """One entry as one article has it."""


class EntryThread(Thread[AnyEntry]):
    """One statement, event, round or document with all its reports, the earliest article first."""

    reports: tuple[EntryReport, ...]


class EntryConflict(Conflict):
    """Two reports of the same thing that can't both be right."""

    left: EntryReport
    right: EntryReport


class EntryChange(Change):
    """What was otherwise before: a position, a demand, a forecast."""

    earlier: EntryReport
    later: EntryReport


class Fault(Answer):
    """What is answered where something went wrong."""

    detail: str
    """In plain words: what is wrong, and what to do."""


Item = TypeVar("Item")


class Listed(Answer, Generic[Item]):
    """A part of a list."""

    items: tuple[Item, ...]
    offset: int
    """How many were passed over."""
    limit: int
    """How many were asked for at most."""
    more: bool
    """Whether there are others after these."""


class Paged(BaseModel):
    """Which part of a list is wanted."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    limit: int = Field(default=50, ge=1, le=MOST)
    """Not more than so many."""
    offset: int = Field(default=0, ge=0, le=FURTHEST)
    """So many are passed over."""

    @property
    def reach(self) -> int:
        """How many have to be looked at to know whether there are more."""
        return self.offset + self.limit + 1

    def listed(self, found: Sequence[BaseModel], *, begins: int = 0) -> Response:
        """The part of what was found; `begins`: what was found begins after so many."""
        start = self.offset - begins
        items = [one.model_dump(mode="json", by_alias=True) for one in found[start : start + self.limit]]
        more = len(found) > start + self.limit
        return _json({"items": items, "offset": self.offset, "limit": self.limit, "more": more})


class Filtered(Paged):
    """Which entries are wanted: those that meet every part that is given."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)

    party: str | None = Field(default=None, max_length=400)
    """A name of a party, or its number."""
    first_day: date | None = Field(default=None, alias="from")
    """From this day on."""
    last_day: date | None = Field(default=None, alias="to")
    """Up to this day."""

    def number(self, desk: Desk) -> int | None:
        """The party's number. Raises `OptionError` where no article speaks of it."""
        if self.party is None:
            return None
        party = desk.dossier.party(_plain(self.party))
        if party is None:
            raise OptionError("no article speaks of it", where=self.party, remedy="look for another name of it")
        return party.number


class Timed(Filtered):
    """Which events and rounds are wanted."""

    place: str | None = Field(default=None, max_length=400)

    def query(self, limit: int) -> Query:
        """As the dossier is asked."""
        given = self.model_dump(exclude={"limit", "offset"}, exclude_none=True)
        plain = {name: _plain(one) if isinstance(one, str) else one for name, one in given.items()}
        return Query.model_validate({**plain, "limit": limit})


class Sought(Timed):
    """What to look for."""

    words: str = Field(default="", max_length=400)
    """Words of the text, in any order; a phrase in double quotation marks stands as it is."""
    kind: Kind | None = None
    outlet: str | None = Field(default=None, max_length=400)
    issue: str | None = Field(default=None, max_length=400)


class Judged(Paged):
    """Which judgements are wanted."""

    kind: Matched | None = None


APage = Annotated[Paged, InQuery()]
AFilter = Annotated[Filtered, InQuery()]
ASearch = Annotated[Sought, InQuery()]
ATime = Annotated[Timed, InQuery()]
AKind = Annotated[Judged, InQuery()]


def answer(value: BaseModel, status: int = 200) -> Response:
    """One value as JSON."""
    return _json(value.model_dump(mode="json", by_alias=True), status)


def _json(value: object, status: int = 200) -> Response:
    return Response(one_line(value), status_code=status, media_type="application/json")


def _plain(words: str) -> str:
    """One line, without a character that a database can't hold."""
    return " ".join(words.replace("\0", " ").split())


def faults(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals that an address may answer with, for OpenAPI."""
    always = (400, 401, 403, 421, 422, 503)
    return {status: {"model": Fault, "description": _WORDS[status]} for status in sorted({*always, *statuses})}


_WORDS = {
    400: "It can't be read",
    401: "A token is needed",
    403: "It isn't allowed",
    404: "There is no such thing",
    413: "Too much at once",
    421: "The server isn't called by that name",
    422: "What was given doesn't fit",
    503: "The dossier can't be reached",
}
