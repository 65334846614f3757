"""Real SIP phones for tests: they register, call, answer, press keys, speak tones and know what they heard.

`acd.testing.phone.Phone` is the way in; `acd.testing.plugin` offers it as pytest fixtures. Needs the extra
`test`. This file imports nothing on purpose: each phone's worker process loads it, and must stay small.
"""
