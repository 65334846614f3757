"""The formula for a wait of which nothing more is known than who stands ahead, and how fast the line moves.

With n agents at work, the line ahead gets shorter whenever one of them has done with a call, at the rate n·μ,
and whenever one of the i who wait gives up, at the rate i·θ. Until it is the caller's turn this happens once
for each of those ahead and once more: the mean wait is Σ 1/(n·μ + i·θ) for i = 0 … ahead. That is exact for
exponential times and one line (Whitt 1999, Improving service by informing customers about anticipated
delays, section 3); where agents serve several lines, `ahead` counts the share of each that falls to them.
"""

from math import log

_NEGLIGIBLE = 1e-9
"""Giving up so much more rarely than being served: as good as never."""


def cold_start_s(ahead: float, *, agents: int, handle_s: float, leaving_per_s: float) -> float:
    """The mean wait of who has `ahead` contacts ahead and finds every agent busy, in seconds.

    Args:
        ahead: not negative; need not be whole.
        agents: n, at least 1.
        handle_s: 1/μ.
        leaving_per_s: θ, for each who waits.
    """
    served_per_s = agents / handle_s
    if leaving_per_s <= _NEGLIGIBLE * served_per_s:
        return (ahead + 1.0) / served_per_s
    ratio = served_per_s / leaving_per_s
    return (_digamma(ratio + ahead + 1.0) - _digamma(ratio)) / leaving_per_s


def _digamma(x: float) -> float:
    """Digamma of a positive number, with 10 digits. Σ 1/(x + i) for i < k is digamma(x + k) less digamma(x),
    also where k is not whole (Abramowitz & Stegun 6.3.5, 6.3.6 and 6.3.18).
    """
    below = 0.0
    while x < 8.0:
        below += 1.0 / x
        x += 1.0
    square = 1.0 / (x * x)
    return log(x) - 0.5 / x - square * (1 / 12 - square * (1 / 120 - square / 252)) - below
