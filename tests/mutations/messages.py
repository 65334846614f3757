"""The list for messages: what would lose one, or leave somebody with a tone, had it no test."""

from pathlib import PurePosixPath

from tests.mutations.mutants import CORE, Mutant, mutant_in


def _mutant(
    name: str, old: str, new: str, room: str = "messages", caught_by: tuple[str, ...] = CORE
) -> Mutant:
    return Mutant(
        name=f"{room}: {name}",
        file=PurePosixPath(f"acd/core/{room}.py"),
        old=old,
        new=new,
        caught_by=caught_by,
    )


NOTES = (
    _mutant(
        "nothing said is a note, too",
        "    if message.failed or length_s < SHORTEST_S:\n",
        "    if message.failed:\n",
        "dictating",
    ),
    _mutant(
        "the end of another recording is that of the note",
        "    if message.recording != state.recording:\n        return Step(state)\n    node",
        "    node",
        "dictating",
    ),
    _mutant(
        "who is answered is recorded on",
        "            return (DropRecording(recording=recording),)\n",
        "            return ()\n",
        "travel",
    ),
    _mutant(
        "a note of before is read as the one of now",
        "    if message.recording != state.recording:\n        return Step(state)\n    transcribed",
        "    transcribed",
        "voice_notes",
    ),
    _mutant(
        "who rings in leaves the note behind",
        "    return Step(_known(held.contact.note))\n",
        "    return Step(NoNote())\n",
        "voice_notes",
    ),
    _mutant(
        "who hangs up while speaking has not agreed",
        "    if not isinstance(state, OnTheWay) or contact.is_held:\n",
        "    if isinstance(state, OnTheWay) or contact.is_held:\n",
        "dictating",
    ),
    _mutant(
        "who hangs up is called back wherever the note leads",
        "    if agreed_by_leaving(contact, view):\n        return Step(state)\n",
        "    if isinstance(contact.journey, Dictating):\n        return Step(state)\n",
        "arrival",
    ),
    _mutant(
        "what was said until the line ended is lost",
        "    return Step(Travelled(turn=state.turn), facts=(cut_short,))\n",
        "    return Step(Travelled(turn=state.turn))\n",
        "dictating",
    ),
    _mutant(
        "who has hung up is waited for to hear good-bye",
        "    return Step(state, facts=(*agreed, FlowEnded(contact=contact.id, node=state.node)))\n",
        "    return Step(state, facts=agreed)\n",
        "dictating",
    ),
    _mutant(
        "who hangs up after the tone has left a note",
        "    if message.failed or length_s < SHORTEST_S:\n",
        "    if message.failed:\n",
        "voice_notes",
    ),
    _mutant(
        "what ends is what is awaited",
        "    if message.recording != state.recording:\n        return Step(state)\n    length_s",
        "    length_s",
        "voice_notes",
    ),
    _mutant(
        "a note that came to nothing takes the one before away",
        "        return Step(state.before, facts=(missed,))\n",
        "        return Step(NoNote(), facts=(missed,))\n",
        "voice_notes",
    ),
    _mutant(
        "what was being said is never looked for",
        "AwaitedNoteTimedOut(contact=contact.id)) if isinstance(state, Awaited) else None\n",
        "AwaitedNoteTimedOut(contact=contact.id)) if isinstance(state, str) else None\n",
        "voice_notes",
    ),
    _mutant(
        "the agent is not played the note",
        "    return _play_note(contact, state, view) if was_first else want(contact, state, view)\n",
        "    return want(contact, state, view)\n",
        "briefing",
    ),
    _mutant(
        "where there is no briefing there is no note",
        "    if media is None:\n        return _play_note(contact, state, view)\n",
        "    if media is None:\n        return want(contact, state, view)\n",
        "briefing",
    ),
)
PREVIEW = (
    _mutant(
        "an agent is asked for ever",
        "    return state.order.passed < rules.preview.passes\n",
        "    return True\n",
        "previewing",
    ),
    _mutant(
        "later is to be had for ever",
        "    if order.deferred >= preview.later_times or then >= order.expires_at:\n",
        "    if then >= order.expires_at:\n",
        "previewing",
    ),
    _mutant(
        "who is to be called later may be given up by then",
        "    if order.deferred >= preview.later_times or then >= order.expires_at:\n",
        "    if order.deferred >= preview.later_times:\n",
        "previewing",
    ),
    _mutant(
        "a key of before the gap is not waited for",
        "    if not view.connected:\n        wait_s",
        "    if False:\n        wait_s",
        "previewing",
    ),
    _mutant(
        "a lost line counts as passed on",
        "    elif message.lost:\n        step = _let_go(contact, state, None, lost=True)\n",
        "",
        "previewing",
    ),
    _mutant(
        "who is passed on is not counted",
        "    order = msgspec.structs.replace(state.order, passed=state.order.passed + 1)\n",
        "    order = state.order\n",
        "putting_off",
    ),
    _mutant(
        "who is put off is not counted",
        "    order = msgspec.structs.replace(state.order, deferred=state.order.deferred + 1)\n",
        "    order = state.order\n",
        "putting_off",
    ),
)
MESSAGES = (
    _mutant(
        "what a program understands too late is thrown away",
        "        if isinstance(message, MessageRead) and self._floor",
        "        if isinstance(message, str) and self._floor",
        "engine",
    ),
    mutant_in(
        "what only the facts know is kept for ever",
        "        AND record#>>'{life,texts_deleted}' IS DISTINCT FROM 'true'\n",
        "        AND record#>>'{message,note,text}' IS NOT NULL\n",
        file="store/retention",
        caught_by=("tests/store/test_retention.py",),
    ),
    _mutant(
        "who hangs up before the tone has been to a box",
        "Ending.NO_MESSAGE if invited else",
        "Ending.VOICEMAIL if invited else",
        "arrival",
    ),
    mutant_in(
        "who leaves no message has not abandoned",
        "Result.ABANDONED)\n                case _:",
        "Result.SENT_ON)\n                case _:",
        file="kpi/visits",
        caught_by=("tests/kpi/test_figures.py",),
    ),
    _mutant(
        "who cannot be recorded is left with silence",
        "        box = rules.box if state.gone_at is None else None\n",
        "        box = None\n",
    ),
    _mutant(
        "after an outage who speaks after the tone may hear music",
        "    return Step(step.state, commands=(StopMusic(leg=state.leg), *step.commands))\n",
        "    return step\n",
    ),
    _mutant(
        "a recording of which nothing is heard is not looked for",
        "    find = (FindRecording(recording=state.recording),) if view.connected else ()\n",
        "    find = ()\n",
        "recording",
    ),
    _mutant(
        "nothing said is a message, too",
        "    if length_s < rules.shortest_s:\n",
        "    if length_s < 0:\n",
    ),
    _mutant(
        "the end of another recording is taken for that of this one",
        "    if message.recording != state.recording:\n        return Step(state)\n",
        "",
    ),
    _mutant(
        "of an earlier playback the end counts",
        "    if message.playback != state.playback:\n        return Step(state)\n    begun",
        "    begun",
    ),
    _mutant(
        "a message begins to wait when it is left",
        "        since = min(since, contact.began_at)\n",
        "        pass\n",
        "entering",
    ),
    _mutant(
        "an overflow takes a message away",
        "    leaves = None if contact.is_held else excess.after_s(queue, came_by)\n",
        "    leaves = excess.after_s(queue, came_by)\n",
        "entering",
        ("tests/core/test_messages.py",),
    ),
    _mutant(
        "a caller who hangs up while speaking is gone",
        "    if isinstance(contact.message, Recording):  # what there is of it we shall know\n"
        "        return Step(state)\n",
        "",
        "arrival",
    ),
    _mutant(
        "who has left a message holds up callbacks to the number",
        "    if contact.has_left:\n        return False\n",
        "",
        "view",
        ("tests/core/test_messages.py",),
    ),
    _mutant(
        "an agent who hangs up is not counted",
        "    return msgspec.structs.replace(note, unclosed=note.unclosed + 1)\n",
        "    return note\n",
        "listening",
    ),
    _mutant(
        "a line that was lost counts",
        "    note = state.note if message.lost else _unclosed(state.note)\n",
        "    note = _unclosed(state.note)\n",
        "listening",
        ("tests/core/test_messages.py",),
    ),
    _mutant(
        "an agent who presses nothing hears it for ever",
        "    if state.turn >= 2 * MOST_PLAYS and",
        "    if state.turn < 0 and",
        "listening",
    ),
    _mutant(
        "an agent is let go in front of the message",
        " and state.turn % 2 == 0:  #",
        ":  #",
        "listening",
    ),
    _mutant(
        "who cannot call the sender is not told so",
        "        return Step(told.state, commands=(_stop(state), *told.commands))\n",
        "        return Step(state)\n",
        "listening",
    ),
    _mutant(
        "a number that is in use is dialled",
        " or view.is_in_use(number, but=contact.id):\n",
        ":\n",
        "listening",
    ),
    _mutant(
        "who left it is called though there is no line for that",
        " and view.full is None\n",
        "\n",
        "listening",
        ("tests/core/test_messages.py",),
    ),
    _mutant(
        "after a gap the agent hears nothing",
        "    return Step(step.state, commands=(_stop(state), *step.commands))\n\n\ndef press",
        "    return Step(step.state, commands=(_stop(state),))\n\n\ndef press",
        "listening",
    ),
    _mutant(
        "what is old is deleted, whether or not somebody is to listen to it",
        "        if contact is None or not contact.is_live:\n            deleted",
        "        if contact is None or contact:\n            deleted",
        "engine",
    ),
)
