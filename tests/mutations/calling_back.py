"""The list for callbacks: what would dial somebody twice, at the wrong moment or never, had it no test."""

from pathlib import PurePosixPath

from tests.mutations.mutants import CORE, Mutant


def _mutant(
    name: str, old: str, new: str, room: str = "calling_back", caught_by: tuple[str, ...] = CORE
) -> Mutant:
    return Mutant(
        name=f"{room}: {name}",
        file=PurePosixPath("acd/kpi/visits.py" if room == "kpi" else f"acd/core/{room}.py"),
        old=old,
        new=new,
        caught_by=caught_by,
    )


CALLING_BACK = (
    _mutant(
        "whoever rings from there does not stop it",
        "    if not isinstance(contact.place, Queued):\n        return Step(state)\n    return rest",
        "    if contact:\n        return Step(state)\n    return rest",
    ),
    _mutant(
        "the dials of an earlier callback are forgotten",
        "        dials=state.order.dials if isinstance(state, Reached) else 0,\n",
        "        dials=0,\n",
    ),
    _mutant(
        "a miss is tried again at once",
        "    return at + ladder[times - 1] if times <= len(ladder) else None",
        "    return at if times <= len(ladder) else None",
        room="dialling",
    ),
    _mutant(
        "it is tried for ever",
        "    return at + ladder[times - 1] if times <= len(ladder) else None",
        "    return at + ladder[min(times, len(ladder)) - 1] if ladder else None",
        room="dialling",
    ),
    _mutant(
        "of a lost attempt it is believed that nobody answered",
        "    if message.lost:\n        return Miss.UNKNOWN\n",
        "",
        room="dialling",
    ),
    _mutant(
        "the telephone goes on ringing when the agent has gone unseen",
        "        return miss(contact, state, state.leg, Miss.UNKNOWN, view=view, at=at)\n    again_at",
        "        return Step(Resting(order=state.order, until=at))\n    again_at",
        room="dialling",
    ),
    _mutant(
        "an attempt that was interrupted goes on",
        "    if state.rings:\n        return Step(state)\n",
        "    if state:\n        return Step(state)\n",
        room="dialling",
    ),
    _mutant(
        "while Asterisk is away nobody answers",
        "    if not view.connected:\n"
        "        return Step(msgspec.structs.replace(state, until=at + DEAD_MAN_S))\n",
        "",
        room="dialling",
    ),
    _mutant(
        "who is about to be dialled is given up when the time is up",
        "    if isinstance(contact.place, Queued):\n        return give_up",
        "    if contact:\n        return give_up",
    ),
    _mutant(
        "who hangs up during good-bye has abandoned",
        " or contact.is_away or isinstance(contact.callback, Agreed):",
        " or contact.is_away:",
        room="arrival",
    ),
    _mutant(
        "good-bye is the end",
        "    return Step(state) if isinstance(contact.callback, Agreed) else _end",
        "    return _end",
        room="arrival",
    ),
    _mutant(
        "the customer is dialled while the agent still hears what it is about",
        "    return Step(told, commands=(Play(leg=state.agent_leg, playback=playback, media=media),))",
        "    step = want(contact, told, view)\n"
        "    play = Play(leg=state.agent_leg, playback=playback, media=media)\n"
        "    return Step(told, step.facts, (play,))",
        room="briefing",
    ),
    _mutant(
        "the agent hears music in the talk",
        "    return (StopMusic(leg=state.agent_leg), customers) if was_fetched else (customers,)\n",
        "    return (customers,)\n",
        room="joining",
    ),
    _mutant(
        "who is to be called back overflows",
        "        if contact.is_held or isinstance(contact.callback, Reached):\n"
        "            place = msgspec.structs.replace(place, leaves_at=None)\n",
        "",
        room="amending",
        caught_by=("tests/core/test_calling_back.py",),
    ),
    _mutant(
        "premium numbers are dialled",
        "    if phonenumbers.number_type(parsed) not in ORDINARY:\n",
        "    if not parsed:\n",
        room="numbers",
        caught_by=("tests/core/test_numbers.py",),
    ),
    _mutant(
        "who has answered and lost the line before an agent was there is forgotten",
        "    if message.leg != state.leg or not message.lost or not contact.is_owed_a_talk:\n",
        "    if message.leg != state.leg or message.lost:\n",
        room="proving",
    ),
    _mutant(
        "who hangs up while waiting for an agent is called again",
        "    if message.lost and contact.is_owed_a_talk:  # and is called once more\n",
        "    if contact.is_owed_a_talk:\n",
        room="arrival",
    ),
    _mutant(
        "our own numbers are dialled",
        "    if whole in dialling.own:\n",
        "    if not whole:\n",
        room="numbers",
        caught_by=("tests/core/test_numbers.py",),
    ),
    Mutant(
        name="telephone: the country's code without a plus sign is an area code",
        file=PurePosixPath("acd/model/telephone.py"),
        old="    return whole if phonenumbers.is_valid_number(whole) else parsed\n",
        new="    return parsed\n",
        caught_by=("tests/core/test_numbers.py",),
    ),
    _mutant(
        "an emergency service is dialled behind an area code",
        "    if _is_for_help(parsed):\n",
        "    if not parsed:\n",
        room="numbers",
        caught_by=("tests/core/test_numbers.py",),
    ),
    _mutant(
        "what came while an agent heard whom it is about counts for nothing",
        "    return Step(step.state) if isinstance(step.state, Due) else step\n\n\ndef be_refused(",
        "    return Step(state)\n\n\ndef be_refused(",
        room="putting_off",
    ),
    _mutant(
        "an agent hears the same words for all queues",
        "    prompt = view.callback_rules(contact).briefing or dialling.briefing\n",
        "    prompt = dialling.briefing\n",
        room="briefing",
        caught_by=("tests/core/test_briefing.py",),
    ),
    _mutant(
        "who cannot be dialled is given up",
        "    if message.refused and not message.lost:\n",
        "    if message.refused and message.lost:\n",
        room="dialling",
    ),
    _mutant(
        "while a trunk is away all agents are rung",
        "and (self._trying or back_at > at)",
        "and back_at > at",
        room="traffic",
        caught_by=("tests/core/test_traffic.py",),
    ),
    _mutant(
        "an attempt has the number of the one before",
        "    made = msgspec.structs.replace(order, dials=attempt, dialled_at=at)\n",
        "    made = msgspec.structs.replace(order, dialled_at=at)\n",
        room="dialling",
    ),
    _mutant(
        "the time waited is forgotten with a miss",
        "    back = _back(contact, Queued(**kept), view, since=state.answered_at)\n",
        '    kept["since"] = state.answered_at\n'
        "    back = _back(contact, Queued(**kept), view, since=state.answered_at)\n",
        room="waiting",
    ),
    _mutant(
        "who was called in vain for the last time stays for ever",
        "    (Closed, PlaceRestored): admit,\n",
        "    (Closed, PlaceRestored): stay,\n",
    ),
    _mutant(
        "who was reached is called once more when the agent has gone",
        "    (Reached, TalkFailed): stay,\n",
        "    (Reached, TalkFailed): break_off,\n",
    ),
    _mutant(
        "the customer is lost with the line",
        "    (Agreed, LegEnded): part,\n",
        "    (Agreed, LegEnded): close,\n",
    ),
    _mutant(
        "who rests counts in nobody's expected wait",
        "            if its_turn < turn and due_at < before:\n",
        "            if its_turn < turn and due_at == before:\n",
        room="matching/matcher",
        caught_by=("tests/core/test_expected_waits.py", "-k", "called_back"),
    ),
    _mutant(
        "who rests for long counts in everybody's expected wait",
        "            if its_turn < turn and due_at < before:\n",
        "            if its_turn < turn:\n",
        room="matching/matcher",
        caught_by=("tests/core/test_expected_waits.py", "-k", "called_back"),
    ),
    _mutant(
        "who is called back and in vain has abandoned",
        "    Ending.UNREACHED: Result.UNREACHED,\n",
        "",
        room="kpi",
        caught_by=("tests/kpi/test_figures.py",),
    ),
    _mutant(
        "of two at one number whoever wakes first is called first",
        " or _gives_way(contact, order.number, view):\n",
        ":\n",
        "putting_off",
    ),
)
