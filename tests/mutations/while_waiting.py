"""The list for those who wait: what would cost them their place, let them hear two things at once, or tell
them what is not so, had it no test.
"""

from pathlib import PurePosixPath

from tests.mutations.mutants import CORE, Mutant


def _mutant(name: str, room: str, old: str, new: str, caught_by: tuple[str, ...] = CORE) -> Mutant:
    return Mutant(
        name=f"{room}: {name}",
        file=PurePosixPath(f"acd/core/{room}.py"),
        old=old,
        new=new,
        caught_by=caught_by,
    )


TOLD = ("tests/core/test_announcements.py",)


ANEW = ("tests/core/test_choosing_anew.py",)


WHILE_WAITING = (
    _mutant(
        "who has left a line is counted in it",
        "floor",
        "            self._lines[was_in].discard(now.id)\n",
        "            pass\n",
        ("tests/core/test_stories.py",),
    ),
    _mutant(
        "what was chosen before is needed still",
        "travel",
        "joined(without(at.needs, given_up), more)",
        "joined(at.needs, more)",
        ANEW,
    ),
    _mutant(
        "who waits already is a newcomer in another queue",
        "entering",
        "    if not is_promised and not by_choice and",
        "    if not is_promised and",
        ANEW,
    ),
    _mutant(
        "who chooses another queue begins to wait anew",
        "waiting",
        "before=state, by_choice=True)",
        "before=Nowhere(), by_choice=True)",
    ),
    _mutant(
        "who chooses another queue may not come back",
        "waiting",
        "before=state, by_choice=True)",
        "before=state)",
    ),
    _mutant(
        "who chooses the same queue loses the place",
        "waiting",
        "    if message.queue != state.queue:\n",
        "    if message.queue:\n",
    ),
    _mutant(
        "who chooses the same queue asks for what was asked before",
        "waiting",
        "_ask_anew(contact, state, message.needs, message.about, view=view, at=at)",
        "_ask_anew(contact, state, state.own_needs, message.about, view=view, at=at)",
    ),
    _mutant(
        "the person who is asked for in the line is not waited for",
        "waiting",
        "if about.wanted != state.about.wanted else None",
        "if not contact.id else None",
        ANEW,
    ),
    _mutant(
        "who asks for the same person again waits anew",
        "waiting",
        "if about.wanted != state.about.wanted else None",
        "if about.wanted else None",
        ANEW,
    ),
    _mutant(
        "the person who is asked for has been waited for all along",
        "waiting",
        "meant = msgspec.structs.replace(meant, since=at)",
        "meant = msgspec.structs.replace(meant)",
        ANEW,
    ),
    _mutant(
        "what is asked for now may send the caller back in the line",
        "waiting",
        "    if order_key < state.order_key:\n",
        "    if order_key != state.order_key:\n",
    ),
    _mutant(
        "who asks while a phone rings hears that nobody knows",
        "announcements",
        "if told is None and asked_for.if_soon is not None and",
        "if told is not None and asked_for.if_soon is not None and",
    ),
    _mutant(
        "a phone that rings in vain has been promised",
        "announcements",
        "soon and soon._replace(promise=None)",
        "soon",
    ),
    _mutant(
        "the menu forgets what was asked for before",
        "ivr",
        "needs=place.own_needs, about=place.about)",
        "needs=(), about=place.about)",
    ),
    _mutant(
        "the menu forgets what was known before",
        "ivr",
        "needs=place.own_needs, about=place.about)",
        "needs=place.own_needs, about=type(place.about)())",
    ),
    _mutant(
        "the music plays on behind the menu",
        "ivr",
        "commands=(silence, *begun.commands)",
        "commands=begun.commands",
    ),
    _mutant(
        "on the way to the next queue the menu is left",
        "ivr",
        "        case ToQueue():\n            return Step(state)\n        case ToFlow",
        "        case ToQueue():\n            return Step(Travelled(turn=state.turn))\n        case ToFlow",
    ),
    _mutant(
        "after an outage two prompts are heard",
        "ivr",
        "commands=(earlier, *again.commands)",
        "commands=again.commands",
    ),
    *(
        Mutant(
            name=f"offering: ({state}) rings on for somebody who has chosen something else",
            file=PurePosixPath("acd/core/offering.py"),
            old=f"    ({state}, QueueChosen): lose_choice,\n",
            new=f"    ({state}, QueueChosen): stay,\n",
            caught_by=CORE,
        )
        for state in ("Opening", "RingingOffer", "Confirming")
    ),
    _mutant(
        "no music after the menu",
        "waiting_room",
        "_announce(contact, state, words, view) if words else _play(contact, state, view)",
        "_announce(contact, state, words, view) if words else Step(Music(**_heard(state)))",
    ),
    _mutant(
        "after the menu everything is told that had begun before",
        "waiting_room",
        "since=state.since)",
        "since=0.0)",
    ),
    _mutant(
        "an answer does not stop the announcement",
        "waiting_room",
        "    return _silent(state)\n",
        "    return Step(Elsewhere(**_heard(state)))\n",
    ),
    _mutant(
        "the menu does not stop the announcement",
        "waiting_room",
        "since=at), commands=silent.commands)",
        "since=at))",
    ),
    _mutant(
        "what was cut short is not remembered",
        "waiting_room",
        "    stopped = (*state.stopped, state.playback) if isinstance(state, Announcing) else state.stopped",
        "    stopped = state.stopped",
    ),
    _mutant(
        "the clocks of the queue before go on",
        "waiting_room",
        "message, view, at)\n    return Step(_wound(contact, state, view, at))",
        "message, view, at)\n    return Step(state)",
    ),
    _mutant(
        "after an outage the menu is heard above the music",
        "waiting_room",
        "StopMusic(leg=contact.customer_leg)))\n\n\ndef play_on",
        "))\n\n\ndef play_on",
    ),
    _mutant(
        "after an outage the menu is heard above the music by who was called back",
        "waiting_room",
        "StopMusic(leg=contact.customer_leg)))\n\n\ndef play_on",
        "StopMusic(leg=contact.leg)))\n\n\ndef play_on",
        caught_by=("tests/core/test_calling_back.py",),
    ),
    _mutant(
        "announcements are made while nobody can hear them",
        "waiting_room",
        " if view.connected else None",
        "",
    ),
    _mutant(
        "a farther place is told",
        "announcements",
        "min(room.position or MOST_IN_LINE, MOST_IN_LINE)",
        "MOST_IN_LINE",
        TOLD,
    ),
    _mutant(
        "a new version winds all clocks",
        "announcements",
        "due.get(prompt, first)",
        "first",
        TOLD,
    ),
    _mutant(
        "who is rung is told to wait",
        "announcements",
        "    if promise is not None and promise.high_s == 0.0:\n        return None\n",
        "",
    ),
)
