"""Health and metrics, for supervisors, load balancers and Prometheus."""

from litestar import Litestar, Response, get
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from acd.web.application import application
from acd.web.metrics import Metrics
from acd.web.service import Health, Readiness

Standing = NamedDependency[SkipValidation[Health]]
"""The process behind a handler, handed over as it is."""
Numbers = NamedDependency[SkipValidation[Metrics]]
"""What has been counted."""

PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


@get("/healthz")
async def healthz() -> dict[str, str]:
    """The process lives and its loop turns."""
    return {"status": "alive"}


@get("/readyz")
async def readyz(health: Standing) -> Response[Readiness]:
    """Whether callers are served by this process; if not, 503 and what is missing, or who leads instead."""
    readiness = health.readiness()
    return Response(readiness, status_code=200 if readiness.is_ready else 503)


@get("/metrics")
async def metrics(numbers: Numbers) -> Response[bytes]:
    """Everything counted, for Prometheus."""
    return Response(numbers.text(), media_type=PROMETHEUS)


def health_app(health: Health, numbers: Metrics) -> Litestar:
    """The application on the loopback port."""
    return application((healthz, readyz, metrics), {"health": health, "numbers": numbers})
