"""The control socket's requests. Each becomes a message to the engine, or a look at the floor."""

from litestar import Litestar, Response, get, post
from litestar.di import Provide

from acd.core import explain
from acd.model.ids import AgentId, ContactId, PhoneId
from acd.model.message import EndWrapUp, FromAgent, GoNotReady, GoReady, LogIn, LogOut
from acd.model.outcome import Refused
from acd.runtime.ports import JournalAway
from acd.web.bodies import AgentStatus, CompanyText, Explanation, Login, Problem, Reason, Status
from acd.web.service import Applied, Behind, NotApplied, Service
from acd.web.status import status

NOT_FOUND, CONFLICT, UNPROCESSABLE, UNAVAILABLE = 404, 409, 422, 503


def _problem(status_code: int, *reasons: str) -> Response[Problem]:
    return Response(Problem(reasons=reasons), status_code=status_code)


async def _wish(service: Service, message: FromAgent) -> Response[AgentStatus] | Response[Problem]:
    """Carry an agent's wish out, and tell how the agent is afterwards."""
    if service.view.agent(message.agent) is None:
        return _problem(NOT_FOUND, f"There is no agent {message.agent}; `acd agent list` names them.")
    reply = await service.ask(message)
    if isinstance(reply, Refused):
        return _problem(CONFLICT, reply.reason)
    after = next(agent for agent in status(service).agents if agent.id == message.agent)
    return Response(after, status_code=200)


@get("/status")
async def get_status(service: Behind) -> Status:
    """How the floor stands."""
    return status(service)


@post("/agents/{agent:str}/login")
async def log_in(service: Behind, agent: str, data: Login) -> Response[AgentStatus] | Response[Problem]:
    """Log an agent in at a phone."""
    return await _wish(service, LogIn(agent=AgentId(agent), phone=PhoneId(data.phone)))


@post("/agents/{agent:str}/logout")
async def log_out(service: Behind, agent: str) -> Response[AgentStatus] | Response[Problem]:
    """Log an agent out."""
    return await _wish(service, LogOut(agent=AgentId(agent)))


@post("/agents/{agent:str}/ready")
async def go_ready(service: Behind, agent: str) -> Response[AgentStatus] | Response[Problem]:
    """Let an agent take calls."""
    return await _wish(service, GoReady(agent=AgentId(agent)))


@post("/agents/{agent:str}/notready")
async def go_not_ready(
    service: Behind, agent: str, data: Reason
) -> Response[AgentStatus] | Response[Problem]:
    """Let an agent take no calls."""
    known = service.view.policy.not_ready_reasons
    reason = data.reason or next(iter(known.values()), "")
    return await _wish(service, GoNotReady(agent=AgentId(agent), reason=known.get(reason, reason)))


@post("/agents/{agent:str}/endwrap")
async def end_wrap_up(service: Behind, agent: str) -> Response[AgentStatus] | Response[Problem]:
    """End an agent's work after the talk."""
    return await _wish(service, EndWrapUp(agent=AgentId(agent)))


@get("/contacts/{contact:str}")
async def explain_contact(service: Behind, contact: str) -> Response[Explanation] | Response[Problem]:
    """Everything about one contact: what happened, why, and why not yet."""
    try:
        entries = await service.story(contact)
    except JournalAway:
        return _problem(UNAVAILABLE, "The database does not answer; ask again when it does.")
    live = service.view.contact(ContactId(contact))
    if not entries and live is None:
        return _problem(NOT_FOUND, f"There is no contact {contact}; `acd status` names those that are live.")
    not_yet = explain.not_yet(live, service.view, service.now()) if live else None
    return Response(Explanation(contact=contact, entries=entries, not_yet=not_yet))


@post("/company")
async def apply_company(service: Behind, data: CompanyText) -> Response[Applied] | Response[Problem]:
    """Check a company file and put it in force."""
    applied = await service.apply(data.text.encode(), data.path, data.author)
    if isinstance(applied, NotApplied):
        return _problem(UNPROCESSABLE, *applied.reasons)
    return Response(applied, status_code=200)


def control_app(service: Service) -> Litestar:
    """The application behind the control socket."""
    return Litestar(
        route_handlers=[
            get_status,
            log_in,
            log_out,
            go_ready,
            go_not_ready,
            end_wrap_up,
            explain_contact,
            apply_company,
        ],
        dependencies={"service": Provide(lambda: service, sync_to_thread=False)},
        openapi_config=None,
        logging_config=None,
    )
