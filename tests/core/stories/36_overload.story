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
        · OfferOpened o1-4 c1-3 joe 203 o1-4-leg sales (waited 1 s, 0 ahead; candidates: joe 9 idle 0 s; others: 2 is not the one it is meant for; instead_of=bob/overloaded)
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
325.4 LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=24
325.5 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-5 agent
        · OfferRang o1-6 c1-5 bob
326   LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-5 agent
        · OfferAnswered o1-6 c1-5 bob o1-6-leg
        · TalkBegan c1-5 bob o1-6 o1-6-bridge
        · WaitEnded c1-5 sales waited_s=9 answered
        → StopMusic call-3
        → Join o1-6-bridge [call-3 o1-6-leg]
326.1 LegJoined call-3 o1-6-bridge
326.2 LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-5 bob
337   TimePassed
        · AgentOverloaded bob
A break in between changes nothing, the time from logout to login is rest.
340   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
345   LegVanished call-3 16
        · LegEnded call-3 c1-5 caller cause=16
        · TalkEnded c1-5 bob o1-6-leg o1-6-bridge caller
        · ContactEnded c1-5 served
        · WrapUpBegan bob c1-5 until=355
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
345.1 LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
355   TimePassed
        · WrapUpEnded bob by_limit
356   GoReady bob
        · AgentBecameReady bob
        = done
357   LogOut bob
        · AgentLoggedOut bob “logged out”
        = done
606   TimePassed
        · AgentRelieved bob
Bob leaves while he is being brought together with a caller.
700   LogIn bob 202
        · AgentLoggedIn bob 202
        = done
701   GoReady bob
        · AgentBecameReady bob
        = done
702   CallArrived call-4 200 +361
        · ContactArrived c1-7 call-4 200 +361 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=702 (for bob, owner)
        · WaitPromised c1-7 sales promise=0-0
        · OfferOpened o1-8 c1-7 bob 202 o1-8-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 2 is not the one it is meant for)
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → CreateLeg o1-8-leg 202 202 o1-8 call-4 Sales +361
702.1 LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=24
702.2 LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-7 agent
        · OfferRang o1-8 c1-7 bob
703   LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-7 agent
        · OfferAnswered o1-8 c1-7 bob o1-8-leg
        · TalkBegan c1-7 bob o1-8 o1-8-bridge
        · WaitEnded c1-7 sales waited_s=1 answered
        → StopMusic call-4
        → Join o1-8-bridge [call-4 o1-8-leg]
703.1 LogOut bob
        · AgentLoggedOut bob “logged out”
        = done
703.2 LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16
        · TalkFailed c1-7 bob o1-8-leg o1-8-bridge
        · PlaceRestored c1-7 sales order_key=702 answered_at=1.76761e+09
        · WaitPromised c1-7 sales promise=0-0
        · PersonGivenUp c1-7 bob substitutes skipped
        → EndBridge o1-8-bridge
        → StartMusic call-4 sales_music
