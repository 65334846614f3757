"""The command line: one file for each family of commands, and what they share.

A command parses, asks, and shows. What it cannot do ends in one of two ways: exit code 2 for what whoever
typed it can mend, 1 for what is ours. Rooms that are slow to import are imported by the commands that need
them, so that `acd status` answers at once.
"""
