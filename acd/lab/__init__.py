"""The embedded stack: real Asterisk, real PostgreSQL and the service, on one machine, without configuration.

It exists for newcomers (`make run`) and for tests. It starts and ends programs and knows where their files
are; what those programs do with a call is none of its business.
"""
