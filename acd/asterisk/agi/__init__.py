"""FastAGI: short questions that the dialplan asks us (is this number known? log this agent in), on TCP.

`wire` knows the text of the protocol, `session` one conversation, `server` the sockets and their limits,
`scripts` what we answer. Only the server knows of sockets; only the scripts know of the call centre.
"""
