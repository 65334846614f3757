In the middle of what an incident has to say a caller is sent on: it goes on in the next queue, and is cut short where there is none.

0     AsteriskSeen
0     PolicyApplied overflowing
        · PolicyChanged version=2 [sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     EnterOverlay incident boss storm prompt=closed
        · OverlayBegan v1-1 incident=0 storm -
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-2 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        · IncidentTold c1-2 v1-1 closed storm
        → AnswerLeg call-1
        → Play call-1 c1-2-a1 sound:closed
        → StartMusic call-1 sales_music
32    TimePassed
        · Overflowed c1-2 sales voicemail=100 waited []
        · CallPassedOn c1-2 call-1 100
        · ContactEnded c1-2 voicemail
        · WaitEnded c1-2 sales waited_s=30 left
        → StopPlayback c1-2-a1
        → StopMusic call-1
        → PassOn call-1 100
33    LegVanished call-1 16
        · LegEnded call-1 c1-2 caller cause=16
40    LogOut bob
        · AgentLoggedOut bob “logged out”
        = done
41    CallArrived call-2 200 +362
        · ContactArrived c1-3 call-2 200 +362 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=41
        · WaitPromised c1-3 sales nobody
        · IncidentTold c1-3 v1-1 closed storm
        · Overflowed c1-3 sales queue=repair nobody []
        · WaitEnded c1-3 sales waited_s=0 left
        · PlaceTaken c1-3 repair [repair≥1] order_key=41
        · WaitPromised c1-3 repair nobody
        → AnswerLeg call-2
        → Play call-2 c1-3-a1 sound:closed
        → StartMusic call-2 sales_music
        → StartMusic call-2 repair_music
45    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 repair waited_s=4 abandoned
