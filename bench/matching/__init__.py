"""The floor of P6: a company with the whole policy, what happens there, and the scan that is the rival."""
