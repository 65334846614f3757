"""The expected wait in words: to an administrator now, and to callers when it is spoken."""

from acd.model.promise import Promise, Unsure

UNSURE = {
    Unsure.NOBODY: "we cannot say, for nobody who could take it is at work",
    Unsure.TOO_FEW: "we cannot say, for too few calls of this queue have been seen",
    Unsure.TOO_WIDE: "we cannot say, for it might be anything",
}


def expected_wait(promise: Promise) -> str:
    """``3 to 5 minutes``, ``less than a minute``, ``none: somebody is free``, or why we cannot say."""
    if promise.unsure is not None:
        return UNSURE[promise.unsure]
    low, high = _minutes(promise)
    if high == 0:
        return "none: somebody is free"
    if low == 0:
        return "less than a minute" if high == 1 else f"less than {high} minutes"
    if low == high:
        return f"about {high} minute{'' if high == 1 else 's'}"
    return f"{low} to {high} minutes"


def expected_in_short(promise: Promise) -> str:
    """``3-5 min``, ``< 1 min``, ``none``, or ``?`` where we cannot say: for tables."""
    if promise.unsure is not None:
        return "?"
    low, high = _minutes(promise)
    if high == 0:
        return "none"
    if low == 0:
        return f"< {high} min"
    return f"{high} min" if low == high else f"{low}-{high} min"


def _minutes(promise: Promise) -> tuple[int, int]:
    return round((promise.low_s or 0.0) / 60), round((promise.high_s or 0.0) / 60)
