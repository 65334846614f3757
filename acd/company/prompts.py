"""Prompts: what has to be spoken or converted, and what Asterisk is told to play of it.

A text with blanks, "You are number {position} in line.", is spoken in pieces, and so is every number that may
come between them: what is said while somebody waits must not wait for a synthesiser.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from acd.company import schema
from acd.model.ids import PromptId
from acd.model.policy import Prompt
from acd.model.promise import ROUND_MIN
from acd.model.spoken import MOST_IN_LINE, Blank, blank_in, in_language, number_in

_BLANK = re.compile(r"\{(\w*)\}")


def blanks_of(text: str) -> list[str]:
    """What stands in braces in a text."""
    return _BLANK.findall(text)


def says_numbers_only(text: str) -> bool:
    """Whether nothing is spoken of a text but what fills its blanks."""
    return bool(blanks_of(text)) and not any(map(_is_spoken, _BLANK.split(text)[::2]))


def _is_spoken(text: str) -> bool:
    """Punctuation alone is not."""
    return any(letter.isalnum() for letter in text)


def prompts_of(company: schema.Company) -> dict[PromptId, Prompt]:
    """What has to be spoken or converted before the policy can be compiled."""
    versions = list(_versions(company))
    pieces = chain.from_iterable(_pieces(name, language, spoken) for name, language, spoken in versions)
    languages = {language for _, language, spoken in versions if blanks_of(spoken.text or "")}
    numbers = chain.from_iterable(map(_numbers, sorted(languages)))
    return {prompt.id: prompt for prompt in (*pieces, *numbers)}


def told_by(company: schema.Company) -> dict[PromptId, PromptId]:
    """Every prompt, and every translation (``place:de``), with the sound by which it is told from others: its
    only one, or its longest.
    """
    return {name: _longest(name, spoken) for name, _, spoken in _versions(company)}


def _longest(name: PromptId, spoken: schema.Prompt | schema.Translation) -> PromptId:
    texts = {_piece(name, index): piece for index, piece in enumerate(_split(spoken))}
    pieces = {piece: text for piece, text in texts.items() if not isinstance(text, Blank)}
    return max(pieces, key=lambda piece: len(pieces[piece]), default=name)  # without blanks it is one sound


def sounds_of(company: schema.Company, made: Mapping[PromptId, str]) -> dict[PromptId, str]:
    """What Asterisk is told to play for each prompt and number; `made` is the media of all `prompts_of`."""
    whole = {
        name: ",".join(_media(name, language, spoken, made)) for name, language, spoken in _versions(company)
    }
    return {**whole, **{name: made[name] for name in prompts_of(company) if name.startswith("#")}}


Version = tuple[PromptId, str, schema.Prompt | schema.Translation]


def _versions(company: schema.Company) -> Iterator[Version]:
    """Every prompt in every language, with its own name and its language."""
    for name, prompt in company.prompts.items():
        yield PromptId(name), prompt.language or company.languages[0], prompt
        for language, translation in prompt.translations.items():
            yield in_language(PromptId(name), language), language, translation


def _pieces(name: PromptId, language: str, spoken: schema.Prompt | schema.Translation) -> Iterator[Prompt]:
    """The sounds of one prompt, without its blanks. One without blanks is one sound, and has its name."""
    for index, piece in enumerate(_split(spoken)):
        if not isinstance(piece, Blank):
            yield Prompt(id=_piece(name, index), text=piece, language=language)
    if spoken.text is None or not blanks_of(spoken.text):
        yield Prompt(id=name, text=spoken.text, file=spoken.file, language=language)


def _media(
    name: PromptId, language: str, spoken: schema.Prompt | schema.Translation, made: Mapping[PromptId, str]
) -> Iterator[str]:
    if spoken.text is None or not blanks_of(spoken.text):
        yield made[name]
    for index, piece in enumerate(_split(spoken)):
        yield blank_in(language, piece) if isinstance(piece, Blank) else made[_piece(name, index)]


def _split(spoken: schema.Prompt | schema.Translation) -> list[str | Blank]:
    """Texts and blanks, in turn; nothing for a prompt without blanks."""
    if spoken.text is None or not blanks_of(spoken.text):
        return []
    parts = _BLANK.split(spoken.text)
    texts, blanks = parts[::2], parts[1::2]
    split: list[str | Blank] = []
    for index, text in enumerate(texts):
        if _is_spoken(text):
            split.append(text.strip())
        if index < len(blanks):
            split.append(Blank(blanks[index]))
    return split


def _piece(name: PromptId, index: int) -> PromptId:
    return PromptId(f"{name}/{index}")


def _numbers(language: str) -> Iterator[Prompt]:
    """Every number that may fill a blank."""
    for number in sorted({*ROUND_MIN, *range(1, MOST_IN_LINE + 1)}):
        yield Prompt(id=number_in(language, number), text=str(number), language=language)
