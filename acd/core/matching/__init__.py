"""Matching: which waiting contact is offered to which free agent, next, and why.

Contacts that the same agents can serve form a *need class*. When an agent becomes free, the first contact he
or she fits is looked for; when a contact comes to wait, the best of the free agents who fit it. Only who is
*new* in this sense is looked at, and only until nothing comes of it: of all others it is known that nothing
can. Nothing polls, and nothing goes through all agents, or through all who wait.
"""

from acd.core.matching.matcher import Matcher

__all__ = ["Matcher"]
