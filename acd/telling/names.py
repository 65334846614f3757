"""What people call agents and queues."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Names:
    """What people call the agents and queues that facts name by id."""

    agents: Mapping[str, str]
    queues: Mapping[str, str]

    def agent(self, agent: str) -> str:
        """``Eva (205)``."""
        return f"{self.agents[agent]} ({agent})" if agent in self.agents else agent

    def queue(self, queue: str) -> str:
        """``Sales``."""
        return self.queues.get(queue, queue)
