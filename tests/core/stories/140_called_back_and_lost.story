A customer who was called back waits on the line once more, and falls into a hole there. Whoever rings again before that
line has ended stands behind its place.

0     AsteriskSeen
0     PolicyApplied dropping
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=8 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
10    CallArrived call-11 200 +436601110001
        · ContactArrived c1-1 call-11 200 +436601110001 straight open policy_version=8
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=10
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-11
        → StartMusic call-11 sales_music
10.5  KeyPressed call-11 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601110001
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-11
        → Play call-11 c1-1-p1 sound:goodbye
11    LegVanished call-11 16
        · LegEnded call-11 c1-1 caller cause=16
        · CustomerParted c1-1 call-11
        · CallbackFellDue c1-1
11.2  CallArrived call-12 200 +436602220001
        · ContactArrived c1-2 call-12 200 +436602220001 straight open policy_version=8
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=11.2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-12
        → StartMusic call-12 sales_music
11.5  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601110001
        = done
11.6  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
11.7  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
12    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=2 answered
        → Play o1-3-leg o1-3-b sound:welcome
12.2  KeyPressed o1-3-leg 1
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d1 +436601110001 attempt=1
        → StopPlayback o1-3-b
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601110001@out +431234 o1-3-leg
12.3  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
12.4  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
13.2  LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        → StopMusic o1-3-leg
        → StopMusic c1-1-d1
        → Join o1-3-bridge [c1-1-d1 o1-3-leg]
13.3  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=10 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → StartMusic c1-1-d1 sales_music
13.4  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
18.3  TimePassed
20    CallArrived call-13 200 +436601110001
        · ContactArrived c1-4 call-13 200 +436601110001 back open policy_version=8 c1-1
        · PromptBegan c1-4 known menu
        → AnswerLeg call-13
        → Play call-13 c1-4-p1 sound:menu
20    TimePassed
        · RingOpened c1-1 sales ring=1
21    KeyPressed call-13 1
        · KeyTaken c1-4 known 1
        · PlaceAwaited c1-4 c1-1
        · QueueChosen c1-4 sales [] brought_forward
        · PlaceTaken c1-4 sales [sales≥1] order_key=21
        · WaitPromised c1-4 sales nobody
        → StopPlayback c1-4-p1
        → StartMusic call-13 sales_music
The line ends, and its place is had: before somebody who had come before the second call.
21.2  TimePassed
        · RingOpened c1-2 sales ring=1
22    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · ContactEnded c1-1 left_again
        · WaitEnded c1-1 sales waited_s=8.7 abandoned
        · PlaceInherited c1-4 c1-1 waits_since=10
        · PlacePassedOn c1-1 c1-4
        · WaitEnded c1-4 sales waited_s=1 left
        · WaitPromised c1-4 sales nobody
23    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 13 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 call-13 Sales +436601110001
        = done
23.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
23.15 GoNotReady bob break
        · AgentBecameNotReady bob break
        · OfferWithdrawn o1-5 c1-4 bob o1-5-leg agent_left
        → EndLeg o1-5-leg no_answer
        = done
23.2  LegVanished call-13 16
        · LegEnded call-13 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=1.2 abandoned
23.3  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16 asked
24.1  LegVanished call-12 16
        · LegEnded call-12 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=12.9 abandoned
That line is lost while nobody watches. Whether it was a hole nobody knows: the customer is called once more, and who
waits behind that place stays where he or she came. While that number is on the line it is not called.
110   CallArrived call-21 200 +436601110002
        · ContactArrived c1-6 call-21 200 +436601110002 straight open policy_version=8
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=110
        · WaitPromised c1-6 sales nobody
        → AnswerLeg call-21
        → StartMusic call-21 sales_music
110.5 KeyPressed call-21 1
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 1
        · CallbackAgreed c1-6 +436601110002
        · PromptBegan c1-6 thanks goodbye
        → StopMusic call-21
        → Play call-21 c1-6-p1 sound:goodbye
111   LegVanished call-21 16
        · LegEnded call-21 c1-6 caller cause=16
        · CustomerParted c1-6 call-21
        · CallbackFellDue c1-6
111.2 CallArrived call-22 200 +436602220002
        · ContactArrived c1-7 call-22 200 +436602220002 straight open policy_version=8
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=111.2
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-22
        → StartMusic call-22 sales_music
111.5 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-8 c1-6 bob 202 o1-8-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-8-leg 202 202 o1-8 - Sales +436601110002
        = done
111.6 LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-6 agent
        → Ring o1-8-leg give_up_s=24
111.7 LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-6 agent
        · OfferRang o1-8 c1-6 bob
112   LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-6 agent
        · OfferAnswered o1-8 c1-6 bob o1-8-leg
        · WaitEnded c1-6 sales waited_s=2 answered
        → Play o1-8-leg o1-8-b sound:welcome
112.2 KeyPressed o1-8-leg 1
        · CustomerWanted c1-6 bob o1-8-leg
        · CustomerDialled c1-6 c1-6-d1 +436601110002 attempt=1
        → StopPlayback o1-8-b
        → StartMusic o1-8-leg sales_music
        → DialOut c1-6-d1 c1-6 +436601110002@out +431234 o1-8-leg
112.3 LegSeen c1-6-d1
        · LegAppeared c1-6-d1 c1-6 caller
        → Ring c1-6-d1 give_up_s=35
112.4 LegRang c1-6-d1
        · LegStartedRinging c1-6-d1 c1-6 caller
113.2 LegAnswered c1-6-d1
        · LegCameUp c1-6-d1 c1-6 caller
        · CustomerReached c1-6 c1-6-d1
        · TalkBegan c1-6 bob o1-8 o1-8-bridge
        → StopMusic o1-8-leg
        → StopMusic c1-6-d1
        → Join o1-8-bridge [c1-6-d1 o1-8-leg]
