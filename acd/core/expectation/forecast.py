"""A promise: from who stands where, and from what has been learnt."""

import msgspec

from acd.core.expectation.cold_start import cold_start_s
from acd.core.expectation.outlook import Outlook
from acd.core.expectation.rates import Rates
from acd.core.expectation.regression import Inputs, Regression
from acd.core.expectation.rounding import around
from acd.model.promise import AT_ONCE, NOBODY, Basis, Promise, Unsure

TOO_FEW = Promise(unsure=Unsure.TOO_FEW)


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
    if outlook.is_free:
        return AT_ONCE
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
    told = around(expected_s, step_s=known[0], spread=spread)
    if told is None:
        return Promise(unsure=Unsure.TOO_WIDE, basis=basis)
    return Promise(low_s=told[0], high_s=told[1], expected_s=expected_s, basis=basis)


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
