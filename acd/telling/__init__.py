"""What happened, and why, in plain words: facts, reasons, amounts. It is not known here who shows them."""
