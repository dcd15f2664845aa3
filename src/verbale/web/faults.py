"""What is answered where something went wrong: a page in plain words, and to programs the same as JSON."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from verbale.errors import DossierError, OptionError, VerbaleError
from verbale.web.desk import Desk

API = "/api"
"""Under this address programs ask."""

_TITLES = {
    400: "That can't be asked",
    401: "A token is needed",
    403: "Refused",
    404: "There is no such page",
    405: "That can't be done here",
    408: "Too slow",
    413: "Too much",
    421: "Another name",
    422: "That can't be asked",
    500: "A fault of ours",
    503: "The dossier can't be reached",
}
_OURS = "Something went wrong that we hadn't thought of. Nothing was changed. Please report it with the address."


def fault_page(desk: Desk, path: str, status: int, words: str = _OURS) -> Response:
    """The answer for a status, in words that say what to do."""
    if path == API or path.startswith(f"{API}/"):
        return JSONResponse({"detail": words}, status_code=status)
    title = _TITLES.get(status, HTTPStatus(status).phrase)
    # Who has no token is told nothing of the dossier, its name included.
    template = "stranger.html" if status in (401, 421) else "fault.html"
    return desk.page(template, {"title": title, "words": words, "status": status}, status=status)


def explain(app: FastAPI, desk: Desk) -> None:
    """Has the application answer with such pages."""

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        words = str(error.detail)
        if words == HTTPStatus(error.status_code).phrase:
            words = "Go back, or begin at the overview."
        return fault_page(desk, request.url.path, error.status_code, words)

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, error: RequestValidationError) -> Response:
        parts = {str(one["loc"][-1]): str(one["msg"]) for one in error.errors()}
        words = "; ".join(f"{name}: {message}" for name, message in parts.items())
        return fault_page(desk, request.url.path, 422, words)

    @app.exception_handler(VerbaleError)
    def impossible(request: Request, error: VerbaleError) -> Response:
        status = 404 if isinstance(error, OptionError) else 503 if isinstance(error, DossierError) else 400
        return fault_page(desk, request.url.path, status, _sentence(error))


def _sentence(error: VerbaleError) -> str:
    """Without where it was: that may be the path of the dossier, or the address of a server."""
    what = f"{error.what[:1].upper()}{error.what[1:]}."
    return f"{what} {error.remedy[:1].upper()}{error.remedy[1:]}." if error.remedy else what
