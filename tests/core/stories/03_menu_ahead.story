A caller who knows the menu presses during the welcome; a choice may lead back; a missing sound hinders nobody.

0     AsteriskSeen
1     CallArrived call-1 100 +361
        · ContactArrived c1-1 call-1 100 +361 main open policy_version=1
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
2     KeyPressed call-1 9
        · KeyTaken c1-1 menu 9
        · PromptBegan c1-1 menu menu
        → StopPlayback c1-1-p1
        → Play call-1 c1-1-p2 sound:menu
3     PlaybackEnded c1-1-p2 failed=true
        · PromptFailed c1-1 menu
A correct key during a remark is taken at once.
4     KeyPressed call-1 7
        · KeyMistaken c1-1 menu 7
        · PromptBegan c1-1 menu wrong_key
        → Play call-1 c1-1-p3 sound:wrong_key
5     KeyPressed call-1 3
        · KeyTaken c1-1 menu 3
        · QueueChosen c1-1 repair [german≥4 repair≥2]
        · PlaceTaken c1-1 repair [german≥4 repair≥2] order_key=5
        · WaitPromised c1-1 repair nobody
        → StopPlayback c1-1-p3
        → StartMusic call-1 repair_music
Keys in the queue mean nothing.
6     KeyPressed call-1 1
7     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 repair waited_s=2 abandoned
