"""What a request is answered with: at once, or when the channel it is about has come to it."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, reason and JSON text, as they come over the socket."""

    status: int
    reason: str = ""
    body: str = ""


class Waiting:
    """A request that Asterisk keeps until a playback has ended, and all that follows on its socket."""

    __slots__ = ("_answer", "_then")

    def __init__(self) -> None:
        self._answer: Answer | None = None
        self._then: Callable[[Answer], None] | None = None

    def then(self, take: Callable[[Answer], None]) -> None:
        """Have `take` called with the answer, at once if it has come already."""
        if self._answer is not None:
            take(self._answer)
        else:
            self._then = take

    def answer(self, answer: Answer) -> None:
        """Give the answer; for the switch."""
        self._answer = answer
        if self._then is not None:
            self._then(answer)


Reply = Answer | Waiting


def after(reply: Reply, next_step: Callable[[], Reply]) -> Reply:
    """Take the next step when the one before has been answered."""
    if isinstance(reply, Answer):
        return next_step()
    waiting = Waiting()

    def go_on(_answer: Answer) -> None:
        following = next_step()
        if isinstance(following, Answer):
            waiting.answer(following)
        else:
            following.then(waiting.answer)

    reply.then(go_on)
    return waiting


DONE = Answer(204, "No Content")


def found(body: object, status: int = 200) -> Answer:
    """What was asked for."""
    return Answer(status, "OK", _encode(body).decode())


def refused(status: int, message: str) -> Answer:
    """An error as Asterisk puts it."""
    return Answer(status, "", _encode({"message": message}).decode())


ALLOCATION_FAILED = Answer(500, "Internal Server Error", '{"error":"Allocation failed"}')
NO_CHANNEL = refused(404, "Channel not found")
NO_SUCH_CHANNEL = refused(400, "Channel not found")
"""The same of a channel that is named in the query."""
NOT_IN_STASIS = refused(409, "Channel not in Stasis application")
NOT_READY = refused(422, "Channel not in Stasis application")
"""The same for a bridge."""
INVALID_STATE = refused(412, "Channel in invalid state")
NOT_DOWN = refused(409, "Channel is not in the 'Down' state")
ID_IN_USE = refused(409, "Channel with given unique ID already exists")
INVALID_ENDPOINT = refused(400, "Invalid endpoint specified")
INVALID_REASON = refused(400, "Invalid reason for hangup reason provided")
NO_VARIABLE = refused(404, "Provided variable was not found")
NO_FUNCTION = refused(500, "Unable to read provided function")
NO_PLAYBACK = refused(404, "Playback not found")
NO_BRIDGE = refused(404, "Bridge not found")
NO_BRIDGE_OF_THIS_KIND = refused(500, "Unable to create bridge")
NOT_IN_THIS_BRIDGE = refused(422, "Channel not in this bridge")
NO_APPLICATION = refused(404, "Application not found")
NO_RESOURCE = refused(404, "Resource not found")
INVALID_METHOD = refused(405, "Invalid method")
