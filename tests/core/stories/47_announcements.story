Who waits is told the place in the line, to be patient, and how long it will take, each by a clock of its own.

0     AsteriskSeen
0     PolicyApplied announcing
        · PolicyChanged version=2 [sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +499
        · ContactArrived c1-2 call-2 200 +499 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
6     TimePassed
        · Announced c1-1 sales place position=1 -
        → Play call-1 c1-1-a1 sound:you_are,sound:en/1
        → StartMusic call-1 sales_music
7     TimePassed
        · Announced c1-2 sales place position=2 -
        → Play call-2 c1-2-a1 sound:sie_sind,sound:de/2
        → StartMusic call-2 sales_music
9     PlaybackEnded c1-1-a1
10    PlaybackEnded c1-2-a1
11    TimePassed
        · Announced c1-1 sales patience - -
        → Play call-1 c1-1-a2 sound:patience
        → StartMusic call-1 sales_music
12    TimePassed
        · Announced c1-2 sales patience - -
        → Play call-2 c1-2-a2 sound:patience
        → StartMusic call-2 sales_music
Two are due when the third has been said: one after the other.
27    PlaybackEnded c1-1-a2
27    TimePassed
        · Announced c1-1 sales place position=1 -
        → Play call-1 c1-1-a3 sound:you_are,sound:en/1
        → StartMusic call-1 sales_music
28    PlaybackEnded c1-1-a3
28    TimePassed
        · Announced c1-1 sales unsure - nobody
        → Play call-1 c1-1-a4 sound:unsure
        → StartMusic call-1 sales_music
Asterisk is away for a moment: what was being said is not said again.
29    AsteriskLost
30    AsteriskSeen call-1:up call-2:up
        · LegCameUp call-1 c1-1 caller
        · LegCameUp call-2 c1-2 caller
        → StopPlayback c1-1-a4
        → StartMusic call-1 sales_music
        → StopPlayback c1-2-a2
        → StartMusic call-2 sales_music
30    TimePassed
        · Announced c1-2 sales place position=2 -
        → StopPlayback c1-2-a2
        → Play call-2 c1-2-a3 sound:sie_sind,sound:de/2
        → StartMusic call-2 sales_music
31    PlaybackEnded c1-2-a3
31    TimePassed
        · Announced c1-2 sales unsure - nobody
        → StopPlayback c1-2-a2
        → Play call-2 c1-2-a4 sound:unsure
        → StartMusic call-2 sales_music
32    PlaybackEnded c1-2-a4
While Asterisk is away nothing is said.
33    AsteriskLost
47    TimePassed
50    TimePassed
51    AsteriskSeen call-1:up call-2:up
        → StopPlayback c1-1-a4
        → StartMusic call-1 sales_music
        → StopPlayback c1-2-a2
        → StartMusic call-2 sales_music
An answer cuts short what is being said.
67    TimePassed
        · Announced c1-1 sales place position=1 -
        → StopPlayback c1-1-a4
        → Play call-1 c1-1-a5 sound:you_are,sound:en/1
        → StartMusic call-1 sales_music
68    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 67 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Sales +361
        = done
68.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
68.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
68.3  LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        · WaitEnded c1-1 sales waited_s=67.3 answered
        → StopMusic call-1
        → Join o1-3-bridge [call-1 o1-3-leg]
        → StopPlayback c1-1-a4
        → StopPlayback c1-1-a5
69    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=79
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
70    TimePassed
        · Announced c1-2 sales place position=1 -
        → StopPlayback c1-2-a2
        → Play call-2 c1-2-a5 sound:sie_sind,sound:de/1
        → StartMusic call-2 sales_music
71    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=69 abandoned
Who comes back into the line, for the two did not get together, is told everything from the beginning.
72    LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
78.5  EndWrapUp bob
        · WrapUpEnded bob
        = done
80    CallArrived call-3 200 +363
        · ContactArrived c1-4 call-3 200 +363 straight open policy_version=2
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=80
        · WaitPromised c1-4 sales promise=0-0
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1.5 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-5-leg 202 202 o1-5 call-3 Sales +363
80.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
80.2  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-4 agent
        · OfferRang o1-5 c1-4 bob
85    TimePassed
        · Announced c1-4 sales place position=1 -
        → Play call-3 c1-4-a1 sound:you_are,sound:en/1
        → StartMusic call-3 sales_music
86    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        · OfferAnswered o1-5 c1-4 bob o1-5-leg
        · TalkBegan c1-4 bob o1-5 o1-5-bridge
        · WaitEnded c1-4 sales waited_s=6 answered
        → StopMusic call-3
        → Join o1-5-bridge [call-3 o1-5-leg]
        → StopPlayback c1-4-a1
86.1  AsteriskLost
86.2  AsteriskSeen call-3:up o1-5-leg:up
        · LegCameUp call-3 c1-4 caller
        → StopMusic call-3
        → Join o1-5-bridge [call-3 o1-5-leg]
        → StopPlayback c1-4-a1
86.5  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16
        · TalkFailed c1-4 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-4 sales order_key=80 answered_at=1.76761e+09
        · WaitPromised c1-4 sales promise=0-0
        → EndBridge o1-5-bridge
        → StopPlayback c1-4-a1
        → StartMusic call-3 sales_music
86.6  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
91.5  TimePassed
        · Announced c1-4 sales place position=1 -
        → StopPlayback c1-4-a1
        → Play call-3 c1-4-a2 sound:you_are,sound:en/1
        → StartMusic call-3 sales_music
91.6  PlaybackEnded c1-4-a2
An announcement that was being said when Asterisk was lost is not said again, nor an incident instead.
93    EnterOverlay incident boss storm prompt=patience
        · OverlayBegan v1-6 incident=0 storm -
        · IncidentTold c1-4 v1-6 patience storm
        → StopPlayback c1-4-a1
        → Play call-3 c1-4-a3 sound:patience
        → StartMusic call-3 sales_music
        = done
94    PlaybackEnded c1-4-a3
96.5  TimePassed
        · Announced c1-4 sales patience - -
        → StopPlayback c1-4-a1
        → Play call-3 c1-4-a4 sound:patience
        → StartMusic call-3 sales_music
97    AsteriskLost
98    AsteriskSeen call-3:up
        → StopPlayback c1-4-a1
        → StopPlayback c1-4-a4
        → StartMusic call-3 sales_music
99    LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=12.5 abandoned
