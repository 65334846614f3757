"""What the applications on the socket and on the port have in common."""

from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from litestar import Litestar, Request, Response
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import SkipValidation

from acd.runtime.ports import JournalAway, LeadershipLost
from acd.web.bodies import Problem
from acd.web.service import Service

log = structlog.get_logger(__name__)

UNEXPECTED, UNAVAILABLE = 500, 503

Behind = NamedDependency[SkipValidation[Service]]
"""The service behind a handler, handed over as it is."""


def application(handlers: Sequence[HTTPRouteHandler], dependencies: Mapping[str, object]) -> Litestar:
    """An application that answers every failure with a `Problem` and leaves logging as it was set up.

    `dependencies` are handed to the handlers by name.
    """
    return Litestar(
        route_handlers=list(handlers),
        dependencies={name: _provide(value) for name, value in dependencies.items()},
        exception_handlers={
            HTTPException: _misused,
            JournalAway: _database_away,
            LeadershipLost: _overtaken,
            Exception: _unexpected,
        },
        openapi_config=None,
        logging_config=None,
        debug=False,
        pdb_on_exception=False,
    )


def problem(status_code: int, *reasons: str) -> Response[Problem]:
    """A request that is not carried out."""
    return Response(Problem(reasons=reasons), status_code=status_code)


def _provide(value: object) -> Provide:
    return Provide(lambda: value, use_cache=True, sync_to_thread=False)


def _misused(_request: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    return problem(error.status_code, error.detail)


def _database_away(_request: Request[Any, Any, Any], _error: JournalAway) -> Response[Problem]:
    return problem(UNAVAILABLE, "The database does not answer; ask again when it does.")


def _overtaken(_request: Request[Any, Any, Any], error: LeadershipLost) -> Response[Problem]:
    return problem(UNAVAILABLE, f"{error} Ask again in a moment: this process ends.")


def _unexpected(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    log.error("a request has failed", path=request.url.path, exc_info=error)
    return problem(UNEXPECTED, "Something unexpected went wrong; the log of the service says what.")
