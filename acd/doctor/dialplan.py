"""The dialplan that Asterisk has, beside the one that is rendered from the company in force."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from acd.asterisk.ami.connection import Headers, text
from acd.company.schema import Company
from acd.doctor.finding import Notes

OURS = "acd-"
"""Beginning of the names of our contexts."""
RELOAD = "asterisk -rx 'dialplan reload'"
_STEP = re.compile(
    r"(?:exten => (?P<exten>[^,]+),(?P<first>\d+)|same => n)(?:\([\w-]+\))?,(?P<app>\w+)\((?P<args>.*)\)$"
)

Dialplan = Mapping[str, frozenset[tuple[str, ...]]]
"""The steps and includes of each context, in a form in which they can be compared."""


def rendered(extensions: str) -> Dialplan:
    """What our own file says: its form is known."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    context, exten, priority = "", "", 0
    for line in map(str.strip, extensions.splitlines()):
        if line.startswith("["):
            context = line[1 : line.index("]")]
            found[context] = set()
        elif line.startswith("include => "):
            found[context].add(("include", line.removeprefix("include => ")))
        elif step := _STEP.match(line):
            priority = int(step["first"]) if step["first"] else priority + 1
            exten = step["exten"] or exten
            found[context].add((exten, str(priority), step["app"], step["args"]))
    return {name: frozenset(steps) for name, steps in found.items()}


def loaded(steps: Iterable[Headers]) -> Dialplan:
    """What Asterisk tells over AMI."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for step in steps:
        context = found[text(step, "Context")]
        if included := text(step, "IncludeContext"):
            context.add(("include", included))
        else:
            names = ("Extension", "Priority", "Application", "AppData")
            context.add(tuple(text(step, name) for name in names))
    return {name: frozenset(steps) for name, steps in found.items()}


def compare(notes: Notes, wanted: Dialplan, found: Dialplan) -> None:
    """Tell what is missing and what is stale. An empty context is none, for Asterisk lists no such thing."""
    wanted = {name: steps for name, steps in wanted.items() if steps}
    missing = sorted(wanted.keys() - found.keys())
    stale = sorted(name for name in wanted.keys() & found.keys() if wanted[name] != found[name])
    if len(missing) == len(wanted):
        notes.problem(
            "Asterisk has none of our contexts.",
            "Add the line `#tryinclude …/acd/extensions.conf` that `acd render --attach` names to the end of "
            f"extensions.conf, let Asterisk's account read that file, then: {RELOAD}",
        )
    elif missing or stale:
        notes.problem(
            f"The dialplan is not that of the company in force: {', '.join(missing + stale)} "
            f"{'is' if len(missing + stale) == 1 else 'are'} missing or different.",
            f"Render again (`acd render`), then: {RELOAD}",
        )
    else:
        notes.ok(f"Our {len(wanted)} contexts are those of the company in force.")


def look_for_ways_in(notes: Notes, company: Company, found: Dialplan) -> None:
    """Whether the administrator's own dialplan leads to ours where it has to."""
    theirs = [step for name, steps in found.items() if not name.startswith(OURS) for step in steps]
    said = " ".join(" ".join(step) for step in theirs)
    for name, trunk in company.trunks.items():
        way = f"{OURS}from-{name}"
        if trunk.foreign and not re.search(rf"(?<![\w-]){re.escape(way)}(?![\w-])", said):
            number = next(iter(trunk.numbers or company.numbers))
            notes.problem(
                f"No line of your dialplan leads calls of {name} to the service.",
                f"In the context of that trunk: exten => {number},1,Goto({way},{number},1) instead of what "
                f"is there for {number}, for a second line of priority 1 is passed over; then: {RELOAD}",
            )
    if (
        any(phone.foreign for phone in company.phones.values())
        and ("include", f"{OURS}features") not in theirs
    ):
        notes.warn(
            "Agents cannot log in at your phones by code.",
            f"In the context of the phones: include => {OURS}features; then: {RELOAD} (or log them in with "
            "`acd agent`).",
        )
