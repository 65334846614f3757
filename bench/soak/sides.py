"""Asterisk and the books: what each of them has, and what only one of them has.

Calls come and go all the time, so that two looks at two places never show the same. But what is wrong stays
wrong: only what differed in one look and differs in the next, some seconds later, is a difference.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from acd.lab.ports import HOST
from acd.lab.stack import USER
from acd.testing.call_centre import CallCentre

AGAIN_S = 4.0
"""Pause between the two looks: longer than a leg may take to be asked for, seen, ended or committed."""

_LEGS = "SELECT id FROM leg WHERE NOT gone"
_BRIDGES = """
    SELECT record->'talk'->>'bridge' FROM contact WHERE ended_at IS NULL AND talk IN ('joining', 'talking')
"""
_CONTACTS = "SELECT id FROM contact WHERE ended_at IS NULL"


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Two accounts of the same things, as ids."""

    left: frozenset[str]
    right: frozenset[str]

    def only_one_has(self) -> frozenset[str]:
        """What is on one side alone."""
        return self.left ^ self.right


@dataclass(frozen=True, kw_only=True)
class Equality:
    """Whether the accounts are equal."""

    sizes: Mapping[str, int]
    """How many there are of each, in the books."""
    differences: tuple[str, ...]
    """What one side had alone in two looks, as sentences."""


class Ari:
    """Questions to Asterisk, beside the service's own socket."""

    def __init__(self, centre: CallCentre) -> None:
        self._http = httpx.Client(
            base_url=f"http://{HOST}:{centre.stack.ports.ari}/ari/",
            auth=(USER, centre.stack.secrets["ari"]),
            trust_env=False,
            timeout=20,
        )

    def ids(self, what: str) -> frozenset[str]:
        """Of all channels, or of all bridges."""
        return frozenset(str(one["id"]) for one in self._get(what))

    def held_by_application(self) -> dict[str, int]:
        """How many channels, bridges … Asterisk follows for the application."""
        application = self._get(f"applications/{USER}")
        return {name: len(ids) for name, ids in application.items() if name.endswith("_ids")}

    def close(self) -> None:
        """Ask no more."""
        self._http.close()

    def _get(self, path: str) -> Any:
        answer = self._http.get(path)
        answer.raise_for_status()
        return answer.json()


def look(centre: CallCentre, ari: Ari) -> dict[str, Sides]:
    """Channels and legs, bridges and talks, contacts of the service and of the books."""

    def booked(statement: str) -> frozenset[str]:
        return frozenset(str(one) for (one,) in centre.query(statement))

    live = frozenset(contact["id"] for contact in centre.status()["contacts"])
    return {
        "channels": Sides(left=ari.ids("channels"), right=booked(_LEGS)),
        "bridges": Sides(left=ari.ids("bridges"), right=booked(_BRIDGES)),
        "contacts": Sides(left=live, right=booked(_CONTACTS)),
    }


def equality(centre: CallCentre, ari: Ari, *, again_s: float = AGAIN_S) -> Equality:
    """Two looks, and what they say together."""
    first = look(centre, ari)
    time.sleep(again_s)
    second = look(centre, ari)
    return Equality(
        sizes={name: len(sides.right) for name, sides in second.items()},
        differences=tuple(differences(first, second)),
    )


def differences(first: Mapping[str, Sides], second: Mapping[str, Sides]) -> Iterator[str]:
    """What one side had alone both times, as sentences."""
    for name in first:
        for one in sorted(first[name].only_one_has() & second[name].only_one_has()):
            where = "not in the books" if one in second[name].left else "in the books alone"
            yield f"{name}: {one} is {where}"
