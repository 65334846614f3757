Asterisk dies with agent and customer: nobody knows what the customer has seen, and it counts as an attempt.

0     AsteriskSeen
0     PolicyApplied calling_back
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
3     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
4     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601111111
        = done
4.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
4.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
5     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=4 answered
        → Play o1-2-leg o1-2-b sound:welcome
6     PlaybackEnded o1-2-b
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-2-leg
6.1   LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
6.2   LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
7     AsteriskLost
8     AsteriskSeen
        · LegEnded o1-2-leg c1-1 agent - lost
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge lost
        · CustomerMissed c1-1 c1-1-d1 unknown again_at=68
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · LegEnded c1-1-d1 c1-1 caller - lost asked
        → EndBridge o1-2-bridge
        → EndLeg c1-1-d1 no_answer
The second time the ladder is at its end.
11    TimePassed
        · RingOpened c1-1 sales ring=1
13    TimePassed
68    TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 67 s, 0 ahead; candidates: bob 5 idle 60 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
68.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
68.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
69    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=61 answered
        → Play o1-3-leg o1-3-b sound:welcome
70    PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d2 +436601111111 attempt=2
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601111111@out +431234 o1-3-leg
70.1  LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
70.2  LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
71    AsteriskLost
72    AsteriskSeen
        · LegEnded o1-3-leg c1-1 agent - lost
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge lost
        · CustomerMissed c1-1 c1-1-d2 unknown -
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · CallbackGivenUp c1-1 exhausted -
        · ContactEnded c1-1 unreached
        · WaitEnded c1-1 sales waited_s=0 left
        · LegEnded c1-1-d2 c1-1 caller - lost asked
        → EndBridge o1-3-bridge
        → EndLeg c1-1-d2 no_answer
It was agreed at the last moment, and an agent is told about it when the time is up: the customer is dialled.
77    TimePassed
80    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
81    CallArrived call-2 200 +436602222222
        · ContactArrived c1-4 call-2 200 +436602222222 straight open policy_version=2
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=81
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
82    KeyPressed call-2 1
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 1
        · CallbackAgreed c1-4 +436602222222
        · PromptBegan c1-4 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-4-p1 sound:goodbye
83    LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
        · CustomerParted c1-4 call-2
        · CallbackFellDue c1-4
91    TimePassed
        · RingOpened c1-4 sales ring=1
3679  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 3598 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436602222222
        = done
3679.1 LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
3679.2 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-4 agent
        · OfferRang o1-5 c1-4 bob
3680  LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        · OfferAnswered o1-5 c1-4 bob o1-5-leg
        · WaitEnded c1-4 sales waited_s=3599 answered
        → Play o1-5-leg o1-5-b sound:welcome
3682  TimePassed
3683  PlaybackEnded o1-5-b
        · CustomerWanted c1-4 bob o1-5-leg
        · CustomerDialled c1-4 c1-4-d1 +436602222222 attempt=1
        → StartMusic o1-5-leg sales_music
        → DialOut c1-4-d1 c1-4 +436602222222@out +431234 o1-5-leg
3684  LegSeen c1-4-d1
        · LegAppeared c1-4-d1 c1-4 caller
        → Ring c1-4-d1 give_up_s=35
3685  LegVanished c1-4-d1 1
        · LegEnded c1-4-d1 c1-4 caller cause=1
        · CustomerMissed c1-4 c1-4-d1 invalid -
        · TalkFailed c1-4 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-4 sales order_key=81 answered_at=1.76761e+09
        · WaitPromised c1-4 sales too_few
        · CallbackGivenUp c1-4 exhausted -
        · ContactEnded c1-4 unreached
        · WaitEnded c1-4 sales waited_s=0 left
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
3686  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16 asked
