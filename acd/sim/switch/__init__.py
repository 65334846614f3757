"""A simulated Asterisk 22, as our service and the people at their phones know the real one.

It has no faults, no chance and no clock. What is left out, because nobody of ours asks for it or listens:
variables that Asterisk sets by itself, ChannelDialplan, ChannelConnectedLine, recordings, transfers, Local
channels, users and passwords. The tests in `tests/contract` hold it to the real one.
"""

from acd.sim.switch.answers import Answer, Reply, Waiting
from acd.sim.switch.arriving import HOLD_S
from acd.sim.switch.bridges import Bridge
from acd.sim.switch.channels import Channel
from acd.sim.switch.direct import DirectDoor, DirectSocket
from acd.sim.switch.exchange import Installation, Order, Session
from acd.sim.switch.people import CallerSide, SimCall, SimRinging, Sound
from acd.sim.switch.switch import Switch

__all__ = [
    "HOLD_S", "Answer", "Bridge", "CallerSide", "Channel", "DirectDoor", "DirectSocket", "Installation",
    "Order", "Reply", "Session", "SimCall", "SimRinging", "Sound", "Switch", "Waiting",
]  # fmt: skip
