One customer is called at a time: who is next in the line is next, and no agent waits for a line.

0     AsteriskSeen
0     PolicyApplied calling_one_at_a_time
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=8 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=8
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
1.1   CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=8
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=1.1
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
1.2   CallArrived call-3 200 +436603333333
        · ContactArrived c1-3 call-3 200 +436603333333 straight open policy_version=8
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=1.2
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
2.1   KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436602222222
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
2.2   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
2.3   LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackFellDue c1-2
Two agents are free: one is rung for the first customer, the other for somebody who waits on the line.
3     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 not ready: logged in, 2 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
        = done
4     GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-5 c1-3 eva 201 o1-5-leg sales (waited 2.8 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 being rung, 2 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 call-3 Sales +436603333333
        = done
4.1   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-3 agent
        → Ring o1-5-leg give_up_s=24
4.2   LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-3 agent
        · OfferRang o1-5 c1-3 eva
4.3   LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-5 c1-3 eva o1-5-leg caller_left
        · WaitEnded c1-3 sales waited_s=3.1 abandoned
        → EndLeg o1-5-leg normal
4.4   LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
4.5   LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
4.6   LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
5     LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=4 answered
        → Play o1-4-leg o1-4-b sound:welcome
5.5   PlaybackEnded o1-4-b
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-4-leg
6     LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
6.1   LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
7     LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-4 o1-4-bridge
        → StopMusic o1-4-leg
        → StopMusic c1-1-d1
        → Join o1-4-bridge [c1-1-d1 o1-4-leg]
7.1   LegJoined c1-1-d1 o1-4-bridge
7.2   LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-1 bob
The second one waits for the line while the first one talks, whoever is free.
8     LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-4-leg o1-4-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=18
        · OfferOpened o1-6 c1-2 eva 201 o1-6-leg sales (waited 6.9 s, 0 ahead; candidates: eva 8 idle 4 s; others: 1 in wrap-up, 2 serves other queues)
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
        → CreateLeg o1-6-leg 201 201 o1-6 - Sales +436602222222
8.1   LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-2 agent
        → Ring o1-6-leg give_up_s=24
8.2   LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-2 agent
        · OfferRang o1-6 c1-2 eva
8.3   LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
8.4   EndWrapUp bob
        · WrapUpEnded bob
        = done
9     LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-2 agent
        · OfferAnswered o1-6 c1-2 eva o1-6-leg
        · WaitEnded c1-2 sales waited_s=7.9 answered
        → Play o1-6-leg o1-6-b sound:welcome
9.5   PlaybackEnded o1-6-b
        · CustomerWanted c1-2 eva o1-6-leg
        · CustomerDialled c1-2 c1-2-d1 +436602222222 attempt=1
        → StartMusic o1-6-leg sales_music
        → DialOut c1-2-d1 c1-2 +436602222222@out +431234 o1-6-leg
9.6   LegSeen c1-2-d1
        · LegAppeared c1-2-d1 c1-2 caller
        → Ring c1-2-d1 give_up_s=35
10    LegVanished c1-2-d1 17
        · LegEnded c1-2-d1 c1-2 caller cause=17
        · CustomerMissed c1-2 c1-2-d1 busy again_at=40
        · TalkFailed c1-2 eva o1-6-leg o1-6-bridge
        · PlaceRestored c1-2 sales order_key=1.1 answered_at=1.76761e+09
        · WaitPromised c1-2 sales promise=0-0
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
10.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-2 agent cause=16 asked
Two are dialled within a minute, and not a third one: not because of who has been missed, either.
11    PolicyApplied calling_two_a_minute
        · PolicyChanged version=9 []
11.1  TimePassed
        · RingOpened c1-2 sales ring=1
12    CallArrived call-4 200 +436604444444
        · ContactArrived c1-7 call-4 200 +436604444444 straight open policy_version=9
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=12
        · WaitPromised c1-7 sales promise=0-0
        · OfferOpened o1-8 c1-7 bob 202 o1-8-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 3.6 s; others: 1 resting after a failed offer, 2 serves other queues)
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → CreateLeg o1-8-leg 202 202 o1-8 call-4 Sales +436604444444
12.1  CallArrived call-5 200 +436605555555
        · ContactArrived c1-9 call-5 200 +436605555555 straight open policy_version=9
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=12.1
        · WaitPromised c1-9 sales too_few
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
12.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        · OfferWithdrawn o1-8 c1-7 bob o1-8-leg agent_left
        → EndLeg o1-8-leg no_answer
        = done
12.3  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16 asked
13    KeyPressed call-5 1
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 1
        · CallbackAgreed c1-9 +436605555555
        · PromptBegan c1-9 thanks goodbye
        → StopMusic call-5
        → Play call-5 c1-9-p1 sound:goodbye
13.1  LegVanished call-5 16
        · LegEnded call-5 c1-9 caller cause=16
        · CustomerParted c1-9 call-5
        · CallbackFellDue c1-9
13.2  LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=1.2 abandoned
14    GoReady bob
        · AgentBecameReady bob
        = done
