"""What the checks of meaning share: the company as far as it could be read, and where to put a mistake."""

from collections.abc import Iterable, KeysView

from acd.company.mistake import TOP, Mark, Mistakes, Steps, quoted
from acd.company.shape import Shaped

NOUNS = {
    "agents": "agent",
    "customer_classes": "customer class",
    "flows": "flow",
    "hours": "set of hours",
    "numbers": "number",
    "outside": "line to the outside",
    "phones": "phone",
    "products": "product",
    "prompts": "prompt",
    "queues": "queue",
    "regions": "region",
    "services": "service",
    "skills": "skill",
    "trunks": "trunk",
    "voicemail": "voicemail box",
}

NONE: KeysView[str] = dict[str, str]().keys()


class Findings:
    """The company, and the mistakes found in its meaning."""

    def __init__(self, shaped: Shaped, mistakes: Mistakes) -> None:
        self.company = shaped.company
        self.mistakes = mistakes
        self._shaped = shaped
        self._touched = {steps[:length] for steps in shaped.broken for length in range(len(steps) + 1)}

    def whole(self, *steps: str | int) -> bool:
        """Whether everything in this part of the file could be read. What is broken has been told already."""
        return steps not in self._touched

    def had(self, *steps: str | int) -> bool:
        """Whether this value itself could be read, whatever became of its parts."""
        return steps not in self._shaped.broken

    def names(self, *steps: str | int) -> KeysView[str]:
        """All names that a part of the file defines, also those of entries that could not be read."""
        return self._shaped.names.get(steps, NONE)

    def at(self, steps: Steps, message: str, remedy: str) -> None:
        """Note a mistake where the value stands; where it was left out, at what it is a part of."""
        self.mistakes.add(self._mark(steps, self._shaped.values), steps, message, remedy)

    def at_key(self, steps: Steps, message: str, remedy: str) -> None:
        """Note a mistake where the name of an entry stands."""
        self.mistakes.add(self._mark(steps, self._shaped.keys), steps, message, remedy)

    def speak(self, language: str | None, steps: Steps) -> None:
        """A language must be one of the company's."""
        spoken = self.company.languages
        if language is None or language in spoken or not self.whole(*steps) or not self.whole("languages"):
            return
        self.at(
            steps,
            f"{quoted(language)} is not one of the company's languages",
            f"choose one of {', '.join(spoken)}, or add it to languages",
        )

    def warn(self, steps: Steps, message: str, remedy: str) -> None:
        """Note what can be meant so, but hardly is, where the value stands."""
        self.mistakes.warn(self._mark(steps, self._shaped.values), steps, message, remedy)

    def warn_at_key(self, steps: Steps, message: str, remedy: str) -> None:
        """Note what can be meant so, but hardly is, where the name of an entry stands."""
        self.mistakes.warn(self._mark(steps, self._shaped.keys), steps, message, remedy)

    def line(self, *steps: str | int) -> int:
        """The line on which the name of an entry stands."""
        return self._mark(steps, self._shaped.keys).line

    def _mark(self, steps: Steps, marks: dict[Steps, Mark]) -> Mark:
        while steps and steps not in marks:
            steps, marks = steps[:-1], self._shaped.keys
        return marks.get(steps, TOP)

    def refer(self, section: str, name: str | None, steps: Steps, *, key: bool = False) -> None:
        """`name` at `steps` must be defined under `section`."""
        self.refer_within((section,), NOUNS[section], name, steps, key=key)

    def refer_all(self, section: str, names: Iterable[str], steps: Steps) -> None:
        """All of a list must be defined under `section`."""
        for index, name in enumerate(names):
            self.refer(section, name, (*steps, index))

    def refer_keys(self, section: str, names: Iterable[str], steps: Steps) -> None:
        """All keys of a mapping must be defined under `section`."""
        for name in names:
            self.refer(section, name, (*steps, name), key=True)

    def refer_within(
        self, where: Steps, noun: str, name: str | None, steps: Steps, *, key: bool = False
    ) -> None:
        """`name` at `steps` must be a key of the mapping at `where`."""
        known = self.names(*where)
        if name is None or name in known or not self.had(*steps) or not self.had(*where):
            return
        message = f"there is no {noun} {quoted(name)}"
        place = ".".join(map(str, where))
        remedy = self.mistakes.instead_of(name, known, f"define it under {place}")
        (self.at_key if key else self.at)(steps, message, remedy)
