"""The checks of numbers and times that are keyed in and read out: there is one, and somebody to call."""

from collections.abc import Iterator

from acd.company import schema
from acd.company.callbacks import asks_for_time
from acd.company.findings import Findings
from acd.company.mistake import Steps, quoted
from acd.company.prompts import blanks_of
from acd.model.spoken import Blank


def check_numbers_read(findings: Findings) -> None:
    """Each {number} stands where it is known, and each number that is asked for can be called."""
    company = findings.company
    for name, flow in company.flows.items():
        for node_name, node in flow.nodes.items():
            here: Steps = ("flows", name, "nodes", node_name)
            match node:
                case schema.Say() | schema.Menu():
                    _check_read(findings, node, here)
                case schema.Ask(asks_for="phone_number" | "time") if company.callbacks is None:
                    _check_called(findings, here)
                case _:
                    pass
    elsewhere, read, told = set(_said_elsewhere(company)), set(_read(company)), set(_briefings(company))
    if not findings.whole("flows"):
        return
    for name, prompt in company.prompts.items():
        if name in elsewhere or name not in read | told:
            _check_unread(findings, prompt, ("prompts", name), {Blank.NUMBER, Blank.TIME})
        elif name in told:
            _check_unread(findings, prompt, ("prompts", name), {Blank.TIME})


def _check_read(findings: Findings, node: schema.Say | schema.Menu, here: Steps) -> None:
    """Whoever has no number that may be called goes another way, and nobody else does."""
    prompt = findings.company.prompts.get(node.prompt)
    if prompt is None or not findings.whole("prompts", node.prompt) or not findings.whole(*here):
        return
    if not any(map(asks_for_time, findings.company.flows.values())):
        _check_asked(findings, prompt, node.prompt, here)
    reads = any(Blank.NUMBER in blanks_of(text or "") for _, text in _texts(prompt, ()))
    if reads and findings.company.callbacks is None and findings.whole("callbacks"):
        findings.at(
            (*here, "prompt"),
            f"{quoted(node.prompt)} reads out a number, and nobody is ever called back",
            "add callbacks: with a trunk and the number that is shown, or say another prompt",
        )
    if reads and node.without_number is None:
        findings.at_key(
            here,
            f"{quoted(node.prompt)} reads out a number, and some callers have none that may be called",
            "add without_number: with the node at which they go on, such as one that asks for it",
        )
    if not reads and node.without_number is not None:
        findings.at(
            (*here, "without_number"),
            f"{quoted(node.prompt)} reads out no number",
            "remove this, or let it say {number}",
        )


def _check_asked(findings: Findings, prompt: schema.Prompt, name: str, here: Steps) -> None:
    if any(Blank.TIME in blanks_of(text or "") for _, text in _texts(prompt, ())):
        findings.at(
            (*here, "prompt"),
            f"{quoted(name)} reads out a time, and no caller is ever asked for one",
            "add a node with do: ask and asks_for: time before it, or say another prompt",
        )


def _check_called(findings: Findings, here: Steps) -> None:
    if findings.whole("callbacks"):
        findings.at(
            (*here, "asks_for"),
            "nothing says how calls to customers go out, so whatever a caller types is unknown",
            "add callbacks: with a trunk and the number that is shown",
        )


def _check_unread(findings: Findings, prompt: schema.Prompt, here: Steps, unknown: set[Blank]) -> None:
    for steps, text in _texts(prompt, here):
        for blank in sorted(unknown & set(blanks_of(text or ""))):
            findings.at(
                (*steps, "text"),
                f"{{{blank}}} is known only on the way through a flow",
                "say it by do: say or do: menu, a number also by a briefing, and nowhere else, "
                "or write it without",
            )


def _texts(prompt: schema.Prompt, here: Steps) -> Iterator[tuple[Steps, str | None]]:
    yield here, prompt.text
    for language, version in prompt.translations.items():
        yield (*here, "translations", language), version.text


def _read(company: schema.Company) -> Iterator[str]:
    """What may read out a number."""
    for flow in company.flows.values():
        for node in flow.nodes.values():
            if isinstance(node, schema.Say | schema.Menu):
                yield node.prompt


def _said_elsewhere(company: schema.Company) -> Iterator[str]:
    """What is said where there is none."""
    for flow in company.flows.values():
        for node in flow.nodes.values():
            match node:
                case schema.Menu():
                    yield from (node.wrong_key, node.no_key)
                case schema.Ask():
                    yield from (node.prompt, node.unknown, node.no_key)
                case schema.RecordNote():
                    yield node.prompt
                case schema.KeepWaiting():
                    yield from filter(None, (node.say, node.if_soon, node.if_unsure))
                case _:
                    pass
    for queue in company.queues.values():
        for each in queue.announcements:
            yield from filter(None, (each.say, each.if_soon, each.if_unsure))
    yield from _said_to_people(company)
    yield from (line.prompt for line in company.outside.values())


def _said_to_people(company: schema.Company) -> Iterator[str]:
    """To whoever takes the call, to an agent who decides, and in the boxes."""
    for queue in company.queues.values():
        if queue.callback is not None and queue.callback.person is not None:
            yield queue.callback.person.prompt
        if queue.callback is not None and queue.callback.preview is not None:
            yield from filter(None, (queue.callback.preview.prompt, queue.callback.preview.wrong_key))
    for box in company.voicemail.values():
        if box.messages is not None:
            yield from filter(None, (box.messages.prompt, box.messages.briefing))


def _briefings(company: schema.Company) -> Iterator[str]:
    """What an agent hears of who is to be called."""
    of_queues = (queue.callback.briefing for queue in company.queues.values() if queue.callback is not None)
    of_all = company.callbacks.briefing if company.callbacks is not None else None
    return filter(None, (of_all, *of_queues))
