"""Facts that say nothing of where anybody's time goes: the books of contacts and of agents leave them out.

A new fact belongs here or into a book: the type checker finds one that nobody has thought of.
"""

from acd.model.fact import (
    AgentOverloaded,
    AgentRelieved,
    AgentReturned,
    Announced,
    CallPassedOn,
    DeskTaken,
    DigitsMistaken,
    DigitsTaken,
    FlowEnded,
    IncidentTold,
    KeyMissed,
    KeyMistaken,
    KeyTaken,
    LanguageChosen,
    LegAppeared,
    LegCameUp,
    LegEnded,
    LegStartedRinging,
    MenuOpened,
    MessageChosen,
    MessageClosed,
    MessageGivenUp,
    MessageLeft,
    MessageMissed,
    MessageReturned,
    MessageTranscribed,
    NobodyFound,
    NumberEntered,
    NumberMissing,
    NumberSettled,
    NumberUnknown,
    OfCallback,
    OfferRang,
    OfPreview,
    OfVoiceNote,
    OverlayBegan,
    OverlayEnded,
    OverlayEndMoved,
    PersonBack,
    PersonGivenUp,
    PersonWanted,
    PlaceAmended,
    PlaceAwaited,
    PlaceInherited,
    PlaceKept,
    PlaceMoved,
    PlacePassedOn,
    PlaceResumed,
    PolicyChanged,
    PromptBegan,
    PromptFailed,
    QueueChosen,
    RecordingBegan,
    RecordingDeleted,
    RingOpened,
    StartedAnew,
    Surprise,
    VoicemailChosen,
    WaitEnded,
    WaitGoesOn,
    WaitPromised,
)

Untimed = (
    OfCallback
    | OfPreview
    | OfVoiceNote
    | MessageChosen
    | MessageClosed
    | MessageGivenUp
    | MessageLeft
    | MessageMissed
    | MessageReturned
    | MessageTranscribed
    | RecordingBegan
    | RecordingDeleted
    | NumberUnknown
    | StartedAnew
    | PromptBegan
    | PromptFailed
    | KeyTaken
    | MenuOpened
    | WaitGoesOn
    | LanguageChosen
    | VoicemailChosen
    | PlaceKept
    | KeyMistaken
    | KeyMissed
    | DigitsTaken
    | DigitsMistaken
    | NumberEntered
    | NumberMissing
    | NumberSettled
    | QueueChosen
    | FlowEnded
    | PersonGivenUp
    | PersonWanted
    | PersonBack
    | CallPassedOn
    | PlaceMoved
    | PlaceResumed
    | PlaceAwaited
    | PlaceInherited
    | PlacePassedOn
    | Announced
    | IncidentTold
    | PlaceAmended
    | NobodyFound
    | WaitPromised
    | WaitEnded
    | RingOpened
    | OfferRang
    | LegAppeared
    | LegStartedRinging
    | LegCameUp
    | LegEnded
    | DeskTaken
    | AgentOverloaded
    | AgentRelieved
    | AgentReturned
    | OverlayBegan
    | OverlayEnded
    | OverlayEndMoved
    | PolicyChanged
    | Surprise
)
