A caller chooses sales, the best agent is rung, they talk, the agent hangs up, wrap-up runs to its limit.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
2     GoReady eva
        · AgentBecameReady eva
        = done
3     CallArrived call-1 100 +3612345678
        · ContactArrived c1-1 call-1 100 +3612345678 main open policy_version=1
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
3.1   LegAnswered call-1
        · LegCameUp call-1 c1-1 caller
6     PlaybackEnded c1-1-p1
        · PromptBegan c1-1 menu menu
        → Play call-1 c1-1-p2 sound:menu
The caller does not wait for the end of the menu (barge-in).
8     KeyPressed call-1 1
        · KeyTaken c1-1 menu 1
        · QueueChosen c1-1 sales [sales≥3]
        · PlaceTaken c1-1 sales [sales≥3] order_key=8
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 6 s, bob 5 idle 7 s; others: 1 serves other queues)
        → StopPlayback c1-1-p2
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +3612345678
8.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
8.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
12    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 eva o1-2-leg
        · TalkBegan c1-1 eva o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=4 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
12.1  LegJoined call-1 o1-2-bridge
12.1  LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 eva
60    LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · TalkEnded c1-1 eva o1-2-leg o1-2-bridge agent
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=70
        → EndBridge o1-2-bridge
        → EndLeg call-1 normal
60.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
70    TimePassed
        · WrapUpEnded eva by_limit
