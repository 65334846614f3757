Nobody hears whether a phone rings, until after the time in which it should: that says nothing of the phone.

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
2.1   LegAnswered call-1
        · LegCameUp call-1 c1-1 caller
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
It does ring: nothing to do but ring on.
3     AsteriskLost
6     TimePassed
9     AsteriskSeen call-1:up:200:+361 o1-2-leg:ringing
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
        → StartMusic call-1 sales_music
The next one is not heard either, and was answered: the two are brought together.
10    LegVanished o1-2-leg 21
        · LegEnded o1-2-leg c1-1 agent cause=21
        · OfferFailed o1-2 c1-1 eva o1-2-leg rejected
15    TimePassed
        · OfferOpened o1-3 c1-1 eva 201 o1-3-leg sales (waited 13 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-3-leg 201 201 o1-3 call-1 Sales +361
15.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
16    AsteriskLost
19    TimePassed
22    AsteriskSeen call-1:up:200:+361 o1-3-leg:up
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 eva o1-3-leg
        · TalkBegan c1-1 eva o1-3 o1-3-bridge
        · WaitEnded c1-1 sales waited_s=20 answered
        → StopMusic call-1
        → Join o1-3-bridge [call-1 o1-3-leg]
22.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=32.1
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
22.2  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
22.3  EndWrapUp eva
        · WrapUpEnded eva
        = done
Nobody hears for longer than it can have rung: it is taken back, and nobody is blamed.
30    CallArrived call-2 200 +362
        · ContactArrived c1-4 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=30
        · WaitPromised c1-4 sales promise=0-0
        · OfferOpened o1-5 c1-4 eva 201 o1-5-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 7.7 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-5-leg 201 201 o1-5 call-2 Sales +362
30.1  LegAnswered call-2
        · LegCameUp call-2 c1-4 caller
30.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
31    AsteriskLost
34    TimePassed
54    TimePassed
        · OfferWithdrawn o1-5 c1-4 eva o1-5-leg interrupted
        → EndLeg o1-5-leg no_answer
55    AsteriskSeen call-2:up:200:+362
        · LegEnded o1-5-leg c1-4 agent - lost asked
        · OfferOpened o1-6 c1-4 eva 201 o1-6-leg sales (waited 25 s, 0 ahead; candidates: eva 8 idle 32.7 s; others: 1 logged out, 1 serves other queues)
        → StartMusic call-2 sales_music
        → CreateLeg o1-6-leg 201 201 o1-6 call-2 Sales +362
