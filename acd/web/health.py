"""Health and metrics, for supervisors, load balancers and Prometheus."""

from litestar import Litestar, Response, get

from acd.web.application import Behind, Numbers, application
from acd.web.metrics import Metrics
from acd.web.service import Readiness, Service

PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


@get("/healthz")
async def healthz() -> dict[str, str]:
    """The process lives and its loop turns."""
    return {"status": "alive"}


@get("/readyz")
async def readyz(service: Behind) -> Response[Readiness]:
    """Whether callers are served; if not, 503 and what is missing."""
    readiness = service.readiness()
    return Response(readiness, status_code=200 if readiness.is_ready else 503)


@get("/metrics")
async def metrics(numbers: Numbers) -> Response[bytes]:
    """Everything counted, for Prometheus."""
    return Response(numbers.text(), media_type=PROMETHEUS)


def health_app(service: Service, numbers: Metrics) -> Litestar:
    """The application on the loopback port."""
    numbers.watch(service)
    return application((healthz, readyz, metrics), {"service": service, "numbers": numbers})
