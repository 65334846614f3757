"""What is made of prompts: pieces, numbers, languages."""

from acd.company.prompts import prompts_of, sounds_of, told_by
from acd.company.schema import Company
from acd.model.ids import PromptId
from acd.model.spoken import Blank, filled
from tests.company.small import company_in
from tests.company.test_meaning_announcements import TEXT


def company() -> Company:
    return company_in(TEXT).company


def test_a_text_with_blanks_is_spoken_in_pieces_and_so_is_every_number() -> None:
    prompts = prompts_of(company())
    spoken = {name: (prompt.text, prompt.language) for name, prompt in prompts.items() if "/" in name}
    assert spoken == {
        "place/0": ("You are number", "en"),
        "place:de/0": ("Platz", "de"),
        "wait/0": ("It takes", "en"),
        "wait/2": ("to", "en"),
        "wait/4": ("minutes.", "en"),
        "soon/0": ("It takes less than", "en"),
        "soon/2": ("minutes.", "en"),
    }
    assert prompts[PromptId("#12:de")].text == "12"
    assert prompts[PromptId("#240:en")].language == "en"
    assert PromptId("place") not in prompts


def test_a_company_without_blanks_makes_no_numbers() -> None:
    plain = TEXT.replace("{position}", "x").replace("{low}", "x").replace("{high}", "x")
    plain = plain.replace(", if_soon: soon, if_unsure: unsure", "")
    assert not [name for name in prompts_of(company_in(plain).company) if name.startswith("#")]


def test_the_media_of_a_prompt_names_its_sounds_in_order() -> None:
    made = {name: f"sound:{name}" for name in prompts_of(company())}
    sounds = sounds_of(company(), made)
    assert sounds[PromptId("hello")] == "sound:hello"
    assert sounds[PromptId("patience:de")] == "sound:patience:de"
    assert sounds[PromptId("place:de")] == "sound:place:de/0,{position:de}"
    assert filled(sounds[PromptId("wait")], {Blank.LOW: 3, Blank.HIGH: 5}, sounds) == (
        "sound:wait/0,sound:#3:en,sound:wait/2,sound:#5:en,sound:wait/4"
    )


def test_a_prompt_is_told_from_others_by_its_longest_part() -> None:
    known = told_by(company())
    assert known[PromptId("hello")] == "hello"
    assert known[PromptId("soon")] == "soon/0"
    assert known[PromptId("place:de")] == "place:de/0"
    assert known[PromptId("patience:de")] == "patience:de"
