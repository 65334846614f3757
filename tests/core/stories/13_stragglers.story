Telephony's races, one by one: what comes late is put right, or means nothing.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
The agent goes before the leg that we asked for is seen: it is ended when it shows.
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
3     GoNotReady eva break
        · AgentBecameNotReady eva break
        · OfferWithdrawn o1-2 c1-1 eva o1-2-leg agent_left
        → EndLeg o1-2-leg no_answer
        = done
3.1   LegSeen o1-2-leg
        → EndLeg o1-2-leg normal
3.2   LegRang o1-2-leg
3.3   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
The agent goes, and then Asterisk says that there never was a leg: no end is waited for.
4     GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-3 c1-1 eva 201 o1-3-leg sales (waited 2 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-3-leg 201 201 o1-3 call-1 Sales +361
        = done
5     GoNotReady eva break
        · AgentBecameNotReady eva break
        · OfferWithdrawn o1-3 c1-1 eva o1-3-leg agent_left
        → EndLeg o1-3-leg no_answer
        = done
5.1   LegRefused o1-3-leg Allocation_failed
        · LegEnded o1-3-leg c1-1 agent - refused asked
The phone rings, and is told to ring a second time; it is ended in Asterisk.
6     GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-4 c1-1 eva 201 o1-4-leg sales (waited 4 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 call-1 Sales +361
        = done
6.1   LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
6.2   LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 eva
6.3   LegRang o1-4-leg
6.5   LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16
        · OfferFailed o1-4 c1-1 eva o1-4-leg unreachable
11.5  TimePassed
        · OfferOpened o1-5 c1-1 eva 201 o1-5-leg sales (waited 9.5 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 call-1 Sales +361
A talk is on, and stragglers of any bridge, or of the ringing, do not harm it.
11.6  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
11.7  LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 eva o1-5-leg
        · TalkBegan c1-1 eva o1-5 o1-5-bridge
        · WaitEnded c1-1 sales waited_s=9.7 answered
        → StopMusic call-1
        → Join o1-5-bridge [call-1 o1-5-leg]
11.8  LegRang o1-5-leg
11.8  LegJoined call-1 o1-5-bridge
11.8  LegJoined o1-5-leg o1-5-bridge
        · TalkJoined c1-1 eva
11.9  LegJoined o1-5-leg o1-5-bridge
11.9  JoinRefused o1-5-bridge late
12    JoinRefused o1-4-bridge late
        → EndBridge o1-4-bridge
The talk is over, and its bridge comes up late: taken down.
13    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o1-5-leg o1-5-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=23
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
13.1  LegJoined o1-5-leg o1-5-bridge
        → EndBridge o1-5-bridge
13.2  JoinRefused o1-5-bridge no_such_channel
        → EndBridge o1-5-bridge
13.3  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16 asked
23    TimePassed
        · WrapUpEnded eva by_limit
Nobody knows it at all any more.
24    LegJoined o1-5-leg o1-5-bridge
        → EndBridge o1-5-bridge
24    LegVanished o1-5-leg 16
24    PlaybackEnded c1-1-p1
24    KeyPressed call-1 1
