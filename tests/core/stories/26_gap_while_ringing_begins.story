We are killed when the phone has been told to ring, and before that is written: ringing is not asked for twice.

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
The books know of no leg yet; its phone rings already.
3     Restart
3     AsteriskSeen call-1:up:200:+361 o1-2-leg:ringing
        · LegCameUp call-1 c1-1 caller
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
        → StartMusic call-1 sales_music
4     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 eva o1-2-leg
        · TalkBegan c1-1 eva o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=2 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
4.1   LegJoined call-1 o1-2-bridge
4.1   LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 eva
5     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o1-2-leg o1-2-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=15
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
5     LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
6     EndWrapUp eva
        · WrapUpEnded eva
        = done
The same, and it is answered already.
7     CallArrived call-2 200 +362
        · ContactArrived c2-1 call-2 200 +362 straight open policy_version=1
        · QueueChosen c2-1 sales []
        · PlaceTaken c2-1 sales [sales≥1] order_key=7
        · WaitPromised c2-1 sales promise=0-0
        · OfferOpened o2-2 c2-1 eva 201 o2-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o2-2-leg 201 201 o2-2 call-2 Sales +362
8     Restart
8     AsteriskSeen call-2:up:200:+362 o2-2-leg:up
        · LegCameUp call-2 c2-1 caller
        · LegCameUp o2-2-leg c2-1 agent
        · OfferAnswered o2-2 c2-1 eva o2-2-leg
        · TalkBegan c2-1 eva o2-2 o2-2-bridge
        · WaitEnded c2-1 sales waited_s=1 answered
        → StopMusic call-2
        → Join o2-2-bridge [call-2 o2-2-leg]
9     LegVanished call-2 16
        · LegEnded call-2 c2-1 caller cause=16
        · TalkEnded c2-1 eva o2-2-leg o2-2-bridge caller
        · ContactEnded c2-1 served
        · WrapUpBegan eva c2-1 until=19
        → EndBridge o2-2-bridge
        → EndLeg o2-2-leg normal
