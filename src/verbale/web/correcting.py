"""Correcting: an entry accepted, rejected, changed or added; two parties made one or kept apart; each taken back."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, cast
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import ValidationError

from verbale.dossier.answers import Kind, Ref, Report
from verbale.dossier.dossier import Dossier
from verbale.record import Entry, Record
from verbale.spans import Span
from verbale.views.pages.dossiers import Names, line_of
from verbale.web.changing import NewCorrection, NewJudgement
from verbale.web.desk import AtDesk

router = APIRouter()

QUEUE = 50
"""Entries of the queue on its page."""
COOKIE = "verbale_by"
_YEAR = 365 * 24 * 3600
Word = Annotated[str, Form(max_length=2000)]
Id = Annotated[str, Form(max_length=16)]


@router.get("/queue")
def queue(desk: AtDesk, request: Request) -> HTMLResponse:
    """What to look at first: the least certain entries that nobody has checked."""
    reports = desk.dossier.queue(limit=QUEUE)
    names = Names.of(desk.dossier.parties_in(reports))
    lines = [(one, line_of([one], names)) for one in reports]
    return desk.page("queue.html", {"lines": lines, "by": _by(request)}, at="/queue")


@router.get("/articles/{number}/corrections")
def corrections(desk: AtDesk, request: Request, number: int) -> HTMLResponse:
    """All entries of an article to be checked, what is missing to be added, and what people changed."""
    reports = desk.dossier.of_article(number)
    names = Names.of(desk.dossier.parties_in(reports))
    values = {
        "lines": [(one, line_of([one], names)) for one in reports if one.ref.entry[:1] != "e"],
        "number": number,
        "title": reports[0].source.title if reports else None,
        "entities": desk.dossier.record(number).entities,
        "corrections": desk.dossier.corrections(number),
        "by": _by(request),
    }
    return desk.page("corrections.html", values, at="/queue")


@router.get("/articles/{number}/corrections/{entry}")
def entry(desk: AtDesk, request: Request, number: int, entry: str) -> HTMLResponse:
    """A form to change one entry."""
    report = _report(desk.dossier, number, entry)
    fields = type(report.entry).model_fields
    values = {
        "report": report,
        "line": line_of([report], Names.of(desk.dossier.parties_in((report,)))),
        "record": desk.dossier.record(number),
        "number": number,
        "has": {one: one in fields for one in ("speaker", "kind", "type", "date", "status", "content")},
        "choices": {one: _choices(report.entry, one) for one in ("kind", "type", "status")},
        "by": _by(request),
    }
    return desk.page("correct.html", values, at="/queue")


@router.post("/articles/{number}/corrections/{entry}")
async def change(desk: AtDesk, request: Request, number: int, entry: str) -> RedirectResponse:
    """Accepts, rejects or changes an entry."""
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    by = _person(form.get("by") or _by(request))
    report = _report(desk.dossier, number, entry)
    action = form.get("action", "")
    if action not in ("accept", "reject", "change"):
        raise HTTPException(400, "Accept it, reject it, or change it.")
    changes = _changed(report.entry, desk.dossier.record(number), form) if action == "change" else {}
    if action == "change" and not changes:
        raise HTTPException(400, "Nothing is otherwise than before.")
    for field, value in changes.items() or [(None, None)]:
        given = {"field": field, "value": value, "action": action, "entry": entry, "kind": _kind(report)}
        _keep(desk.dossier, number, by, {**given, "why": form.get("why", "")})
    return _back(form.get("back", ""), f"/articles/{number}/corrections#{entry}", by)


@router.post("/articles/{number}/corrections")
def add(  # noqa: PLR0913 the fields of a form
    desk: AtDesk,
    request: Request,
    number: int,
    kind: Id,
    words: Word,
    speaker: Id = "",
    why: Word = "",
    by: Word = "",
) -> RedirectResponse:
    """Adds a statement or an event that was missed, by its words."""
    person = _person(by or _by(request))
    record = desk.dossier.record(number)
    span = _standing(record.article.text, words)
    letter = {"statement": "s", "event": "v"}.get(kind)
    if letter is None:
        raise HTTPException(400, "A statement or an event can be added.")
    taken = [one.ref.entry for one in desk.dossier.of_article(number)]
    taken += [one.entry for one in desk.dossier.corrections(number)]
    highest = max((int(one[1:]) for one in taken if one[0] == letter), default=0)
    made: dict[str, object] = {"id": f"{letter}{highest + 1}", "evidence": [span], "confidence": 1.0}
    if kind == "statement":
        made |= {"form": "indirect", "source": [], "cue": [], "content": [span], "speaker": speaker or None}
        made |= {"speaker_status": "named" if speaker else "unknown"}
    else:
        made |= {"type": "CONSULT", "anchor": span, "actors": [speaker] if speaker else [], "status": "happened"}
    _keep(desk.dossier, number, person, {"kind": kind, "entry": made["id"], "action": "add", "value": made, "why": why})
    return _back("", f"/articles/{number}/corrections#{made['id']}", person)


@router.post("/corrections/{number}/undo")
def undo_correction(desk: AtDesk, number: int, article: Annotated[int, Form()]) -> RedirectResponse:
    """Takes a correction back."""
    desk.dossier.withdraw_correction(number)
    return RedirectResponse(f"/articles/{article}/corrections#corrections", status_code=303)


@router.get("/parties/{number}/judgements")
def judgements(desk: AtDesk, request: Request, number: int) -> HTMLResponse:
    """Why a party is one, and forms to make it one with another or to keep one of its reports apart."""
    thread = desk.dossier.thread(number)
    values = {
        "number": number,
        "reports": thread.reports[:QUEUE],
        "judgements": desk.dossier.judgements(kind="entity", thread=number),
        "party": desk.dossier.party(str(number)),
        "by": _by(request),
    }
    return desk.page("judgements.html", values, at="/parties")


@router.post("/parties/{number}/judgements")
def judge(  # noqa: PLR0913 the fields of a form
    desk: AtDesk,
    request: Request,
    number: int,
    other: Annotated[str, Form(max_length=200)] = "",
    apart: Annotated[str, Form(max_length=40)] = "",
    why: Word = "",
    by: Word = "",
) -> RedirectResponse:
    """Makes the party one with another, or keeps one of its reports apart."""
    person = _person(by or _by(request))
    own = [one.ref for one in desk.dossier.thread(number).reports]
    if apart:
        left = next((one for one in own if str(one) == apart), None)
        rest = [one for one in own if one != left]
        if left is None or not rest:
            raise HTTPException(400, "There is nothing from which it could be kept apart.")
        pairs = [(left, one, False) for one in rest]
    else:
        found = desk.dossier.party(other)
        if found is None or found.number == number:
            raise HTTPException(400, "There is no other party of that name or number.")
        pairs = [(own[0], desk.dossier.thread(found.number).reports[0].ref, True)]
    for left, right, same in pairs:
        try:
            new = NewJudgement(kind="entity", left=left, right=right, same=same, reason=why, by=person)
        except ValidationError as error:
            raise HTTPException(400, str(error.errors()[0]["msg"])) from error
        desk.dossier.judge(new.judgement())
    return _back("", f"/parties/{_thread_of(desk.dossier, own[0])}/judgements", person)


@router.post("/judgements/{number}/undo")
def undo_judgement(desk: AtDesk, number: int, article: Annotated[int, Form()], entry: Id) -> RedirectResponse:
    """Takes a judgement back."""
    desk.dossier.withdraw(number)
    return RedirectResponse(f"/parties/{_thread_of(desk.dossier, Ref(article, entry))}/judgements", status_code=303)


def _thread_of(dossier: Dossier, ref: Ref) -> int:
    return next(one.thread for one in dossier.of_article(ref.article) if one.ref == ref)


def _report(dossier: Dossier, number: int, entry: str) -> Report[Entry]:
    found = next((one for one in dossier.of_article(number) if one.ref.entry == entry), None)
    if found is None or entry[:1] == "e":
        raise HTTPException(404, "There is no such entry in the article.")
    return found


def _kind(report: Report[Entry]) -> Kind:
    return cast(Kind, type(report.entry).__name__.lower())


def _choices(entry: Entry, field: str) -> tuple[str, ...]:
    """The values that a field may have, as the record's schema tells them."""
    schema: dict[str, Any] = type(entry).model_json_schema()
    return tuple(schema["properties"].get(field, {}).get("enum", ()))


