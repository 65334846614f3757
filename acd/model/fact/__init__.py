"""What the engine has concluded. Facts explain: KPIs, audit, stories and webhooks are made of them.

A fact of one machine is a message to the others; past tense always. The moment stands beside it.

    journey     what callers hear and press, from the first ring to the end
    place       a place in a queue: taken, moved, kept, left
    callback    a customer leaves the line, and is called back
    message     what is left instead of waiting: recorded, listened to, closed
    talk        caller and agent are brought together, and part
    offer       an agent's phone rings for a contact
    leg         what only telephones care about
    agent       where agents are and what they want
    overlay     absences and incidents
    service     a new version; what ought to be impossible
"""

from acd.model.fact.agent import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    AgentOverloaded,
    AgentRelieved,
    DeskTaken,
    OfAgent,
    WrapUpBegan,
    WrapUpEnded,
)
from acd.model.fact.callback import (
    CallbackAgreed,
    CallbackBroughtForward,
    CallbackFellDue,
    CallbackGivenUp,
    CallbackProposed,
    CallbackPutOff,
    CallbackScheduled,
    CallPickedUp,
    CustomerDialled,
    CustomerMissed,
    CustomerParted,
    CustomerReached,
    CustomerWanted,
    MachineHeard,
    OfCallback,
)
from acd.model.fact.journey import (
    CallPassedOn,
    ContactArrived,
    ContactEnded,
    DigitsMistaken,
    DigitsTaken,
    FlowEnded,
    KeyMissed,
    KeyMistaken,
    KeyTaken,
    LanguageChosen,
    MenuOpened,
    NumberEntered,
    NumberMissing,
    NumberSettled,
    NumberUnknown,
    OfJourney,
    PromptBegan,
    PromptFailed,
    QueueChosen,
    StartedAnew,
    VoicemailChosen,
    WaitGoesOn,
)
from acd.model.fact.leg import (
    LegAppeared,
    LegCameUp,
    LegEnded,
    LegStartedRinging,
    OfLeg,
)
from acd.model.fact.offer import (
    OfferAnswered,
    OfferFailed,
    OfferOpened,
    OfferRang,
    OfferWithdrawn,
    OfOffer,
)
from acd.model.fact.overlay import (
    AgentReturned,
    OfOverlay,
    OverlayBegan,
    OverlayEnded,
    OverlayEndMoved,
)
from acd.model.fact.place import (
    Announced,
    IncidentTold,
    NobodyFound,
    OfPlace,
    Overflowed,
    PersonBack,
    PersonGivenUp,
    PersonWanted,
    PlaceAmended,
    PlaceAwaited,
    PlaceInherited,
    PlaceKept,
    PlaceMoved,
    PlacePassedOn,
    PlaceRestored,
    PlaceResumed,
    PlaceTaken,
    RingOpened,
    WaitEnded,
    WaitPromised,
)
from acd.model.fact.preview import (
    CallbackDeferred,
    CallbackPassedOn,
    CustomerPreviewed,
    OfPreview,
)
from acd.model.fact.service import (
    OfService,
    PolicyChanged,
    Surprise,
)
from acd.model.fact.talk import (
    OfTalk,
    TalkBegan,
    TalkEnded,
    TalkFailed,
    TalkJoined,
)
from acd.model.fact.voice_message import (
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
from acd.model.fact.voice_note import (
    NoteBegan,
    NoteCutShort,
    NoteLeft,
    NoteMissed,
    NotePlayed,
    NoteTranscribed,
    OfVoiceNote,
)

Fact = (
    OfJourney
    | OfPlace
    | OfCallback
    | OfPreview
    | OfVoiceMessage
    | OfVoiceNote
    | OfTalk
    | OfOffer
    | OfLeg
    | OfAgent
    | OfOverlay
    | OfService
)

__all__ = [
    "AgentBecameNotReady",
    "AgentBecameReady",
    "AgentLoggedIn",
    "AgentLoggedOut",
    "AgentOverloaded",
    "AgentRelieved",
    "AgentReturned",
    "Announced",
    "CallPassedOn",
    "CallPickedUp",
    "CallbackAgreed",
    "CallbackBroughtForward",
    "CallbackDeferred",
    "CallbackFellDue",
    "CallbackGivenUp",
    "CallbackPassedOn",
    "CallbackProposed",
    "CallbackPutOff",
    "CallbackScheduled",
    "ContactArrived",
    "ContactEnded",
    "CustomerDialled",
    "CustomerMissed",
    "CustomerParted",
    "CustomerPreviewed",
    "CustomerReached",
    "CustomerWanted",
    "DeskTaken",
    "DigitsMistaken",
    "DigitsTaken",
    "Fact",
    "FlowEnded",
    "IncidentTold",
    "KeyMissed",
    "KeyMistaken",
    "KeyTaken",
    "LanguageChosen",
    "LegAppeared",
    "LegCameUp",
    "LegEnded",
    "LegStartedRinging",
    "MachineHeard",
    "MenuOpened",
    "MessageChosen",
    "MessageClosed",
    "MessageGivenUp",
    "MessageInvited",
    "MessageLeft",
    "MessageMissed",
    "MessagePlayed",
    "MessageReturned",
    "MessageTranscribed",
    "NobodyFound",
    "NoteBegan",
    "NoteCutShort",
    "NoteLeft",
    "NoteMissed",
    "NotePlayed",
    "NoteTranscribed",
    "NumberEntered",
    "NumberMissing",
    "NumberSettled",
    "NumberUnknown",
    "OfAgent",
    "OfCallback",
    "OfJourney",
    "OfLeg",
    "OfOffer",
    "OfOverlay",
    "OfPlace",
    "OfPreview",
    "OfService",
    "OfTalk",
    "OfVoiceMessage",
    "OfVoiceNote",
    "OfferAnswered",
    "OfferFailed",
    "OfferOpened",
    "OfferRang",
    "OfferWithdrawn",
    "Overflowed",
    "OverlayBegan",
    "OverlayEndMoved",
    "OverlayEnded",
    "PersonBack",
    "PersonGivenUp",
    "PersonWanted",
    "PlaceAmended",
    "PlaceAwaited",
    "PlaceInherited",
    "PlaceKept",
    "PlaceMoved",
    "PlacePassedOn",
    "PlaceRestored",
    "PlaceResumed",
    "PlaceTaken",
    "PolicyChanged",
    "PromptBegan",
    "PromptFailed",
    "QueueChosen",
    "RecordingBegan",
    "RecordingDeleted",
    "RingOpened",
    "SenderWanted",
    "StartedAnew",
    "Surprise",
    "TalkBegan",
    "TalkEnded",
    "TalkFailed",
    "TalkJoined",
    "VoicemailChosen",
    "WaitEnded",
    "WaitGoesOn",
    "WaitPromised",
    "WrapUpBegan",
    "WrapUpEnded",
]
