"""Matching: which waiting contact is offered to which free agent, next, and why.

Contacts that the same agents can serve form a *need class*. When an agent becomes free, the first contact he
or she fits is looked for; when a contact comes to wait, the best of the free agents who fit it. Only who is
*new* in this sense is looked at, and only until nothing comes of it: of all others it is known that nothing
can. Nothing polls, and nothing goes through all agents, or through all who wait.

    crew        agents as numbers, and sets of them as integers
    classes     need classes: who fits, and in what order they are chosen
    heads       who stands first in each class, and the first of all whom an agent fits
    lines       everybody who waits
    choice      the best of the free agents who fit a class
    reserves    agents whom a queue keeps for its own callers
    stranded    contacts that must not wait on where nobody is
    ladder      the stages of a wait that are still to come
    meant       contacts that wait for one person
    reasons     what keeps agents from calls, counted for explanations
    prospects   pairs that may have become possible, in the order of their turns
    matcher     sees what changes, and names the next pair
"""

from acd.core.matching.matcher import Matcher

__all__ = ["Matcher"]
