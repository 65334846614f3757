"""What the service is measured beside, on the same Asterisk, with the same phones and callers."""
