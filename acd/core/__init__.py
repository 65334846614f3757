"""The heart: what is decided, and why. Pure: no I/O, no clock, no randomness; time is an argument.

Rooms, each with its own literal transition table:

===========  ==========================================================================
arrival      a call comes in; the life of a contact from arrival to its end
ivr          the journey through a flow: prompts, menus, keys
waiting      the place in a queue
matching     who is offered to whom, next, and why
expectation  how long a wait will be, and what is learnt from how it came out
offering     one agent's phone rings for one contact
talking      the two are brought together, and part
activity     what an agent does: idle, reserved, on a call, in wrap-up
presence     what an agent wants: logged out, not ready, ready
legs         every channel from asked to gone; the only room that ends one
explain      why not yet
===========  ==========================================================================

Rooms never import one another: the facts that one concludes are messages to the others. `engine` carries them
round until it is quiet, then lets `matching` decide. `floor` is what they all look at, and `obstacles` says
what keeps an agent from being offered anything.
"""
