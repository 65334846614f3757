"""The checks of meaning of what Asterisk keeps by itself: phones, internal numbers, boxes, trunks, codes.

Everything that can be dialled inside the company is one numbering plan, in which each number means one thing.
"""

import re
from typing import get_args

from acd.company import schema
from acd.company.findings import Findings
from acd.company.geography import is_emergency, ways_to_write
from acd.company.mistake import Steps, quoted

RESERVED_ACCOUNTS = {"anonymous", "global", "system"}
"""Names that Asterisk gives a meaning of its own; `anonymous` would even let anybody in."""
_OWN = get_args(schema.Name)[1]
_OWN_ACCOUNT = re.compile(_OWN.pattern)
_OWN_ACCOUNT_REMEDY: str = _OWN.extra["remedy"]
"""A name that begins with a letter: no caller's number can pass for it."""


def check_lines(findings: Findings) -> None:
    """All of them."""
    _check_references(findings)
    _check_numbering(findings)
    _check_codes(findings)
    _check_reasons(findings)
    _check_accounts(findings)
    _check_trunks(findings)
    _check_outside(findings)


def _check_references(findings: Findings) -> None:
    company = findings.company
    for name, phone in company.phones.items():
        findings.refer("voicemail", phone.voicemail, ("phones", name, "voicemail"))
    for number, extension in company.extensions.items():
        here: Steps = ("extensions", number)
        findings.refer_all("phones", extension.phones, (*here, "phones"))
        findings.refer("voicemail", extension.voicemail, (*here, "voicemail"))
        _check_leads(findings, here, extension)
    fallback = company.fallback
    findings.refer_all("phones", fallback.phones, ("fallback", "phones"))
    findings.refer("voicemail", fallback.voicemail, ("fallback", "voicemail"))
    if findings.had("fallback"):
        _check_leads(findings, ("fallback",), fallback)


def _check_leads(findings: Findings, here: Steps, line: schema.Extension | schema.Fallback) -> None:
    readable = findings.whole(*here, "phones") and findings.whole(*here, "voicemail")
    if readable and not line.phones and line.voicemail is None:
        findings.at_key(here, "leads nowhere", "name phones, a voicemail box, or both")


def _check_numbering(findings: Findings) -> None:
    """Phones first, so that a number of another kind is told to collide with the phone."""
    company = findings.company
    taken: dict[str, tuple[str, int]] = {}

    def take(number: str, what: str, steps: Steps, *, key: bool) -> None:
        if not findings.whole(*steps):
            return
        other, line = taken.setdefault(number, (what, findings.line(*steps)))
        if other == what and line == findings.line(*steps):
            return
        (findings.at_key if key else findings.at)(
            steps, f"{quoted(number)} is already {other} (line {line})", "choose another number"
        )

    for name, phone in company.phones.items():
        take(phone.extension, f"the extension of {name}", ("phones", name, "extension"), key=False)
    for section, what in (
        ("extensions", "an internal number"),
        ("emergency_numbers", "an emergency number"),
        ("numbers", "a number that callers dial"),
    ):
        for number in getattr(company, section):
            take(number, what, (section, number), key=True)


def _check_codes(findings: Findings) -> None:
    """A code that begins like another one would never be heard to the end."""
    codes = findings.company.feature_codes
    seen: dict[str, str] = {}
    for name in codes.__struct_fields__:
        code: str = getattr(codes, name)
        if not findings.whole("feature_codes", name):
            continue
        clash = next((other for other in seen if code.startswith(other) or other.startswith(code)), None)
        if clash is not None:
            findings.at(
                ("feature_codes", name),
                f"{code} and {clash} ({seen[clash]}) begin alike",
                "choose a code that is not the beginning of another",
            )
        seen[code] = name


def _check_reasons(findings: Findings) -> None:
    """Whoever dials the code for *not ready* can have it: without a reason it is refused."""
    company = findings.company
    if not company.not_ready_reasons and company.agents and findings.whole("not_ready_reasons"):
        findings.warn(
            ("not_ready_reasons",),
            f"there are none, so no agent can say not ready: {company.feature_codes.not_ready} is refused",
            'add not_ready_reasons: {"1": Break}',
        )


