"""What the people of the demo say to one another: a sentence each, spoken once and kept."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from acd.model.ids import PromptId
from acd.model.policy import Prompt
from acd.speech.errors import SpeechError
from acd.speech.synthesis import synthesise

_WISHES = {
    "en": "Hello. I have a question, and I hope that you can help me.",
    "de": "Guten Tag. Ich habe eine Frage und hoffe, Sie können mir helfen.",
    "hu": "Jó napot kívánok. Lenne egy kérdésem, remélem, tud segíteni.",
    "zh": "您好 我有一个问题 希望您能帮助我",
}
_USUAL = "en"


@dataclass(frozen=True, kw_only=True)
class Voices:
    """Sound files; without espeak-ng there are none, and people are silent."""

    greetings: Mapping[str, Path]
    """By agent."""
    wishes: Mapping[str, Path]
    """Of callers, by language."""

    def wish(self, language: str) -> Path | None:
        """What a caller says in this language, or in English."""
        return self.wishes.get(language, self.wishes.get(_USUAL))


def voices(company: str, agents: Mapping[str, str], sounds: Path) -> Voices:
    """Make what everybody says; `agents` are names by number, `sounds` is where it is kept."""
    wishes = {f"wish-{language}": (language, text) for language, text in _WISHES.items()}
    greetings = {
        f"greeting-{agent}": (_USUAL, f"{company}, {name} speaking. How can I help you?")
        for agent, name in agents.items()
    }
    prompts = {
        PromptId(prompt): Prompt(id=PromptId(prompt), text=text, language=language)
        for prompt, (language, text) in (wishes | greetings).items()
    }
    try:
        media = asyncio.run(synthesise(prompts, sounds))
    except SpeechError:
        return Voices(greetings={}, wishes={})
    files = {name: Path(sound.removeprefix("sound:") + ".wav") for name, sound in media.items()}
    return Voices(
        greetings={agent: files[PromptId(f"greeting-{agent}")] for agent in agents},
        wishes={language: files[PromptId(f"wish-{language}")] for language in _WISHES},
    )
