"""What callers go through, step by step."""

from typing import Annotated, Literal

import msgspec

from acd.company.schema.words import Digits, Key, Language, Name, Needs, OneOf, Stretch


class Say(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="say"):
    """Speak a prompt, then go on."""

    prompt: Name
    """What is spoken. Its text may have the blank {number}: the one at which the customer would be called
    back."""
    next: Name
    """The node after it."""
    without_number: Name | None = None
    """For a prompt with {number}: the node to go to instead when there is no number that may be called."""


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one key of a menu means."""

    next: Name
    """The node the key leads to."""
    needs: Needs = {}
    """What the agent must be able to do, beside what else the caller needs: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""
    product: Name | None = None
    """What the caller calls about: a name under `products`."""
    service: Name | None = None
    """What the caller wants with it: a name under `services`."""


class Menu(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="menu"):
    """Speak a prompt and wait for one key; a key during the prompt cuts it short."""

    prompt: Name
    """What is spoken, each try anew. Its text may have the blank {number}: the one at which the customer
    would be called back."""
    wrong_key: Name
    """The prompt after a key without meaning."""
    no_key: Name
    """The prompt after silence."""
    choices: Annotated[dict[Key, Choice], msgspec.Meta(min_length=1)]
    """What each key means: 0 to 9, * or #."""
    otherwise: Name
    """The node to go to when all tries are used up."""
    wait_s: Annotated[float, msgspec.Meta(gt=0, le=60)] = 5.0
    """How long to wait for a key after the prompt, in seconds."""
    tries: Annotated[int, msgspec.Meta(ge=1, le=10)] = 3
    """How often the menu is spoken in all."""
    without_number: Name | None = None
    """For a prompt with {number}: the node to go to instead when there is no number that may be called."""


FEWEST, MOST = {"phone_number": 3, "time": 3}, {"phone_number": 20, "time": 4}
"""Digits, by what is asked for."""


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="ask"):
    """Speak a prompt and gather digits; the first one cuts it short. # ends them, * begins anew."""

    prompt: Name
    """What is spoken, each try anew."""
    asks_for: Literal["postal_code", "extension", "phone_number", "time"]
    """The caller's postal code, which tells the region; the number of the agent who is wanted; the number at
    which to call back, which is ended by # and changed twice at the most (then `otherwise`); or the time at
    which to call back, hour and minute: 1430, or 930 and #."""
    unknown: Name
    """The prompt after digits that stand for nothing."""
    no_key: Name
    """The prompt after silence."""
    next: Name
    """The node to go to when the digits are understood."""
    otherwise: Name
    """The node to go to when all tries are used up."""
    min_digits: Annotated[int, msgspec.Meta(ge=1, le=20)] | None = None
    """Fewer stand for nothing; 2 unless said, 3 of a telephone number and of a time."""
    max_digits: Annotated[int, msgspec.Meta(ge=1, le=20)] | None = None
    """With so many nothing more is waited for, but for a telephone number, where more stand for nothing; 8
    unless said, 20 of a telephone number, 4 of a time."""
    wait_s: Annotated[float, msgspec.Meta(gt=0, le=60)] = 5.0
    """How long to wait for the first digit after the prompt, and for each one after it, in seconds."""
    tries: Annotated[int, msgspec.Meta(ge=1, le=10)] = 3
    """How often it is asked in all."""

    @property
    def least(self) -> int:
        """The fewest digits, also if nothing is said of it."""
        return self.min_digits or FEWEST.get(self.asks_for, 2)

    @property
    def most(self) -> int:
        """The most digits, likewise."""
        return self.max_digits or MOST.get(self.asks_for, 8)


class Enqueue(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="enqueue"
):
    """Take a place in a queue."""

    queue: Name
    """The queue to wait in."""
    needs: Needs = {}
    """What the agent must be able to do, beside what else the caller needs: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""
    drop: tuple[Name, ...] = ()
    """Skills for which keys and nodes on the way have asked, and which are not needed any more: another
    choice of somebody who waits."""


class KeepWaiting(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="keep_waiting"
):
    """Back to the line, in which the caller has kept the place: in the menu of a queue."""

    say: Name | None = None
    """What the caller wanted to know, said there: a prompt that may have the blanks {position}, {low} and
    {high}."""
    if_soon: Name | None = None
    """What is said instead where the wait may be over at any moment ({low} is 0)."""
    if_unsure: Name | None = None
    """What is said instead where nothing can be said of the wait or of the place; without it nothing is."""


class SwitchLanguage(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="do",
    tag="switch_language",
):
    """Speak another language from now on: prompts by their translations; rules may go by it, too."""

    language: Language
    """One of the company's languages."""
    next: Name
    """The node after it."""


class CallBack(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="call_back"
):
    """Call the customer back at the number keyed in last, or else the one he or she calls from, with the
    place in the line."""

    queue: Name | None = None
    """The queue in which to take a place; it has `callback`. Without it the one in which the caller waits: in
    the menu of that queue."""
    next: Name
    """The node after it: a word of thanks, perhaps a note of what it is about, and good-bye."""
    otherwise: Name
    """The node to go to when that number cannot be called: it is withheld, or not allowed."""
    between: Stretch | None = None
    """Only at this time of day, on the customer's clock, such as "14:00-18:00"; the next time that comes."""
    at: Literal["asked"] | None = None
    """Not before the time that the caller has keyed in ({do: ask, asks_for: time}); without one, or where
    customers are not called then, on to `otherwise`."""


class RecordNote(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="record_note"
):
    """Record what it is about, for the agent who calls back: before or after `call_back`. The caller hears a
    prompt, a tone, and speaks; #, silence or hanging up ends it. The last note counts."""

    prompt: Name
    """Said before the tone; any key skips it."""
    next: Name
    """The node after it."""
    otherwise: Name
    """The node to go to when nothing was said, or nothing could be recorded."""
    longest_s: Annotated[float, msgspec.Meta(ge=5, le=300)] = 30.0
    """Then it is ended."""
    silence_s: Annotated[float, msgspec.Meta(ge=1, le=60)] = 4.0
    """So many seconds of silence end it."""


class TakePlace(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="take_place"
):
    """Go on waiting, on this line, in the place that the caller has already: in the flow for those who ring
    again. Nobody is called back then."""

    otherwise: Name
    """The node to go to when that place cannot be had: an agent is about to call, or the queue is gone."""


class DeclineCallback(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="do",
    tag="cancel_callback",
):
    """Call the customer back no more: in the flow for those who ring again."""

    next: Name
    """The node after it."""
    otherwise: Name
    """The node to go to when it is too late: an agent is about to call there, or has."""


class StartOver(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="start_over"
):
    """Go where the number leads everybody: in the flow for those who ring again."""


class Voicemail(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="voicemail"
):
    """Leave a message, and no place in a line."""

    box: Digits
    """A number under `voicemail`."""


class Hangup(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="hangup"
):
    """End the call."""


Node = (
    Say
    | Menu
    | Ask
    | Enqueue
    | SwitchLanguage
    | KeepWaiting
    | CallBack
    | RecordNote
    | TakePlace
    | DeclineCallback
    | StartOver
    | Voicemail
    | Hangup
)


class Flow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a caller goes through, step by step."""

    start: Name
    """The first node."""
    nodes: Annotated[dict[Name, Node], msgspec.Meta(min_length=1)]
    """The steps by name; `do` says what each of them does."""
