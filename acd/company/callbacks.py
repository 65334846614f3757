"""Callbacks as the company file describes them: the checks, and what the engine takes of them."""

from collections.abc import Mapping

from acd.company import schema
from acd.company.findings import Findings
from acd.company.geography import ways_to_write
from acd.company.hours import overlap, spans_of, times_of
from acd.company.mistake import Steps, quoted
from acd.company.preview import check_preview, preview_of
from acd.company.routes import heard_while_waiting, is_complete, reached_from, targets
from acd.model.callback import AHEAD_S, Between, CallbackRules, Dialling, Miss, Mode, PersonCheck
from acd.model.hours import Hours, Span, every_day
from acd.model.ids import PromptId
from acd.model.telephone import international

HOUR_S = 3600.0


def check_callbacks(findings: Findings) -> None:
    """Whoever is promised a callback can be dialled, and nobody else ever is."""
    company = findings.company
    callbacks = company.callbacks
    if callbacks is not None:
        findings.refer("trunks", callbacks.trunk, ("callbacks", "trunk"))
        findings.refer("numbers", callbacks.show, ("callbacks", "show"))
        findings.refer("prompts", callbacks.briefing, ("callbacks", "briefing"))
        findings.refer("hours", callbacks.hours, ("callbacks", "hours"))
        _check_never(findings, callbacks)
        if company.country is None and findings.whole("country"):
            findings.at_key(
                ("callbacks",),
                "nobody can say what a number without a country's code stands for",
                "add country: with the two letters of the company's country",
            )
    for name, queue in company.queues.items():
        if queue.callback is not None:
            check_preview(findings, queue.callback, ("queues", name, "callback"))
        if queue.callback is not None and callbacks is None and findings.whole("callbacks"):
            findings.at_key(
                ("queues", name, "callback"),
                "nothing says how calls to customers go out",
                "add callbacks: with a trunk and the number that is shown",
            )
        if queue.callback is not None:
            _check_mode(findings, queue.callback, ("queues", name, "callback"))
    for name, flow in company.flows.items():
        for node_name, node in flow.nodes.items():
            if isinstance(node, schema.CallBack):
                _check_node(findings, name, node, ("flows", name, "nodes", node_name))
            if isinstance(node, schema.RecordNote):
                _check_note(findings, name, node_name, ("flows", name, "nodes", node_name))


def _check_mode(findings: Findings, callback: schema.Callback, here: Steps) -> None:
    """Who is called first hears at once what it is about, and whether somebody is there is known."""
    findings.refer("prompts", callback.briefing, (*here, "briefing"))
    if callback.person is not None:
        findings.refer("prompts", callback.person.prompt, (*here, "person", "prompt"))
    if callback.mode == "customer_first" and callback.person is None and findings.whole(*here, "person"):
        findings.at(
            (*here, "mode"),
            "whoever takes the call would hear nothing, and nobody would know who it is",
            "add person: with a prompt that says who calls, and which key to press",
        )
    if callback.note_first and callback.mode != "customer_first" and findings.whole(*here, "mode"):
        findings.at(
            (*here, "note_first"),
            f"with mode: {callback.mode} every agent hears the note before the customer is called",
            "remove it, or write mode: customer_first",
        )
    if callback.mode != "customer_first" and callback.ahead_s is not None and findings.whole(*here, "mode"):
        findings.at_key(
            (*here, "ahead_s"),
            "nobody is called ahead of an agent in this mode",
            "add mode: customer_first, or remove this",
        )
    if callback.person is not None and callback.machine_key is not None:
        findings.at(
            (*here, "machine_key"),
            "whoever an agent talks with has pressed the key of person before, so it is never a machine",
            "remove one of the two",
        )


def _check_node(findings: Findings, flow: str, node: schema.CallBack, here: Steps) -> None:
    company = findings.company
    findings.refer("queues", node.queue, (*here, "queue"))
    if not findings.whole("queues") or not findings.whole(*here):
        return
    queues = [queue for queue in company.queues.values() if flow in heard_while_waiting(queue)]
    if node.queue is not None:
        named = company.queues.get(node.queue)
        if named is not None and named.callback is None:
            findings.at(
                (*here, "queue"),
                f"{quoted(node.queue)} calls nobody back",
                "add callback: {} to that queue, or name another one",
            )
    elif not queues:
        findings.at_key(
            here,
            "whoever comes here does not wait yet",
            "add queue: with the line in which to take a place, or menu: with this flow to a queue",
        )
    elif all(queue.callback is None for queue in queues):
        findings.at_key(
            here, "no queue with this menu calls back", "add callback: {} to the queue, or remove the node"
        )
    _check_between(findings, node, here)
    _check_at(findings, node, here)
    if findings.whole("flows", flow) and not _says_good_bye(company.flows[flow], node):
        findings.at(
            (*here, "next"),
            f"{quoted(node.next)} does not lead to good-bye, and whoever is called back leaves the line",
            "say something, record a note, and let it end with do: hangup",
        )


def _check_note(findings: Findings, name: str, node_name: str, here: Steps) -> None:
    """What is recorded for whoever calls back is of use if that is agreed, or is what comes of it."""
    flow = findings.company.flows[name]
    if not is_complete(findings, name, flow):
        return
    node = flow.nodes[node_name]
    assert isinstance(node, schema.RecordNote)
    agreed = [each for each in flow.nodes.values() if isinstance(each, schema.CallBack)]
    follows = any(node_name in reached_from(each.next, flow) for each in agreed)
    if not follows and not any(
        isinstance(flow.nodes[each], schema.CallBack) for each in reached_from(node.next, flow)
    ):
        findings.at(
            (*here, "next"),
            f"{quoted(node.next)} leads to no callback, so nobody would ever hear the note",
            "lead to do: call_back, or come from there; a message for a box is do: voicemail",
        )


