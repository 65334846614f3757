Nobody is free: callers wait with music and are served in order, by whoever matches.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn joe 203
        · AgentLoggedIn joe 203
        = done
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +362
        · ContactArrived c1-2 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
3     GoReady joe
        · AgentBecameReady joe
        = done
Joe does not serve sales.
4     GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-3 c1-1 eva 201 o1-3-leg sales (waited 3 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-3-leg 201 201 o1-3 call-1 Sales +361
        = done
4.1   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
4.2   LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 eva
5     LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 eva o1-3-leg
        · TalkBegan c1-1 eva o1-3 o1-3-bridge
        · WaitEnded c1-1 sales waited_s=4 answered
        → StopMusic call-1
        → Join o1-3-bridge [call-1 o1-3-leg]
5.1   LegJoined call-1 o1-3-bridge
5.1   LegJoined o1-3-leg o1-3-bridge
        · TalkJoined c1-1 eva
The caller hangs up first; wrap-up is ended early, and the next caller's turn has come.
30    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=40
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
30.1  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
33    EndWrapUp eva
        · WrapUpEnded eva
        · OfferOpened o1-4 c1-2 eva 201 o1-4-leg sales (waited 31 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 call-2 Sales +362
        = done
33.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-2 agent
        → Ring o1-4-leg give_up_s=24
33.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-2 agent
        · OfferRang o1-4 c1-2 eva
The caller leaves while eva's phone rings: it stops at once, and she keeps her place among the idle.
34    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · OfferWithdrawn o1-4 c1-2 eva o1-4-leg caller_left
        · WaitEnded c1-2 sales waited_s=32 abandoned
        → EndLeg o1-4-leg normal
34.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-2 agent cause=16 asked
