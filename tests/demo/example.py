"""The example company for the tests of the demo, with the policy that is made of it."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.company.schema import Company
from acd.lab.from_company import read_company
from acd.model.policy import Policy

FILE = Path(__file__).parents[2] / "examples" / "utility.yaml"
NOON = datetime(2026, 11, 18, 12, 30, tzinfo=ZoneInfo("Europe/Vienna")).timestamp()
"""A Wednesday: everything is open, except Hungary at lunch."""
MIDNIGHT = NOON + 11 * 3600


def example() -> Company:
    return read_company(FILE)


def policy(company: Company) -> Policy:
    return policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), ""), year=2026)
