"""Figures and the books they are made of. Pure: facts with their moments in, intervals and numbers out.

=============  =====================================================================
intervals      what an interval is, and the check that books add up
contact_books  facts → intervals of contacts
agent_books    facts → intervals of agents
visits         how each visit to a queue ended
promises       what callers were told of their wait, and how it came out
figures        the named formulas, one function each
=============  =====================================================================
"""
