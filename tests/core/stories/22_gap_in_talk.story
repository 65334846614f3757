We are away while two people talk, or are about to.

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
Killed before the two were joined; the time for it has passed when we are back. They are joined now.
3     Restart
10    TimePassed
10    AsteriskSeen call-1:up:200:+361 o1-2-leg:up
        · LegCameUp call-1 c1-1 caller
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
10.1  LegJoined call-1 o1-2-bridge
10.2  LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 eva
Killed while they talk: nothing happens to them.
20    Restart
20    AsteriskSeen call-1:up:200:+361 o1-2-leg:up o1-2-bridge=call-1,o1-2-leg
        → StopMusic call-1
One of them has fallen out of the bridge: they are joined again, and that is not heard of because we die again.
30    AsteriskLost
31    AsteriskSeen call-1:up:200:+361 o1-2-leg:up o1-2-bridge=call-1
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
32    Restart
33    AsteriskSeen call-1:up:200:+361 o1-2-leg:up o1-2-bridge=call-1,o1-2-leg
        · TalkJoined c1-1 eva
        → StopMusic call-1
The agent hung up while we were away, and the caller stands there alone.
40    Restart
40    AsteriskSeen call-1:up:200:+361 o1-2-bridge=call-1
        · LegEnded o1-2-leg c1-1 agent - lost
        · TalkEnded c1-1 eva o1-2-leg o1-2-bridge agent
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=50
        → EndBridge o1-2-bridge
        → EndLeg call-1 normal
        → EndBridge o1-2-bridge
40.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
50    TimePassed
        · WrapUpEnded eva by_limit
