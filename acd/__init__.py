"""ACD: a call-centre engine for Asterisk."""
