"""Messages as the company file describes them: the checks, and what the engine takes of them."""

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps, quoted
from acd.company.routing import needs_of
from acd.model.ids import PromptId, QueueId
from acd.model.voice_message import AGAIN, CALL, GIVE_BACK, PAUSE, MessageBox

TAKEN = {CALL: "calls the sender", GIVE_BACK: "gives it back", AGAIN: "plays it again", PAUSE: "pauses it"}


def check_messages(findings: Findings) -> None:
    """Whoever leaves a message is told so, and it goes somewhere."""
    for number, box in findings.company.voicemail.items():
        if box.messages is not None:
            _check(findings, box.messages, ("voicemail", number, "messages"))


def _check(findings: Findings, messages: schema.Messages, here: Steps) -> None:
    findings.refer("queues", messages.queue, (*here, "queue"))
    findings.refer("prompts", messages.prompt, (*here, "prompt"))
    findings.refer("prompts", messages.briefing, (*here, "briefing"))
    findings.refer_keys("skills", messages.needs, (*here, "needs"))
    for key in messages.outcomes:
        if key in TAKEN:
            findings.at_key(
                (*here, "outcomes", key),
                f"the key {quoted(key)} {TAKEN[key]}",
                "take one of 0, 1, 6 to 9, * or #",
            )
    if messages.shortest_s >= messages.longest_s and findings.whole(*here, "longest_s"):
        findings.at(
            (*here, "shortest_s"),
            "no message could be as long as that",
            "write less than longest_s",
        )


def boxes_of(company: schema.Company) -> dict[str, MessageBox]:
    """The boxes of which each message is work for a queue."""
    return {
        number: _box(number, box.messages)
        for number, box in company.voicemail.items()
        if box.messages is not None
    }


def _box(number: str, messages: schema.Messages) -> MessageBox:
    return MessageBox(
        box=number,
        queue=QueueId(messages.queue),
        needs=needs_of(messages.needs),
        prompt=PromptId(messages.prompt),
        briefing=PromptId(messages.briefing) if messages.briefing is not None else None,
        longest_s=messages.longest_s,
        shortest_s=messages.shortest_s,
        silence_s=messages.silence_s,
        outcomes=dict(messages.outcomes),
    )
