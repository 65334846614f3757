"""The nouns, the policy types and the messages that every other room speaks.

Only data and the smallest truths about it live here. Nothing in this room reads a clock, draws a random
number or touches a file, a socket or a database; every moment is a `float` of seconds since the Unix epoch.
"""
