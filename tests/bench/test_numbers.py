"""What can be typed as a number."""

import argparse

import pytest

from bench.numbers import amount, count


def test_numbers_are_read() -> None:
    assert (count("3"), amount("0.5")) == (3, 0.5)


@pytest.mark.parametrize("text", ["0", "-1", "2.5", "many", ""])
def test_what_counts_nothing_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="1 or more"):
        count(text)


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "much", ""])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="more than 0"):
        amount(text)
