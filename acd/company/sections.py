"""The checks of meaning of what callers meet: numbers, hours, prompts, music."""

import functools
import os.path
import zoneinfo
from pathlib import Path

import holidays

from acd.company import schema
from acd.company.findings import Findings
from acd.company.hours import dates_of, overlap, spans_of, times_of
from acd.company.mistake import Steps, quoted
from acd.company.wording import check_prompts
from acd.model.hours import Span


def check_sections(findings: Findings, folder: Path) -> None:
    """All of them. `folder` is where the company file lies."""
    _check_company(findings)
    _check_numbers(findings)
    _check_hours(findings)
    check_prompts(findings, folder)
    _check_queues(findings, folder)


@functools.cache
def _timezones() -> dict[str, None]:
    return dict.fromkeys(sorted(zoneinfo.available_timezones()))


@functools.cache
def _countries() -> dict[str, list[str]]:
    return holidays.list_supported_countries()


def _check_timezone(findings: Findings, timezone: str | None, steps: Steps) -> None:
    if timezone is not None and findings.whole(*steps) and timezone not in _timezones():
        remedy = findings.mistakes.instead_of(timezone, _timezones(), "write an IANA name")
        findings.at(steps, f"there is no time zone {quoted(timezone)}", remedy)


def _check_company(findings: Findings) -> None:
    _check_timezone(findings, findings.company.timezone, ("timezone",))
    for number, box in findings.company.voicemail.items():
        findings.speak(box.language, ("voicemail", number, "language"))


def _check_numbers(findings: Findings) -> None:
    for number, did in findings.company.numbers.items():
        here: Steps = ("numbers", number)
        findings.refer("flows", did.flow, (*here, "flow"))
        findings.refer("flows", did.closed_flow, (*here, "closed_flow"))
        findings.refer("hours", did.hours, (*here, "hours"))
        findings.speak(did.language, (*here, "language"))
        if not findings.whole(*here, "hours") or not findings.whole(*here, "closed_flow"):
            continue
        if did.hours is not None and did.closed_flow is None:
            findings.at(
                (*here, "hours"), "it has hours, but nothing happens out of them", "add closed_flow: …"
            )
        if did.closed_flow is not None and did.hours is None:
            findings.at((*here, "closed_flow"), "the number is always open", "add hours: …, or remove this")


def _check_hours(findings: Findings) -> None:
    for name, hours in findings.company.hours.items():
        here: Steps = ("hours", name)
        _check_timezone(findings, hours.timezone, (*here, "timezone"))
        _check_open(findings, hours, (*here, "open"))
        for index, country in enumerate(hours.holidays):
            _check_country(findings, country, (*here, "holidays", index))
        for index, day in enumerate(hours.closed_on):
            steps = (*here, "closed_on", index)
            if findings.whole(*steps) and not _is_day(day):
                findings.at(steps, f"there is no day {quoted(day)}", "correct the month or the day")


def _check_open(findings: Findings, hours: schema.Hours, here: Steps) -> None:
    taken: list[tuple[str, Span]] = []
    for days, times in hours.open.items():
        steps = (*here, days)
        if not findings.whole(*steps):
            continue
        try:
            times_of(times)
        except ValueError as error:
            findings.at(
                steps,
                f"{quoted(str(error))} is not a time of the day",
                'write 24-hour times, such as "08:00-18:00"; all day is "00:00-24:00"',
            )
            continue
        clash: str | None = None
        for span in spans_of(days, times):
            clash = clash or next((other for other, seen in taken if overlap(span, seen)), None)
            taken.append((days, span))
        if clash is not None:
            told = "overlap with each other" if clash == days else f"overlap with those of {clash}"
            findings.at(steps, f"these times {told}", "let each time stand once")


def _check_country(findings: Findings, country: str, steps: Steps) -> None:
    if not findings.whole(*steps):
        return
    code, _, region = country.partition("-")
    if code not in _countries():
        remedy = findings.mistakes.instead_of(code, (), "write the two letters of a country, such as AT")
        findings.at(steps, f"the holidays of {quoted(code)} are not known", remedy)
    elif region and region not in _countries()[code]:
        known = ", ".join(_countries()[code]) or "none"
        findings.at(steps, f"{code} has no region {quoted(region)}", f"its regions are: {known}")


def _is_day(day: str) -> bool:
    try:
        dates_of(day, range(0))
    except ValueError:
        return False
    return True


def _check_queues(findings: Findings, folder: Path) -> None:
    company = findings.company
    for name, music in company.music.items():
        if name == "general":
            findings.at_key(("music", name), "Asterisk keeps this name for itself", "choose another name")
        if findings.whole("music", name) and not os.path.isdir(folder / music.folder):
            findings.at(
                ("music", name, "folder"), f"there is no folder {quoted(music.folder)}", "correct the path"
            )
    for name, line in company.outside.items():
        if line.music != "default":
            findings.refer_within(("music",), "music", line.music, ("outside", name, "music"))
    for name, queue in company.queues.items():
        here: Steps = ("queues", name)
        if queue.music != "default":
            findings.refer_within(("music",), "music", queue.music, (*here, "music"))
        limit = company.offers.no_ringing_s
        if (
            findings.whole(*here, "ring_s")
            and findings.whole("offers", "no_ringing_s")
            and queue.ring_s <= limit
        ):
            findings.at(
                (*here, "ring_s"),
                f"a phone that rings {queue.ring_s:g} s cannot be found unreachable after {limit:g} s",
                "let it ring longer, or lower offers.no_ringing_s",
            )
