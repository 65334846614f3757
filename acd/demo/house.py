"""What the demo needs to know of the instance it plays in, taken from its company and its stack."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.company.schema import Company
from acd.demo.cast import Cast, cast
from acd.demo.habits import chances
from acd.demo.picture import Signs
from acd.demo.ways import Way, can_serve, ways
from acd.demo.welcome import Invitation
from acd.lab.ports import HOST
from acd.lab.stack import DATABASE, Stack
from acd.model.policy import Policy
from acd.telling.amounts import words
from acd.telling.names import Names


@dataclass(frozen=True, kw_only=True)
class House:
    """One instance that is open."""

    stack: Stack
    company: Company
    policy: Policy
    cast: Cast

    @classmethod
    def of(cls, stack: Stack, company: Company, *, agents: int) -> Self:
        """Choose up to so many agents for it.

        Raises:
            NoStage: nobody could phone by himself in this company.
        """
        silent = dict.fromkeys(prompts_of(company), "")
        policy = policy_of(company, version=1, sounds=silent, year=datetime.now(UTC).year)
        chosen = cast(company, policy, ways(policy, time.time()), agents=agents)
        return cls(stack=stack, company=company, policy=policy, cast=chosen)

    def chances(self) -> Sequence[tuple[Way, float]]:
        """The ways of this moment, each with how likely it is taken: numbers open and close meanwhile."""
        now = ways(self.policy, time.time())
        playing = {seat.agent for seat in self.cast.seats}
        agents = [agent for agent in self.policy.agents.values() if agent.id in playing]
        return chances(now, [any(can_serve(agent, way) for agent in agents) for way in now])

    @property
    def dsn(self) -> str:
        """The database, with its password."""
        return self.stack.postgres.conninfo(DATABASE)

    @property
    def languages(self) -> Mapping[str, str]:
        """What is spoken on each number."""
        return {did: about.language for did, about in self.policy.dids.items()}

    def signs(self) -> Signs:
        """What the table shows all the time."""
        return Signs(
            company=self.company.company,
            names=Names(
                agents={number: agent.name for number, agent in self.company.agents.items()},
                queues={name: queue.name for name, queue in self.company.queues.items()},
            ),
            numbers={did: about.name for did, about in self.company.numbers.items()},
            prompts={name: prompt.text or words(name) for name, prompt in self.company.prompts.items()},
            service_levels_s={name: queue.service_level_s for name, queue in self.company.queues.items()},
            invitation=self.invitation().short(),
        )

    def invitation(self) -> Invitation:
        """How whoever watches can join in."""
        cast, secrets = self.cast, self.stack.secrets
        always_open = (did for did, about in self.company.numbers.items() if about.hours is None)
        codes = self.company.feature_codes
        return Invitation(
            sip_server=f"{HOST}:{self.stack.ports.sip}",
            trunk=cast.trunk,
            trunk_password=secrets[f"trunk.{cast.trunk}"],
            number=next(always_open, next(iter(self.company.numbers))),
            phone=cast.free_phone,
            phone_password=secrets[f"phone.{cast.free_phone}"] if cast.free_phone else "",
            agent=self.company.agents[cast.free_agent].name if cast.free_agent else "",
            login=f"{codes.login}{cast.free_agent}" if cast.free_agent else "",
            pin=secrets[f"pin.{cast.free_agent}"] if cast.free_agent else "",
            ready=codes.ready,
        )
