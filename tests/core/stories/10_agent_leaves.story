An agent who goes while being rung is not blamed: the offer is taken back, the next one is rung.

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
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
3     GoNotReady eva break
        · AgentBecameNotReady eva break
        · OfferWithdrawn o1-2 c1-1 eva o1-2-leg agent_left
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 1 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 not ready: break, 1 serves other queues)
        → EndLeg o1-2-leg no_answer
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Sales +361
        = done
3.1   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
3.2   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
3.3   LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
4     LogOut bob
        · AgentLoggedOut bob “logged out”
        · OfferWithdrawn o1-3 c1-1 bob o1-3-leg agent_left
        → EndLeg o1-3-leg no_answer
        = done
4.1   LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
5     GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-4 c1-1 eva 201 o1-4-leg sales (waited 3 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 call-1 Sales +361
        = done
5.1   LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
5.2   LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 eva o1-4-leg
        · TalkBegan c1-1 eva o1-4 o1-4-bridge
        · WaitEnded c1-1 sales waited_s=3.2 answered
        → StopMusic call-1
        → Join o1-4-bridge [call-1 o1-4-leg]
5.3   LegJoined call-1 o1-4-bridge
5.3   LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-1 eva
Logging out in wrap-up ends it.
6     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o1-4-leg o1-4-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=16
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
6     LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
7     LogOut eva
        · AgentLoggedOut eva “logged out”
        · WrapUpEnded eva
        = done
