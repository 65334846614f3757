"""Companies of any size for the bench: one busy queue, many skills, and as many agents as wanted.

The first `working` agents take the calls of the busy queue. All others serve that queue as well, but their
level of the skill that its callers ask for is too low: who looks for an agent has to look at the level, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from acd.lab.ports import HOST

SKILLS = 64
QUEUES = 16
NUMBER, MENU_NUMBER = "7300", "7100"
"""Straight into the busy queue; through a menu, whose keys lead to that and up to eight other queues."""
BUSY = "line"
LEVEL, TOO_LOW = 5, 2
FIRST_AGENT = 10_001
FIRST_EXTENSION = 20_001
REASON = "Elsewhere"


@dataclass(frozen=True, kw_only=True)
class LargeCompany:
    """What a company file of the bench says."""

    agents: int
    working: int
    """The first of them: they may take calls of the busy queue."""
    wrap_up_s: float = 0.0

    def agent_numbers(self) -> Iterator[str]:
        """Whom the control socket knows, those who work first."""
        return (str(FIRST_AGENT + place) for place in range(self.agents))

    def people(self) -> list[tuple[str, str]]:
        """Every agent with his or her desk, those who work first."""
        return list(zip(self.agent_numbers(), self.desks(), strict=True))

    def desks(self) -> Iterator[str]:
        """The phones in the same order: each has an agent."""
        return (f"desk{place + 1}" for place in range(self.agents))

    def text(self) -> str:
        """The company file, as JSON: every JSON document is YAML. In lines, for the errors that name one."""
        parts = (f"{_json(name)}: {_lines(part)}" for name, part in self._tree().items())
        return "{" + ",\n".join(parts) + "}\n"

    @property
    def _others(self) -> list[str]:
        """The queues beside the busy one. Each must have somebody who serves it."""
        return [f"queue{place}" for place in range(2, min(QUEUES, 1 + self.agents) + 1)]

    def _tree(self) -> dict[str, object]:
        return {
            "company": "Bench",
            "timezone": "Europe/Vienna",
            "languages": ["en"],
            "numbers": {
                NUMBER: {"name": "Straight to the queue", "flow": "direct"},
                MENU_NUMBER: {"name": "With a menu", "flow": "menu"},
            },
            "prompts": {"menu": {"text": "Press a key."}},
            "flows": {
                "direct": {"start": BUSY, "nodes": {BUSY: self._wait(BUSY)}},
                "menu": {"start": "menu", "nodes": self._menu()},
            },
            "skills": {name: {"name": name.title()} for name in _skills()},
            "queues": {
                BUSY: self._queue("Line", {"talking": TOO_LOW}) | {"ring_s": 20},
                **{
                    name: self._queue(name.title(), {f"skill{place}": 1})
                    for place, name in enumerate(self._others, 2)
                },
            },
            "agents": {number: self._agent(place) for place, number in enumerate(self.agent_numbers())},
            "phones": {
                desk: {"extension": str(FIRST_EXTENSION + place)} for place, desk in enumerate(self.desks())
            },
            "trunks": {"street": {"name": "Street", "host": HOST, "port": 9}},
            "fallback": {"after_s": 60, "phones": ["desk1"]},
            "not_ready_reasons": {"1": REASON},
            "offers": {
                "no_answer": {"most": 0},
                "rejected": {"most": 0},
                "unreachable": {"most": 0},
                "rest_s": 1,
            },
        }

    def _menu(self) -> dict[str, object]:
        """The nodes of the flow with a menu: a key for each of nine queues at most."""
        queues = (BUSY, *self._others[:8])
        menu = {
            "do": "menu",
            "prompt": "menu",
            "wrong_key": "menu",
            "no_key": "menu",
            "choices": {str(key): {"next": name} for key, name in enumerate(queues, 1)},
            "otherwise": BUSY,
            "wait_s": 3,
            "tries": 2,
        }
        return {"menu": menu, **{name: self._wait(name) for name in queues}}

    def _queue(self, name: str, needs: dict[str, int]) -> dict[str, object]:
        return {"name": name, "needs": needs, "wrap_up_s": self.wrap_up_s}

    @staticmethod
    def _wait(queue: str) -> dict[str, object]:
        """Callers of the busy queue ask for more than the queue itself does."""
        return {"do": "enqueue", "queue": queue, "needs": {"talking": LEVEL} if queue == BUSY else {}}

    def _agent(self, place: int) -> dict[str, object]:
        queue = 2 + place % len(self._others)
        others = {
            f"skill{QUEUES + 1 + (place * 7 + step * 5) % (SKILLS - QUEUES)}": 1 + place % 10
            for step in (0, 1)
        }
        talking = LEVEL if place < self.working else TOO_LOW
        return {
            "name": f"A{place + 1}",
            "skills": {"talking": talking, f"skill{queue}": 1 + place % 10, **others},
            "queues": [BUSY, f"queue{queue}"],
        }


def _skills() -> tuple[str, ...]:
    return ("talking", *(f"skill{place}" for place in range(2, SKILLS + 1)))


def _lines(part: object) -> str:
    """One line for each entry of a part."""
    if not isinstance(part, dict):
        return _json(part)
    return "{\n" + ",\n".join(f"  {_json(name)}: {_json(entry)}" for name, entry in part.items()) + "}"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
