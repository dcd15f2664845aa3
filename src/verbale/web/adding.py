"""Adding articles: a text that is pasted, files, addresses; and how far it has come."""

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from verbale.sources.open import article_from_text
from verbale.web.asking import day_of
from verbale.web.desk import AtDesk
from verbale.web.intake import Batch, Given, Intake
from verbale.web.readers import LONGEST

router = APIRouter()

FILES = 20
"""Files, or addresses, at once."""
LARGEST = 20_000_000
"""Bytes of a file."""
_NAME = 200
_ENDING = re.compile(r"\.[a-z0-9]{1,8}(\.gz)?$")


def _intake_of(request: Request) -> Intake:
    intake: Intake = request.app.state.intake
    return intake


AtIntake = Annotated[Intake, Depends(_intake_of)]
Line = Annotated[str, Form(max_length=400)]


@router.get("/add")
def add(desk: AtDesk, intake: AtIntake) -> HTMLResponse:
    """The three ways to add, and what was added since the server began."""
    values = {"batches": intake.batches(), "files": FILES, "megabytes": LARGEST // 1_000_000}
    return desk.page("add.html", values, at="/add")


@router.post("/add/text")
def add_text(
    intake: AtIntake,
    text: Annotated[str, Form()] = "",
    title: Line = "",
    outlet: Line = "",
    published: Line = "",
) -> RedirectResponse:
    """A pasted text."""
    # A form's lines end with a carriage return, which the text that was pasted had not.
    text = text.replace("\r\n", "\n").replace("\0", "")
    if not text.strip():
        raise HTTPException(400, "There is no text. Paste the article's words.")
    if len(text) > LONGEST:
        raise HTTPException(413, f"The text is longer than {LONGEST:,} characters, and no article is. Split it.")
    facts = {name: _one_line(words) or None for name, words in (("title", title), ("outlet", outlet))}
    article = article_from_text(text, **facts, published=day_of(published.strip()))  # type: ignore[arg-type]
    return _going(intake, [Given(facts["title"] or "Pasted text", article=article)])


@router.post("/add/files")
def add_files(intake: AtIntake, files: Annotated[list[UploadFile], File()], published: Line = "") -> RedirectResponse:
    """Files."""
    day = day_of(published.strip())
    chosen = [one for one in files if one.filename]
    if not chosen:
        raise HTTPException(400, "There is no file. Choose one or more.")
    if len(chosen) > FILES:
        raise HTTPException(413, f"These are more than {FILES} files. Add them in parts, or with `verbale add`.")
    for one in chosen:
        if (one.size or 0) > LARGEST:
            name = _one_line(one.filename or "")
            raise HTTPException(413, f"{name} is larger than {LARGEST // 1_000_000} MB. Split it.")
    return _going(intake, [_kept(intake, one, day) for one in chosen])


@router.post("/add/addresses")
def add_addresses(intake: AtIntake, addresses: Annotated[str, Form()] = "") -> RedirectResponse:
    """Addresses, a line each."""
    found = list(dict.fromkeys(addresses.replace("\0", "").split()))
    if not found:
        raise HTTPException(400, "There is no address. Give one or more, a line each.")
    if len(found) > FILES:
        raise HTTPException(413, f"These are more than {FILES} addresses. Add them in parts, or with `verbale add`.")
    for one in found:
        if not _is_address(one):
            raise HTTPException(400, f"{one[:_NAME]} is no address of a page. It begins with http:// or https://.")
    return _going(intake, [Given(one[:_NAME], url=one) for one in found])


@router.get("/add/{number}")
def progress(desk: AtDesk, intake: AtIntake, number: int) -> HTMLResponse:
    """How far what was given at once has come."""
    return desk.page("adding.html", {"batch": _batch(intake, number)}, at="/add")


@router.post("/add/{number}/cancel")
def cancel(intake: AtIntake, number: int) -> RedirectResponse:
    """Leaves out what hasn't been added yet."""
    intake.cancel(_batch(intake, number))
    return RedirectResponse(f"/add/{number}", status_code=303)


def _batch(intake: Intake, number: int) -> Batch:
    batch = intake.batch(number)
    if batch is None:
        raise HTTPException(404, "The server doesn't remember that. What was added stands among the articles.")
    return batch


def _going(intake: Intake, given: list[Given]) -> RedirectResponse:
    batch = intake.take(given)
    if batch is None:
        for one in given:
            if one.path is not None:
                one.path.unlink(missing_ok=True)
        raise HTTPException(503, "Too much is waiting to be added. Try again when some of it is done.")
    return RedirectResponse(f"/add/{batch.number}", status_code=303)


def _kept(intake: Intake, file: UploadFile, published: date | None) -> Given:
    """The file under a name of our own; its ending may tell what it is."""
    name = _one_line(file.filename or "")
    ending = _ENDING.search(name.lower())
    suffix = ending.group() if ending else None
    with tempfile.NamedTemporaryFile(dir=intake.folder(), suffix=suffix, delete=False) as kept:
        shutil.copyfileobj(file.file, kept)
    return Given(name, path=Path(kept.name), published=published)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(text) <= 2000


def _one_line(words: str) -> str:
    return " ".join(words.replace("\0", "").split())[:_NAME]
