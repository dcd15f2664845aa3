"""The application: which routers there are, and what stands before them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from verbale.web import adding, api, correcting, picturing
from verbale.web.desk import Desk
from verbale.web.faults import explain
from verbale.web.intake import Intake
from verbale.web.reading import articles, differing, documents, overview, parties, positions, search, timeline
from verbale.web.safety import Shield, changing

_PAGES = (overview, articles, parties, timeline, positions, documents, differing, search, adding, correcting, picturing)


def application(desk: Desk) -> FastAPI:
    """The dossier's pages. The desk is closed when the server ends."""
    app = FastAPI(
        title="Verbale",
        version=version("verbale"),
        # FastAPI's own pages load scripts of other hosts.
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=_closing,
    )
    app.state.desk = desk
    app.state.intake = Intake(desk.dossier)
    app.mount("/static", _Static(packages=[("verbale.web", "static")]))
    for pages in _PAGES:
        app.include_router(pages.router, dependencies=[Depends(changing)], include_in_schema=False)
    app.include_router(api.router)
    explain(app, desk)
    app.add_middleware(Shield, desk=desk)
    return app


@asynccontextmanager
async def _closing(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.intake.close()
    app.state.desk.dossier.close()


class _Static(StaticFiles):
    """Style and script: a browser asks whether they are still the same."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file."""
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "no-cache"
        return answer
