"""Our own thin ARI client: one WebSocket that carries requests and events, and HTTP as a side door.

- `generated`: Asterisk's models and events, written by `scripts/generate_ari.py`.
- `wire`: bytes to events and back; `door`: what a request and its answer are; `errors`: how one can fail.
- `client`: the socket, its reconnects, its answers. `http`: the side door.
- `calls`: the operations of a call centre, each with its rule for repeating it.

Nothing here knows contacts, agents or queues, and nothing here repeats a request: who asked knows whether it
may be repeated.
"""
