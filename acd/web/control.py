"""The control socket's requests. Each becomes a message to the engine, or a look at the floor."""

import asyncio

import msgspec
from litestar import Litestar, Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from acd.core import explain
from acd.model.ids import AgentId, ContactId, OverlayId, PhoneId, QueueId
from acd.model.message import (
    CancelCallback,
    EndWrapUp,
    EnterOverlay,
    FromAgent,
    FromSupervisor,
    GoNotReady,
    GoReady,
    LogIn,
    LogOut,
    MoveOverlayEnd,
    ScheduleCallback,
    WithdrawOverlay,
)
from acd.model.outcome import Done, Refused, Reply
from acd.model.overlay import Absence, Past, Refusal
from acd.model.telephone import international
from acd.runtime.ports import JournalAway
from acd.telling.moments import MomentUnreadable, read_moment
from acd.web.application import UNAVAILABLE, Behind, application, problem
from acd.web.bodies import (
    AgentStatus,
    Callbacks,
    CallbackStatus,
    CompanyText,
    EnteredOverlay,
    Explanation,
    LoggedIn,
    Login,
    Messages,
    NewCallback,
    NewEnd,
    NewOverlay,
    Overlays,
    OverlayStatus,
    Problem,
    Reason,
    Status,
    Withdrawal,
)
from acd.web.callbacks import callback_status, callbacks, is_to_be_called
from acd.web.messages import messages
from acd.web.service import Applied, NotApplied, Service
from acd.web.status import (
    agent_status,
    contact_status,
    entered_overlay,
    overlay_status,
    overlays,
    status,
)

NOT_FOUND, CONFLICT, UNPROCESSABLE = 404, 409, 422

WISH_LIMIT_S = 5.0
"""How long an agent's wish may wait for its commit before the asker is told that the database is away."""


async def _wish(service: Service, message: FromAgent) -> Response[AgentStatus] | Response[Problem]:
    """Carry an agent's wish out, and tell how the agent is afterwards."""
    reply = await _granted(service, message)
    if isinstance(reply, Response):
        return reply
    return Response(_status(message.agent, service), status_code=200)


async def _granted(service: Service, message: FromAgent) -> Done | Response[Problem]:
    """Carry an agent's wish out."""
    if service.view.agent(message.agent) is None:
        return problem(NOT_FOUND, f"There is no agent {message.agent}; `acd agent list` names them.")
    reply = await _decided(service, message)
    if isinstance(reply, Response):
        return reply
    if isinstance(reply, Refused):
        return problem(CONFLICT, reply.reason)
    return reply


def _status(agent: AgentId, service: Service) -> AgentStatus:
    found = agent_status(agent, service)
    assert found is not None, "an agent once on the floor stays there"
    return found


@get("/status")
async def get_status(service: Behind) -> Status:
    """How the floor stands."""
    return status(service)


@post("/agents/{agent:str}/login")
async def log_in(
    service: Behind, agent: FromPath[str], data: JSONBody[Login]
) -> Response[LoggedIn] | Response[Problem]:
    """Log an agent in at a phone."""
    reply = await _granted(service, LogIn(agent=AgentId(agent), phone=PhoneId(data.phone)))
    if isinstance(reply, Response):
        return reply
    before = _status(reply.in_place_of, service) if reply.in_place_of is not None else None
    after = msgspec.structs.asdict(_status(AgentId(agent), service))
    return Response(LoggedIn(**after, in_place_of=before), status_code=200)


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


async def _decided(service: Service, message: FromAgent | FromSupervisor) -> Reply | Response[Problem]:
    """What becomes of a request."""
    try:
        async with asyncio.timeout(WISH_LIMIT_S):
            return await service.ask(message)
    except TimeoutError:
        return problem(
            UNAVAILABLE,
            "The database does not answer. The wish is noted, and holds once it does: see `acd status`.",
        )


@get("/overlays")
async def get_overlays(service: Behind, past: FromQuery[bool] = False) -> Overlays:
    """Absences, incidents and numbers that are not called: planned and in force, or the latest of those that
    are over.
    """
    view = service.view
    found = await service.past_overlays() if past else overlays(view)
    return Overlays(
        overlays=tuple(overlay_status(overlay, view) for overlay in found), timezone=view.policy.timezone
    )


