"""The list for numbers that are keyed in and callbacks that are offered."""

from pathlib import PurePosixPath

from tests.mutations.mutants import Mutant

STORIES = ("tests/core/test_stories.py",)
PROPOSING = ("tests/core/test_proposing.py",)
NUMBERS = ("tests/core/test_numbers.py",)


def _mutant(room: str, name: str, old: str, new: str, caught_by: tuple[str, ...] = STORIES) -> Mutant:
    return Mutant(
        name=f"{room}: {name}",
        file=PurePosixPath(f"acd/core/{room}.py"),
        old=old,
        new=new,
        caught_by=caught_by,
    )


CALLBACK_NUMBER = (
    _mutant(
        "numbers",
        "what is allowed is allowed for emergency services, too",
        "    if _is_for_help(parsed):\n",
        "    if not dialling.allow and _is_for_help(parsed):\n",
        NUMBERS,
    ),
    _mutant(
        "numbers",
        "a beginning allows everything",
        "    if whole.startswith(dialling.allow):\n",
        "    if dialling.allow:\n",
        NUMBERS,
    ),
    _mutant(
        "callback_number",
        "the caller's number is called whatever was keyed in",
        "        return about.entered.number\n",
        "        return contact.number\n",
    ),
    _mutant(
        "callback_number",
        "what was keyed in at the beginning counts more than what was agreed later",
        "    if about.entered is not None and not _is_outdated(about, contact):\n",
        "    if about.entered is not None:\n",
        caught_by=("tests/core/test_callback_ahead.py",),
    ),
    _mutant(
        "callback_number",
        "what was keyed in is not looked at",
        "    number = dialable(digits, dialling) if dialling is not None else None\n",
        "    number = digits\n",
    ),
    _mutant(
        "callback_number",
        "it may be changed for ever",
        "    return ask.means is Meaning.PHONE_NUMBER and times >= MOST_ENTERED\n",
        "    return ask.means is Meaning.PHONE_NUMBER and times > 100\n",
    ),
    _mutant(
        "callback_number",
        "who has no number hears none read out",
        "    return node.without_number if callback_number(contact, about, view) is None else None\n",
        "    return None\n",
    ),
    _mutant(
        "callback_number",
        "why nobody can be called back is not told",
        "    if why is None:\n        return ()\n",
        "    if why is not None:\n        return ()\n",
    ),
    _mutant(
        "asking",
        "thirty digits are two numbers",
        "    if ask.means is Meaning.PHONE_NUMBER:  #",
        "    if ask.means is Meaning.PHONE_NUMBER and len(digits) < ask.most:  #",
    ),
    _mutant(
        "travel",
        "the needs of the way are forgotten",
        "needs=at.needs, about=at.about, to_be_called=True)",
        "needs=(), about=at.about, to_be_called=True)",
        caught_by=("tests/core/test_callback_ahead.py",),
    ),
    _mutant(
        "entering",
        "who is to be called back is sent away",
        "    if not is_promised and",
        "    if",
    ),
    _mutant(
        "waiting_room",
        "who takes a place to be called back hears music",
        "    if message.is_sent_on or contact.is_held:\n",
        "    if message.is_sent_on or contact.is_away:\n",
    ),
    _mutant(
        "waiting_room",
        "who has heard it by a key is offered it",
        "proposal=None, proposal_at=None, proposed=True)\n    return Step(InMenu",
        "proposal=None, proposal_at=None)\n    return Step(InMenu",
        caught_by=PROPOSING,
    ),
    _mutant(
        "proposing",
        "it is offered while a phone rings",
        " or view.offer_of(contact.id) is not None or ",
        " or ",
    ),
    _mutant(
        "proposing",
        "it is offered while Asterisk is away",
        "    if not view.connected or view",
        "    if view",
        caught_by=PROPOSING,
    ),
    _mutant(
        "proposing",
        "a queue that calls nobody back offers it",
        " or queue.callback is None:",
        ":",
        caught_by=PROPOSING,
    ),
    _mutant(
        "proposing",
        "the limit counts for nothing",
        " or expected_s <= limit.over_s:",
        ":",
        caught_by=PROPOSING,
    ),
    _mutant(
        "numbers",
        "foreign numbers are read out as if they were here",
        "    if phonenumbers.region_code_for_number(parsed) == country:\n",
        "    if parsed:\n",
        caught_by=NUMBERS,
    ),
)
