"""Real faults on real parts under load, and the table of what became of every call."""
