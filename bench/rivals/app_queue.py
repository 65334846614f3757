"""`app_queue`: the queue that comes with Asterisk. `queues.conf` beside this file has its settings."""

from collections.abc import Iterable
from pathlib import Path

from acd.lab.stack import RenderRequest
from bench.rig.company import TRUNK, desk

SETTINGS = Path(__file__).with_name("queues.conf")
MODULE = "app_queue.so"
"""Loaded only while it is measured: its device states would be news to our service, for every call."""


def number(agents: int) -> str:
    """What callers dial to reach the queue with so many members."""
    return f"79{agents}"


def render(request: RenderRequest, sizes: Iterable[int]) -> None:
    """Add to a rendered Asterisk a queue of each size, behind a number of its own. A queue of n has the first
    n desks.
    """
    queues, numbers = [SETTINGS.read_text(encoding="utf-8")], [f"\n[acd-from-{TRUNK}](+)\n"]
    for size in sizes:
        members = "".join(
            f"member => PJSIP/{desk(place)},0,{desk(place)},PJSIP/{desk(place)}\n" for place in range(size)
        )
        queues.append(f"\n[line-{size}](line)\n{members}")
        # Without `i` Answer() waits for sound from the caller, up to half a second.
        numbers.append(f"exten => {number(size)},1,Answer(,i)\n same => n,Queue(line-{size})\n")
    (request.etc / "queues.conf").write_text("".join(queues), encoding="utf-8")
    with (request.etc / "extensions.conf").open("a", encoding="utf-8") as dialplan:
        dialplan.write("".join(numbers))
