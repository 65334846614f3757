"""What size and time cost: floors of ten thousand agents, a million calls, an hour of load, a crash."""
