"""What all rows are measured with: the real stack, rivals on the same Asterisk, and people at SIP phones."""
