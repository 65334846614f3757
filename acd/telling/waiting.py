"""Why a contact still waits, in sentences."""

from collections.abc import Iterator

from acd.core.explain import NotYet
from acd.telling.amounts import counted, seconds
from acd.telling.facts import Names, excluded, levels


def why_not_yet(reasons: NotYet, names: Names) -> Iterator[str]:
    """Why a contact still waits."""
    yield (
        f"Now: it has waited {seconds(reasons.waited_s)} in {names.queue(reasons.queue)}; "
        f"{counted(reasons.ahead, 'contact') if reasons.ahead else 'nobody'} ahead. "
        f"An agent needs {levels(reasons.needs)} (company version {reasons.policy_version})."
    )
    if reasons.ringing is not None:
        yield f"The phone of {names.agent(reasons.ringing)} is rung for it."
        return
    if not reasons.connected:
        yield "Nothing is offered to anybody: Asterisk does not hear us. `acd status` says what is wrong."
    total = sum(reasons.excluded.values())
    yield f"Of {counted(total, 'agent')}: {excluded(reasons.excluded)}."
    for agent, obstacle in reasons.suitable:
        yield f"  {names.agent(agent)} could take it: {obstacle}."
    more = reasons.suitable_in_all - len(reasons.suitable)
    if more:
        yield f"  {counted(more, 'other')} could take it and {'is' if more == 1 else 'are'} no nearer."
    if not reasons.suitable:
        yield "Nobody in the company could take it: no agent of this queue has what it needs."
