"""What fits the schema and makes no sense for messages; and what the engine takes of what does."""

import pytest

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.ids import PromptId, QueueId
from acd.model.voice_message import MessageBox
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in
