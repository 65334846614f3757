Who waits may be called back and keeps the place: first an agent, and then the customer.

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
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +436607654321
        · ContactArrived c1-2 call-2 200 +436607654321 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
The first caller hangs up after good-bye; the second one stays.
10    KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    TimePassed
        · RingOpened c1-2 sales ring=1
13    PlaybackEnded c1-1-p1
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        → EndLeg call-1 normal
13.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
The agent is told, and the customer is dialled; the place was kept.
20    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 19 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601234567
        = done
20.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
20.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
21    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=20 answered
        → Play o1-3-leg o1-3-b sound:welcome
24    PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-3-leg
24.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
24.5  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
30    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        → StopMusic o1-3-leg
        → StopMusic c1-1-d1
        → Join o1-3-bridge [c1-1-d1 o1-3-leg]
30.1  LegJoined c1-1-d1 o1-3-bridge
30.2  LegJoined o1-3-leg o1-3-bridge
        · TalkJoined c1-1 bob
90    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=100
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
90.1  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
The second caller hangs up during good-bye: agreed is agreed. A key of the agent is enough.
91    EndWrapUp bob
        · WrapUpEnded bob
        · OfferOpened o1-4 c1-2 bob 202 o1-4-leg sales (waited 89 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 call-2 Sales +436607654321
        = done
91    GoNotReady bob break
        · AgentBecameNotReady bob break
        · OfferWithdrawn o1-4 c1-2 bob o1-4-leg agent_left
        → EndLeg o1-4-leg no_answer
        = done
91.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-2 agent cause=16 asked
92    KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436607654321
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
93    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackFellDue c1-2
94    PlaybackEnded c1-2-p1
100   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-2 bob 202 o1-5-leg sales (waited 98 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436607654321
        = done
100.1 LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-2 agent
        → Ring o1-5-leg give_up_s=24
100.2 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-2 agent
        · OfferRang o1-5 c1-2 bob
101   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-2 agent
        · OfferAnswered o1-5 c1-2 bob o1-5-leg
        · WaitEnded c1-2 sales waited_s=99 answered
        → Play o1-5-leg o1-5-b sound:welcome
102   KeyPressed o1-5-leg 1
        · CustomerWanted c1-2 bob o1-5-leg
        · CustomerDialled c1-2 c1-2-d1 +436607654321 attempt=1
        → StopPlayback o1-5-b
        → StartMusic o1-5-leg sales_music
        → DialOut c1-2-d1 c1-2 +436607654321@out +431234 o1-5-leg
102.1 PlaybackEnded o1-5-b
102.2 LegSeen c1-2-d1
        · LegAppeared c1-2-d1 c1-2 caller
        → Ring c1-2-d1 give_up_s=35
102.5 LegRang c1-2-d1
        · LegStartedRinging c1-2-d1 c1-2 caller
Nobody answers: once more after a minute, and the agent is free meanwhile.
122.5 TimePassed
        · CustomerMissed c1-2 c1-2-d1 no_answer again_at=182.5
        · TalkFailed c1-2 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-2 sales order_key=2 answered_at=1.76761e+09
        · WaitPromised c1-2 sales too_few
        → EndLeg c1-2-d1 no_answer
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
122.7 LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-2 agent cause=16 asked
The first attempt is heard to have ended only when the next one is on its way.
127.5 TimePassed
        → EndLeg c1-2-d1 normal
132.5 TimePassed
        → EndLeg c1-2-d1 normal
137.5 TimePassed
        → EndLeg c1-2-d1 normal
142.5 TimePassed
        → EndLeg c1-2-d1 normal
147.5 TimePassed
        → EndLeg c1-2-d1 normal
152.5 TimePassed
        → EndLeg c1-2-d1 normal
157.5 TimePassed
        → EndLeg c1-2-d1 normal
162.5 TimePassed
        → EndLeg c1-2-d1 normal
167.5 TimePassed
        → EndLeg c1-2-d1 normal
172.5 TimePassed
        → EndLeg c1-2-d1 normal
177.5 TimePassed
        → EndLeg c1-2-d1 normal
182.5 TimePassed
        · CallbackFellDue c1-2
        · OfferOpened o1-6 c1-2 bob 202 o1-6-leg sales (waited 180.5 s, 0 ahead; candidates: bob 5 idle 60 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → EndLeg c1-2-d1 normal
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436607654321
182.6 LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-2 agent
        → Ring o1-6-leg give_up_s=24
182.7 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-2 agent
        · OfferRang o1-6 c1-2 bob
183   LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-2 agent
        · OfferAnswered o1-6 c1-2 bob o1-6-leg
        · WaitEnded c1-2 sales waited_s=60.5 answered
        → Play o1-6-leg o1-6-b sound:welcome
184   PlaybackEnded o1-6-b
        · CustomerWanted c1-2 bob o1-6-leg
        · CustomerDialled c1-2 c1-2-d2 +436607654321 attempt=2
        → StartMusic o1-6-leg sales_music
        → DialOut c1-2-d2 c1-2 +436607654321@out +431234 o1-6-leg
184.1 LegSeen c1-2-d2
        · LegAppeared c1-2-d2 c1-2 caller
        → Ring c1-2-d2 give_up_s=35
184.2 LegVanished c1-2-d1 16
        · LegEnded c1-2-d1 c1-2 caller cause=16 asked
184.3 LegRang c1-2-d2
        · LegStartedRinging c1-2-d2 c1-2 caller
185   LegAnswered c1-2-d2
        · LegCameUp c1-2-d2 c1-2 caller
        · CustomerReached c1-2 c1-2-d2
        · TalkBegan c1-2 bob o1-6 o1-6-bridge
        → StopMusic o1-6-leg
        → StopMusic c1-2-d2
        → Join o1-6-bridge [c1-2-d2 o1-6-leg]
185.1 LegJoined c1-2-d2 o1-6-bridge
185.2 LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-2 bob
190   LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-2 agent cause=16
        · TalkEnded c1-2 bob o1-6-leg o1-6-bridge agent
        · ContactEnded c1-2 served
        · WrapUpBegan bob c1-2 until=200
        → EndBridge o1-6-bridge
        → EndLeg c1-2-d2 normal
190.1 LegVanished c1-2-d2 16
        · LegEnded c1-2-d2 c1-2 caller cause=16 asked
