"""What a story has told so far."""

from typing import TypeVar

from tests.core.floor_story import FloorStory

F = TypeVar("F")


def facts_of(story: FloorStory, kind: type[F]) -> list[F]:
    """All facts of a kind, in order."""
    return [fact for outcome in story.outcomes for fact in outcome.facts if isinstance(fact, kind)]
