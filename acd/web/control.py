"""The control socket's requests. Each becomes a message to the engine, or a look at the floor."""

import asyncio

from litestar import Litestar, Response, get, post
from litestar.params import FromPath, JSONBody

from acd.core import explain
from acd.model.ids import AgentId, ContactId, PhoneId
from acd.model.message import EndWrapUp, FromAgent, GoNotReady, GoReady, LogIn, LogOut
from acd.model.outcome import Refused
from acd.runtime.ports import JournalAway
from acd.web.application import UNAVAILABLE, Behind, application, problem
from acd.web.bodies import AgentStatus, CompanyText, Explanation, Login, Problem, Reason, Status
from acd.web.service import Applied, NotApplied, Service
from acd.web.status import agent_status, contact_status, status

NOT_FOUND, CONFLICT, UNPROCESSABLE = 404, 409, 422

WISH_LIMIT_S = 5.0
"""How long an agent's wish may wait for its commit before the asker is told that the database is away."""


async def _wish(service: Service, message: FromAgent) -> Response[AgentStatus] | Response[Problem]:
    """Carry an agent's wish out, and tell how the agent is afterwards."""
    if service.view.agent(message.agent) is None:
        return problem(NOT_FOUND, f"There is no agent {message.agent}; `acd agent list` names them.")
    try:
        async with asyncio.timeout(WISH_LIMIT_S):
            reply = await service.ask(message)
    except TimeoutError:
        return problem(
            UNAVAILABLE,
            "The database does not answer. The wish is noted, and holds once it does: see `acd agent list`.",
        )
    if isinstance(reply, Refused):
        return problem(CONFLICT, reply.reason)
    after = agent_status(message.agent, service)
    assert after is not None, "an agent once on the floor stays there"
    return Response(after, status_code=200)


@get("/status")
async def get_status(service: Behind) -> Status:
    """How the floor stands."""
    return status(service)


@post("/agents/{agent:str}/login")
async def log_in(
    service: Behind, agent: FromPath[str], data: JSONBody[Login]
) -> Response[AgentStatus] | Response[Problem]:
    """Log an agent in at a phone."""
    return await _wish(service, LogIn(agent=AgentId(agent), phone=PhoneId(data.phone)))


@post("/agents/{agent:str}/logout")
async def log_out(service: Behind, agent: FromPath[str]) -> Response[AgentStatus] | Response[Problem]:
    """Log an agent out."""
    return await _wish(service, LogOut(agent=AgentId(agent)))


@post("/agents/{agent:str}/ready")
async def go_ready(service: Behind, agent: FromPath[str]) -> Response[AgentStatus] | Response[Problem]:
    """Let an agent take calls."""
    return await _wish(service, GoReady(agent=AgentId(agent)))


@post("/agents/{agent:str}/notready")
async def go_not_ready(
    service: Behind, agent: FromPath[str], data: JSONBody[Reason]
) -> Response[AgentStatus] | Response[Problem]:
    """Let an agent take no calls. The reason is named, or given by its key."""
    known = service.view.policy.not_ready_reasons
    reason = data.reason or next(iter(known.values()), "")
    return await _wish(service, GoNotReady(agent=AgentId(agent), reason=known.get(reason, reason)))


@post("/agents/{agent:str}/endwrap")
async def end_wrap_up(service: Behind, agent: FromPath[str]) -> Response[AgentStatus] | Response[Problem]:
    """End an agent's work after the talk."""
    return await _wish(service, EndWrapUp(agent=AgentId(agent)))


@get("/contacts/{contact:str}")
async def explain_contact(
    service: Behind, contact: FromPath[str]
) -> Response[Explanation] | Response[Problem]:
    """Everything about one contact: what happened, why, and why not yet."""
    gap = None
    try:
        entries = await service.story(contact)
    except JournalAway:
        entries, gap = (), "The database does not answer, so what has happened so far cannot be told now."
    view, at = service.view, service.now()
    found = view.contact(ContactId(contact))
    live = found if found and found.is_live else None
    if live is None and gap:
        return problem(UNAVAILABLE, gap, "Ask again when it does.")
    if live is None and not entries:
        said = "`acd status` names those that are live, the service's log all of them"
        kind = "" if contact.startswith("c") else " (a contact is such as c7-12)"
        return problem(NOT_FOUND, f"There is no contact {contact}{kind}; {said}.")
    explanation = Explanation(
        contact=contact,
        entries=entries,
        now=contact_status(live, view, at) if live else None,
        not_yet=explain.not_yet(live, view, at) if live else None,
        expected=view.expected(live) if live else None,
        agents={agent.id: agent.name for agent in view.policy.agents.values()},
        queues={queue.id: queue.name for queue in view.policy.queues.values()},
        gap=gap,
    )
    return Response(explanation, status_code=200)


@post("/company")
async def apply_company(
    service: Behind, data: JSONBody[CompanyText]
) -> Response[Applied] | Response[Problem]:
    """Check a company file and put it in force."""
    applied = await service.apply(data.text.encode(), data.path, data.author)
    if isinstance(applied, NotApplied):
        return problem(UNPROCESSABLE, *applied.reasons)
    return Response(applied, status_code=200)


def control_app(service: Service) -> Litestar:
    """The application behind the control socket."""
    handlers = (
        get_status,
        log_in,
        log_out,
        go_ready,
        go_not_ready,
        end_wrap_up,
        explain_contact,
        apply_company,
    )
    return application(handlers, {"service": service})
