Whoever has had too much to do lately gets help from the substitutes, until rested.

0     AsteriskSeen
0     PolicyApplied busy
        · PolicyChanged version=2 [sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     LogIn joe 203
        · AgentLoggedIn joe 203
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2 (for bob, owner)
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 2 is not the one it is meant for)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 202 202 o1-2 call-1 Sales +361
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
3     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · TalkBegan c1-1 bob o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=1 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
3.1   LegJoined call-1 o1-2-bridge
3.2   LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 bob
98    TimePassed
        · AgentOverloaded bob
100   CallArrived call-2 200 +361
        · ContactArrived c1-3 call-2 200 +361 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=100 (for bob, owner)
        · WaitPromised c1-3 sales too_few
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
101   GoReady joe
        · AgentBecameReady joe
        · OfferOpened o1-4 c1-3 joe 203 o1-4-leg sales (waited 1 s, 0 ahead; candidates: joe 9 idle 0 s; others: 2 is not the one it is meant for)
        → CreateLeg o1-4-leg 203 203 o1-4 call-2 Sales +361
        = done
101.1 LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
101.2 LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-4 c1-3 joe o1-4-leg caller_left
        · WaitEnded c1-3 sales waited_s=1.2 abandoned
        → EndLeg o1-4-leg normal
101.3 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
102   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-2-leg o1-2-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=112
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
102.1 LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
112   TimePassed
        · WrapUpEnded bob by_limit
Bob is rested when his occupancy has fallen to nine tenths of the limit, minutes later, and gets his own again.
300   GoNotReady joe break
        · AgentBecameNotReady joe break
        = done
317   CallArrived call-3 200 +361
        · ContactArrived c1-5 call-3 200 +361 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=317 (for bob, owner)
        · WaitPromised c1-5 sales promise=0-60
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
325.3 TimePassed
        · AgentRelieved bob
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 8.3 s, 0 ahead; candidates: bob 5 idle 213.3 s; others: 2 is not the one it is meant for)
        → CreateLeg o1-6-leg 202 202 o1-6 call-3 Sales +361
