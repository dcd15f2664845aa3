"""The dossier for programs: the same answers as JSON, described at /api/openapi.json.

Who changes something has to bring the token that was given to `serve --token`, or the key of one of this server's
pages: a page of another site can do neither.
"""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Request
from starlette.responses import Response

from verbale.dossier.answers import Correction, Judgement, Kind, Party, Source
from verbale.errors import OptionError
from verbale.record import Record
from verbale.web.answering import (
    LARGEST,
    AFilter,
    AKind,
    APage,
    ASearch,
    ATime,
    EntryChange,
    EntryConflict,
    EntryReport,
    EntryThread,
    Listed,
    answer,
    faults,
)
from verbale.web.changing import NewCorrection, NewJudgement
from verbale.web.desk import AtDesk
from verbale.web.faults import API
from verbale.web.reading.differing import LATEST

router = APIRouter(prefix=API, responses=faults())

Number = Annotated[int, Path(ge=1, le=LARGEST)]
_UNKNOWN = faults(404)


@router.get("/articles", response_model=Listed[Source])
def articles(desk: AtDesk, page: APage) -> Response:
    """The articles, the latest first, without their texts."""
    found = desk.dossier.latest_articles(offset=page.offset, limit=page.limit + 1)
    return page.listed(found, begins=page.offset)


@router.get("/articles/{article}", response_model=Record, responses=_UNKNOWN)
def record(desk: AtDesk, article: Number) -> Response:
    """What one article says: its record, with people's corrections laid over."""
    return answer(desk.dossier.record(article))


@router.get("/reports/{kind}", response_model=Listed[EntryReport], responses=_UNKNOWN)
def reports(desk: AtDesk, kind: Kind, asked: AFilter) -> Response:
    """The entries of a kind as each article has them, by day."""
    first, last = asked.first_day, asked.last_day
    found = desk.dossier.reports(kind, party=asked.number(desk), first_day=first, last_day=last, limit=asked.reach)
    return asked.listed(found)


@router.get("/threads/{kind}", response_model=Listed[EntryThread], responses=_UNKNOWN)
def threads(desk: AtDesk, kind: Kind, asked: AFilter) -> Response:
    """What is one in the articles, with all its reports, by day."""
    first, last = asked.first_day, asked.last_day
    found = desk.dossier.threads(kind, party=asked.number(desk), first_day=first, last_day=last, limit=asked.reach)
    return asked.listed(found)


@router.get("/thread/{number}", response_model=EntryThread, responses=_UNKNOWN)
def thread(desk: AtDesk, number: Number) -> Response:
    """What is one, with all its reports."""
    return answer(desk.dossier.thread(number))


@router.get("/timeline", response_model=Listed[EntryThread], responses=_UNKNOWN)
def timeline(desk: AtDesk, asked: ATime) -> Response:
    """Events and rounds by day; those without a day at the end."""
    query = asked.query(limit=asked.limit + 1)
    return asked.listed(desk.dossier.happenings(query, offset=asked.offset), begins=asked.offset)


@router.get("/parties", response_model=Listed[Party])
def parties(desk: AtDesk, page: APage) -> Response:
    """All that the articles speak of, those of most articles first."""
    return page.listed(desk.dossier.parties(limit=page.reach))


@router.get("/parties/{number}", response_model=Party, responses=_UNKNOWN)
def party(desk: AtDesk, number: Number) -> Response:
    """One party, under all its names."""
    found = desk.dossier.party(str(number))
    if found is None:
        raise HTTPException(404, "There is no such party.")
    return answer(found)


@router.get("/positions", response_model=Listed[EntryReport], responses=_UNKNOWN)
def positions(desk: AtDesk, asked: AFilter) -> Response:
    """What each party wants of each issue, as each article has it, by day."""
    return reports(desk, "position", asked)


@router.get("/documents", response_model=Listed[EntryThread], responses=_UNKNOWN)
def documents(desk: AtDesk, asked: AFilter) -> Response:
    """The papers, with all their reports, by day."""
    return threads(desk, "document", asked)


@router.get("/conflicts", response_model=Listed[EntryConflict])
def conflicts(desk: AtDesk, page: APage) -> Response:
    """Where two articles can't both be right, of what is latest."""
    return page.listed(desk.kept("conflicts", lambda: desk.dossier.conflicts(latest=LATEST)))


@router.get("/changes", response_model=Listed[EntryChange])
def changes(desk: AtDesk, page: APage) -> Response:
    """What was otherwise before, of what is latest."""
    return page.listed(desk.kept("changes", lambda: desk.dossier.changes(latest=LATEST)))


@router.get("/find", response_model=Listed[EntryReport])
def find(desk: AtDesk, asked: ASearch) -> Response:
    """The entries that meet every part of what is asked for."""
    return asked.listed(desk.dossier.find(asked.query(limit=asked.reach)))


@router.get("/judgements", response_model=Listed[Judgement])
def judgements(desk: AtDesk, asked: AKind) -> Response:
    """Why what is one is one, withdrawn judgements too."""
    return asked.listed(desk.dossier.judgements(kind=asked.kind))


@router.get("/corrections", response_model=Listed[Correction])
def corrections(desk: AtDesk, page: APage) -> Response:
    """What people changed, withdrawn corrections too."""
    return page.listed(desk.dossier.corrections())


def may_change(request: Request, desk: AtDesk) -> None:
    """To be depended on by what changes something. Raises `HTTPException`."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    by_token = desk.served.token is not None and kind.lower() == "bearer" and desk.knows(token.strip())
    if not by_token and not desk.made_here(request.headers.get("x-verbale-key")):
        raise HTTPException(403, "Send the token that was given to `verbale serve --token` as a bearer token.")


_MAY = [Depends(may_change)]
_TOO_MUCH = faults(413)


@router.post("/judgements", response_model=Judgement, status_code=201, dependencies=_MAY, responses=_TOO_MUCH)
def judge(desk: AtDesk, new: NewJudgement) -> Response:
    """Keeps somebody's judgement that two are the same or are not; what is one follows from it at once."""
    try:
        return answer(desk.dossier.judge(new.judgement()), status=201)
    except OptionError as error:
        raise _misfit(error) from error


@router.post("/corrections", response_model=Correction, status_code=201, dependencies=_MAY, responses=_TOO_MUCH)
def correct(desk: AtDesk, new: NewCorrection) -> Response:
    """Lays somebody's correction over the machine's record."""
    at = datetime.now(UTC)  # noqa: TID251 when somebody corrected is no part of a record
    try:
        return answer(desk.dossier.correct(new.correction(desk.dossier, at)), status=201)
    except OptionError as error:
        raise _misfit(error) from error


def _misfit(error: OptionError) -> HTTPException:
    """All that is named in a body is asked for by it."""
    return HTTPException(422, str(error))