@post("/overlays")
async def enter_overlay(
    service: Behind, data: JSONBody[NewOverlay]
) -> Response[EnteredOverlay] | Response[Problem]:
    """Enter an absence, an incident or a number that is not called, now or ahead."""
    policy, now = service.view.policy, service.now()
    reason = (
        policy.absence_reasons.get(data.reason, data.reason)
        if isinstance(data.edit, Absence)
        else data.reason
    )
    if not reason.strip():
        return problem(UNPROCESSABLE, "Say why, in a word or two: it is shown to those who ask.")
    if isinstance(data.edit, Absence) and reason.isdecimal():
        known = "".join(f", or {key} for {told}" for key, told in policy.absence_reasons.items())
        return problem(UNPROCESSABLE, f"There is no reason {reason}: say it in words{known}.")
    try:
        begins_at = _moment(data.begins, policy.timezone, now)
        ends_at = _moment(data.ends, policy.timezone, begins_at or now, is_end=True)
    except MomentUnreadable as unreadable:
        return problem(UNPROCESSABLE, f"{unreadable} Times are those of {policy.timezone}.")
    edit = data.edit
    if isinstance(edit, Refusal):
        number = _whole(edit.number, service)
        if number is None:
            return _no_number(edit.number)
        edit = Refusal(number=number)
    message = EnterOverlay(edit=edit, author=data.author, reason=reason, begins_at=begins_at, ends_at=ends_at)
    reply = await _decided(service, message)
    if isinstance(reply, Response):
        return reply
    if isinstance(reply, Refused):
        return problem(CONFLICT, reply.reason)
    entered = service.view.overlay(reply.overlay) if reply.overlay is not None else None
    if entered is None:
        return problem(CONFLICT, "It was entered, and is over already: `acd absence list --past` shows it.")
    return Response(entered_overlay(entered, service.view), status_code=200)


@post("/overlays/{overlay:str}/until")
async def move_end(
    service: Behind, overlay: FromPath[str], data: JSONBody[NewEnd]
) -> Response[OverlayStatus] | Response[Problem]:
    """Let an absence or an incident end at another moment."""
    before, policy = service.view.overlay(OverlayId(overlay)), service.view.policy
    if before is None:
        return _no_overlay(overlay)
    try:
        since = max(service.now(), before.begins_at)
        ends_at = _moment(data.ends, policy.timezone, since, is_end=True)
    except MomentUnreadable as unreadable:
        return problem(UNPROCESSABLE, f"{unreadable} Times are those of {policy.timezone}.")
    reply = await _decided(service, MoveOverlayEnd(overlay=before.id, author=data.author, ends_at=ends_at))
    match reply:
        case Response():
            return reply
        case Refused(reason=reason):
            return problem(CONFLICT, reason) if service.view.overlay(before.id) else _no_overlay(overlay)
        case _:
            after = msgspec.structs.replace(before, ends_at=ends_at)
            return Response(overlay_status(after, service.view), status_code=200)


@post("/overlays/{overlay:str}/end")
async def end_overlay(
    service: Behind, overlay: FromPath[str], data: JSONBody[Withdrawal]
) -> Response[OverlayStatus] | Response[Problem]:
    """End an absence or an incident, or call it off."""
    before = service.view.overlay(OverlayId(overlay))
    reply = await _decided(service, WithdrawOverlay(overlay=OverlayId(overlay), author=data.author))
    match reply:
        case Response():
            return reply
        case Done() if before is not None:
            over = msgspec.structs.replace(before, state=Past(at=service.now(), by=data.author))
            return Response(overlay_status(over, service.view), status_code=200)
        case _:
            return _no_overlay(overlay)


@get("/callbacks")
async def get_callbacks(service: Behind) -> Callbacks:
    """Who is to be called back."""
    view = service.view
    return Callbacks(callbacks=tuple(callbacks(view)), timezone=view.policy.timezone)


