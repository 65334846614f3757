"""People who phone by themselves: what `make run DEMO=1` adds to an instance.

Agents sit down at desk phones of the company and callers dial its numbers, all over real SIP with the phones
of `acd.testing`; a table in the terminal shows what the service makes of it. The people know only what people
know: their phones, whether somebody speaks to them and, for agents, their line of `acd status`. The table
knows only what any administrator can ask: the control socket and the committed facts.
"""
