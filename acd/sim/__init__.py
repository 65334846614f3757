"""The whole service on a simulated Asterisk, database, network and clock, and with simulated people."""
