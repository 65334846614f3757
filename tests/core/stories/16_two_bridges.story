The first talk fails to begin, the second agent answers while leftovers of the first one still arrive.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s, bob 5 idle 1 s; others: 1 serves other queues)
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
2.3   JoinRefused o1-2-bridge no_such_channel
        · TalkFailed c1-1 eva o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=2 answered_at=1.76761e+09
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 0.3 s, 0 ahead; candidates: bob 5 idle 1.3 s; others: 1 resting after a failed offer, 1 serves other queues)
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
        → StartMusic call-1 sales_music
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Sales +361
2.4   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
2.5   LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        · WaitEnded c1-1 sales waited_s=0.2 answered
        → StopMusic call-1
        → Join o1-3-bridge [call-1 o1-3-leg]
Of the first bridge: it is taken down, the second talk goes its way.
2.6   JoinRefused o1-2-bridge no_such_channel
        → EndBridge o1-2-bridge
2.6   LegJoined call-1 o1-2-bridge
        → EndBridge o1-2-bridge
2.7   LegJoined call-1 o1-3-bridge
2.8   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
2.9   LegJoined o1-3-leg o1-3-bridge
        · TalkJoined c1-1 bob
4     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=14
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
4     LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
4     EndWrapUp bob
        · WrapUpEnded bob
        = done
The same, but the first leg's end is heard only when the second talk is on.
7.3   TimePassed
8     CallArrived call-2 200 +362
        · ContactArrived c1-4 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=8
        · WaitPromised c1-4 sales promise=0-0
        · OfferOpened o1-5 c1-4 eva 201 o1-5-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 5.7 s, bob 5 idle 4 s; others: 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-5-leg 201 201 o1-5 call-2 Sales +362
8.1   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
8.2   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        · OfferAnswered o1-5 c1-4 eva o1-5-leg
        · TalkBegan c1-4 eva o1-5 o1-5-bridge
        · WaitEnded c1-4 sales waited_s=0.2 answered
        → StopMusic call-2
        → Join o1-5-bridge [call-2 o1-5-leg]
8.3   JoinRefused o1-5-bridge no_such_channel
        · TalkFailed c1-4 eva o1-5-leg o1-5-bridge
        · PlaceRestored c1-4 sales order_key=8 answered_at=1.76761e+09
        · WaitPromised c1-4 sales promise=0-0
        · OfferOpened o1-6 c1-4 bob 202 o1-6-leg sales (waited 0.3 s, 0 ahead; candidates: bob 5 idle 4.3 s; others: 1 resting after a failed offer, 1 serves other queues)
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
        → StartMusic call-2 sales_music
        → CreateLeg o1-6-leg 202 202 o1-6 call-2 Sales +362
8.4   LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-4 agent
        → Ring o1-6-leg give_up_s=24
8.5   LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-4 agent
        · OfferAnswered o1-6 c1-4 bob o1-6-leg
        · TalkBegan c1-4 bob o1-6 o1-6-bridge
        · WaitEnded c1-4 sales waited_s=0.2 answered
        → StopMusic call-2
        → Join o1-6-bridge [call-2 o1-6-leg]
8.6   LegJoined call-2 o1-6-bridge
8.6   LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-4 bob
8.7   JoinRefused o1-5-bridge no_such_channel
        → EndBridge o1-5-bridge
8.7   LegJoined o1-5-leg o1-5-bridge
        → EndBridge o1-5-bridge
8.8   LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16 asked
9     LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-4 agent cause=16
        · TalkEnded c1-4 bob o1-6-leg o1-6-bridge agent
        · ContactEnded c1-4 served
        · WrapUpBegan bob c1-4 until=19
        → EndBridge o1-6-bridge
        → EndLeg call-2 normal
9     LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16 asked
13.3  TimePassed
19    TimePassed
        · WrapUpEnded bob by_limit