def _check_never(findings: Findings, callbacks: schema.Callbacks) -> None:
    for index, number in enumerate(callbacks.never):
        is_readable = findings.whole("country") and findings.whole("callbacks", "never", index)
        if is_readable and international(number, findings.company.country) is None:
            findings.at(
                ("callbacks", "never", index),
                f"{quoted(number)} is no telephone number",
                'write it with its country, such as "+436601234567"',
            )


def _check_between(findings: Findings, node: schema.CallBack, here: Steps) -> None:
    """A time of day that can come: by the clock, and within the hours at which customers are called."""
    company, callbacks = findings.company, findings.company.callbacks
    if node.between is None:
        return
    try:
        ((opens, closes),) = times_of(node.between)
    except ValueError:
        findings.at(
            (*here, "between"),
            f"{quoted(node.between)} is no stretch of a day",
            'write such as "14:00-18:00"',
        )
        return
    hours = company.hours.get(callbacks.hours or "") if callbacks is not None else None
    if callbacks is None or hours is None or not findings.whole("hours"):
        return
    if not any(overlap(one, another) for one in every_day(opens, closes) for another in _spans(hours)):
        findings.at(
            (*here, "between"),
            f"customers are never called at that time, says {quoted(callbacks.hours or '')}",
            "choose a time within these hours, or change them",
        )


def _check_at(findings: Findings, node: schema.CallBack, here: Steps) -> None:
    """A time that was asked for, and no other one beside it."""
    if node.at is None:
        return
    if node.between is not None:
        findings.at((*here, "at"), "there is a time of day beside it", "keep either at: or between:")
    if not any(asks_for_time(flow) for flow in findings.company.flows.values()):
        findings.at(
            (*here, "at"),
            "no caller is ever asked for a time",
            "add a node with do: ask and asks_for: time before it",
        )


def asks_for_time(flow: schema.Flow) -> bool:
    """Whether callers key in there when they want to be called."""
    nodes = flow.nodes.values()
    return any(isinstance(node, schema.Ask) and node.asks_for == "time" for node in nodes)


def _spans(hours: schema.Hours) -> list[Span]:
    """Those that can be read; of the others it is told where they stand."""
    found = []
    for days, times in hours.open.items():
        try:
            found.extend(spans_of(days, times))
        except ValueError:
            continue
    return found


def _says_good_bye(flow: schema.Flow, node: schema.CallBack) -> bool:
    """Whether all that follows are words, of ours or of the caller, and in the end good-bye."""
    to_do, met, ends = [node.next], set[str](), list[schema.Node | None]()
    while to_do:
        name = to_do.pop()
        following = flow.nodes.get(name)
        if not isinstance(following, schema.Say | schema.RecordNote):
            ends.append(following)
        elif name not in met:
            met.add(name)
            to_do += targets(following)
    return bool(ends) and all(isinstance(end, schema.Hangup) for end in ends)


def between_of(node: schema.CallBack) -> Between | None:
    """The time of day that a node offers."""
    if node.between is None:
        return None
    ((opens, closes),) = times_of(node.between)
    return Between(opens_min=opens, closes_min=closes)


def dialling_of(company: schema.Company, hours: Mapping[str, Hours]) -> Dialling | None:
    """How calls to customers go out."""
    callbacks = company.callbacks
    if callbacks is None or company.country is None:
        return None
    own = {way for number in company.numbers for way in ways_to_write(number, company.country)}
    return Dialling(
        trunk=callbacks.trunk,
        caller_id=callbacks.show,
        country=company.country,
        countries=frozenset(callbacks.countries or (company.country,)),
        allow=callbacks.allow,
        own=frozenset(own),
        no_ringing_s=callbacks.no_ringing_s,
        briefing=PromptId(callbacks.briefing) if callbacks.briefing is not None else None,
        hours=hours[callbacks.hours] if callbacks.hours is not None else None,
        timezone=company.timezone,
        lines=callbacks.lines,
        per_minute=callbacks.per_minute,
        trunk_away_s=callbacks.trunk_away_s,
        never=frozenset(filter(None, (international(number, company.country) for number in callbacks.never))),
    )


def rules_of_callback(callback: schema.Callback | None) -> CallbackRules | None:
    """How a queue calls back."""
    if callback is None:
        return None
    retries, person = callback.retries_s, callback.person
    return CallbackRules(
        mode=Mode(callback.mode),
        briefing=PromptId(callback.briefing) if callback.briefing is not None else None,
        preview=preview_of(callback.preview),
        ahead_s=callback.ahead_s if callback.ahead_s is not None else AHEAD_S,
        note_first=callback.note_first,
        person=PersonCheck(
            prompt=PromptId(person.prompt), key=person.key, wait_s=person.wait_s, times=person.times
        )
        if person is not None
        else None,
        machine_key=callback.machine_key,
        ring_s=callback.ring_s,
        expires_s=callback.expires_after_h * HOUR_S,
        broken_off_s=callback.broken_off_s,
        retries={
            Miss.NO_ANSWER: retries.no_answer,
            Miss.BUSY: retries.busy,
            Miss.INVALID: retries.invalid,
            Miss.VOICEMAIL: retries.voicemail,
            Miss.HUNG_UP: retries.hung_up,
            Miss.UNKNOWN: retries.unknown,
        },
    )
