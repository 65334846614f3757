We are away while callers are in the menu: one is being spoken to, one is listened to, one has left.

0     AsteriskSeen
1     CallArrived call-1 100 +361
        · ContactArrived c1-1 call-1 100 +361 main open policy_version=1
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
2     CallArrived call-2 100 +362
        · ContactArrived c1-2 call-2 100 +362 main open policy_version=1
        · PromptBegan c1-2 welcome welcome
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:welcome
2     CallArrived call-3 100 +363
        · ContactArrived c1-3 call-3 100 +363 main open policy_version=1
        · PromptBegan c1-3 welcome welcome
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:welcome
3     KeyPressed call-2 9
        · KeyTaken c1-2 menu 9
        · PromptBegan c1-2 menu menu
        → StopPlayback c1-2-p1
        → Play call-2 c1-2-p2 sound:menu
4     PlaybackEnded c1-2-p2
While nobody can be heard, the time for a key does not run out.
5     AsteriskLost
9     TimePassed
Back again: the prompt is spoken from its beginning, we go on listening, and who has left is lost.
10    AsteriskSeen call-1:up:100:+361 call-2:up:100:+362
        · LegEnded call-3 c1-3 caller - lost
        · ContactEnded c1-3 lost
        · LegCameUp call-1 c1-1 caller
        · LegCameUp call-2 c1-2 caller
        · PromptBegan c1-1 welcome welcome
        → StopMusic call-1
        → StopPlayback c1-1-p1
        → Play call-1 c1-1-p2 sound:welcome
        → StopMusic call-2
11    KeyPressed call-2 1
        · KeyTaken c1-2 menu 1
        · QueueChosen c1-2 sales [sales≥3]
        · PlaceTaken c1-2 sales [sales≥3] order_key=11
        · WaitPromised c1-2 sales nobody
        → StartMusic call-2 sales_music
The same when we were killed; a caller who came meanwhile is found, and welcomed.
12    Restart
12    AsteriskSeen call-1:up:100:+361 call-2:up:100:+362 call-4:down:100:+364
        · ContactArrived c2-1 call-4 100 +364 main open policy_version=1
        · PromptBegan c2-1 welcome welcome
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-4
        → Play call-4 c2-1-p1 sound:welcome
        → StopMusic call-1
        → StopPlayback c1-1-p1
        → StopPlayback c1-1-p2
        → Play call-1 c1-1-p3 sound:welcome
        → StartMusic call-2 sales_music
And once more: our answer may not have been carried out.
12.5  AsteriskLost
12.6  AsteriskSeen call-1:up:100:+361 call-2:up:100:+362 call-4:down:100:+364
        · PromptBegan c1-1 welcome welcome
        · PromptBegan c2-1 welcome welcome
        → StopMusic call-1
        → StopPlayback c1-1-p2
        → StopPlayback c1-1-p3
        → Play call-1 c1-1-p4 sound:welcome
        → StartMusic call-2 sales_music
        → AnswerLeg call-4
        → StopMusic call-4
        → StopPlayback c2-1-p1
        → Play call-4 c2-1-p2 sound:welcome
13    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 left_in_menu
13    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=2 abandoned
13    LegVanished call-4 16
        · LegEnded call-4 c2-1 caller cause=16
        · ContactEnded c2-1 left_in_menu
