"""Needs: what a contact asks of whoever serves it, and what it would rather have.

Needs are an *and* of *ors*: every clause must be met, by any one of its alternatives. A skill that an agent
does not have is not level 0: it never meets anything. An authority, such as a refund limit, is a skill.
"""

from collections.abc import Iterable, Mapping

import msgspec

from acd.model.ids import SkillId


class Need(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A skill and the least level of it."""

    skill: SkillId
    level: int
    """1 to 10, higher is better."""


Clause = tuple[Need, ...]
"""Any one of them is enough; sorted, each skill once."""

Needs = tuple[Clause, ...]
"""All of them must be met; sorted, and none of them follows from another."""


class Preference(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A skill that makes an agent the better choice, beyond what is needed."""

    skill: SkillId
    weight: int
    """Each level of the skill counts so many times. 1 to 10."""


Preferences = tuple[Preference, ...]
"""Sorted by skill, each skill once."""

Skills = Mapping[SkillId, int]
"""Level 1 to 10 by skill."""


def clause(alternatives: Iterable[Need]) -> Clause:
    """Any one of these: of a skill named twice the lower level is enough."""
    levels: dict[SkillId, int] = {}
    for need in alternatives:
        levels[need.skill] = min(need.level, levels.get(need.skill, need.level))
    return tuple(Need(skill=skill, level=level) for skill, level in sorted(levels.items()))


def all_of(levels: Skills) -> Needs:
    """Each of these skills, at this level or a higher one."""
    return joined(tuple((Need(skill=skill, level=level),) for skill, level in levels.items()))


def any_of(levels: Skills) -> Needs:
    """One of these skills, at this level or a higher one."""
    return (clause(Need(skill=skill, level=level) for skill, level in levels.items()),)


def joined(*parts: Needs) -> Needs:
    """All needs together, without those that follow from another: of a skill asked twice the higher level
    counts, and who must have German need not be asked for German or English.
    """
    clauses = sorted({each for part in parts for each in part})
    return tuple(
        each
        for each in clauses
        if not any(other is not each and _follows(each, from_=other) for other in clauses)
    )


def implies(needs: Needs, others: Needs) -> bool:
    """Whether whoever meets the needs meets the others, too. Who needs German 5 needs German 3; who needs
    German or English needs neither of the two.
    """
    return all(any(_follows(other, from_=each) for each in needs) for other in others)


def _follows(weaker: Clause, *, from_: Clause) -> bool:
    """Whether whoever meets the one clause meets the weaker one, too."""
    return all(
        any(need.skill == other.skill and need.level >= other.level for other in weaker) for need in from_
    )


def lowered(needs: Needs, levels: Skills) -> Needs:
    """The needs, where of each of these skills the given level is enough."""
    return joined(
        tuple(
            clause(
                msgspec.structs.replace(need, level=min(need.level, levels.get(need.skill, need.level)))
                for need in each
            )
            for each in needs
        )
    )


def without(needs: Needs, skills: frozenset[SkillId]) -> Needs:
    """The needs, with those clauses given up in which one of these skills would have been enough."""
    return tuple(each for each in needs if not any(need.skill in skills for need in each))


def meets(skills: Skills, needs: Needs) -> bool:
    """Whether an agent with these skills can serve these needs."""
    return all(any(_has(skills, need) for need in each) for each in needs)


def proficiency(skills: Skills, needs: Needs, preferences: Preferences = ()) -> int:
    """How good such an agent is for the needs: for each clause the highest level that meets it, and each
    preferred level as often as it weighs. 0 when nothing is asked.
    """
    needed = sum(
        max((skills[need.skill] for need in each if _has(skills, need)), default=0) for each in needs
    )
    return needed + sum(skills.get(each.skill, 0) * each.weight for each in preferences)


def _has(skills: Skills, need: Need) -> bool:
    return need.skill in skills and skills[need.skill] >= need.level
