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
    low_min, high_min = round((promise.low_s or 0.0) / 60), round((promise.high_s or 0.0) / 60)
    if high_min == 0:
        return "none: somebody is free"
    if low_min == 0:
        return "less than a minute" if high_min == 1 else f"less than {high_min} minutes"
    if low_min == high_min:
        return f"about {high_min} minute{'' if high_min == 1 else 's'}"
    return f"{low_min} to {high_min} minutes"
