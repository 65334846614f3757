"""How long a decision waits for the journal, and what it costs: `python -m bench.journal`."""
