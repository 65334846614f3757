"""Messages of a voicemail box that are work for a queue."""

from typing import Annotated

import msgspec

from acd.company.schema.words import Key, Name, Needs, Title


def _outcomes() -> dict[str, str]:
    return {"1": "done"}


Outcomes = Annotated[dict[Key, Title], msgspec.Meta(min_length=1)]


class Recordings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What callers have said, as sound and as text."""

    keep_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] = 90
    """So many days after the end of a call its recordings are deleted."""


class Messages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is left in a box goes into a line like a call, and an agent listens to it."""

    queue: Name
    """The line that it goes into."""
    needs: Needs = {}
    """Skills that it asks for beside those that the caller's choices did."""
    prompt: Name
    """Said to the caller before the tone."""
    briefing: Name | None = None
    """Said to the agent before the message: what the keys mean."""
    longest_s: Annotated[float, msgspec.Meta(ge=5, le=900)] = 180.0
    """Then it is ended."""
    shortest_s: Annotated[float, msgspec.Meta(ge=0, le=60)] = 2.0
    """Less than so many seconds of speech are no message."""
    silence_s: Annotated[float, msgspec.Meta(ge=1, le=60)] = 6.0
    """So many seconds of silence end it."""
    outcomes: Outcomes = msgspec.field(default_factory=_outcomes)
    """What the agent's keys mean that close it: unless said, {"1": done}. 2 to 5 have a meaning already."""
