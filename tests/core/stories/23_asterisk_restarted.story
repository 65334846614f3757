Asterisk is restarted: every call is closed in the books, and the agents are in a true state.

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
2.3   LegJoined call-1 o1-2-bridge
2.3   LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 eva
3     CallArrived call-2 200 +362
        · ContactArrived c1-3 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=3
        · WaitPromised c1-3 sales promise=0-0
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 on a call, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-4-leg 202 202 o1-4 call-2 Sales +362
3.1   LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
3.2   LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
4     CallArrived call-3 200 +363
        · ContactArrived c1-5 call-3 200 +363 straight open policy_version=1
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=4
        · WaitPromised c1-5 sales too_few
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
5     CallArrived call-4 100 +364
        · ContactArrived c1-6 call-4 100 +364 main open policy_version=1
        · PromptBegan c1-6 welcome welcome
        → AnswerLeg call-4
        → Play call-4 c1-6-p1 sound:welcome
6     AsteriskLost
7     AsteriskSeen
        · LegEnded call-1 c1-1 caller - lost
        · TalkEnded c1-1 eva o1-2-leg o1-2-bridge caller
        · ContactEnded c1-1 lost
        · WrapUpBegan eva c1-1 until=17
        · LegEnded o1-2-leg c1-1 agent - lost asked
        · LegEnded call-2 c1-3 caller - lost
        · ContactEnded c1-3 lost
        · OfferWithdrawn o1-4 c1-3 bob o1-4-leg caller_left
        · WaitEnded c1-3 sales waited_s=4 left
        · LegEnded o1-4-leg c1-3 agent - lost asked
        · LegEnded call-3 c1-5 caller - lost
        · ContactEnded c1-5 lost
        · WaitEnded c1-5 sales waited_s=3 left
        · LegEnded call-4 c1-6 caller - lost
        · ContactEnded c1-6 lost
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
        → EndLeg o1-4-leg normal
17    TimePassed
        · WrapUpEnded eva by_limit
What nobody can explain is ended: a bridge, a leg of ours long given up.
20    AsteriskSeen o0-9-leg:up o0-9-bridge=o0-9-leg
        → EndLeg o0-9-leg normal
        → EndBridge o0-9-bridge
