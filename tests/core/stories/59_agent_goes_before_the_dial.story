An agent has answered for a callback, hears what it is about, and hangs up: what has come meanwhile counts.

0     AsteriskSeen
0     PolicyApplied calling_by_day
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
The hours are over by then: nobody else is rung, and it is tried when they begin again.
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
3     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
4     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
11    TimePassed
        · RingOpened c1-1 sales ring=1
110   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 109 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601111111
        = done
110.1 LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
110.2 LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
119   LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=118 answered
        → Play o1-2-leg o1-2-b sound:welcome
120   TimePassed
121   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · CallbackPutOff c1-1 until=600 hours
        → EndBridge o1-2-bridge
Somebody rings from that number: it is in use, and looked at again.
126   TimePassed
600   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 599 s, 0 ahead; candidates: bob 5 idle 479 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
600.1 LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
600.2 LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
602   LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=481 answered
        → Play o1-3-leg o1-3-b sound:welcome
603   CallArrived call-2 200 +436601111111
        · ContactArrived c1-4 call-2 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=603
        · WaitPromised c1-4 sales too_few
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
604   LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · CallbackPutOff c1-1 until=634 in_use
        → EndBridge o1-3-bridge
604.1 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
605   LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=2 abandoned
