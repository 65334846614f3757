A menu that asks once: silence, or a wrong key, and the caller is put through all the same.

0     PolicyApplied hasty
        · PolicyChanged version=5 []
0     AsteriskSeen
1     CallArrived call-1 100 +361
        · ContactArrived c1-1 call-1 100 +361 main open policy_version=5
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
1     CallArrived call-2 100 +362
        · ContactArrived c1-2 call-2 100 +362 main open policy_version=5
        · PromptBegan c1-2 welcome welcome
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:welcome
3     PlaybackEnded c1-1-p1
        · PromptBegan c1-1 menu menu
        → Play call-1 c1-1-p2 sound:menu
4     PlaybackEnded c1-1-p2
9     TimePassed
        · KeyMissed c1-1 menu
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=9
        · WaitPromised c1-1 sales nobody
        → StartMusic call-1 sales_music
10    KeyPressed call-2 1
        · KeyTaken c1-2 menu 1
        · QueueChosen c1-2 sales [sales≥3]
        · PlaceTaken c1-2 sales [sales≥3] order_key=10
        · WaitPromised c1-2 sales nobody
        → StopPlayback c1-2-p1
        → StartMusic call-2 sales_music
11    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=2 abandoned
11    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=1 abandoned
12    CallArrived call-3 100 +363
        · ContactArrived c1-3 call-3 100 +363 main open policy_version=5
        · PromptBegan c1-3 welcome welcome
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:welcome
13    PlaybackEnded c1-3-p1
        · PromptBegan c1-3 menu menu
        → Play call-3 c1-3-p2 sound:menu
14    KeyPressed call-3 7
        · KeyMistaken c1-3 menu 7
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=14
        · WaitPromised c1-3 sales nobody
        → StopPlayback c1-3-p2
        → StartMusic call-3 sales_music
15    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=1 abandoned
