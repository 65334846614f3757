Misses count only in a row: an answer in between, or a new beginning, and the row is empty.

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
2.2   LegVanished o1-2-leg 21
        · LegEnded o1-2-leg c1-1 agent cause=21
        · OfferFailed o1-2 c1-1 eva o1-2-leg rejected
7.2   TimePassed
        · OfferOpened o1-3 c1-1 eva 201 o1-3-leg sales (waited 5.2 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-3-leg 201 201 o1-3 call-1 Sales +361
7.3   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
7.4   LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 eva o1-3-leg
        · TalkBegan c1-1 eva o1-3 o1-3-bridge
        · WaitEnded c1-1 sales waited_s=5.4 answered
        → StopMusic call-1
        → Join o1-3-bridge [call-1 o1-3-leg]
7.5   LegJoined call-1 o1-3-bridge
7.5   LegJoined o1-3-leg o1-3-bridge
        · TalkJoined c1-1 eva
9     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=19
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
9     LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
9     EndWrapUp eva
        · WrapUpEnded eva
        = done
One miss again.
10    CallArrived call-2 200 +362
        · ContactArrived c1-4 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=10
        · WaitPromised c1-4 sales promise=0-0
        · OfferOpened o1-5 c1-4 eva 201 o1-5-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-5-leg 201 201 o1-5 call-2 Sales +362
10.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
10.2  LegVanished o1-5-leg 21
        · LegEnded o1-5-leg c1-4 agent cause=21
        · OfferFailed o1-5 c1-4 eva o1-5-leg rejected
11    GoNotReady eva break
        · AgentBecameNotReady eva break
        = done
12    GoReady eva
        · AgentBecameReady eva
        = done
Ready again, but still at rest.
15.2  TimePassed
        · OfferOpened o1-6 c1-4 eva 201 o1-6-leg sales (waited 5.2 s, 0 ahead; candidates: eva 8 idle 3.2 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-6-leg 201 201 o1-6 call-2 Sales +362
15.3  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-4 agent
        → Ring o1-6-leg give_up_s=24
15.4  LegVanished o1-6-leg 21
        · LegEnded o1-6-leg c1-4 agent cause=21
        · OfferFailed o1-6 c1-4 eva o1-6-leg rejected
20.4  TimePassed
        · OfferOpened o1-7 c1-4 eva 201 o1-7-leg sales (waited 10.4 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-7-leg 201 201 o1-7 call-2 Sales +362
20.5  LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-4 agent
        → Ring o1-7-leg give_up_s=24
20.6  LegVanished o1-7-leg 21
        · LegEnded o1-7-leg c1-4 agent cause=21
        · OfferFailed o1-7 c1-4 eva o1-7-leg rejected
        · AgentBecameNotReady eva RONA
25.6  TimePassed
26    LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=16 abandoned
