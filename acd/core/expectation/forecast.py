"""A promise: from who stands where, and from what has been learnt."""

import msgspec

from acd.core.expectation.cold_start import cold_start_s
from acd.core.expectation.outlook import Outlook
from acd.core.expectation.rates import Rates
from acd.core.expectation.regression import Inputs, Regression
from acd.core.expectation.rounding import around
from acd.model.promise import AT_ONCE, NOBODY, Basis, Promise, Unsure

TOO_FEW = Promise(unsure=Unsure.TOO_FEW)

FOREKNOWN = 1 / 16
"""Spread about a moment that is known: a standard deviation of a quarter of the time until then."""


def inputs(basis: Basis) -> Inputs:
    """What the regression goes by."""
    step_s = basis.handle_s / basis.agents
    formula_s = cold_start_s(
        basis.ahead + basis.beside,
        agents=basis.agents,
        handle_s=basis.handle_s,
        leaving_per_s=basis.leaving_per_s,
    )
    return step_s, (basis.ahead + 1.0) * step_s, basis.beside * step_s, formula_s


def promise(outlook: Outlook, rates: Rates, regression: Regression | None) -> Promise:
    """What can be said to somebody who waits where this is the outlook.

    Args:
        outlook: from the place.
        rates: of the queue.
        regression: of the contact's needs; None as long as no wait has come out.
    """
    if outlook.free_in_s == 0.0:
        return AT_ONCE
    in_line = _in_line(outlook, rates, regression)
    free_in_s = outlook.free_in_s
    if free_in_s is None or (in_line.expected_s is not None and in_line.expected_s <= free_in_s):
        return in_line
    return _at(free_in_s)


def _at(expected_s: float) -> Promise:
    """What can be said of a moment at which somebody may take the call who has nothing to do. It is known;
    but phones ring for a while, and others may come back before.
    """
    low_s, high_s = around(expected_s, step_s=expected_s, spread=FOREKNOWN) or (0.0, expected_s)
    return Promise(low_s=low_s, high_s=high_s, expected_s=expected_s)


def _in_line(outlook: Outlook, rates: Rates, regression: Regression | None) -> Promise:
    """What can be said of waiting until one of those at work is done with the contacts ahead."""
    if not outlook.agents:
        return NOBODY
    handle_s = rates.handle_s
    if not handle_s:
        return TOO_FEW
    basis = Basis(
        agents=outlook.agents,
        ahead=outlook.ahead,
        beside=outlook.beside,
        handle_s=handle_s,
        leaving_per_s=rates.leaving_per_s,
        outcomes=int(regression.outcomes) if regression is not None else 0,
    )
    known = inputs(basis)
    expected_s = known[3] if regression is None else regression.expected_s(known)
    spread = 1.0 if regression is None else regression.spread
    expected_s += outlook.agents_in_s
    told = around(expected_s, step_s=known[0], spread=spread)
    learns_from = basis if not outlook.agents_in_s else None
    if told is None:
        return Promise(unsure=Unsure.TOO_WIDE, expected_s=expected_s, basis=learns_from)
    return Promise(low_s=told[0], high_s=told[1], expected_s=expected_s, basis=learns_from)


def no_later(fresh: Promise, told: Promise | None) -> Promise:
    """What may be said to somebody who was told something before: never more than that.

    Who was told 5 minutes and hears 8 after two of them is told of two lines of which one is a lie, and
    hangs up. So what was told stays the most that is told; it comes down as soon as the wait does.
    """
    if told is None or told.high_s is None or told.low_s is None or told.expected_s is None:
        return fresh
    if fresh.high_s is None or fresh.low_s is None or fresh.expected_s is None:
        return told
    return msgspec.structs.replace(
        fresh,
        low_s=min(fresh.low_s, told.low_s),
        high_s=min(fresh.high_s, told.high_s),
        expected_s=min(fresh.expected_s, told.expected_s),
    )
