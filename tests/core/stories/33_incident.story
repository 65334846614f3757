A fault hits many: those whom it concerns are told, and are served earlier.

0     AsteriskSeen
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
1     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
2     EnterOverlay incident boss storm head_start_s=60 prompt=closed
        · OverlayBegan v1-2 incident=60 storm -
        · PlaceMoved c1-1 order_key=-59 storm head_start_s=60
        · IncidentTold c1-1 v1-2 closed storm
        → Play call-1 c1-1-a1 sound:closed
        → StartMusic call-1 sales_music
        = done
The message is over; later callers hear it, too.
5     PlaybackEnded c1-1-a1
6     CallArrived call-2 200 +362
        · ContactArrived c1-3 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=-54 [storm 60 s]
        · WaitPromised c1-3 sales nobody
        · IncidentTold c1-3 v1-2 closed storm
        → AnswerLeg call-2
        → Play call-2 c1-3-a1 sound:closed
        → StartMusic call-2 sales_music
A second one cuts the first short.
7     EnterOverlay incident boss flood head_start_s=10 prompt=goodbye
        · OverlayBegan v1-4 incident=10 flood -
        · PlaceMoved c1-1 order_key=-69 flood head_start_s=10
        · PlaceMoved c1-3 order_key=-64 flood head_start_s=10
        · IncidentTold c1-1 v1-4 goodbye flood
        · IncidentTold c1-3 v1-4 goodbye flood
        → Play call-1 c1-1-a2 sound:goodbye
        → StartMusic call-1 sales_music
        → StopPlayback c1-3-a1
        → Play call-2 c1-3-a2 sound:goodbye
        → StartMusic call-2 sales_music
        = done
8     PlaybackEnded c1-3-a1
Whoever is answered is not told to the end.
9     GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-5 c1-1 eva 201 o1-5-leg sales (waited 8 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 call-1 Sales +361
        = done
9.1   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
9.2   LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 eva
9.3   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 eva o1-5-leg
        · TalkBegan c1-1 eva o1-5 o1-5-bridge
        · WaitEnded c1-1 sales waited_s=8.3 answered
        → StopMusic call-1
        → Join o1-5-bridge [call-1 o1-5-leg]
        → StopPlayback c1-1-a2
9.4   LegJoined call-1 o1-5-bridge
9.5   LegJoined o1-5-leg o1-5-bridge
        · TalkJoined c1-1 eva
10    PlaybackEnded c1-1-a2
Who talks or is in a menu is left alone.
10    CallArrived call-3 100 +363
        · ContactArrived c1-6 call-3 100 +363 main open policy_version=1
        · PromptBegan c1-6 welcome welcome
        → AnswerLeg call-3
        → Play call-3 c1-6-p1 sound:welcome
11    EnterOverlay incident boss hail head_start_s=10
        · OverlayBegan v1-7 incident=10 hail -
        · PlaceMoved c1-3 order_key=-74 hail head_start_s=10
        = done
12    WithdrawOverlay v1-7 boss
        · OverlayEnded v1-7 incident=10
        = done
Asterisk is away when a second incident cuts the message of the first short: it is stopped again when Asterisk is back.
20    EnterOverlay incident boss frost prompt=closed
        · OverlayBegan v1-8 incident=0 frost -
        · IncidentTold c1-3 v1-8 closed frost
        → StopPlayback c1-3-a2
        → Play call-2 c1-3-a3 sound:closed
        → StartMusic call-2 sales_music
        = done
21    AsteriskLost
22    EnterOverlay incident boss thaw prompt=goodbye
        · OverlayBegan v1-9 incident=0 thaw -
        · IncidentTold c1-3 v1-9 goodbye thaw
        → StopPlayback c1-3-a2
        → StopPlayback c1-3-a3
        → Play call-2 c1-3-a4 sound:goodbye
        → StartMusic call-2 sales_music
        = done
23    AsteriskSeen call-1:up call-2:up call-3:up o1-5-leg:up o1-5-bridge=call-1,o1-5-leg
        · LegCameUp call-1 c1-1 caller
        · LegCameUp call-2 c1-3 caller
        · LegCameUp call-3 c1-6 caller
        · PromptBegan c1-6 welcome welcome
        → StopMusic call-1
        → StopPlayback c1-3-a2
        → StopPlayback c1-3-a3
        → StopPlayback c1-3-a4
        → Play call-2 c1-3-a5 sound:goodbye
        → StartMusic call-2 sales_music
        → StopMusic call-3
        → StopPlayback c1-6-p1
        → Play call-3 c1-6-p2 sound:welcome
24    LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16
        · TalkEnded c1-1 eva o1-5-leg o1-5-bridge agent
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=34
        → EndBridge o1-5-bridge
        → EndLeg call-1 normal
25    PlaybackEnded c1-3-a3
26    AsteriskLost
27    AsteriskSeen call-2:up call-3:up
        · LegEnded call-1 c1-1 caller - lost asked
        · PromptBegan c1-6 welcome welcome
        → StopPlayback c1-3-a2
        → StopPlayback c1-3-a4
        → StopPlayback c1-3-a5
        → Play call-2 c1-3-a6 sound:goodbye
        → StartMusic call-2 sales_music
        → StopMusic call-3
        → StopPlayback c1-6-p1
        → StopPlayback c1-6-p2
        → Play call-3 c1-6-p3 sound:welcome
