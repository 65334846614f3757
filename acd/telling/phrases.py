"""Phrases: what sentences about waiting calls are made of."""

from collections.abc import Iterable, Mapping

from acd.model.about import HeadStart
from acd.model.contact import Because, MeantFor
from acd.model.needs import Clause, Needs
from acd.model.queue import Destination, ToEnd, ToFlow, ToQueue, ToVoicemail
from acd.model.why import Instead, PassedOver
from acd.telling.amounts import moment, seconds, words
from acd.telling.names import Names


def destination(to: Destination, names: Names) -> str:
    """Where a contact goes that leaves a queue."""
    match to:
        case ToQueue(queue=queue):
            return names.queue(queue)
        case ToFlow(flow=flow):
            return f"flow {flow}"
        case ToVoicemail(box=box):
            return f"voicemail box {box}"
        case ToEnd():
            return "nowhere, the call is ended"


def head_starts(starts: Iterable[HeadStart]) -> str:
    """``VIP 60 s, cable cut 30 s``."""
    return ", ".join(f"{start.reason} {start.seconds:g} s" for start in starts)


BECAUSE = {
    Because.ASKED_FOR: "asked for by name or number",
    Because.OWNER: "looks after the customer's account",
    Because.LAST_AGENT: "talked with the customer last",
}


def meant_for(meant: MeantFor, names: Names) -> str:
    """Which one person a contact waits for, and why."""
    return f"It is meant for {names.agent(meant.agent)}: {BECAUSE[meant.because]}."


def instead(passed: PassedOver, names: Names) -> str:
    """Why others take what is meant for somebody; without a full stop."""
    return f"{names.agent(passed.agent)} {away(passed)}"


def away(passed: PassedOver) -> str:
    """What somebody does who does not take what is meant for him or her."""
    match passed.because:
        case Instead.ABSENT:
            since = f" since {moment(passed.since)}" if passed.since is not None else ""
            until = "until further notice" if passed.until is None else f"until {moment(passed.until)}"
            return f"is absent{since}, {until} ({passed.reason})"
        case Instead.OVERLOADED:
            return "has too much to do"
        case Instead.LONG_LINE:
            line = passed.line
            figures = f" ({seconds(line.waited_s)}; at most {seconds(line.limit_s)})" if line else ""
            return f"had let somebody wait for too long{figures}"
        case Instead.LOGGED_OUT:
            return "is not logged in"
        case Instead.TIME_UP:
            return "has not taken it in time"


def served_earlier(earlier_s: float, starts: Iterable[HeadStart]) -> str:
    """How much a contact gains by its head starts."""
    given = list(starts)
    cap = ", as much as the company allows" if sum(start.seconds for start in given) > earlier_s else ""
    return f"Served {earlier_s:g} s earlier than its arrival says: {head_starts(given)}{cap}."


def excluded(reasons: Mapping[str, int]) -> str:
    """``logged out (3), on a call (1)``: the most frequent first."""
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{words(reason)} ({number})" for reason, number in ordered)


def levels(needs: Needs) -> str:
    """``repair 5 and german 4 or more``."""
    if not needs:
        return "no skill"
    return f"{' and '.join(_either(clause) for clause in needs)} or more"


def _either(clause: Clause) -> str:
    return " or ".join(f"{need.skill} {need.level}" for need in clause)