def _check_accounts(findings: Findings) -> None:
    for section in ("phones", "trunks"):
        accounts: dict[str, schema.Phone | schema.Trunk] = getattr(findings.company, section)
        for name, account in accounts.items():
            if name in RESERVED_ACCOUNTS:
                findings.at_key((section, name), "Asterisk keeps this name for itself", "choose another name")
            elif not account.foreign and not _OWN_ACCOUNT.fullmatch(name) and findings.whole(section, name):
                findings.at_key(
                    (section, name),
                    f"we cannot make an account {quoted(name)}",
                    f"{_OWN_ACCOUNT_REMEDY}; if it is in your own pjsip.conf already, add foreign: true",
                )
    for name in findings.company.trunks:
        if name in findings.company.phones:
            line = findings.line("phones", name)
            findings.at_key(
                ("trunks", name), f"a phone has the same name (line {line})", "choose another name"
            )


def _check_trunks(findings: Findings) -> None:
    company = findings.company
    sources: dict[str, str] = {}
    for name, trunk in company.trunks.items():
        here: Steps = ("trunks", name)
        for index, number in enumerate(trunk.numbers or ()):
            findings.refer("numbers", number, (*here, "numbers", index))
        if trunk.foreign and (trunk.host is not None or trunk.addresses):
            findings.at(
                (*here, "host" if trunk.host is not None else "addresses"),
                "a foreign trunk's addresses stand in the administrator's own pjsip.conf",
                "remove the line, or `foreign`",
            )
        named = [
            (trunk.host, (*here, "host")),
            *((a, (*here, "addresses", i)) for i, a in enumerate(trunk.addresses)),
        ]
        for source, steps in named:
            if source is None or not findings.whole(*steps):
                continue
            other = sources.setdefault(source.lower(), name)
            if other != name:
                findings.at(
                    steps, f"{quoted(source)} belongs to the trunk {other} too", "give it to one of them"
                )
    _check_numbers_reached(findings)
    for number, emergency in company.emergency_numbers.items():
        steps = ("emergency_numbers", number, "trunk")
        findings.refer("trunks", emergency.trunk, steps)
        out = company.trunks.get(emergency.trunk)
        lineless = out is not None and out.host is None and not out.foreign
        if lineless and findings.whole("trunks", emergency.trunk):
            findings.at(
                steps,
                f"{quoted(emergency.trunk)} has no host, so no call can leave through it",
                "choose a trunk with a host",
            )


def _check_numbers_reached(findings: Findings) -> None:
    trunks = findings.company.trunks.values()
    if not findings.whole("trunks") or any(trunk.numbers is None for trunk in trunks):
        return
    let_in = {number for trunk in trunks for number in trunk.numbers or ()}
    for number in findings.company.numbers:
        if number not in let_in:
            findings.at_key(
                ("numbers", number), "no trunk lets calls to it in", "add it to a trunk's numbers"
            )


def _check_outside(findings: Findings) -> None:
    """Nothing is ever dialled out there but what stands here: no emergency number, and none of ours."""
    company = findings.company
    used = {name for queue in company.queues.values() for ring in queue.rings for name in ring.outside}
    used |= {way.to_outside for queue in company.queues.values() for way in queue.overflow if way.to_outside}
    ours = {way for number in company.numbers for way in ways_to_write(number, company.country)}
    for name, line in company.outside.items():
        here: Steps = ("outside", name)
        findings.refer("trunks", line.trunk, (*here, "trunk"))
        findings.refer("prompts", line.prompt, (*here, "prompt"))
        findings.refer("voicemail", line.voicemail, (*here, "voicemail"))
        if findings.whole("queues") and name not in used:
            findings.warn_at_key(here, "no ring and no overflow leads here", "name it in one, or remove it")
        steps = (*here, "number")
        if not findings.whole(*steps):
            continue
        if line.number in company.emergency_numbers or is_emergency(line.number):
            findings.at(
                steps,
                f"networks may take {quoted(line.number)} for an emergency call",
                "write the number with '+' and its country's code",
            )
        if ours.intersection(ways_to_write(line.number, company.country)):
            findings.at(steps, f"{quoted(line.number)} is a number of ours", "name one outside")