65.5  TimePassed
        · RingOpened c1-9 sales ring=1
        · CallbackFellDue c1-2
        · OfferOpened o1-10 c1-2 eva 201 o1-10-leg sales (waited 64.4 s, 0 ahead; candidates: eva 8 idle 55.5 s, bob 5 idle 51.5 s; others: 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-10-leg 201 201 o1-10 - Sales +436602222222
65.6  LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-2 agent
        → Ring o1-10-leg give_up_s=24
65.7  LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-2 agent
        · OfferRang o1-10 c1-2 eva
66    LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-2 agent
        · OfferAnswered o1-10 c1-2 eva o1-10-leg
        · WaitEnded c1-2 sales waited_s=56 answered
        → Play o1-10-leg o1-10-b sound:welcome
66.5  PlaybackEnded o1-10-b
        · CustomerWanted c1-2 eva o1-10-leg
        · CustomerDialled c1-2 c1-2-d2 +436602222222 attempt=2
        → StartMusic o1-10-leg sales_music
        → DialOut c1-2-d2 c1-2 +436602222222@out +431234 o1-10-leg
67    LegSeen c1-2-d2
        · LegAppeared c1-2-d2 c1-2 caller
        → Ring c1-2-d2 give_up_s=35
67.1  LegVanished c1-2-d2 19
        · LegEnded c1-2-d2 c1-2 caller cause=19
        · CustomerMissed c1-2 c1-2-d2 no_answer again_at=127.1
        · TalkFailed c1-2 eva o1-10-leg o1-10-bridge
        · PlaceRestored c1-2 sales order_key=1.1 answered_at=1.76761e+09
        · WaitPromised c1-2 sales promise=0-0
        → EndBridge o1-10-bridge
        → EndLeg o1-10-leg normal
67.2  LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-2 agent cause=16 asked
67.3  GoNotReady eva break
        · AgentBecameNotReady eva break
        = done
69.5  TimePassed
        · OfferOpened o1-11 c1-9 bob 202 o1-11-leg sales (waited 57.4 s, 0 ahead; candidates: bob 5 idle 55.5 s; others: 2 not ready: break, 1 serves other queues)
        → CreateLeg o1-11-leg 202 202 o1-11 - Sales +436605555555
69.6  LegSeen o1-11-leg
        · LegAppeared o1-11-leg c1-9 agent
        → Ring o1-11-leg give_up_s=24
69.7  LegRang o1-11-leg
        · LegStartedRinging o1-11-leg c1-9 agent
        · OfferRang o1-11 c1-9 bob
70    LegAnswered o1-11-leg
        · LegCameUp o1-11-leg c1-9 agent
        · OfferAnswered o1-11 c1-9 bob o1-11-leg
        · WaitEnded c1-9 sales waited_s=57.9 answered
        → Play o1-11-leg o1-11-b sound:welcome
70.5  PlaybackEnded o1-11-b
        · CustomerWanted c1-9 bob o1-11-leg
        · CustomerDialled c1-9 c1-9-d1 +436605555555 attempt=1
        → StartMusic o1-11-leg sales_music
        → DialOut c1-9-d1 c1-9 +436605555555@out +431234 o1-11-leg
71    LegSeen c1-9-d1
        · LegAppeared c1-9-d1 c1-9 caller
        → Ring c1-9-d1 give_up_s=35
71.1  LegVanished c1-9-d1 19
        · LegEnded c1-9-d1 c1-9 caller cause=19
        · CustomerMissed c1-9 c1-9-d1 no_answer again_at=131.1
        · TalkFailed c1-9 bob o1-11-leg o1-11-bridge
        · PlaceRestored c1-9 sales order_key=12.1 answered_at=1.76761e+09
        · WaitPromised c1-9 sales too_few
        → EndBridge o1-11-bridge
        → EndLeg o1-11-leg normal
71.2  LegVanished o1-11-leg 16
        · LegEnded o1-11-leg c1-9 agent cause=16 asked
A service that was restarted knows it still.
72    CallArrived call-6 200 +436606666666
        · ContactArrived c1-12 call-6 200 +436606666666 straight open policy_version=9
        · QueueChosen c1-12 sales []
        · PlaceTaken c1-12 sales [sales≥1] order_key=72
        · WaitPromised c1-12 sales too_few
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
72.1  TimePassed
72.1  KeyPressed call-6 1
        · MenuOpened c1-12 meanwhile
        · KeyTaken c1-12 ask 1
        · CallbackAgreed c1-12 +436606666666
        · PromptBegan c1-12 thanks goodbye
        → StopMusic call-6
        → Play call-6 c1-12-p1 sound:goodbye
72.2  LegVanished call-6 16
        · LegEnded call-6 c1-12 caller cause=16
        · CustomerParted c1-12 call-6
        · CallbackFellDue c1-12
73    Restart
74    AsteriskSeen
76.1  TimePassed
126.5 TimePassed
        · RingOpened c1-12 sales ring=1
        · OfferOpened o2-1 c1-12 bob 202 o2-1-leg sales (waited 54.5 s, 0 ahead; candidates: bob 5 idle 55.4 s; others: 2 not ready: break, 1 serves other queues)
        → CreateLeg o2-1-leg 202 202 o2-1 - Sales +436606666666
