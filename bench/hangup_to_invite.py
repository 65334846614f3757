"""How long an agent sits idle while callers wait: agent hangs up → the same phone's next INVITE.

Ours and `app_queue` in turn, on the same Asterisk, with the same phones and the same waiting callers; read
from the phones' SIP messages. app_queue is set as an expert would: leastrecent, autofill, retry=1 (its
least), no announcements, no wrap-up, ringinuse=no, one device state a member.

    python -m bench.hangup_to_invite [--rounds 3] [--calls 20]
"""

import argparse
import json
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from acd.lab.stack import RenderRequest
from acd.testing.call_centre import CallCentre
from acd.testing.errors import PhoneError
from acd.testing.ladder import SipLadder
from acd.testing.phone import Phone

COMPANY = Path(__file__).with_suffix(".yaml")
OURS, RIVAL = "7300", "7900"
DESKS = {"201": "desk1", "202": "desk2", "203": "desk3", "204": "desk4"}
CALLERS = tuple(f"caller{number}" for number in range(1, 9))
"""Twice as many as agents: somebody waits all the time."""

TALK_S = 0.4

QUEUES = """
[general]
persistentmembers = no
autofill = yes
[line]
strategy = leastrecent
timeout = 15
retry = 1
wrapuptime = 0
ringinuse = no
autofill = yes
announce-frequency = 0
announce-position = no
""" + "".join(f"member => PJSIP/{desk}\n" for desk in DESKS.values())


def add_rival(request: RenderRequest) -> None:
    """Give the rendered Asterisk an app_queue, behind a number of its own."""
    (request.etc / "queues.conf").write_text(QUEUES, encoding="utf-8")
    with (request.etc / "modules.conf").open("a", encoding="utf-8") as modules:
        modules.write("\nload = app_queue.so\n")
    with (request.etc / "extensions.conf").open("a", encoding="utf-8") as dialplan:
        for caller in CALLERS:
            dialplan.write(f"\n[acd-from-{caller}](+)\nexten => {RIVAL},1,Answer()\n same => n,Queue(line)\n")


def main() -> None:
    """Measure and print one line for each, and a JSON row."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured, in turn")
    parser.add_argument("--calls", type=int, default=20, help="calls an agent takes in a round")
    arguments = parser.parse_args()
    found: dict[str, list[float]] = {OURS: [], RIVAL: []}
    with tempfile.TemporaryDirectory(prefix="acd-bench-") as folder:
        Path(folder).chmod(0o755)
        with CallCentre(Path(folder) / "centre", COMPANY, also_render=add_rival, ACD_LOG="warning") as centre:
            agents = [centre.agent(number, desk, ready=False) for number, desk in DESKS.items()]
            callers = [centre.caller(trunk) for trunk in CALLERS]
            for round_ in range(arguments.rounds):
                for number in (OURS, RIVAL):
                    print(f"round {round_ + 1} of {arguments.rounds}: {number}", flush=True)
                    found[number] += measure(centre, agents, callers, number, calls=arguments.calls)
    report(found)


def measure(
    centre: CallCentre, agents: list[Phone], callers: list[Phone], number: str, *, calls: int
) -> list[float]:
    """Gaps in milliseconds of one round."""
    since_ns = time.monotonic_ns()
    for desk_agent in DESKS:
        centre.order(desk_agent, "ready" if number == OURS else "notready")
    done = threading.Event()
    with _calling(callers, number, done):
        served = [threading.Thread(target=_serve, args=(agent, calls)) for agent in agents]
        for thread in served:
            thread.start()
        for thread in served:
            thread.join()
        done.set()
        for desk_agent in DESKS:
            centre.order(desk_agent, "notready")
    centre.until(lambda: not centre.channels() or None, 20, "all calls ended")
    ladders = (
        SipLadder(message for message in agent.ladder if message.at.mono_ns > since_ns) for agent in agents
    )
    return [gap for ladder in ladders for gap in ladder.gaps_ms("BYE", "INVITE")]


def _serve(agent: Phone, calls: int) -> None:
    """Answer, talk for a moment, hang up; so often."""
    for _ in range(calls):
        call = agent.wait_for_ring(within_s=30)
        while call.state == "ended":  # it rang when the round before was over
            call = agent.wait_for_ring(within_s=30)
        call.answer()
        call.hears_silence(within_s=TALK_S)  # a talk is not silent: this listens for so long
        call.hang_up()


@contextmanager
def _calling(callers: list[Phone], number: str, done: threading.Event) -> Iterator[None]:
    """All of them call, again and again, until `done`."""

    def call_again(phone: Phone) -> None:
        while not done.is_set():
            call = phone.call(number)
            while not done.is_set() and call.state != "ended":
                try:
                    call.wait_ended(within_s=0.5)
                except PhoneError:
                    continue
            with suppress(PhoneError):  # it may have ended in this moment
                call.hang_up()

    threads = [threading.Thread(target=call_again, args=(phone,)) for phone in callers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()


def report(found: dict[str, list[float]]) -> None:
    """The figures, for people and as a row."""
    row: dict[str, object] = {"id": "P1", "rival": "app_queue"}
    for number, name, key in ((OURS, "ours", ""), (RIVAL, "app_queue", "rival_")):
        gaps = sorted(found[number])
        p50, p99 = statistics.median(gaps), gaps[min(len(gaps) - 1, int(len(gaps) * 0.99))]
        print(
            f"{name:10} {len(gaps):4} gaps   p50 {p50:8.1f} ms   p99 {p99:8.1f} ms   max {gaps[-1]:8.1f} ms"
        )
        row |= {f"{key}p50_ms": round(p50, 2), f"{key}p99_ms": round(p99, 2)}
    row["ratio"] = round(statistics.median(found[RIVAL]) / statistics.median(found[OURS]), 1)
    print(f"ratio of medians: {row['ratio']} times")
    print(json.dumps(row))


if __name__ == "__main__":
    main()
