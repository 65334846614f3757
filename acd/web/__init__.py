"""The doors for people and machines: the control socket, health and metrics.

The control socket is the one door to the engine from outside: a 0600 unix socket, for whoever may use the
account the service runs under. Health and metrics listen on loopback and tell nothing about callers.
"""
