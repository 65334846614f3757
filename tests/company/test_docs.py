"""The pages that teach the file say the truth: their pieces make a file, and their claims hold."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from acd.company.check import CheckedCompany, check
from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.company.schema import (
    CallBack,
    Callback,
    Company,
    Enqueue,
    FeatureCodes,
    Messages,
    Offers,
    Person,
    Preview,
    RecordNote,
    Retries,
)
from acd.model.callback import AHEAD_S
from acd.model.ids import AgentId
from acd.model.policy import Policy
from tests.company.small import FOLDER

DOCS = Path(__file__).parents[2] / "docs"


def pieces_of(page: str) -> list[str]:
    """The blocks of a page that are parts of a company file."""
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


PAGE = (DOCS / "company-file.md").read_text(encoding="utf-8")
PIECES = pieces_of(PAGE)
WAITING = pieces_of((DOCS / "waiting.md").read_text(encoding="utf-8"))
CALLBACKS_PAGE = "".join(
    (DOCS / f"{page}.md").read_text(encoding="utf-8")
    for page in ("callbacks", "customer-first", "callback-rules")
)
CALLBACKS = pieces_of(CALLBACKS_PAGE)
AGAIN = pieces_of((DOCS / "rings-again.md").read_text(encoding="utf-8"))
MESSAGES_PAGE = (DOCS / "messages.md").read_text(encoding="utf-8")
MESSAGES = pieces_of(MESSAGES_PAGE)


def company() -> Company:
    found = check("".join(PIECES).encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("docs") for mistake in found)
    return found.company


def compiled() -> Policy:
    return policy_of(company(), version=1, sounds=dict.fromkeys(prompts_of(company()), "sound:x"), year=2026)


def test_its_pieces_are_a_whole_file() -> None:
    assert len(PIECES) == 11
    assert company().company == "Small Repairs"


def test_every_section_of_the_schema_is_taught() -> None:
    missing = [field for field in Company.__struct_fields__ if not re.search(rf"\b{field}\b", PAGE)]
    assert missing == []


def test_the_agents_serve_what_it_says() -> None:
    people = [agent for agent in compiled().agents.values() if agent.outside is None]
    assert {agent.name: agent.queues for agent in people} == {
        "Anna": {"repairs"},
        "Ben": {"repairs", "urgent"},
        "Cleo": {"urgent"},
    }
    assert compiled().agents[AgentId("21")].name == "Anna"


def test_the_defaults_it_shows_are_the_defaults() -> None:
    assert company().offers == Offers()
    assert company().feature_codes == FeatureCodes()


def test_the_trap_it_warns_of_is_told() -> None:
    text = "".join(PIECES).replace('{text: "Welcome to Small Repairs."}', "{text: Well, hello}")
    found = check(text.encode(), FOLDER)
    assert isinstance(found, list)
    assert ["comma" in mistake.remedy for mistake in found] == [True]


def test_the_company_of_those_who_wait_can_be_copied() -> None:
    whole = WAITING[0]
    found = check(whole.encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("waiting.md") for mistake in found)
    assert found.warnings == ()
    assert found.company.queues["repairs"].menu == "meanwhile"


def test_music_of_its_own_can_be_added_to_it(tmp_path: Path) -> None:
    (tmp_path / "music" / "piano").mkdir(parents=True)
    whole, _, music = (yaml.safe_load(piece) for piece in WAITING)
    whole["music"] = music["music"]
    whole["queues"]["repairs"] |= music["queues"]["repairs"]
    found = check(json.dumps(whole).encode(), tmp_path)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("waiting.md") for mistake in found)
    assert found.company.queues["repairs"].music == "piano"


def test_another_choice_can_be_added_to_it() -> None:
    whole, nodes, _ = (yaml.safe_load(piece) for piece in WAITING)
    menu = whole["flows"]["meanwhile"]["nodes"]
    menu |= nodes
    menu["choices"]["choices"] |= {"5": {"next": "fitted"}, "6": {"next": "plain"}}
    found = check(json.dumps(whole).encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("waiting.md") for mistake in found)
    assert found.warnings == ()
    node = found.company.flows["meanwhile"].nodes["plain"]
    assert isinstance(node, Enqueue)
    assert node.drop == ("kitchens",)


def test_the_company_that_calls_back_can_be_copied() -> None:
    whole = CALLBACKS[0]
    found = check(whole.encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("callbacks.md") for mistake in found)
    assert found.warnings == ()
    assert found.company.queues["repairs"].callback == Callback()


def test_hours_and_a_time_to_choose_can_be_added_to_it() -> None:
    whole = yaml.safe_load(CALLBACKS[0])
    (hours,) = (piece for piece in CALLBACKS if piece.startswith("hours:"))
    (node,) = (piece for piece in CALLBACKS if piece.startswith("call_in_the_afternoon:"))
    whole |= yaml.safe_load(hours)
    whole["flows"]["meanwhile"]["nodes"] |= yaml.safe_load(node)
    choices = whole["flows"]["meanwhile"]["nodes"]["choices"]["choices"]
    choices["2"] = {"next": "call_in_the_afternoon"}
    found = check(json.dumps(whole).encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("callbacks.md") for mistake in found)
    assert found.warnings == ()
    assert found.company.callbacks is not None
    assert found.company.callbacks.hours == "awake"


@pytest.mark.parametrize("mode", ["agent_first", "customer_first"])
def test_a_key_can_be_asked_for_and_the_customer_called_first(mode: str) -> None:
    whole = yaml.safe_load(CALLBACKS[0])
    (words,) = (yaml.safe_load(piece) for piece in CALLBACKS[1:] if piece.startswith("prompts:"))
    pieces = [yaml.safe_load(piece) for piece in CALLBACKS[1:] if piece.startswith("queues:")]
    changes = [words, *pieces][: 1 if mode == "agent_first" else 2]
    whole["prompts"] |= words["prompts"]
    for change in changes:
        whole["queues"]["repairs"] |= change["queues"]["repairs"]
    found = check(json.dumps(whole).encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("callbacks.md") for mistake in found)
    assert found.warnings == ()
    rules = found.company.queues["repairs"].callback
    assert rules is not None
    assert rules.mode == mode
    assert rules.person is not None
    assert rules.person.prompt == "its_us"


def test_the_times_of_callbacks_that_it_tells_are_the_defaults() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| `?(\d+|\[[\d, ]+\])`? \|", CALLBACKS_PAGE, re.MULTILINE))
    retries, times, person = Retries(), Callback(), Person(prompt="any")
    assert told == {
        "ahead_s": f"{AHEAD_S:.0f}",
        "key": person.key,
        "wait_s": f"{person.wait_s:.0f}",
        "times": str(person.times),
        "ring_s": f"{times.ring_s:.0f}",
        "expires_after_h": f"{times.expires_after_h:.0f}",
        "broken_off_s": f"{times.broken_off_s:.0f}",
        **{
            kind: str([round(after_s) for after_s in getattr(retries, kind)])
            for kind in Retries.__struct_fields__
        },
    }


def test_what_the_page_on_those_who_ring_again_adds_makes_a_sound_company() -> None:
    whole = yaml.safe_load(CALLBACKS[0])
    for piece in AGAIN:
        for section, added in yaml.safe_load(piece).items():
            whole[section] = {**whole.get(section, {}), **added}
    found = check(yaml.safe_dump(whole).encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("rings-again.md") for mistake in found)
    assert found.warnings == ()


def test_the_company_of_the_page_on_messages_has_nothing_to_be_said_of() -> None:
    (whole,) = MESSAGES
    found = check(whole.encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("messages.md") for mistake in found)
    assert found.warnings == ()


def test_what_it_tells_of_messages_are_the_defaults() -> None:
    told = dict(re.findall(r"^\| `(\w+_s)` \| (\d+) \|", MESSAGES_PAGE, re.MULTILINE))
    usual = Messages(queue="repairs", prompt="speak")
    assert told == {name: f"{getattr(usual, name):.0f}" for name in ("longest_s", "shortest_s", "silence_s")}
    assert '| `outcomes` | `{"1": done}` |' in MESSAGES_PAGE
    assert usual.outcomes == {"1": "done"}


def added(whole: dict[str, Any], addition: dict[str, Any]) -> dict[str, Any]:
    """A company with what a page adds to it."""
    both = {name: whole.get(name, addition.get(name)) for name in [*whole, *addition]}
    for name, value in addition.items():
        if isinstance(value, dict) and isinstance(whole.get(name), dict):
            both[name] = added(whole[name], value)
        else:
            both[name] = value
    return both


def blocks_of(page: str, kind: str) -> list[Any]:
    """The blocks of a page, as YAML reads them."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [yaml.safe_load(block) for block in re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)]


