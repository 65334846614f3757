"""The list for keys that prove a person, and for customers who are called first: what would put machines
through, hang up on people, or call more of them than there are agents for, had it no test.
"""

import functools

from tests.mutations.mutants import CORE, mutant_in

STORIES = ("tests/core/test_stories.py",)
FIRST = ("tests/core/test_customer_first.py",)


_mutant = functools.partial(mutant_in, file="core/proving", caught_by=STORIES)

CUSTOMER_FIRST = (
    _mutant("any key proves a person", "    if message.key == state.check.key:\n", "    if message.key:\n"),
    _mutant(
        "whatever answers is the customer",
        "    if check is None:\n        reached",
        "    if check:\n        reached",
    ),
    _mutant(
        "a machine hears the word for ever",
        "    if state.said < state.check.times:\n",
        "    if state.said:\n",
    ),
    _mutant("the word is said once", "    if state.said < state.check.times:\n", "    if state.said < 1:\n"),
    _mutant(
        "wrong keys bring the word without end",
        "    if state.said >= state.check.times:\n        return Step(state)\n",
        "",
    ),
    _mutant(
        "while Asterisk is away nobody presses a key",
        "    if not view.connected:\n"
        "        return Step(msgspec.structs.replace(state, until=at + state.check.wait_s))\n",
        "",
    ),
    _mutant(
        "any key of the agent means a machine",
        " or message.key != joining.machine_key(contact, view):\n",
        " or joining.machine_key(contact, view) is None:\n",
        file="core/talking",
    ),
    _mutant(
        "a late key of the agent before means a machine",
        "    if message.leg != state.agent_leg or message.key != ",
        "    if message.key != ",
        file="core/talking",
        caught_by=("tests/core/test_calling_back.py",),
    ),
    _mutant(
        "whoever has pressed the key may be a machine",
        " or reached.confirmed:\n",
        ":\n",
        file="core/joining",
        caught_by=("tests/core/test_calling_back.py",),
    ),
    _mutant(
        "whoever is called first is put through without the note",
        "    if note_first.is_heard_first(contact, view):\n",
        "    if contact is None:\n",
        file="core/talking",
    ),
    _mutant(
        "the note delays everybody who was called first",
        "    return is_there and view.callback_rules(contact).note_first\n",
        "    return is_there\n",
        file="core/note_first",
        caught_by=CORE,
    ),
    _mutant(
        "the customer hears nothing while the agent listens",
        "(StartMusic(leg=contact.customer_leg, music=music), play))\n",
        "(play,))\n",
        file="core/note_first",
    ),
    _mutant(
        "the end of an earlier note is that of this one",
        " if message.playback == state.playback else Step(state)\n",
        "\n",
        file="core/note_first",
        caught_by=CORE,
    ),
    _mutant(
        "the customer cuts the note short",
        " if message.leg == state.agent_leg else Step(state)\n",
        "\n",
        file="core/note_first",
        caught_by=CORE,
    ),
    _mutant(
        "the note goes on in the talk",
        "(StopPlayback(playback=state.playback), *step.commands))\n",
        "step.commands)\n",
        file="core/note_first",
    ),
    _mutant(
        "who hangs up while the agent listens has been served",
        "            return _end(contact, Ending.LEFT_AGAIN, at)\n\n\ndef",
        "            return _end(contact, Ending.SERVED, at)\n\n\ndef",
        file="core/arrival",
    ),
    _mutant(
        "who has hung up while the agent listened takes a place again",
        "    if not contact.is_live:\n        return Step(Nowhere())\n",
        "",
        file="core/waiting",
    ),
    _mutant("a gap counts as said", "view, at, counts=False)\n", "view, at, counts=True)\n"),
    _mutant(
        "the word goes on in the talk",
        "(reached,), _cut(state))\n",
        "(reached,))\n",
        caught_by=CORE,
    ),
    _mutant(
        "of a line that was lost it is believed that somebody hung up",
        "Miss.UNKNOWN if message.lost else Miss.HUNG_UP",
        "Miss.HUNG_UP",
    ),
    _mutant(
        "the end of an earlier dial is that of this one",
        "    if message.leg != state.leg:\n        return Step(state)\n    return miss",
        "    return miss",
    ),
    _mutant(
        "the agent who leaves takes the customer along",
        "    (PickedUp, TalkFailed): stay,\n",
        "    (PickedUp, TalkFailed): impossible,\n",
        file="core/calling_back",
    ),
    _mutant(
        "the key opens the menu as well",
        "    if isinstance(contact.waiting_room, Elsewhere):",
        "    if not contact:",
        file="core/ivr",
        caught_by=CORE,
    ),
    _mutant(
        "who is called hears no music",
        "    (Elsewhere, CustomerReached): come_again,\n",
        "    (Elsewhere, CustomerReached): stay,\n",
        file="core/waiting_room",
        caught_by=CORE,
    ),
    _mutant(
        "an agent is rung before the customer is there",
        "        return waits and not stands_aside and not is_first and self",
        "        return waits and not stands_aside and self",
        file="core/view",
        caught_by=CORE,
    ),
    _mutant(
        "without an agent the last miss is not the end",
        "    if isinstance(contact.place, Queued):  # there is no agent who has to be free again first\n",
        "    if not contact:\n",
        file="core/dialling",
        caught_by=CORE,
    ),
    _mutant(
        "it is not looked before the dial whether it is an hour for it",
        "    settled = settle(contact, order, view, at)\n",
        "    settled: Step[Due | Resting | Closed] = Step(state)\n",
        file="core/dialling",
    ),
    _mutant(
        "whoever is being called counts for nothing",
        "        self._called[contact] = key\n",
        "        assert contact\n",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "there are as many calls as customers",
        "        return self.called < self.free or ",
        "        return self.free or ",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "a wrap-up is no agent",
        " or self.called + self.ahead < self.free + self.soon\n",
        "\n",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "a long wrap-up is an agent",
        " and activity.until <= until for activity in activities)",
        " for activity in activities)",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "those on the line count for nothing",
        "            ahead=ahead + beside,\n",
        "            ahead=0.0,\n",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "an agent who is expected much later will do",
        " and expected_s <= self.within_s and",
        " and",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "more are overtaken than there are agents",
        " and self._called_among(agents) < agents.bit_count():\n",
        ":\n",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "who comes later is overtaken, too",
        "            if earlier > turn:\n                break\n",
        "",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "it is not looked again",
        "        self._next_look_at = at + LOOK_S if again else None\n",
        "        self._next_look_at = None\n",
        file="core/matching/ahead",
        caught_by=FIRST,
    ),
    _mutant(
        "whoever is overtaken is not called",
        "            if overtaken is not None and self._floor.full is None:\n",
        "            if overtaken is not None and self._floor.full is not None:\n",
        file="core/engine",
        caught_by=FIRST,
    ),
    _mutant(
        "lines are for agents only",
        "        while self._floor.full is None and self._matcher",
        "        while self._matcher",
        file="core/engine",
        caught_by=FIRST,
    ),
    _mutant(
        "somebody who takes the call has no line",
        "isinstance(state, Dialled | PickedUp | Reached)",
        "isinstance(state, Dialled | Reached)",
        file="core/traffic",
        caught_by=FIRST,
    ),
    _mutant(
        "an overflow sends a customer away who has come to the line",
        "        if contact.is_held or isinstance(contact.callback, Reached):\n",
        "        if contact.is_held:\n",
        file="core/amending",
        caught_by=FIRST,
    ),
    _mutant(
        "who leaves the line after being called is like anybody",
        "Ending.LEFT_AGAIN if called else Ending.ABANDONED",
        "Ending.ABANDONED",
        file="core/arrival",
        caught_by=FIRST,
    ),
)
