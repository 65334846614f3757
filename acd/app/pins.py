"""The PINs of the agents: read at the start, made for agents who join while the service runs."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import structlog

from acd.runtime.secret_file import SecretFileUnusable, Secrets, ensure_secrets

log = structlog.get_logger(__name__)


class Pins(Mapping[str, str]):
    """The PIN by agent."""

    def __init__(self, file: Path, secrets: Secrets) -> None:
        self._file = file
        self._pins = secrets.pins()

    def __getitem__(self, agent: str) -> str:
        return self._pins[agent]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pins)

    def __len__(self) -> int:
        return len(self._pins)

    def make_for(self, agents: Iterable[str]) -> tuple[str, ...]:
        """Make a PIN for each agent who has none; a sentence for the administrator about them."""
        new = sorted(agent for agent in agents if agent not in self._pins)
        if not new:
            return ()
        who = f"agent{'s' if len(new) > 1 else ''} {', '.join(new)}"
        try:
            secrets = ensure_secrets(self._file, (f"pin.{agent}" for agent in new))
        except SecretFileUnusable as unusable:
            log.warning("no PIN could be made", agents=new, reason=str(unusable))
            return (f"There is no PIN for {who}, who cannot log in by phone: {unusable}",)
        self._pins = secrets.pins()
        return (f"There is a PIN now for {who}: pin.{new[0]} in {self._file}.",)
