Whatever happens between good-bye and the talk: nobody is dialled twice, and nobody is forgotten.

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
0     GoReady bob
        · AgentBecameReady bob
        = done
A telephone that is about to ring, one that rings, somebody outside who is asked: all are let go.
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 202 202 o1-2 call-1 Sales +436601111111
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg chosen_anew
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
        → EndLeg o1-2-leg no_answer
2.1   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
Good-bye is said once more after a gap; the caller's leg is known to be answered only now.
3     AsteriskLost
4     AsteriskSeen call-1:up
        · LegCameUp call-1 c1-1 caller
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → StopPlayback c1-1-p1
        → Play call-1 c1-1-p2 sound:goodbye
5     LegAnswered call-1
The agent answers, and has gone before the customer's leg is there.
6     PlaybackEnded c1-1-p2
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 5 s, 0 ahead; candidates: bob 5 idle 6 s; others: 1 logged out, 2 serves other queues)
        → EndLeg call-1 normal
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
6.1   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
6.2   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
6.3   LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
7     LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=6 answered
        → Play o1-3-leg o1-3-b sound:welcome
7.5   LegJoined o1-3-leg o1-3-bridge
        → EndBridge o1-3-bridge
7.6   JoinRefused o1-3-bridge unknown
        → EndBridge o1-3-bridge
8     PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-3-leg
8.1   LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · CustomerMissed c1-1 c1-1-d1 agent_left again_at=68.1
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales promise=0-0
        → EndBridge o1-3-bridge
        → EndLeg c1-1-d1 no_answer
8.2   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
The attempt ends late, after the next one.
11    TimePassed
        · RingOpened c1-1 sales ring=1
13.1  TimePassed
        → EndLeg c1-1-d1 normal
18.1  TimePassed
        → EndLeg c1-1-d1 normal
23.1  TimePassed
        → EndLeg c1-1-d1 normal
28.1  TimePassed
        → EndLeg c1-1-d1 normal
33.1  TimePassed
        → EndLeg c1-1-d1 normal
38.1  TimePassed
        → EndLeg c1-1-d1 normal
43.1  TimePassed
        → EndLeg c1-1-d1 normal
48.1  TimePassed
        → EndLeg c1-1-d1 normal
53.1  TimePassed
        → EndLeg c1-1-d1 normal
58.1  TimePassed
        → EndLeg c1-1-d1 normal
63.1  TimePassed
        → EndLeg c1-1-d1 normal
68.1  TimePassed
        · CallbackFellDue c1-1
        → EndLeg c1-1-d1 normal
68.2  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 67.2 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
        = done
68.4  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
68.5  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
69    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=60.9 answered
        → Play o1-4-leg o1-4-b sound:welcome
70    PlaybackEnded o1-4-b
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d2 +436601111111 attempt=2
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601111111@out +431234 o1-4-leg
70.1  LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
70.3  LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
The agent goes at the very moment when the customer answers: the customer waits on the line, and may choose again.
71    LegAnswered c1-1-d2
        · LegCameUp c1-1-d2 c1-1 caller
        · CustomerReached c1-1 c1-1-d2
        · TalkBegan c1-1 bob o1-4 o1-4-bridge
        → StopMusic o1-4-leg
        → StopMusic c1-1-d2
        → Join o1-4-bridge [c1-1-d2 o1-4-leg]
71.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales promise=0-0
        → EndBridge o1-4-bridge
        → StartMusic c1-1-d2 sales_music
71.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
72    KeyPressed c1-1-d2 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic c1-1-d2
        → Play c1-1-d2 c1-1-p3 sound:goodbye
72.5  LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16 asked
73    LegVanished c1-1-d2 16
        · LegEnded c1-1-d2 c1-1 caller cause=16
        · CustomerParted c1-1 c1-1-d2
        · CallbackFellDue c1-1
Meanwhile an incident begins, there is a gap, and a new version of the company.
74    EnterOverlay incident boss storm prompt=goodbye
        · OverlayBegan v1-5 incident=0 storm -
        = done
75    AsteriskLost
76    AsteriskSeen
76.1  TimePassed
77    PolicyApplied calling_nobody
        · PolicyChanged version=3 [sales]
An agent answers, but calls do not go out any more: once more by the ladder, and not again.
80    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-6 c1-1 bob 202 o1-6-leg sales (waited 79 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436601111111
        = done
80.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-1 agent
        → Ring o1-6-leg give_up_s=24
80.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-1 agent
        · OfferRang o1-6 c1-1 bob
81    LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-1 agent
        · OfferAnswered o1-6 c1-1 bob o1-6-leg
        · CustomerWanted c1-1 bob o1-6-leg
        · WaitEnded c1-1 sales waited_s=9.9 answered
        · CustomerMissed c1-1 c1-1-d3 invalid again_at=141
        · TalkFailed c1-1 bob o1-6-leg o1-6-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales promise=0-0
        → StartMusic o1-6-leg sales_music
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
81.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-1 agent cause=16 asked
86    TimePassed
141   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-7 c1-1 bob 202 o1-7-leg sales (waited 140 s, 0 ahead; candidates: bob 5 idle 60 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-7-leg 202 202 o1-7 - Sales +436601111111
142   LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-1 agent
        → Ring o1-7-leg give_up_s=24
142.1 LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-1 agent
        · OfferRang o1-7 c1-1 bob
143   LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-1 agent
        · OfferAnswered o1-7 c1-1 bob o1-7-leg
        · CustomerWanted c1-1 bob o1-7-leg
        · WaitEnded c1-1 sales waited_s=62 answered
        · CustomerMissed c1-1 c1-1-d3 invalid -
        · TalkFailed c1-1 bob o1-7-leg o1-7-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales promise=0-0
        · CallbackGivenUp c1-1 exhausted -
        · ContactEnded c1-1 unreached
        · WaitEnded c1-1 sales waited_s=0 left
        → StartMusic o1-7-leg sales_music
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
143.1 LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-1 agent cause=16 asked