@post("/callbacks")
async def schedule_callback(
    service: Behind, data: JSONBody[NewCallback]
) -> Response[CallbackStatus] | Response[Problem]:
    """Call a customer at a moment to come. Asked for twice, it is told which one there is."""
    policy, now = service.view.policy, service.now()
    number = _whole(data.number, service)
    if number is None:
        return _no_number(data.number)
    try:
        not_before = read_moment(data.at, policy.timezone, now)
        expires_at = _moment(data.until, policy.timezone, not_before, is_end=True)
    except MomentUnreadable as unreadable:
        return problem(UNPROCESSABLE, f"{unreadable} Times are those of {policy.timezone}.")
    message = ScheduleCallback(
        number=number,
        queue=QueueId(data.queue),
        not_before=not_before,
        expires_at=expires_at,
        author=data.author,
        wanted=AgentId(data.agent) if data.agent is not None else None,
        name=data.name,
        note=data.note,
        language=data.language,
    )
    reply = await _decided(service, message)
    match reply:
        case Response():
            return reply
        case Refused(reason=reason):
            return problem(CONFLICT, reason)
        case Done(contact=contact):
            found = service.view.contact(contact) if contact is not None else None
            if found is None or not is_to_be_called(found):
                return problem(CONFLICT, f"It is over already: `acd explain {contact}` says why.")
            return Response(callback_status(found), status_code=200)


@post("/callbacks/{contact:str}/cancel")
async def cancel_callback(
    service: Behind, contact: FromPath[str], data: JSONBody[Withdrawal]
) -> Response[CallbackStatus] | Response[Problem]:
    """Do not call a customer back."""
    before = service.view.contact(ContactId(contact))
    reply = await _decided(service, CancelCallback(contact=ContactId(contact), author=data.author))
    match reply:
        case Response():
            return reply
        case Done() if before is not None:
            return Response(callback_status(before), status_code=200)
        case Refused(reason=reason) if before is not None:
            return problem(CONFLICT, reason)
        case _:
            said = "`acd callback list` names those who are to be called back"
            return problem(NOT_FOUND, f"There is no callback {contact}, or it is over; {said}.")


@post("/refused/{number:str}/end")
async def allow_number(
    service: Behind, number: FromPath[str], data: JSONBody[Withdrawal]
) -> Response[Overlays] | Response[Problem]:
    """Take a number off the do-not-call list."""
    view, whole = service.view, _whole(number, service)
    if whole is None:
        return _no_number(number)
    found = [each for each in overlays(view) if isinstance(each.edit, Refusal) and each.edit.number == whole]
    for each in found:
        reply = await _decided(service, WithdrawOverlay(overlay=each.id, author=data.author))
        if isinstance(reply, Response):
            return reply
    dialling = view.policy.dialling
    if dialling is not None and whole in dialling.never:
        return problem(CONFLICT, f"{whole} stands in the company file, under never: of callbacks:.")
    if not found:
        said = "`acd callback refused` names those that are"
        return problem(NOT_FOUND, f"{whole} is not on the do-not-call list; {said}.")
    over = [msgspec.structs.replace(each, state=Past(at=service.now(), by=data.author)) for each in found]
    told = tuple(overlay_status(each, view) for each in over)
    return Response(Overlays(overlays=told, timezone=view.policy.timezone), status_code=200)


def _whole(number: str, service: Service) -> str | None:
    """A number as it is dialled, when the company writes it."""
    dialling = service.view.policy.dialling
    return international(number, dialling.country if dialling is not None else None)


def _no_number(number: str) -> Response[Problem]:
    return problem(
        UNPROCESSABLE, f"{number} is no telephone number: write it with its country, such as +436601234567."
    )


@get("/messages")
async def get_messages(service: Behind) -> Messages:
    """Which messages were left and not closed."""
    view = service.view
    return Messages(messages=tuple(messages(view)), timezone=view.policy.timezone)


def _moment(written: str | None, timezone: str, now: float, *, is_end: bool = False) -> float | None:
    return read_moment(written, timezone, now, is_end=is_end) if written is not None else None


def _no_overlay(overlay: str) -> Response[Problem]:
    return problem(
        NOT_FOUND,
        f"There is no absence or incident {overlay}, or it is over: `acd absence list` and "
        "`acd incident list` name those that are planned or in force.",
    )


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
        expected=view.expected(live, at) if live else None,
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
        get_overlays,
        enter_overlay,
        move_end,
        end_overlay,
        get_callbacks,
        schedule_callback,
        cancel_callback,
        allow_number,
        get_messages,
        explain_contact,
        apply_company,
    )
    return application(handlers, {"service": service})
