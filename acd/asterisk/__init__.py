"""Everything that speaks to Asterisk; the words *channel* and *endpoint* live only in here."""
