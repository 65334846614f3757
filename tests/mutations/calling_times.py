"""The list for when customers are called, and how many: what would wake somebody, or make too many calls."""

import functools

from tests.mutations.mutants import CORE, mutant_in

STORIES = ("tests/core/test_stories.py",)
CLOCKS = ("tests/core/test_calling_times.py",)
CROWD = ("tests/core/test_callback_crowd.py",)
MEANING = ("tests/company/test_meaning_callbacks.py",)
TRAFFIC = ("tests/core/test_traffic.py",)
COMMAND = ("tests/cli/test_callback.py",)


_mutant = functools.partial(mutant_in, file="core/putting_off", caught_by=STORIES)

CALLING_TIMES = (
    _mutant(
        "who asks on a Friday evening is given up on Saturday",
        "    if opens_at is None or opens_at == ends_at:\n        return ends_at\n",
        "    if opens_at != at:\n        return ends_at\n",
        file="core/calling_times",
        caught_by=CLOCKS,
    ),
    _mutant(
        "the time runs from the night on",
        "    ends_at = (at if first_at is None else first_at) + lasts_s\n",
        "    ends_at = at + lasts_s\n",
        file="core/calling_times",
        caught_by=CLOCKS,
    ),
    _mutant(
        "a number that is in use is called all the same",
        "    if view.is_in_use(order.number, but=contact.id) or _gives_way(contact, order.number, view):\n",
        "    if not order.number:\n",
        caught_by=CORE,
    ),
    _mutant(
        "it is called at night",
        "    if opens_at > at:\n        return rest",
        "    if False:\n        return rest",
    ),
    _mutant(
        "numbers of the list are called",
        "    if against is not None:\n        return give_up(contact, order, against)\n",
        "",
    ),
    _mutant(
        "it stays due when the hours are over",
        "    due = Due(order=order, until=may_call_until(order.number, order.between, "
        "view.policy.dialling, at))\n",
        "    due = Due(order=order, until=None and may_call_until('', None, None, at))\n",
    ),
    _mutant(
        "who rests after a miss is woken by a new version",
        "    elif state.because not in BY_THE_CLOCK:\n        return Step(state)\n",
        "",
    ),
    _mutant(
        "who is not to be called at night stands before others meanwhile",
        "    is_later = isinstance(state, Resting) and state.because in BY_THE_CLOCK\n",
        "    is_later = isinstance(state, Resting) and not BY_THE_CLOCK\n",
        file="core/view",
        caught_by=("tests/core/test_calling_back.py",),
    ),
    _mutant(
        "an agent who has answered is left alone with it",
        "        if not isinstance(contact.place, Queued):\n            return Step(state)\n    elif",
        "        if contact is None:\n            return Step(state)\n    elif",
    ),
    _mutant(
        "who is about to be called is given up when the list changes",
        "    is_queued = isinstance(contact.place, Queued)\n",
        "    is_queued = True\n",
    ),
    _mutant(
        "who is about to be called is put off when the hours are over",
        "    if not isinstance(contact.place, Queued):\n"
        "        return Step(msgspec.structs.replace(state, until=None))\n",
        "",
    ),
    _mutant(
        "the number is not looked at before the dial",
        "    if against is not None:\n"
        "        return miss(contact, state, leg, REASONS[against], view=view, at=at)\n",
        "",
        file="core/dialling",
    ),
    _mutant(
        "the clock is not looked at before the dial",
        "    if opens_at > at:\n        return _come_too_late",
        "    if opens_at < at:\n        return _come_too_late",
        file="core/dialling",
    ),
    _mutant(
        "nobody knows of the last dial of an earlier callback",
        "        dialled_at=state.order.dialled_at if isinstance(state, Reached) else None,\n",
        "",
        file="core/calling_back",
        caught_by=TRAFFIC,
    ),
    _mutant(
        "the list is not looked at when it is agreed",
        "    return NeverCalled.REFUSED if objection(whole, view) is not None else None\n",
        "    return None\n",
        file="core/callback_number",
    ),
    _mutant(
        "what never comes is promised",
        "    if may_call_at(number, node.between, view.policy.dialling, contact.arrived_at) is None:\n",
        "    if not number:\n",
        file="core/travel",
        caught_by=("tests/core/test_calling_back.py",),
    ),
    _mutant(
        "only one of several clocks counts",
        " for zone in zones] if hours",
        " for zone in zones[:1]] if hours",
        file="core/calling_times",
        caught_by=CLOCKS,
    ),
    _mutant(
        "the company's clock counts for all",
        "    zones = zones_of(number) or (dialling.timezone,)\n",
        "    zones = (dialling.timezone,)\n",
        file="core/calling_times",
        caught_by=CLOCKS,
    ),
    _mutant(
        "a time that was chosen is that of the first of several clocks",
        "    return zones[0] if len(zones) == 1 else dialling.timezone\n",
        "    return zones[0]\n",
        file="core/calling_times",
        caught_by=CLOCKS,
    ),
    _mutant(
        "an hour that comes twice comes once",
        " for clock in clocks for fold in (0, 1)]",
        " for clock in clocks for fold in (0,)]",
        file="model/hours",
        caught_by=CLOCKS,
    ),
    _mutant(
        "nobody sees that the clocks are changed",
        "            found.extend(_clock_change(midnight, zone))\n",
        "",
        file="model/hours",
        caught_by=CLOCKS,
    ),
    _mutant(
        "there is one line more than there is",
        "len(self._calls) >= dialling.lines:",
        "len(self._calls) > dialling.lines:",
        file="core/traffic",
        caught_by=CORE,
    ),
    _mutant(
        "a line is taken at the dial only",
        "        if contact.is_live and (is_dialled or is_fetched):\n",
        "        if contact.is_live and is_dialled:\n",
        file="core/traffic",
        caught_by=CORE,
    ),
    _mutant(
        "dials that are to come are not counted",
        "        too_many = len(dials) + to_be_dialled + 1 - dialling.per_minute\n",
        "        too_many = len(dials) + 1 - dialling.per_minute\n",
        file="core/traffic",
        caught_by=CROWD,
    ),
    _mutant(
        "dials of the last minute are forgotten by a restart",
        "            floor._traffic.note(dial.contact, dial.number, dial.at)\n",
        "            pass\n",
        file="core/floor",
        caught_by=TRAFFIC,
    ),
    _mutant(
        "who stands aside is offered",
        "        return waits and not stands_aside and not is_first and self",
        "        return waits and not is_first and self",
        file="core/view",
        caught_by=CORE,
    ),
    _mutant(
        "the trunk is away for as long as ever",
        "        back_at = self._refused_at + dialling.trunk_away_s\n",
        "        back_at = self._refused_at + 60.0\n",
        file="core/traffic",
        caught_by=TRAFFIC,
    ),
    _mutant(
        "who could not be dialled rests for as long as ever",
        "    again_at = at + (dialling.trunk_away_s if dialling is not None else TRUNK_AWAY_S)\n",
        "    again_at = at + TRUNK_AWAY_S\n",
        file="core/dialling",
        caught_by=TRAFFIC,
    ),
    _mutant(
        "it is not read how long the trunk is away",
        "        trunk_away_s=callbacks.trunk_away_s,\n",
        "",
        file="company/callbacks",
        caught_by=MEANING,
    ),
    _mutant(
        "nobody steps in when there is a line",
        "                self._matcher.see_contact(contact, self._floor)\n\n    # --- the expected",
        "                assert contact\n\n    # --- the expected",
        file="core/engine",
        caught_by=CORE,
    ),
    _mutant(
        "a minute passes unseen",
        "        moments = (self._alarms.next_at(), self._floor.room_at(), looks_at)\n",
        "        moments = (self._alarms.next_at(), looks_at)\n",
        file="core/engine",
        caught_by=TRAFFIC,
    ),
    _mutant(
        "what was entered ahead holds at once",
        "        return any(isinstance(overlay.state, InForce) for overlay in found)\n",
        "        return any(found)\n",
        file="core/view",
    ),
    _mutant(
        "a time at which nobody is called may be chosen",
        "    if not any(overlap(one, another)",
        "    if False and not any(overlap(one, another)",
        file="company/callbacks",
        caught_by=MEANING,
    ),
    _mutant(
        "numbers of the company file are said to be taken off",
        "    if dialling is not None and whole in dialling.never:\n",
        "    if dialling is None:\n",
        file="web/control",
        caught_by=COMMAND,
    ),
)