def sound(whole: dict[str, Any], page: str) -> Company:
    """This company, of which there is nothing to be said."""
    found = check(json.dumps(whole).encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told(page) for mistake in found)
    assert found.warnings == ()
    return found.company


def test_a_look_before_the_call_can_be_added_to_the_company_that_calls_back() -> None:
    (addition,) = blocks_of("preview.md", "yaml")
    callback = sound(added(yaml.safe_load(CALLBACKS[0]), addition), "preview.md").queues["repairs"].callback
    assert callback is not None
    assert callback.mode == "preview"


def test_a_note_can_be_added_to_the_company_that_calls_back() -> None:
    whole = yaml.safe_load(CALLBACKS[0])
    whole["flows"]["meanwhile"]["nodes"]["confirm"]["choices"]["1"] = {"next": "note"}
    (addition,) = blocks_of("voice-note.md", "yaml")
    nodes = sound(added(whole, addition), "voice-note.md").flows["meanwhile"].nodes
    assert isinstance(nodes["note"], RecordNote)


def test_a_moment_that_the_caller_keys_in_can_be_added_to_it() -> None:
    (addition,) = blocks_of("scheduled.md", "yaml")
    nodes = sound(added(yaml.safe_load(CALLBACKS[0]), addition), "scheduled.md").flows["meanwhile"].nodes
    assert isinstance(nodes["call_then"], CallBack)
    assert nodes["call_then"].at == "asked"


def test_a_callback_before_any_line_can_be_added_to_it() -> None:
    whole = yaml.safe_load(CALLBACKS[0])
    (flows,) = blocks_of("callbacks.md", "text")
    whole = added(
        whole, {"flows": flows, "prompts": {"wait_or_not": {"text": "To be called back, press 1."}}}
    )
    whole["numbers"]["+43720002"] = {"name": "Second", "flow": "ahead"}
    sound(whole, "callbacks.md")


def test_the_times_of_a_look_and_of_a_note_that_they_tell_are_the_defaults() -> None:
    pages = [(DOCS / page).read_text(encoding="utf-8") for page in ("preview.md", "voice-note.md")]
    look, note = (dict(re.findall(r"^\| `(\w+)` \| (\d+) \|", page, re.MULTILINE)) for page in pages)
    usual = Preview(prompt="keys")
    assert look == {
        name: f"{getattr(usual, name):.0f}" for name in ("later_s", "later_times", "passes", "decide_s")
    }
    spoken = RecordNote(prompt="speak", next="call", otherwise="call")
    assert note == {name: f"{getattr(spoken, name):.0f}" for name in ("longest_s", "silence_s")}
