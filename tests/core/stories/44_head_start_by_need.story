A head start goes by what callers need, whoever says that they need it: a key, or a rule.

0     AsteriskSeen
0     PolicyApplied hurried
        · PolicyChanged version=2 []
1     CallArrived call-1 100 +361
        · ContactArrived c1-1 call-1 100 +361 main open policy_version=2
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
2     KeyPressed call-1 1
        · KeyTaken c1-1 menu 1
        · QueueChosen c1-1 sales [sales≥3]
        · PlaceTaken c1-1 sales [sales≥3] order_key=2
        · WaitPromised c1-1 sales nobody
        → StopPlayback c1-1-p1
        → StartMusic call-1 sales_music
The key asks for level 5 of repairing.
3     CallArrived call-2 100 +362
        · ContactArrived c1-2 call-2 100 +362 main open policy_version=2
        · PromptBegan c1-2 welcome welcome
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:welcome
4     KeyPressed call-2 2
        · KeyTaken c1-2 menu 2
        · QueueChosen c1-2 repair [repair≥5]
        · PlaceTaken c1-2 repair [repair≥5] order_key=-56 [faults 60 s]
        · WaitPromised c1-2 repair nobody
        → StopPlayback c1-2-p1
        → StartMusic call-2 repair_music
The key asks for German and for level 2 of repairing; that it be level 4 says the rule that stands last in the table.
5     CallArrived call-3 100 +363
        · ContactArrived c1-3 call-3 100 +363 main open policy_version=2
        · PromptBegan c1-3 welcome welcome
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:welcome
6     KeyPressed call-3 3
        · KeyTaken c1-3 menu 3
        · QueueChosen c1-3 repair [german≥4 repair≥2]
        · PlaceTaken c1-3 repair [german≥4 repair≥4] order_key=-54 [faults 60 s]
        · WaitPromised c1-3 repair nobody
        → StopPlayback c1-3-p1
        → StartMusic call-3 repair_music
An incident hits those who need German, another one those who need level 5 of repairing: who waits, and who comes later.
7     EnterOverlay incident boss strike needs=german:4 head_start_s=30 prompt=closed
        · OverlayBegan v1-4 incident=30 strike -
        · PlaceMoved c1-3 order_key=-84 strike head_start_s=30
        · IncidentTold c1-3 v1-4 closed strike
        → Play call-3 c1-3-a1 sound:closed
        → StartMusic call-3 repair_music
        = done
8     EnterOverlay incident boss fair needs=repair:5 head_start_s=30
        · OverlayBegan v1-5 incident=30 fair -
        · PlaceMoved c1-2 order_key=-86 fair head_start_s=30
        = done
9     CallArrived call-4 100 +364
        · ContactArrived c1-6 call-4 100 +364 main open policy_version=2
        · PromptBegan c1-6 welcome welcome
        → AnswerLeg call-4
        → Play call-4 c1-6-p1 sound:welcome
10    KeyPressed call-4 3
        · KeyTaken c1-6 menu 3
        · QueueChosen c1-6 repair [german≥4 repair≥2]
        · PlaceTaken c1-6 repair [german≥4 repair≥4] order_key=-80 [faults 60 s strike 30 s]
        · WaitPromised c1-6 repair nobody
        · IncidentTold c1-6 v1-4 closed strike
        → StopPlayback c1-6-p1
        → Play call-4 c1-6-a1 sound:closed
        → StartMusic call-4 repair_music
11    CallArrived call-5 100 +365
        · ContactArrived c1-7 call-5 100 +365 main open policy_version=2
        · PromptBegan c1-7 welcome welcome
        → AnswerLeg call-5
        → Play call-5 c1-7-p1 sound:welcome
12    KeyPressed call-5 2
        · KeyTaken c1-7 menu 2
        · QueueChosen c1-7 repair [repair≥5]
        · PlaceTaken c1-7 repair [repair≥5] order_key=-78 [faults 60 s fair 30 s]
        · WaitPromised c1-7 repair nobody
        → StopPlayback c1-7-p1
        → StartMusic call-5 repair_music
