"""Variants of a company file for a test: with a telephone to call from, open or closed now, quicker.

A real stack goes by the real clock. So a test does not move the clock: it moves the opening hours.
"""

import shutil
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from acd.company.check import CheckedCompany, check
from acd.company.compile import policy_of
from acd.company.hours import WEEKDAYS
from acd.company.prompts import prompts_of
from acd.company.schema import Company, Prompt, Translation
from acd.testing.errors import MistakeInTest, told_by_its_message

__tracebackhide__ = told_by_its_message

TELEPHONE = "telephone-of-the-tests"
"""The line to the outside that a company gets which has none that registers."""

ALWAYS_OPEN = {"open": {"mon-sun": "00:00-24:00"}}


def telephone_of(company: Company) -> str:
    """The trunk that callers of a test phone through."""
    return next((name for name, trunk in company.trunks.items() if trunk.host is None), TELEPHONE)


def with_telephone(company: Company) -> Company:
    """The company, with a trunk to call from if it has none: tests cannot call through a carrier."""
    if telephone_of(company) in company.trunks:
        return company
    return changed(company, {"trunks": {TELEPHONE: {"name": "A telephone of the tests"}}})


def changed(company: Company, changes: Mapping[str, Any]) -> Company:
    """The company with parts of its file replaced, added, or (None) removed.

    Raises:
        MistakeInTest: with every mistake that the changed file would have.
    """
    return _checked(_merged(_as_written(company), changes))


def opened_now(company: Company, hours: str) -> Company:
    """The company with these opening hours open at every moment."""
    return _with_hours(company, hours, ALWAYS_OPEN)


def closed_now(company: Company, hours: str, now: datetime | None = None) -> Company:
    """The company with these opening hours closed at this moment, and for a day to come."""
    timezone = company.hours[entry(company.hours, hours, "opening hours")].timezone or company.timezone
    today = (now or datetime.now(ZoneInfo(timezone))).weekday()
    return _with_hours(company, hours, {"open": {WEEKDAYS[(today + 3) % 7]: "12:00-12:01"}})


def _with_hours(company: Company, name: str, hours: dict[str, Any]) -> Company:
    written = _as_written(company)
    before = company.hours[entry(company.hours, name, "opening hours")]
    zone = {"timezone": before.timezone} if before.timezone else {}
    written["hours"] = written["hours"] | {name: hours | zone}
    return _checked(written)


def _checked(written: Any) -> Company:
    checked = check(msgspec.json.encode(written), Path("/"))
    if isinstance(checked, CheckedCompany):
        return checked.company
    mistakes = "\n".join(f"  {one.path}: {one.message}; {one.remedy}" for one in checked)
    raise MistakeInTest(f"The company file would be wrong with this change:\n{mistakes}")


def moved(company: Company, folder: Path) -> Company:
    """The company with its recordings and its music copied into a folder that exists."""
    music = dict(company.music)
    prompts = {
        name: msgspec.structs.replace(
            _copied(prompt, folder / f"prompt-{name}"),
            translations={
                language: _copied(version, folder / f"prompt-{name}-{language}")
                for language, version in prompt.translations.items()
            },
        )
        for name, prompt in company.prompts.items()
    }
    for name, of in company.music.items():
        shutil.copytree(of.folder, folder / f"music-{name}", copy_function=shutil.copyfile)
        music[name] = msgspec.structs.replace(of, folder=str(folder / f"music-{name}"))
    return msgspec.structs.replace(company, prompts=prompts, music=music)


S = TypeVar("S", Prompt, Translation)


def _copied(spoken: S, to: Path) -> S:
    if spoken.file is None:
        return spoken
    copy = to.with_name(to.name + Path(spoken.file).suffix)
    shutil.copyfile(spoken.file, copy)
    return msgspec.structs.replace(spoken, file=str(copy))


def as_text(company: Company, folder: Path = Path("/")) -> str:
    """The company as the text of a file that lies in `folder`, where its recordings are."""
    text = msgspec.json.format(msgspec.json.encode(_as_written(company))).decode()
    return text if folder == Path("/") else text.replace(f'"{folder}/', '"')


def is_open(company: Company, number: str, at: datetime) -> bool:
    """Whether a number is in its opening hours at a moment; one without a time zone is local there."""
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), ""), year=at.year)
    did = policy.dids[entry(company.numbers, number, "number")]
    if did.hours is None:
        return True
    local = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(did.hours.timezone))
    return did.hours.open_at(local.timestamp())


def entry(known: Collection[str], wanted: str, kind: str) -> str:
    """`wanted`, if there is such an entry; MistakeInTest with those there are if not."""
    if wanted not in known:
        raise MistakeInTest(the_company_has_no(kind, wanted, known))
    return wanted


def the_company_has_no(kind: str, wanted: str, known: Iterable[str]) -> str:
    """In a sentence, and one with those that it has."""
    return f"The company has no {kind} {wanted!r}. It has: {', '.join(known)}."


def _as_written(company: Company) -> Any:
    """What would stand in the file: fields without a value are left out."""
    return _without_none(msgspec.to_builtins(company, str_keys=True))


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(one) for name, one in value.items() if one is not None}
    if isinstance(value, list | tuple):
        return [_without_none(one) for one in value]
    return value


def _merged(value: Any, changes: Any) -> Any:
    if not isinstance(changes, Mapping) or not isinstance(value, dict):
        return changes
    merged = {name: one for name, one in value.items() if name not in changes}
    for name, change in changes.items():
        if change is not None:
            merged[name] = _merged(value[name], change) if name in value else change
    return merged
