Whoever rings just now is not called just now; and there is an end to everything.

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
An agent's telephone rings for a callback, and somebody rings from that number: it is let go.
4     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601111111
        = done
5     CallArrived call-2 200 +436601111111
        · ContactArrived c1-3 call-2 200 +436601111111 straight open policy_version=2
        · CallbackPutOff c1-1 until=35 in_use
        · QueueChosen c1-3 sales []
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg put_off
        · PlaceTaken c1-3 sales [sales≥1] order_key=5
        · WaitPromised c1-3 sales too_few
        → AnswerLeg call-2
        → EndLeg o1-2-leg no_answer
        → StartMusic call-2 sales_music
5.1   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
5.2   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
5.3   LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=0.3 abandoned
When an agent waits already it is tried; the other caller from there, who asks for a callback, too, must wait.
35    TimePassed
        · RingOpened c1-1 sales ring=1
        · CallbackFellDue c1-1
36    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 35 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
        = done
36.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
36.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
37    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=36 answered
        → Play o1-4-leg o1-4-b sound:welcome
37.5  CallArrived call-3 200 +436601111111
        · ContactArrived c1-5 call-3 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=37.5
        · WaitPromised c1-5 sales too_few
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
38    KeyPressed call-3 1
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 1
        · CallbackAgreed c1-5 +436601111111
        · PromptBegan c1-5 thanks goodbye
        → StopMusic call-3
        → Play call-3 c1-5-p1 sound:goodbye
39    PlaybackEnded o1-4-b
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-4-leg
39.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
40    PlaybackEnded c1-5-p1
        · FlowEnded c1-5 bye
        · CustomerParted c1-5 call-3
        · CallbackPutOff c1-5 until=70 in_use
        → EndLeg call-3 normal
41    LegVanished call-3 16
        · LegEnded call-3 c1-5 caller cause=16 asked
43    LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
A new version tries nobody again: no answer is the end for the first, and then it is the other's turn.
44    PolicyApplied calling_nobody
        · PolicyChanged version=3 [sales]
63    TimePassed
        · RingOpened c1-5 sales ring=1
        · CustomerMissed c1-1 c1-1-d1 no_answer -
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · CallbackGivenUp c1-1 exhausted -
        · ContactEnded c1-1 unreached
        · WaitEnded c1-1 sales waited_s=0 left
        → EndLeg c1-1-d1 no_answer
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
63.1  LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16 asked
63.2  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
70    TimePassed
        · CallbackFellDue c1-5
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 32.5 s, 0 ahead; candidates: bob 5 idle 7 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436601111111
70.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=24
70.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-5 agent
        · OfferRang o1-6 c1-5 bob
A gap before it rings is the end of the other.
71    PolicyApplied calling_back
        · PolicyChanged version=2 [sales]
72    LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-5 agent
        · OfferAnswered o1-6 c1-5 bob o1-6-leg
        · WaitEnded c1-5 sales waited_s=34.5 answered
        → Play o1-6-leg o1-6-b sound:welcome
73    PlaybackEnded o1-6-b
        · CustomerWanted c1-5 bob o1-6-leg
        · CustomerDialled c1-5 c1-5-d1 +436601111111 attempt=1
        → StartMusic o1-6-leg sales_music
        → DialOut c1-5-d1 c1-5 +436601111111@out +431234 o1-6-leg
74    PolicyApplied calling_nobody
        · PolicyChanged version=3 [sales]
75    AsteriskLost
76    AsteriskSeen o1-6-leg:up c1-5-d1:down
        · LegAppeared c1-5-d1 c1-5 caller
        · CustomerMissed c1-5 c1-5-d1 unknown -
        · TalkFailed c1-5 bob o1-6-leg o1-6-bridge
        · PlaceRestored c1-5 sales order_key=37.5 answered_at=1.76761e+09
        · WaitPromised c1-5 sales too_few
        · CallbackGivenUp c1-5 exhausted -
        · ContactEnded c1-5 unreached
        · WaitEnded c1-5 sales waited_s=0 left
        → Ring c1-5-d1 give_up_s=45
        → EndLeg c1-5-d1 no_answer
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
77    LegVanished c1-5-d1 16
        · LegEnded c1-5-d1 c1-5 caller cause=16 asked
77.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
77.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
Somebody outside is rung for a callback, and let go likewise: before it rings, while it rings, while a key is awaited.
78    PolicyApplied calling_back
        · PolicyChanged version=2 [sales]
78    GoReady night
        · AgentBecameReady night
        = done
79    CallArrived call-4 200 +436604444444
        · ContactArrived c1-7 call-4 200 +436604444444 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=79
        · WaitPromised c1-7 sales promise=0-60
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
80    KeyPressed call-4 1
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 1
        · CallbackAgreed c1-7 +436604444444
        · PromptBegan c1-7 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-7-p1 sound:goodbye
