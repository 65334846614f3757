"""The list for those who ring again: what would give one place to two, or call somebody who is served."""

from pathlib import PurePosixPath

from tests.mutations.mutants import Mutant

CAUGHT_BY = (
    "tests/core/test_ringing_again.py",
    "tests/core/test_directory.py",
    "tests/core/test_stories.py",
    "-p",
    "no:xdist",
)


def _mutant(name: str, old: str, new: str, room: str = "recognising") -> Mutant:
    return Mutant(
        name=f"{room}: {name}",
        file=PurePosixPath(f"acd/core/{room}.py"),
        old=old,
        new=new,
        caught_by=CAUGHT_BY,
    )


RINGING_AGAIN = (
    _mutant(
        "who waits on a line is nobody",
        "        here = (*view.waiting_at(number), *_left(number, view, at))\n",
        "        here = (*_left(number, view, at),)\n",
    ),
    _mutant(
        "who asked for an earlier place is asked about the later one",
        "earlier=_wanted(left[-1], left)",
        "earlier=left[-1]",
    ),
    _mutant(
        "the place of a line that ends in an hour is had",
        "    if over is None or at > contact.arrived_at + view.policy.recognition.within_s:\n",
        "    if over is None:\n",
    ),
    _mutant(
        "a message takes the place of a call",
        "    if not isinstance(here, Queued) or contact.has_left:\n",
        "    if not isinstance(here, Queued):\n",
    ),
    _mutant(
        "who stands in front is moved back",
        " or held.place.order_key >= here.order_key:\n",
        ":\n",
    ),
    _mutant(
        "the place in another queue is had",
        "    if held is None or held.place.queue != here.queue or ",
        "    if held is None or ",
    ),
    _mutant(
        "the place of somebody whom an agent has answered is waited for",
        "    if earlier is None or not earlier.waits_on_line:\n",
        "    if earlier is None:\n",
    ),
    _mutant(
        "whoever asks for a place is sent away from a long line",
        "        about=held.place.about,\n        brought_forward=True,\n",
        "        about=held.place.about,\n",
    ),
    _mutant(
        "the place is left for others, too",
        "    return (moved, PlacePassedOn(contact=earlier, to=contact.id))\n",
        "    return (moved,)\n",
    ),
    _mutant(
        "one of two callbacks is made all the same",
        "        wanted += [each for each",
        "        wanted += [earlier for each",
    ),
    _mutant(
        "what an agent has agreed on is cancelled, too",
        " and state.order.appointment is None\n",
        "\n",
    ),
    _mutant(
        "what another caller is being asked about is cancelled",
        "    return stands and not view.is_claimed(contact.id)\n",
        "    return stands\n",
    ),
    _mutant(
        "for who goes on elsewhere another one's place is given up",
        "    if earlier is not None and earlier.waits_on_line:\n",
        "    if earlier is None:\n",
        room="ringing_again",
    ),
    _mutant(
        "nobody hears that the line has ended",
        "    (Awaiting, ContactEnded): inherit,\n",
        "    (Awaiting, ContactEnded): stay,\n",
        room="ringing_again",
    ),
    _mutant(
        "two callers wait for one place",
        "        if now.is_live and isinstance(now.again, Recognised | Awaiting):\n",
        "        if now.is_live and isinstance(now.again, Recognised):\n",
        room="directory",
    ),
    _mutant(
        "who waits on a line is found where the number stood for another one",
        "            for contact in contacts:\n                self._see_waiting(contact)\n",
        "",
        room="directory",
    ),
    _mutant(
        "what is asked for by now is forgotten",
        "        own_needs=state.own_needs,\n",
        "",
        room="resuming",
    ),
    _mutant(
        "the person asked for by now is forgotten",
        "    person = state if wants_another else held.place\n",
        "    person = held.place\n",
        room="resuming",
    ),
    _mutant(
        "the person of the place is forgotten",
        "    person = state if wants_another else held.place\n",
        "    person = state\n",
        room="resuming",
    ),
    _mutant(
        "a farther place is told of",
        "default=None)\n    told",
        "default=None) and state.position\n    told",
        room="resuming",
    ),
    _mutant(
        "who moves up is sent away by the time on the other line",
        "        leaves_at=state.leaves_at,\n",
        "",
        room="resuming",
    ),
    _mutant(
        "who leaves a message instead keeps the place from others",
        "    (Recognised, MessageChosen): begin_anew,\n",
        "    (Recognised, MessageChosen): stay,\n",
        room="ringing_again",
    ),
    _mutant(
        "a new version sends away for the time on no line",
        "leaves_at=max(place.entered_at, came_at) + ",
        "leaves_at=place.entered_at + ",
        room="amending",
    ),
    _mutant(
        "who is to be called at a moment to come is nobody",
        "        if isinstance(contact.callback, Scheduled) and contact.number == number\n",
        "        if contact is None\n",
    ),
    _mutant(
        "two callers are asked for one appointment",
        "for each in _to_come(number, view) if not view.is_claimed(each[1])",
        "for each in _to_come(number, view)",
    ),
    _mutant(
        "the later appointment is asked for first",
        "earlier=min(to_come)[2]",
        "earlier=max(to_come)[2]",
    ),
    _mutant(
        "who waits instead of being called is called all the same",
        "        chosen,\n"
        "        CallbackGivenUp(contact=earlier.id, because=GivenUp.TAKEN, by=contact.id),\n",
        "        chosen,\n",
    ),
    _mutant(
        "what was agreed is asked of nobody",
        "        needs=joined(appointment.needs, needs),\n",
        "        needs=needs,\n",
    ),
    _mutant(
        "who was named is forgotten",
        "        about=appointment.about,\n",
        "        about=About(),\n",
    ),
    _mutant(
        "a line that is no more is waited in instead of being called",
        "    return earlier if earlier.callback.appointment.queue in view.policy.queues else None\n",
        "    return earlier\n",
    ),
    _mutant(
        "out of hours somebody waits instead of being called",
        "    if did is None or not did.open_at(contact.arrived_at):\n",
        "    if did is None:\n",
    ),
    _mutant(
        "who was promised a call is sent away from a long line",
        "    is_promised = chosen.to_be_called or chosen.brought_forward\n",
        "    is_promised = chosen.to_be_called\n",
        room="entering",
    ),
    _mutant(
        "the place of the moment that has come is not taken",
        "    if held is not None:\n        return taken(",
        "    if held is not None and agreed is not None:\n        return taken(",
        room="travel",
    ),
    _mutant(
        "two callers are asked for one place",
        "for each in _away(number, view) if not view.is_claimed(each[1])",
        "for each in _away(number, view)",
    ),
    _mutant(
        "the one who came last is asked for first",
        "earlier=min(away)[2]",
        "earlier=max(away)[2]",
    ),
    _mutant(
        "who is being called takes the place all the same",
        "    return earlier if isinstance(earlier.callback, Resting | Due) else None",
        "    return earlier",
    ),
    _mutant(
        "the place is taken for which an agent has answered",
        "    if earlier is None or not isinstance(earlier.place, Queued):\n"
        "        return None\n"
        "    return earlier if isinstance",
        "    if earlier is None:\n        return None\n    return earlier if isinstance",
    ),
    _mutant(
        "the place in a queue that is no more is taken",
        "    return held if held is not None and held.place.queue in view.policy.queues else None",
        "    return held",
    ),
    _mutant(
        "two callers are asked for the place of one call that broke off",
        "        left = [each for each in here if not view.is_claimed(each.id)]\n",
        "        left = [*here]\n",
    ),
    _mutant(
        "a place is kept for ever",
        " and contact.life.at >= at - rules.within_s\n",
        "\n",
    ),
    _mutant(
        "of several calls that broke off the first one counts",
        "earlier=_wanted(left[-1], left)",
        "earlier=_wanted(left[0], left)",
    ),
    _mutant(
        "a place of a call that broke off is taken twice",
        "            self._strike(now.again.earlier)\n",
        "            pass\n",
        room="directory",
    ),
    _mutant(
        "a call that breaks off leaves no place",
        " if called else Ending.ABANDONED, at, left=stood)\n",
        " if called else Ending.ABANDONED, at)\n",
        room="arrival",
    ),
    _mutant(
        "Asterisk takes the places away with the lines",
        "        return _end(contact, Ending.LOST, at, left=stood)\n",
        "        return _end(contact, Ending.LOST, at)\n",
        room="arrival",
    ),
    _mutant(
        "what has happened since the line ended moves nobody",
        "    if held.left_at is not None:  # nothing",
        "    if held.left_at is None:  # nothing",
        room="resuming",
    ),
    _mutant(
        "numbers are compared as they are shown",
        "    return str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164))\n\n\n@lru_cache",
        "    return number\n\n\n@lru_cache",
        room="numbers",
    ),
    _mutant(
        "who waits on the line is sent away for the time on none",
        "leaves_at=at + leaves[0] if leaves is not None else None,",
        "leaves_at=before.entered_at + leaves[0] if leaves is not None else None,",
        room="resuming",
    ),
    _mutant(
        "what was told is forgotten",
        "told=heard.told, position=heard.position, promise=heard.promise",
        "told=heard.told",
        room="resuming",
    ),
    _mutant(
        "needs of keys are forgotten",
        "    needs = joined(before.own_needs, message.needs)\n",
        "    needs = before.own_needs\n",
        room="resuming",
    ),
    _mutant(
        "who has taken the place along has not been reached",
        "    GivenUp.TAKEN: Ending.WITHDRAWN,\n",
        "",
        room="arrival",
    ),
    _mutant(
        "the language of before is forgotten",
        "language=known.earlier.language if known else",
        "language=",
        room="arrival",
    ),
    _mutant(
        "who has begun anew keeps others from the place",
        "    return Step(BegunAnew(earlier=state.earlier))",
        "    return Step(state)  # type: ignore[arg-type]",
        room="ringing_again",
    ),
    _mutant(
        "who is to be called at another number is found at the old one alone",
        "        if before is None or now.callback is not before.callback:\n",
        "        if before is None:\n",
        room="directory",
    ),
    _mutant(
        "numbers stand for what they stood for under the last version",
        "        if policy.dialling != before.dialling:\n",
        "        if policy is None:\n",
        room="directory",
    ),
    _mutant(
        "whose place one caller was asked about nobody is asked about any more",
        "            self._let_go(before.again.earlier, now.id)\n",
        "            pass\n",
        room="directory",
    ),
)
