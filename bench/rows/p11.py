"""P11: from an agent's answer until the caller hears the agent, in the middle of an announcement or in music.

Real telephones with sound on both sides. The agent's phone sends a tone; the caller's recording has the
moment at which each sample was played. The time until the tone is heard has in it all that lies in between:
the service, its commit, Asterisk, and what both phones hold back against an uneven network. That is the same
in both queues, so what an announcement costs is the difference.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.testing.recording import Recording
from acd.testing.tones import BLOCK_S, DOMINANT_SHARE, HOP_S, tone_shares
from bench.options import Options
from bench.report import Aim, Figure, Row, Spread, percentile

COMPANY = Path(__file__).with_suffix(".yaml")
MUSIC, ANNOUNCEMENT = "music", "announcement"
NUMBERS = {MUSIC: "7100", ANNOUNCEMENT: "7200"}
AGENT, DESK = "201", "desk1"
CALLS, SHORT_CALLS = 20, 2
HEARD_S = 0.2
"""The agent is heard when the tone goes on for so long without a break."""
MOST_MS = 100.0
LIMIT_S = 10.0


def measure(options: Options) -> Row:
    """Let callers wait in either queue, in turn, and be answered."""
    calls = SHORT_CALLS if options.short else CALLS
    delays_ms: dict[str, list[list[float]]] = {heard: [] for heard in NUMBERS}
    with tempfile.TemporaryDirectory(prefix="acd-p11-") as folder:
        Path(folder).chmod(0o755)
        with CallCentre(Path(folder), COMPANY) as centre:
            agent, caller = centre.agent(AGENT, DESK, ready=False), centre.caller()
            for round_ in range(options.rounds):
                for found in delays_ms.values():
                    found.append([])
                for call in range(calls):
                    options.tell(f"P11: round {round_ + 1} of {options.rounds}, call {call + 1} of {calls}")
                    for heard in NUMBERS:
                        delays_ms[heard][-1].append(_answered_in_ms(centre, caller, agent, heard))
    return row(delays_ms, calls=calls, options=options)


def _answered_in_ms(centre: CallCentre, caller: Phone, agent: Phone, heard: str) -> float:
    """One caller, who has come to hear what there is to hear, and is answered."""
    known = centre.last_seq()
    call = caller.call(NUMBERS[heard])
    call.wait_answered()
    centre.wait_fact("Announced" if heard == ANNOUNCEMENT else "PlaceTaken", after=known)
    centre.order(AGENT, "ready")
    ringing = agent.wait_for_ring()
    ringing.answer()
    answered = ringing.wait_answered()
    hearing = call.hears_tone(agent.tone_hz, LIMIT_S, for_s=2 * HEARD_S, since=answered)
    if not hearing:
        raise RuntimeError(f"the caller did not hear the agent: {hearing}\n{centre.story()}")
    delay_ms = first_heard_ms(call.heard, agent.tone_hz, answered.mono_ns)
    centre.order(AGENT, "notready", reason="1")
    ringing.hang_up()
    call.wait_ended()
    centre.wait_agent(AGENT, activity="idle")
    return delay_ms


def first_heard_ms(recording: Recording, hz: float, since_ns: int) -> float:
    """How long after a moment a tone began that then went on. A block is heard from its middle on."""
    heard = tone_shares(recording.samples, hz, recording.rate_hz) >= DOMINANT_SHARE
    run = max(1, round((HEARD_S - BLOCK_S) / HOP_S) + 1)
    together = np.convolve(heard, np.ones(run), mode="valid") >= run
    for block in np.flatnonzero(together):
        sample = round((int(block) * HOP_S + BLOCK_S / 2) * recording.rate_hz)
        began_ns = recording.moment_ns(sample)
        if began_ns >= since_ns:
            return (began_ns - since_ns) / 1e6
    raise ValueError(f"a tone of {hz:g} Hz was not heard for {HEARD_S:g} s")


def row(delays_ms: Mapping[str, Sequence[Sequence[float]]], *, calls: int, options: Options) -> Row:
    """How long it takes, and what an announcement adds."""

    def spread(heard: str, percent: float) -> Spread:
        return Spread.of([percentile(round_, percent) for round_ in delays_ms[heard]])

    figures = tuple(
        Figure(name=f"{heard}_p{percent}_ms", ours=spread(heard, percent))
        for heard in (ANNOUNCEMENT, MUSIC)
        for percent in (50, 99)
    )
    single = {heard: [value for round_ in rounds for value in round_] for heard, rounds in delays_ms.items()}
    added = {
        percent: percentile(single[ANNOUNCEMENT], percent) - percentile(single[MUSIC], percent)
        for percent in (50, 99)
    }
    return Row(
        id="P11",
        title="agent answers → caller hears the agent, in the middle of an announcement",
        figures=figures,
        aims=tuple(
            Aim(
                text=f"an announcement adds at most {MOST_MS:g} ms, p{percent} ({more:.0f} ms)",
                met=more <= MOST_MS,
            )
            for percent, more in added.items()
        ),
        settings={"calls": calls, "rounds": options.rounds},
        notes=(
            "both times have in them what two phones hold back against an uneven network, some 20 ms in each "
            "step of the measuring, and all that the service and Asterisk do",
        ),
        samples=single,
    )