def _changed(entry: Entry, record: Record, form: Mapping[str, str]) -> dict[str, object]:
    """The fields that the form has otherwise, with their new values."""
    changes: dict[str, object] = {}
    before = entry.model_dump(mode="json")
    for field in ("speaker", "kind", "type", "status", "date"):
        if field in form and field in before:
            given = form[field].strip() or None
            if given != before[field]:
                changes[field] = given
    if "speaker" in changes:
        if changes["speaker"] not in (None, *(one.id for one in record.entities)):
            raise HTTPException(400, "The article speaks of nobody of that number.")
        changes["speaker_status"] = "named" if changes["speaker"] else "unknown"
    if form.get("content", "").strip() and "content" in before:
        changes["content"] = [_standing(record.article.text, form["content"])]
    return changes


def _standing(text: str, words: str) -> list[int]:
    """Where words stand in the text. "first … last" is from its first words to its last."""
    first, several, last = words.strip().partition("…")
    pattern = r"\s+".join(re.escape(one) for one in first.split())
    if several and last.strip():
        pattern += r"[\s\S]*?" + r"\s+".join(re.escape(one) for one in last.split())
    found = re.search(pattern, text) if pattern else None
    if found is None:
        raise HTTPException(400, "These words don't stand in the article. Copy them as they stand there.")
    return list(Span(*found.span()))


def _keep(dossier: Dossier, number: int, by: str, given: Mapping[str, object]) -> None:
    try:
        new = NewCorrection.model_validate({"article": number, "by": by, **given})
    except ValidationError as error:
        raise HTTPException(400, str(error.errors()[0]["msg"])) from error
    dossier.correct(new.correction(dossier, datetime.now(UTC)))  # noqa: TID251 when somebody corrected


def _by(request: Request) -> str:
    return unquote(request.cookies.get(COOKIE, ""))[:200]


def _person(by: str) -> str:
    by = " ".join(by.split())[:200]
    if not by:
        raise HTTPException(400, "Give your name: it stands beside the correction.")
    return by


def _back(asked: str, otherwise: str, by: str) -> RedirectResponse:
    answer = RedirectResponse("/queue" if asked == "/queue" else otherwise, status_code=303)
    answer.set_cookie(COOKIE, quote(by), max_age=_YEAR, httponly=True, samesite="strict")
    return answer
