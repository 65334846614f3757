"""Facts of voice messages as sentences."""

from acd.model.fact import (
    MessageChosen,
    MessageClosed,
    MessageGivenUp,
    MessageInvited,
    MessageLeft,
    MessageMissed,
    MessagePlayed,
    MessageReturned,
    MessageTranscribed,
    OfVoiceMessage,
    RecordingBegan,
    RecordingDeleted,
    SenderWanted,
)
from acd.telling.amounts import seconds
from acd.telling.names import Names

OfLeaving = MessageChosen | MessageInvited | RecordingBegan | MessageLeft | MessageMissed


def voice_message(fact: OfVoiceMessage, names: Names) -> str:
    """What happened, in one plain sentence."""
    return _leaving(fact) if isinstance(fact, OfLeaving) else _listening(fact, names)


def _leaving(fact: OfLeaving) -> str:
    match fact:
        case MessageChosen():
            return "The caller would rather leave a message."
        case MessageInvited(box=box):
            return f"The caller is told to speak after the tone (box {box})."
        case RecordingBegan():
            return "What the caller says is recorded."
        case MessageLeft(length_s=length_s):
            return f"A message was left, of {seconds(length_s)}. It goes into a line like a call."
        case MessageMissed(to_box=None):
            return "No message was left."
        case MessageMissed(to_box=box):
            return f"Nothing could be recorded: Asterisk's own box {box} takes the message."


def _listening(
    fact: MessagePlayed
    | MessageTranscribed
    | MessageClosed
    | MessageReturned
    | MessageGivenUp
    | RecordingDeleted
    | SenderWanted,
    names: Names,
) -> str:
    match fact:
        case MessagePlayed(agent=agent):
            return f"{names.agent(agent)} listens to the message."
        case MessageTranscribed(text=None):
            return "A program has written the message down; that was deleted."
        case MessageTranscribed(text=text):
            return f"A program has understood the message so: “{text}”."
        case MessageClosed(agent=agent, outcome=outcome):
            return f"{names.agent(agent)} has closed the message: {outcome}."
        case MessageReturned(agent=agent, given_back=True):
            return f"{names.agent(agent)} gives the message back: it keeps its place."
        case MessageReturned(agent=agent):
            return f"{names.agent(agent)} has hung up and not closed the message: it keeps its place."
        case MessageGivenUp():
            return "Too many have listened to the message and not closed it: nobody is rung for it any more."
        case RecordingDeleted():
            return "The recording is deleted: it was kept as long as recordings are."
        case SenderWanted(agent=agent, number=number):
            return f"{names.agent(agent)} wants to speak with whoever left it: {number}."
