"""Recording: what a caller says after the tone. What messages and notes share; no machine.

What is recorded is in the books before it is asked for. Of a recording of which nothing is heard any more it
is asked whether it is there.
"""

from typing import TypeVar

import msgspec

from acd.core.machine import Step
from acd.core.view import View
from acd.model.command import FindRecording
from acd.model.contact import Dictating
from acd.model.message import RecordingEnded
from acd.model.voice_message import Recording
from acd.model.voice_note import Awaited

LATE_S = 5.0
"""So much later than its longest a recording is looked for, of which nothing was heard."""

LOOK_S = 2.0
"""So long after the caller has hung up, and again and again until it is known what there is."""

R = TypeVar("R", Recording, Dictating, Awaited)


def looked_for(state: R, view: View, at: float, *, is_late: bool) -> Step[R]:
    """Ask whether it is there: for it is late, or we were away."""
    until = at + LOOK_S if is_late else max(state.until, at + LOOK_S)
    find = (FindRecording(recording=state.recording),) if view.connected else ()
    return Step(msgspec.structs.replace(state, until=until), commands=find)


def spoken_s(message: RecordingEnded, since: float, ended_at: float) -> float:
    """How long somebody spoke, as far as anybody knows."""
    return message.length_s if message.length_s is not None else ended_at - since
