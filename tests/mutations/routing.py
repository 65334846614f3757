"""The list for routing: what would bring calls to the wrong person, or to nobody, had it no test."""

from pathlib import PurePosixPath

from tests.mutations.mutants import CORE, Mutant


def _mutant(name: str, room: str, old: str, new: str, caught_by: tuple[str, ...] = CORE) -> Mutant:
    return Mutant(name=name, file=PurePosixPath(f"acd/core/{room}.py"), old=old, new=new, caught_by=caught_by)


TYPED = ("tests/core/test_asking.py", "tests/core/test_stories.py")
BY_CHANCE = ("tests/core/test_random_companies.py", "-k", "hundred_thousand")
STOOD_IN = ("tests/core/test_stand_ins.py",)
KEPT = ("tests/core/test_reserves.py",)
CHANGED = ("tests/core/test_amending.py", "tests/core/test_last_agent.py", "tests/core/test_bad_input.py")


ROUTING = (
    _mutant(
        "waiting: head starts have no cap",
        "needs",
        "    return min(sum(start.seconds for start in starts), view.policy.head_start_cap_s)",
        "    return sum(start.seconds for start in starts)",
    ),
    _mutant(
        "needs: a head start goes to those who do not need what it goes by",
        "needs",
        "    return fits and implies(needs, when.needs)",
        "    return fits",
    ),
    _mutant(
        "needs: what one rule adds no other rule goes by",
        "needs",
        "        if needs == known.needs:\n            return rules, known\n",
        "        if True:\n            return rules, known._replace(needs=needs)\n",
    ),
    _mutant(
        "incidents: who waits is not hit by what goes by needs",
        "incidents",
        "    known = Known(contact, state.about, state.needs, queue)",
        "    known = Known(contact, state.about, (), queue)",
    ),
    _mutant(
        "waiting: another queue begins the wait anew",
        "entering",
        "    since = before.since if isinstance(before, Queued) else at",
        "    since = at",
    ),
    _mutant(
        "waiting: the last ring is never opened",
        "waiting",
        "    if state.ring + 1 < len(queue.rings):",
        "    if state.ring + 2 < len(queue.rings):",
    ),
    _mutant(
        "waiting: a ring opens that long after the one before",
        "waiting",
        "            state, ring=ring, next_ring_at=opening(queue, ring + 1, state.entered_at)",
        "            state, ring=ring, next_ring_at=opening(queue, ring + 1, at)",
    ),
    _mutant(
        "waiting: who has waited too long is sent on while a phone rings",
        "waiting",
        "    if view.offer_of(contact.id) is not None:",
        "    if False:",
    ),
    _mutant(
        "waiting: after one person at once the whole queue",
        "waiting",
        "    if not meant.substitutes:",
        "    if False:",
    ),
    _mutant(
        "excess: back to where the contact came from",
        "excess",
        "    gone = {queue.id, *came_by}",
        "    gone = {queue.id}",
    ),
    _mutant(
        "excess: one more may wait than was said",
        "excess",
        "        if way.longer_than is not None and waiting > way.longer_than:",
        "        if way.longer_than is not None and waiting > way.longer_than + 1:",
    ),
    _mutant(
        "needs: a dropped need still counts",
        "needs",
        "    kept = without(needs, ring.give_up) if ring.give_up else needs",
        "    kept = needs",
    ),
    _mutant(
        "needs: a rule concerns a region, but nothing within it",
        "needs",
        "        (when.regions, set(regions)),",
        "        (when.regions, set(regions[:1])),",
    ),
    _mutant(
        "substitution: an absent substitute takes calls",
        "substitution",
        "        if is_out(name, view):\n            yield from",
        "        if False:\n            yield from",
    ),
    _mutant(
        "substitution: a substitute who has too much to do takes calls",
        "substitution",
        "    return is_away(agent, view) or is_overloaded(agent, view)",
        "    return is_away(agent, view)",
        ("tests/core/test_substitution.py",),
    ),
    _mutant(
        "matching: stand-ins do not come after those who need none",
        "matching/choice",
        "    if agent.id in need_class.spared:",
        "    if False:",
        STOOD_IN,
    ),
    _mutant(
        "matching: when the last one who could goes, stand-ins are not looked up",
        "matching/matcher",
        "        self._see_again(self._relief.turned(number, self._stranded.there), view)",
        "        pass",
        STOOD_IN,
    ),
    _mutant(
        "matching: who is absent is there",
        "matching/matcher",
        "        is_there = not isinstance(agent.presence, LoggedOut) and agent.id not in self._away",
        "        is_there = not isinstance(agent.presence, LoggedOut)",
        STOOD_IN,
    ),
    _mutant(
        "matching: a queue keeps all who are at work",
        "matching/reserves",
        "            keeping = len(of_queue) <= min(self._reserve[queue], self._at_work[queue] - 1)",
        "            keeping = len(of_queue) <= self._reserve[queue]",
        KEPT,
    ),
    _mutant(
        "geography: widening goes one step too far",
        "geography",
        "    top = way[min(reach.up, len(way) - 1)] if reach.up is not None else None",
        "    top = way[min(reach.up + 1, len(way) - 1)] if reach.up is not None else None",
    ),
    _mutant(
        "offering: any key is a person",
        "offering",
        "    if offer.outside is None or message.key != offer.outside.key:",
        "    if offer.outside is None:",
    ),
    _mutant(
        "offering: whatever answers outside is a person",
        "offering",
        "    if offer.outside is None:\n        return _take(offer, at)",
        "    if True:\n        return _take(offer, at)",
    ),
    _mutant(
        "presence: misses of all kinds are one",
        "presence",
        "    if rule.most is None or misses[message.failure] < rule.most:",
        "    if rule.most is None or sum(misses.values()) < rule.most:",
    ),
    _mutant(
        "presence: out of the line for the phone, and never back",
        "presence",
        "    return _return(agent, state, at) if state.returns_with_phone else Step(state)",
        "    return Step(state)",
    ),
    _mutant(
        "entering: a line to the outside is waited for",
        "entering",
        "        if known is not None and known.outside is None:",
        "        if known is not None:",
        CHANGED,
    ),
    _mutant(
        "returning: nobody who is back is waited for",
        "waiting",
        "    back = gave_up(meant, skipped=skipped) if then is None else None",
        "    back = None",
    ),
    _mutant(
        "returning: who goes and comes is waited for again and again",
        "returning",
        " if skipped and not meant.is_back else None",
        " if skipped else None",
    ),
    _mutant(
        "waiting: who comes back into the line is told more than before",
        "waiting",
        "no_later(view.expected_at(contact.id, back.state, at), contact.promised)",
        "view.expected_at(contact.id, back.state, at)",
    ),
    _mutant(
        "workload: who is overloaded stays so",
        "workload",
        "    return at + LATELY_S * log(occupancy / relief) if occupancy > relief > 0 else at",
        "    return None",
    ),
    _mutant(
        "overlays: an absence never ends by itself",
        "overlays",
        "        case InForce() if overlay.ends_at is not None:",
        "        case InForce() if False:",
    ),
    _mutant(
        "overlays: an end that is moved stays where it was",
        "overlays",
        "    moved = msgspec.structs.replace(overlay, ends_at=message.ends_at)",
        "    moved = overlay",
    ),
    _mutant(
        "presence: nobody is told whose desk was taken",
        "presence",
        "in_place_of=sitting.id if sitting is not None else None",
        "in_place_of=None",
    ),
    _mutant(
        "asking: a hash that was not needed is a wrong key of the next menu",
        "asking",
        "hash_due=True",
        "hash_due=False",
        TYPED,
    ),
    _mutant(
        "asking: whoever answers during the remark is asked for ever",
        "asking",
        "state = msgspec.structs.replace(state, tries=state.tries + 1)",
        "pass",
        TYPED,
    ),
    _mutant(
        "asking: digits without a hash stand for nothing",
        "asking",
        "    if state.digits:\n",
        "    if False:\n",
        TYPED,
    ),
    _mutant(
        "asking: a line to the outside can be asked for by its number",
        "asking",
        "person is None or person.outside is not None",
        "person is None",
        TYPED,
    ),
    _mutant(
        "amending: who waits keeps the rings of the old company",
        "amending",
        "ring.opens_s <= waited_s",
        "ring.opens_s < 0",
        CHANGED,
    ),
    _mutant(
        "amending: every new version closes the rings that were skipped",
        "amending",
        "    if queue.id in message.queues or came_under != queue:",
        "    if True:",
        CHANGED,
    ),
    _mutant(
        "stranded: whom nobody can serve is told of without end",
        "matching/stranded",
        " and contact not in self._told",
        "",
        CHANGED,
    ),
    _mutant(
        "engine: a clock that goes back takes time with it",
        "engine",
        "at = self._now = max(at, self._now)",
        "self._now = at",
        CHANGED,
    ),
    _mutant(
        "directory: of two talks at once the one that ended last was the last",
        "directory",
        "if caller in self._last_talks and self._last_talks[caller][1] > since:",
        "if False:",
        CHANGED,
    ),
    _mutant(
        "matching: who came last is served first",
        "matching/heads",
        "need_class.turns[0] if need_class.turns else NEVER",
        "need_class.turns[-1] if need_class.turns else NEVER",
    ),
    _mutant(
        "matching: the least proficient is called first",
        "matching/choice",
        "            return -proficiency(agent.skills, need_class.needs, need_class.preferences)",
        "            return proficiency(agent.skills, need_class.needs, need_class.preferences)",
    ),
    _mutant(
        "matching: what kept an agent from calls is counted for ever",
        "matching/reasons",
        "                self._because[before] &= ~bit",
        "                pass",
    ),
    _mutant(
        "matching: who was kept back is not thought of when that is over",
        "matching/reserves",
        "                concerned |= of_queue",
        "                pass",
        KEPT,
    ),
    _mutant(
        "matching: a queue keeps its own agents from its own callers",
        "matching/reserves",
        "            if self._keeping.get(queue):",
        "            if False:",
        KEPT,
    ),
    _mutant(
        "matching: whom nobody needed once is never looked up again",
        "matching/heads",
        "            self.unwanted &= ~need_class.fit",
        "            pass",
    ),
    _mutant(
        "matching: a class that had agents once is thought to have them for ever",
        "matching/stranded",
        "        self._departures += 1",
        "        pass",
        BY_CHANCE,
    ),
    _mutant(
        "matching: when the last one leaves, nobody opens the next ring",
        "matching/stranded",
        "            if need_class.turns and not need_class.fit & self.there:",
        "            if False:",
        BY_CHANCE,
    ),
)
