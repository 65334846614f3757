"""What passes between an ARI client and Asterisk for one call, counted in a lap of its own."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.rig.contest import BARE, OURS
from bench.rig.listening import Listening
from bench.rig.rig import Rig
from bench.waiting import wait_until

CALLS_PER_S = 10.0
CALLS_S = 3.0
EMPTY_S = 20.0


@dataclass(frozen=True, kw_only=True)
class Traffic:
    """For each call."""

    events: Mapping[str, float]
    requests: Mapping[str, float]
    event_bytes: float
    request_bytes: float
    answer_bytes: float

    def sentences(self, who: str) -> Iterator[str]:
        """In words, the most frequent kinds first."""
        yield (
            f"{who}: {sum(self.events.values()):.1f} events of {self.event_bytes / 1000:.1f} kB in all, "
            f"{sum(self.requests.values()):.1f} requests of {self.request_bytes / 1000:.1f} kB, "
            f"answers {self.answer_bytes / 1000:.1f} kB for each call"
        )
        for what, kinds in (("events", self.events), ("requests", self.requests)):
            most = sorted(kinds.items(), key=lambda kind: -kind[1])
            yield f"{who}, {what}: " + ", ".join(f"{name} {number:.1f}" for name, number in most)


def counted(rig: Rig, who: str, agents: int) -> Traffic:
    """Let some callers be served, and count what passes. `who`: ours, or the bare client."""
    with Listening(rig.centre.stack.ports.ari) as listening:
        turn = {OURS: rig.ours, BARE: rig.bare_ari}[who]
        with turn(agents, ari_port=listening.port) as number:
            rig.phones.work(talk_s=(0.3, 0.5))
            rig.phones.take()
            listening.reset()
            rig.phones.at_rate(number, CALLS_PER_S, at_most=agents)
            time.sleep(CALLS_S)
            rig.phones.stop()
            wait_until(lambda: rig.phones.up() == 0, EMPTY_S, "the last call is over")
            calls = max(1, rig.phones.take().carried())
            return Traffic(
                events={name: times / calls for name, times in listening.events.items()},
                requests={name: times / calls for name, times in listening.requests.items()},
                event_bytes=listening.event_bytes / calls,
                request_bytes=listening.request_bytes / calls,
                answer_bytes=listening.answer_bytes / calls,
            )
