"""The QA kit: tests of call flows that read like stories. What a test orders is imperative (`caller.dial`,
`anna.answer`), what it expects says so (`caller.hears`, `anna.rings`).

The pytest fixtures are in `acd.testing.plugin`; the names here are for annotations. docs/qa.md teaches them.
"""

from acd.testing.qa.agent_phone import AgentPhone, AgentPhones
from acd.testing.qa.caller import Caller, Callers
from acd.testing.qa.changes import Entered
from acd.testing.qa.stack import StackUnderTest
from acd.testing.qa.waiting import WhyNotYet

__all__ = ["AgentPhone", "AgentPhones", "Caller", "Callers", "Entered", "StackUnderTest", "WhyNotYet"]
