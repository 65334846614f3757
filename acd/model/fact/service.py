"""Facts of the service itself."""

import msgspec

from acd.model.ids import (
    QueueId,
)


class PolicyChanged(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A new version of the company is in force."""

    version: int
    queues: tuple[QueueId, ...] = ()
    """Those that are served otherwise than before."""


class Surprise(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A machine heard what its table calls impossible. Nothing is done about it, but it is never hidden."""

    machine: str
    record: str
    state: str
    message: str


OfService = PolicyChanged | Surprise
