"""The page that teaches the file says the truth: its pieces make a file, and its claims hold."""

import re
from pathlib import Path

from acd.company.check import CheckedCompany, check
from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.company.schema import Company, FeatureCodes, Offers
from acd.model.ids import AgentId
from acd.model.policy import Policy
from tests.company.small import FOLDER

PAGE = (Path(__file__).parents[2] / "docs" / "company-file.md").read_text(encoding="utf-8")
PIECES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


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
