"""Numbers that somebody types on the command line of a bench."""

import argparse
from math import inf


def count(text: str) -> int:
    """How many, from 1 on; a type for argparse."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}: give a whole number, 1 or more")
    return int(text)


def amount(text: str) -> float:
    """How much, more than nothing; a type for argparse."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.0 < value < inf:
        raise argparse.ArgumentTypeError(f"{text!r}: give a number, more than 0")
    return value
