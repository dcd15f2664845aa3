"""What may be asked of a page in its address: party, kind, days, place, and which page of many."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, HTTPException, Path, Request
from pydantic import ValidationError

from verbale.dossier.answers import MODELS, Query

PAGE = 50
"""Lines on a page."""
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""The argument for the number of an article or a party: what a database can hold."""
_LONGEST = 400
"""Characters of one thing that is asked for."""
_FURTHEST = 10_000
"""Pages."""


@dataclass(frozen=True)
class Asked:
    """What was asked for, as it was typed."""

    words: str = ""
    party: str = ""
    kind: str = ""
    first: str = ""
    last: str = ""
    place: str = ""
    outlet: str = ""
    issue: str = ""
    page: int = 1

    @property
    def query(self) -> Query:
        """As the dossier is asked. Raises `HTTPException` for a day that is none, or a kind that there isn't."""
        first, last = day_of(self.first), day_of(self.last)
        if first and last and first > last:
            raise HTTPException(400, "The first day is after the last.")
        try:
            return Query.model_validate(
                {
                    "words": self.words,
                    "party": self.party or None,
                    "kind": self.kind or None,
                    "first_day": first,
                    "last_day": last,
                    "place": self.place or None,
                    "outlet": self.outlet or None,
                    "issue": self.issue or None,
                    "limit": PAGE + 1,
                }
            )
        except ValidationError:
            raise HTTPException(400, f"The kind is one of {', '.join(MODELS)}.") from None

    @property
    def offset(self) -> int:
        """How many lines come before this page."""
        return (self.page - 1) * PAGE

    def address(self, path: str, **changed: object) -> str:
        """The address of the page with some of it asked otherwise."""
        asked = {**self.__dict__, "page": 1, **changed}
        named = {("from" if name == "first" else "to" if name == "last" else name): one for name, one in asked.items()}
        kept = {name: str(one) for name, one in named.items() if one and (name, one) != ("page", 1)}
        return f"{path}?{urlencode(kept)}" if kept else path


def _asked(request: Request) -> Asked:
    """What stands in the address; what a form left empty counts as not asked."""
    given = {name: " ".join(value.replace("\0", " ").split()) for name, value in request.query_params.items()}
    if any(len(value) > _LONGEST for value in given.values()):
        raise HTTPException(400, f"Ask for less at once: up to {_LONGEST} characters.")
    page = given.get("page") or "1"
    number = int(page) if page.isascii() and page.isdecimal() and len(page) < len(str(_FURTHEST)) else 0
    if number < 1:
        raise HTTPException(400, "There is no such page of it.")
    named = {"from": "first", "to": "last"}
    kept = {named.get(name, name): value for name, value in given.items() if name in _NAMES}
    return Asked(**kept, page=number)


_NAMES = ("words", "party", "kind", "from", "to", "place", "outlet", "issue")
AskedFor = Annotated[Asked, Depends(_asked)]
"""The argument by which a page is given what was asked for."""


def day_of(text: str) -> date | None:
    """The day, where one is given. Raises `HTTPException` where it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise HTTPException(400, "That is not a day. Write it as 2022-01-18.") from None
