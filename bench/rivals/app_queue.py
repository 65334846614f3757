"""`app_queue`: the queue that comes with Asterisk. `queues.conf` beside this file has its settings.

The module is always there, its queues only while they are measured: the state of a queue with members is news
to our service, for every call. (Unloading the module under load ends Asterisk 22.10 with a crash.)
"""

from pathlib import Path

from acd.lab.stack import RenderRequest
from acd.testing.stacks import AnyStack
from bench.rig.company import TRUNK, desk

SETTINGS = Path(__file__).with_name("queues.conf")
NUMBER = "7900"
QUEUE = "line-measured"
_NO_QUEUES = "[general]\npersistentmembers = no\n"


def render(request: RenderRequest) -> None:
    """Add the module to a rendered Asterisk, with a number and without a queue."""
    (request.etc / "queues.conf").write_text(_NO_QUEUES, encoding="utf-8")
    with (request.etc / "modules.conf").open("a", encoding="utf-8") as modules:
        modules.write("\nload = app_queue.so\n")
    # Without `i` Answer() waits for sound from the caller, up to half a second.
    with (request.etc / "extensions.conf").open("a", encoding="utf-8") as dialplan:
        dialplan.write(
            f"\n[acd-from-{TRUNK}](+)\nexten => {NUMBER},1,Answer(,i)\n same => n,Queue({QUEUE})\n"
        )


def open_queue(stack: AnyStack, size: int) -> None:
    """Make a queue of the first so many desks."""
    settings = SETTINGS.read_text(encoding="utf-8")
    lines = (f"member => PJSIP/{desk(place)},0,{desk(place)},PJSIP/{desk(place)}\n" for place in range(size))
    _read_anew(stack, f"{settings}\n[{QUEUE}](line)\n{''.join(lines)}")


def close_queue(stack: AnyStack) -> None:
    """Remove it."""
    _read_anew(stack, _NO_QUEUES)


def free_members(stack: AnyStack) -> int:
    """How many members of the queue are at a phone that is free."""
    return stack.asterisk.rx(f"queue show {QUEUE}").count("(Not in use)")


def _read_anew(stack: AnyStack, text: str) -> None:
    (stack.files.etc / "queues.conf").write_text(text, encoding="utf-8")
    stack.asterisk.rx("queue reload all")
