Three tries: a wrong key, silence, and another wrong key lead to good-bye.

0     AsteriskSeen
1     CallArrived call-1 100 -
        · ContactArrived c1-1 call-1 100 - main open policy_version=1
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
A key during the welcome that means nothing in the menu ahead is not held against the caller.
2     KeyPressed call-1 7
3     PlaybackEnded c1-1-p1
        · PromptBegan c1-1 menu menu
        → Play call-1 c1-1-p2 sound:menu
4     KeyPressed call-1 7
        · KeyMistaken c1-1 menu 7
        · PromptBegan c1-1 menu wrong_key
        → StopPlayback c1-1-p2
        → Play call-1 c1-1-p3 sound:wrong_key
While we say that the key is wrong, further wrong keys are not counted (a flood of them does nothing).
4.1   KeyPressed call-1 7
4.2   KeyPressed call-1 8
The end of the prompt that was cut short means nothing.
4.3   PlaybackEnded c1-1-p2
6     PlaybackEnded c1-1-p3
        · PromptBegan c1-1 menu menu
        → Play call-1 c1-1-p4 sound:menu
9     PlaybackEnded c1-1-p4
Silence.
14    TimePassed
        · KeyMissed c1-1 menu
        · PromptBegan c1-1 menu no_key
        → Play call-1 c1-1-p5 sound:no_key
16    PlaybackEnded c1-1-p5
        · PromptBegan c1-1 menu menu
        → Play call-1 c1-1-p6 sound:menu
19    PlaybackEnded c1-1-p6
20    KeyPressed call-1 *
        · KeyMistaken c1-1 menu *
        · PromptBegan c1-1 goodbye goodbye
        → Play call-1 c1-1-p7 sound:goodbye
22    PlaybackEnded c1-1-p7
        · FlowEnded c1-1 end
        · ContactEnded c1-1 flow_ended
        → EndLeg call-1 normal
22.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