81    LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
        · CustomerParted c1-7 call-4
        · CallbackFellDue c1-7
89    TimePassed
        · RingOpened c1-7 sales ring=1
        · OfferOpened o1-8 c1-7 night night o1-8-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 11 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-8-leg night +43@out o1-8 - Sales 200
89.1  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=43
89.2  LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-7 agent
        → Play o1-8-leg o1-8-q1 sound:menu
90    CallArrived call-5 200 +436604444444
        · ContactArrived c1-9 call-5 200 +436604444444 straight open policy_version=2
        · CallbackPutOff c1-7 until=120 in_use
        · QueueChosen c1-9 sales []
        · OfferWithdrawn o1-8 c1-7 night o1-8-leg put_off
        · PlaceTaken c1-9 sales [sales≥1] order_key=90
        · WaitPromised c1-9 sales too_few
        → AnswerLeg call-5
        → EndLeg o1-8-leg no_answer
        → StartMusic call-5 sales_music
90.1  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16 asked
90.2  LegVanished call-5 16
        · LegEnded call-5 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 sales waited_s=0.2 abandoned
90.3  GoNotReady night break
        · AgentBecameNotReady night break
        = done
It rests until its time is up; another waits for it in vain.
100   CallArrived call-6 200 +436605555555
        · ContactArrived c1-10 call-6 200 +436605555555 straight open policy_version=2
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=100
        · WaitPromised c1-10 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
101   KeyPressed call-6 1
        · MenuOpened c1-10 meanwhile
        · KeyTaken c1-10 ask 1
        · CallbackAgreed c1-10 +436605555555
        · PromptBegan c1-10 thanks goodbye
        → StopMusic call-6
        → Play call-6 c1-10-p1 sound:goodbye
102   LegVanished call-6 16
        · LegEnded call-6 c1-10 caller cause=16
        · CustomerParted c1-10 call-6
        · CallbackFellDue c1-10
103   CallArrived call-7 200 +436606666666
        · ContactArrived c1-11 call-7 200 +436606666666 straight open policy_version=2
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=103
        · WaitPromised c1-11 sales nobody
        → AnswerLeg call-7
        → StartMusic call-7 sales_music
104   KeyPressed call-7 1
        · MenuOpened c1-11 meanwhile
        · KeyTaken c1-11 ask 1
        · CallbackAgreed c1-11 +436606666666
        · PromptBegan c1-11 thanks goodbye
        → StopMusic call-7
        → Play call-7 c1-11-p1 sound:goodbye
105   LegVanished call-7 16
        · LegEnded call-7 c1-11 caller cause=16
        · CustomerParted c1-11 call-7
        · CallbackFellDue c1-11
110   TimePassed
        · RingOpened c1-10 sales ring=1
113   TimePassed
        · RingOpened c1-11 sales ring=1
120   TimePassed
        · CallbackFellDue c1-7
3680  CallArrived call-8 200 +436604444444
        · ContactArrived c1-12 call-8 200 +436604444444 straight open policy_version=2
        · CallbackPutOff c1-7 until=3710 in_use
        · QueueChosen c1-12 sales []
        · PlaceTaken c1-12 sales [sales≥1] order_key=3680
        · WaitPromised c1-12 sales nobody
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
3681  TimePassed
        · CallbackGivenUp c1-7 expired -
        · ContactEnded c1-7 unreached
        · WaitEnded c1-7 sales waited_s=3602 left
3690  LegVanished call-8 16
        · LegEnded call-8 c1-12 caller cause=16
        · ContactEnded c1-12 abandoned
        · WaitEnded c1-12 sales waited_s=10 abandoned
3698  CallArrived call-9 200 +436605555555
        · ContactArrived c1-13 call-9 200 +436605555555 straight open policy_version=2
        · CallbackPutOff c1-10 until=3728 in_use
        · QueueChosen c1-13 sales []
        · PlaceTaken c1-13 sales [sales≥1] order_key=3698
        · WaitPromised c1-13 sales nobody
        → AnswerLeg call-9
        → StartMusic call-9 sales_music
3699  LegVanished call-9 16
        · LegEnded call-9 c1-13 caller cause=16
        · ContactEnded c1-13 abandoned
        · WaitEnded c1-13 sales waited_s=1 abandoned
The queue is closed down: who was to be called back for it is given up.
3700  PolicyApplied calling_nobody_for_sales
        · PolicyChanged version=4 []
        · Overflowed c1-11 sales ToEnd() closed []
        · ContactEnded c1-11 unreached
        · WaitEnded c1-11 sales waited_s=3597 left
