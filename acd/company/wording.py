"""The checks of what is spoken: prompts in their languages, and what those who wait are told by the clock."""

import os
from collections.abc import Iterator
from pathlib import Path

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps, quoted
from acd.company.prompts import blanks_of, says_numbers_only
from acd.model.spoken import Blank

OF_WAIT = {Blank.LOW.value, Blank.HIGH.value}
TIMED = {Blank.POSITION.value, *OF_WAIT}
"""Known of those who wait. The number to call back is known on any way through a flow."""


def check_prompts(findings: Findings, folder: Path) -> None:
    """Each can be spoken; `folder` is where files are counted from."""
    company = findings.company
    timed = {
        name for queue in company.queues.values() for each in queue.announcements for name in _said(each)
    }
    timed |= {name for flow in company.flows.values() for each in _kept(flow) for name in _said(each)}
    elsewhere = set(_said_to_all(company))
    known = findings.whole("queues") and findings.whole("flows") and timed <= findings.names("prompts")
    for name, prompt in company.prompts.items():
        here: Steps = ("prompts", name)
        own = prompt.language or next(iter(company.languages), None)
        findings.speak(prompt.language, (*here, "language"))
        _check_spoken(findings, folder, prompt, here)
        for language, translation in prompt.translations.items():
            there = (*here, "translations", language)
            findings.speak(language, there)
            _check_spoken(findings, folder, translation, there)
            if language == own:
                findings.at_key(there, "is the prompt's own language", "write it there, or remove this")
        if (name not in timed and known) or name in elsewhere:
            _check_filled(findings, prompt, here)


def check_announcements(findings: Findings) -> None:
    """What callers of each queue are told by the clock."""
    for name, queue in findings.company.queues.items():
        said: set[str] = set()
        for index, announcement in enumerate(queue.announcements):
            here: Steps = ("queues", name, "announcements", index)
            for field in ("say", "if_soon", "if_unsure"):
                findings.refer("prompts", getattr(announcement, field), (*here, field))
            if announcement.say in said:
                findings.at(
                    (*here, "say"),
                    f"{quoted(announcement.say)} is said here already",
                    "choose another prompt",
                )
            said.add(announcement.say)
            _check_alternatives(findings, announcement, here)


def check_answers(findings: Findings) -> None:
    """What callers who wait are told when they ask for it."""
    for name, flow in findings.company.flows.items():
        for node_name, node in flow.nodes.items():
            if isinstance(node, schema.KeepWaiting):
                _check_answer(findings, node, ("flows", name, "nodes", node_name))


def _check_answer(findings: Findings, node: schema.KeepWaiting, here: Steps) -> None:
    prompt = findings.company.prompts.get(node.say or "")
    if node.say is not None and (prompt is None or not findings.whole("prompts", node.say)):
        return
    blanks = _blanks(prompt) if prompt is not None else set[str]()
    for field, asked in (("if_soon", OF_WAIT), ("if_unsure", TIMED)):
        if getattr(node, field) is not None and blanks.isdisjoint(asked):
            what = "says nothing of the wait" if field == "if_soon" else "has no blanks"
            said = quoted(node.say) if node.say is not None else "nothing is said, which"
            findings.at((*here, field), f"{said} {what}", "remove this, or let it say {low} and {high}")


def _said_to_all(company: schema.Company) -> Iterator[str]:
    """What is also said where nobody need wait: on the way through a flow, and to who answers outside."""
    for flow in company.flows.values():
        for node in flow.nodes.values():
            match node:
                case schema.Say(prompt=prompt) | schema.RecordNote(prompt=prompt):
                    yield prompt
                case schema.Menu():
                    yield from (node.prompt, node.wrong_key, node.no_key)
                case schema.Ask():
                    yield from (node.prompt, node.unknown, node.no_key)
                case _:
                    pass
    for line in company.outside.values():
        yield line.prompt
    for box in company.voicemail.values():
        if box.messages is not None:
            yield from filter(None, (box.messages.prompt, box.messages.briefing))
    if company.callbacks is not None:
        yield from filter(None, (company.callbacks.briefing,))
    for queue in company.queues.values():
        yield from _said_at_callbacks(queue.callback)


def _said_at_callbacks(callback: schema.Callback | None) -> Iterator[str]:
    """To an agent, and to whoever takes the call."""
    if callback is not None and callback.briefing is not None:
        yield callback.briefing
    if callback is not None and callback.preview is not None:
        yield from filter(None, (callback.preview.prompt, callback.preview.wrong_key))
    if callback is not None and callback.person is not None:
        yield callback.person.prompt


def _kept(flow: schema.Flow) -> list[schema.KeepWaiting]:
    return [node for node in flow.nodes.values() if isinstance(node, schema.KeepWaiting)]


def _blanks(prompt: schema.Prompt) -> set[str]:
    """In all its languages."""
    texts = [prompt.text, *(version.text for version in prompt.translations.values())]
    return {blank for text in texts for blank in blanks_of(text or "")}


def _said(announcement: schema.Announcement | schema.KeepWaiting) -> set[str]:
    prompts = (announcement.say, announcement.if_soon, announcement.if_unsure)
    return {prompt for prompt in prompts if prompt is not None}


def _check_spoken(
    findings: Findings, folder: Path, spoken: schema.Prompt | schema.Translation, here: Steps
) -> None:
    if not findings.whole(*here, "text") or not findings.whole(*here, "file"):
        return
    if (spoken.text is None) == (spoken.file is None):
        both = "both a text and a file" if spoken.text is not None else "neither a text nor a file"
        findings.at_key(here, f"has {both}", "write either text: … or file: …")
    elif spoken.text is not None and not spoken.text.strip():
        findings.at((*here, "text"), "there is nothing to speak", "write a text")
    elif spoken.text is not None and says_numbers_only(spoken.text):
        findings.at(
            (*here, "text"),
            "there is nothing to speak but a number",
            'say what it is: "You are number {position} in the line."',
        )
    elif spoken.file is not None and not os.path.isfile(folder / spoken.file):
        findings.at(
            (*here, "file"),
            f"there is no file {quoted(spoken.file)}",
            f"put it there, counted from {folder}, or correct the path",
        )
    for blank in blanks_of(spoken.text or ""):
        if blank not in set(Blank):
            findings.at(
                (*here, "text"),
                f"there is nothing to put into {{{blank}}}",
                f"write one of {', '.join(f'{{{each}}}' for each in Blank)}, or no braces",
            )


def _check_filled(findings: Findings, prompt: schema.Prompt, here: Steps) -> None:
    """Only announcements, and what somebody who waits has asked for, have numbers for their blanks."""
    versions = [(here, prompt.text)]
    versions += [
        ((*here, "translations", language), version.text) for language, version in prompt.translations.items()
    ]
    for steps, text in versions:
        blanks = [blank for blank in blanks_of(text or "") if blank in TIMED]
        if blanks:
            findings.at(
                (*steps, "text"),
                f"{{{blanks[0]}}} is known only while somebody waits",
                "say it by the announcements of a queue and nowhere else, or write it without",
            )


def _check_alternatives(findings: Findings, announcement: schema.Announcement, here: Steps) -> None:
    """They are for what says how long it will take."""
    prompt = findings.company.prompts.get(announcement.say)
    if prompt is None or not findings.whole("prompts", announcement.say):
        return
    if not OF_WAIT.isdisjoint(_blanks(prompt)):
        return
    for field in ("if_soon", "if_unsure"):
        if getattr(announcement, field) is not None:
            findings.at(
                (*here, field),
                f"{quoted(announcement.say)} says nothing of the wait",
                "remove this, or let it say {low} and {high}",
            )
