"""Numbers at which nobody is called back, in words."""

from acd.model.callback import NeverCalled

NEVER_CALLED = {
    NeverCalled.WITHHELD: "the number is withheld",
    NeverCalled.UNKNOWN: "no numbering plan knows it",
    NeverCalled.EMERGENCY: "it is that of an emergency service",
    NeverCalled.OWN: "it is the company's own",
    NeverCalled.SPECIAL: "it is no ordinary number, but such as of a premium, shared-cost or free service",
    NeverCalled.ABROAD: "it is of a country that is not called",
    NeverCalled.REFUSED: "it is on the do-not-call list",
    NeverCalled.NOBODY: "the company calls nobody back",
}
