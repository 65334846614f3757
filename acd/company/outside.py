"""Lines to the outside as the engine takes them: agents who are always there, in a queue of their own.

A ring that names such a line adds the agents of that queue, and an overflow to it leads into the queue. What
these names cannot be in a company file, a colon is in each of them.
"""

from collections.abc import Iterator

from acd.company import schema
from acd.model.ids import AgentId, PhoneId, PromptId, QueueId
from acd.model.people import AgentPolicy, Outside, Phone
from acd.model.queue import Overflow, Personal, Queue, ToVoicemail


def line_queue(name: str) -> QueueId:
    """The queue whose agents are the lines of one entry under `outside`."""
    return QueueId(f"outside:{name}")


def _names(name: str, line: schema.Outside) -> list[str]:
    """One for each of its lines."""
    return [f"outside:{name}", *(f"outside:{name}:{number}" for number in range(2, line.lines + 1))]


def line_agents(company: schema.Company) -> Iterator[AgentPolicy]:
    """Somebody out there, once for each line."""
    for name, line in company.outside.items():
        for each in _names(name, line):
            yield AgentPolicy(
                id=AgentId(each),
                name=line.name,
                skills={},
                queues=frozenset({line_queue(name)}),
                outside=Outside(
                    phone=PhoneId(each),
                    prompt=PromptId(line.prompt),
                    key=line.key,
                    confirm_s=line.confirm_s,
                    no_ringing_s=line.no_ringing_s,
                    ring_s=line.ring_s,
                ),
            )


def line_phones(company: schema.Company) -> Iterator[Phone]:
    """What is dialled, once for each line. Nothing else out there ever is."""
    for name, line in company.outside.items():
        for each in _names(name, line):
            yield Phone(id=PhoneId(each), extension="", endpoint=f"{line.number}@{line.trunk}")


def line_queues(company: schema.Company) -> Iterator[Queue]:
    """Where callers wait whom an overflow sends out."""
    for name, line in company.outside.items():
        box = ToVoicemail(box=line.voicemail) if line.voicemail is not None else None
        yield Queue(
            id=line_queue(name),
            name=line.name,
            music=line.music,
            personal=Personal(wait_s=0.0, substitutes_s=0.0, owner=False),
            overflow=(Overflow(to=box, waited_s=line.voicemail_after_s),) if box else (),
        )
