"""The list for scheduled callbacks: what would call somebody at another moment, twice, never, by others."""

from tests.mutations.mutants import Mutant, mutant_in

STORIES = ("tests/core/test_stories.py", "-k", "scheduled or keyed_in or callback")
RULES = ("tests/core/test_scheduling.py",)
CLOCKS = ("tests/core/test_calling_times.py",)


def _mutant(name: str, file: str, old: str, new: str, caught_by: tuple[str, ...]) -> Mutant:
    return mutant_in(name, old, new, file=file, caught_by=caught_by)


SCHEDULING = (
    _mutant(
        "a moment that has passed is taken",
        "core/scheduling",
        "    if message.not_before < at - SINCE_ASKED_S:\n",
        "    if message.not_before < 0:\n",
        RULES,
    ),
    _mutant(
        "it is for any hour",
        "core/scheduling",
        "    if may_call_at(number, None, dialling, message.not_before) != message.not_before:\n",
        "    if dialling is None:\n",
        RULES,
    ),
    _mutant(
        "asked for twice there are two",
        "core/engine",
        "        known = scheduling.same_as(message, self._floor) if objection is None else None\n",
        "        known = None\n",
        RULES,
    ),
    _mutant(
        "whatever differs is taken for the same",
        "core/scheduling",
        "    if same:\n        return None\n",
        "    if known:\n        return None\n",
        RULES,
    ),
    _mutant(
        "whoever was named is forgotten",
        "core/scheduling",
        "        about=msgspec.structs.replace(message.about or known, wanted=message.wanted),\n",
        "        about=message.about or known,\n",
        STORIES,
    ),
    _mutant(
        "the time runs from when it was typed",
        "core/scheduling",
        "view.policy.dialling, message.not_before, rules.expires_s",
        "view.policy.dialling, at, rules.expires_s",
        RULES,
    ),
    _mutant(
        "it is called however late it is",
        "core/scheduling",
        "    if at >= state.order.expires_at:\n",
        "    if at < 0:\n",
        STORIES,
    ),
    _mutant(
        "whom the company calls no more is told of at the moment itself",
        "core/scheduling",
        "    return Step(state) if reason is None else give_up(contact, state.order, reason)\n",
        "    return Step(state) if state else give_up(contact, state.order, reason)\n",
        STORIES,
    ),
    _mutant(
        "the place counts from when we look",
        "core/entering",
        "        since = contact.scheduled_for\n",
        "        since = at\n",
        RULES,
    ),
    _mutant(
        "tried again it is anybody's",
        "core/returning",
        "    if not is_agreed or state.about.wanted is None or state.entered_at == at:\n",
        "    if contact:\n",
        STORIES,
    ),
    _mutant(
        "who wants to be called tomorrow stands before others today",
        "core/view",
        "isinstance(contact.place, Queued) and not is_later\n",
        "isinstance(contact.place, Queued)\n",
        RULES,
    ),
    _mutant(
        "a queue is taken away from who is to be called for it",
        "core/changeover",
        "        return contact.callback.appointment.queue\n",
        "        return None\n",
        ("tests/core/test_amending.py",),
    ),
    _mutant(
        "at a time that was keyed in it is anybody's",
        "core/returning",
        "callback.order.not_before is not None\n",
        "callback.order.appointment is not None\n",
        RULES,
    ),
    _mutant(
        "asked for again at its moment there are two",
        "core/scheduling",
        "or not contact.is_live:\n",
        "or not isinstance(contact.callback, Scheduled):\n",
        RULES,
    ),
    _mutant(
        "days of not waiting are waited",
        "kpi/contact_books",
        "            self.scheduled.add(fact.contact)\n",
        "            self.now[fact.contact] = _ContactNow(since=at)\n",
        RULES,
    ),
    _mutant(
        "an hour that is left out is another one",
        "core/calling_times",
        "        if exists and shown.timestamp() > clock.said_at:\n",
        "        if shown.timestamp() > clock.said_at:\n",
        CLOCKS,
    ),
    _mutant(
        "a time that was keyed in is for any hour",
        "core/travel",
        "    return moment if is_open else None\n",
        "    return moment if is_open or node else None\n",
        STORIES,
    ),
    _mutant(
        "a time that was keyed in is now",
        "core/putting_off",
        "    begins_at = at if order.not_before is None else max(at, order.not_before)\n",
        "    begins_at = at\n",
        STORIES,
    ),
    _mutant(
        "an agent who had a customer fetched hears music in the talk after a gap",
        "core/joining",
        "    was_fetched = isinstance(contact.callback, Reached)\n",
        "    was_fetched = contact is None and isinstance(contact.callback, Reached)\n",
        STORIES,
    ),
)