113.3 LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-6 agent cause=16
        · TalkFailed c1-6 bob o1-8-leg o1-8-bridge
        · PlaceRestored c1-6 sales order_key=110 answered_at=1.76761e+09
        · WaitPromised c1-6 sales too_few
        → EndBridge o1-8-bridge
        → StartMusic c1-6-d1 sales_music
113.4 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
118.3 TimePassed
120   CallArrived call-23 200 +436601110002
        · ContactArrived c1-9 call-23 200 +436601110002 back open policy_version=8 c1-6
        · PromptBegan c1-9 known menu
        → AnswerLeg call-23
        → Play call-23 c1-9-p1 sound:menu
120   TimePassed
        · RingOpened c1-6 sales ring=1
121   KeyPressed call-23 1
        · KeyTaken c1-9 known 1
        · PlaceAwaited c1-9 c1-6
        · QueueChosen c1-9 sales [] brought_forward
        · PlaceTaken c1-9 sales [sales≥1] order_key=121
        · WaitPromised c1-9 sales nobody
        → StopPlayback c1-9-p1
        → StartMusic call-23 sales_music
121.2 TimePassed
        · RingOpened c1-7 sales ring=1
122   AsteriskLost
123   AsteriskSeen call-22:up:200:+436602220002 call-23:up:200:+436601110002
        · LegEnded c1-6-d1 c1-6 caller - lost
        · CustomerMissed c1-6 c1-6-d1 unknown again_at=183
        · LegCameUp call-22 c1-7 caller
        · LegCameUp call-23 c1-9 caller
        → StartMusic call-22 sales_music
        → StartMusic call-23 sales_music
124   LegVanished call-22 16
        · LegEnded call-22 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=12.8 abandoned
131   TimePassed
        · RingOpened c1-9 sales ring=1
183   TimePassed
        · CallbackPutOff c1-6 until=213 in_use
200   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-10 c1-9 bob 202 o1-10-leg sales (waited 79 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-10-leg 202 202 o1-10 call-23 Sales +436601110002
        = done
200.1 LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-9 agent
        → Ring o1-10-leg give_up_s=24
200.2 LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-9 agent
        · OfferRang o1-10 c1-9 bob
201   LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-9 agent
        · OfferAnswered o1-10 c1-9 bob o1-10-leg
        · TalkBegan c1-9 bob o1-10 o1-10-bridge
        · WaitEnded c1-9 sales waited_s=80 answered
        → StopMusic call-23
        → Join o1-10-bridge [call-23 o1-10-leg]
201.1 LegJoined call-23 o1-10-bridge
201.2 LegJoined o1-10-leg o1-10-bridge
        · TalkJoined c1-9 bob
210   LegVanished call-23 16
        · LegEnded call-23 c1-9 caller cause=16
        · TalkEnded c1-9 bob o1-10-leg o1-10-bridge caller
        · ContactEnded c1-9 served
        · WrapUpBegan bob c1-9 until=220
        → EndBridge o1-10-bridge
        → EndLeg o1-10-leg normal
210.1 LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-9 agent cause=16 asked
213   TimePassed
        · CallbackFellDue c1-6
220   TimePassed
        · WrapUpEnded bob by_limit
        · OfferOpened o1-11 c1-6 bob 202 o1-11-leg sales (waited 110 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-11-leg 202 202 o1-11 - Sales +436601110002
220.1 LegSeen o1-11-leg
        · LegAppeared o1-11-leg c1-6 agent
        → Ring o1-11-leg give_up_s=24
220.2 LegRang o1-11-leg
        · LegStartedRinging o1-11-leg c1-6 agent
        · OfferRang o1-11 c1-6 bob
221   LegAnswered o1-11-leg
        · LegCameUp o1-11-leg c1-6 agent
        · OfferAnswered o1-11 c1-6 bob o1-11-leg
        · WaitEnded c1-6 sales waited_s=107.7 answered
        → Play o1-11-leg o1-11-b sound:welcome
222   KeyPressed o1-11-leg 1
        · CustomerWanted c1-6 bob o1-11-leg
        · CustomerDialled c1-6 c1-6-d2 +436601110002 attempt=2
        → StopPlayback o1-11-b
        → StartMusic o1-11-leg sales_music
        → DialOut c1-6-d2 c1-6 +436601110002@out +431234 o1-11-leg
222.1 LegSeen c1-6-d2
        · LegAppeared c1-6-d2 c1-6 caller
        → Ring c1-6-d2 give_up_s=35
222.2 LegRang c1-6-d2
        · LegStartedRinging c1-6-d2 c1-6 caller
223   LegAnswered c1-6-d2
        · LegCameUp c1-6-d2 c1-6 caller
        · CustomerReached c1-6 c1-6-d2
        · TalkBegan c1-6 bob o1-11 o1-11-bridge
        → StopMusic o1-11-leg
        → StopMusic c1-6-d2
        → Join o1-11-bridge [c1-6-d2 o1-11-leg]
223.1 LegJoined c1-6-d2 o1-11-bridge
223.2 LegJoined o1-11-leg o1-11-bridge
        · TalkJoined c1-6 bob
230   LegVanished c1-6-d2 16
        · LegEnded c1-6-d2 c1-6 caller cause=16
        · TalkEnded c1-6 bob o1-11-leg o1-11-bridge caller
        · ContactEnded c1-6 served
        · WrapUpBegan bob c1-6 until=240
        → EndBridge o1-11-bridge
        → EndLeg o1-11-leg normal
230.1 LegVanished o1-11-leg 16
        · LegEnded o1-11-leg c1-6 agent cause=16 asked
