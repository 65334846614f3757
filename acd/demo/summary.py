"""What is told when the demo is over."""

from collections.abc import Iterator

from acd.demo.decisions import Sort
from acd.demo.ledger import Sums
from acd.model.contact import Ending
from acd.telling.amounts import counted, seconds

_OTHERS = {
    Ending.FLOW_ENDED: "heard a message and good-bye, such as out of hours",
    Ending.LEFT_IN_MENU: "hung up before entering a queue",
    Ending.LOST: "vanished while Asterisk or the service was restarted",
}


def summary(sums: Sums) -> Iterator[str]:
    """Line by line."""
    yield f"{counted(sums.arrived, 'call')} came in, {sums.offered} of them to a queue:"
    wait = "" if sums.mean_wait_s is None else f", after {seconds(sums.mean_wait_s)} of waiting on average"
    yield f"  {sums.served} served{wait}"
    yield f"  {sums.abandoned} gave up while waiting"
    for ending, words in _OTHERS.items():
        if number := sums.endings.get(ending):
            yield f"{counted(number, 'call')} {words}."
    if sums.decided:
        yield "What was decided:"
    for sort in Sort:
        if number := sums.decided.get(sort):
            yield f"  {number:4}  {sort.value}"
    if sums.example is not None:
        yield f"One of the calls was {sums.example}. Why it went where it went:"
        yield f"  make run  in one terminal, and in another  .venv/bin/acd explain {sums.example}"
