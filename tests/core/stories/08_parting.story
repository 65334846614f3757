Who hangs up, and when: both at once; the agent before the two have met; the caller before the two have met.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 eva o1-2-leg
        · TalkBegan c1-1 eva o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=0.2 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
2.3   LegJoined o1-2-leg o1-2-bridge
2.3   LegJoined call-1 o1-2-bridge
        · TalkJoined c1-1 eva
Both at once.
9     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o1-2-leg o1-2-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=19
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
9     LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
9.1   LegJoined call-1 o1-2-bridge
        → EndBridge o1-2-bridge
10    EndWrapUp eva
        · WrapUpEnded eva
        = done
The agent hangs up before anybody could speak: the caller keeps the place.
11    CallArrived call-2 200 +362
        · ContactArrived c1-3 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=11
        · WaitPromised c1-3 sales promise=0-0
        · OfferOpened o1-4 c1-3 eva 201 o1-4-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-4-leg 201 201 o1-4 call-2 Sales +362
11.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
11.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 eva
12    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-3 agent
        · OfferAnswered o1-4 c1-3 eva o1-4-leg
        · TalkBegan c1-3 eva o1-4 o1-4-bridge
        · WaitEnded c1-3 sales waited_s=1 answered
        → StopMusic call-2
        → Join o1-4-bridge [call-2 o1-4-leg]
12.01 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16
        · TalkFailed c1-3 eva o1-4-leg o1-4-bridge
        · PlaceRestored c1-3 sales order_key=11 answered_at=1.76761e+09
        · WaitPromised c1-3 sales promise=0-0
        → EndBridge o1-4-bridge
        → StartMusic call-2 sales_music
17.01 TimePassed
        · OfferOpened o1-5 c1-3 eva 201 o1-5-leg sales (waited 6.01 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 call-2 Sales +362
17.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-3 agent
        → Ring o1-5-leg give_up_s=24
17.2  LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-3 agent
        · OfferAnswered o1-5 c1-3 eva o1-5-leg
        · TalkBegan c1-3 eva o1-5 o1-5-bridge
        · WaitEnded c1-3 sales waited_s=5.19 answered
        → StopMusic call-2
        → Join o1-5-bridge [call-2 o1-5-leg]
A straggler from the first bridge does not count for the second.
17.3  LegJoined call-2 o1-4-bridge
        → EndBridge o1-4-bridge
17.3  JoinRefused o1-4-bridge no_such_channel
        → EndBridge o1-4-bridge
17.4  LegJoined o1-5-leg o1-5-bridge
17.5  LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · TalkEnded c1-3 eva o1-5-leg o1-5-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan eva c1-3 until=27.5
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
17.6  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
27.5  TimePassed
        · WrapUpEnded eva by_limit
They cannot be brought together: refused, and by time.
28    CallArrived call-3 200 +363
        · ContactArrived c1-6 call-3 200 +363 straight open policy_version=1
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=28
        · WaitPromised c1-6 sales promise=0-0
        · OfferOpened o1-7 c1-6 eva 201 o1-7-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 0.5 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-7-leg 201 201 o1-7 call-3 Sales +363
28.1  LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-6 agent
        → Ring o1-7-leg give_up_s=24
28.2  LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-6 agent
        · OfferAnswered o1-7 c1-6 eva o1-7-leg
        · TalkBegan c1-6 eva o1-7 o1-7-bridge
        · WaitEnded c1-6 sales waited_s=0.2 answered
        → StopMusic call-3
        → Join o1-7-bridge [call-3 o1-7-leg]
28.3  JoinRefused o1-7-bridge no_such_channel
        · TalkFailed c1-6 eva o1-7-leg o1-7-bridge
        · PlaceRestored c1-6 sales order_key=28 answered_at=1.76761e+09
        · WaitPromised c1-6 sales promise=0-0
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
        → StartMusic call-3 sales_music
Stragglers from that bridge while the caller waits again: should it have come up, it is taken down.
28.35 LegJoined o1-7-leg o1-7-bridge
        → EndBridge o1-7-bridge
28.36 JoinRefused o1-7-bridge no_such_channel
        → EndBridge o1-7-bridge
28.4  LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-6 agent cause=16 asked
33.3  TimePassed
        · OfferOpened o1-8 c1-6 eva 201 o1-8-leg sales (waited 5.3 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-8-leg 201 201 o1-8 call-3 Sales +363
33.4  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-6 agent
        → Ring o1-8-leg give_up_s=24
33.5  LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-6 agent
        · OfferAnswered o1-8 c1-6 eva o1-8-leg
        · TalkBegan c1-6 eva o1-8 o1-8-bridge
        · WaitEnded c1-6 sales waited_s=5.2 answered
        → StopMusic call-3
        → Join o1-8-bridge [call-3 o1-8-leg]
38.5  TimePassed
        → StopMusic call-3
        → Join o1-8-bridge [call-3 o1-8-leg]
They are asked once more; and after as long again the two are taken apart.
43.5  TimePassed
        · TalkFailed c1-6 eva o1-8-leg o1-8-bridge
        · PlaceRestored c1-6 sales order_key=28 answered_at=1.76761e+09
        · WaitPromised c1-6 sales promise=0-0
        → EndBridge o1-8-bridge
        → EndLeg o1-8-leg normal
        → StartMusic call-3 sales_music
43.6  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-6 agent cause=16 asked
44    LegVanished call-3 16
        · LegEnded call-3 c1-6 caller cause=16
        · ContactEnded c1-6 abandoned
        · WaitEnded c1-6 sales waited_s=0.5 abandoned
48.5  TimePassed
Who says not ready meanwhile is not rung again, and waits for nobody.
50    CallArrived call-4 200 +364
        · ContactArrived c1-9 call-4 200 +364 straight open policy_version=1
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=50
        · WaitPromised c1-9 sales promise=0-0
        · OfferOpened o1-10 c1-9 eva 201 o1-10-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 6.5 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → CreateLeg o1-10-leg 201 201 o1-10 call-4 Sales +364
50.1  LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-9 agent
        → Ring o1-10-leg give_up_s=24
50.2  LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-9 agent
        · OfferAnswered o1-10 c1-9 eva o1-10-leg
        · TalkBegan c1-9 eva o1-10 o1-10-bridge
        · WaitEnded c1-9 sales waited_s=0.2 answered
        → StopMusic call-4
        → Join o1-10-bridge [call-4 o1-10-leg]
50.3  GoNotReady eva break
        · AgentBecameNotReady eva break
        = done
50.4  JoinRefused o1-10-bridge no_such_channel
        · TalkFailed c1-9 eva o1-10-leg o1-10-bridge
        · PlaceRestored c1-9 sales order_key=50 answered_at=1.76761e+09
        · WaitPromised c1-9 sales promise=0-0
        → EndBridge o1-10-bridge
        → EndLeg o1-10-leg normal
        → StartMusic call-4 sales_music
50.5  LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-9 agent cause=16 asked
51    LegVanished call-4 16
        · LegEnded call-4 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 sales waited_s=0.6 abandoned
