One number is called once at a time, and not while its customer is on the line with us.

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
Two callers from one number: the second is not due before the first is over.
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +436601111111
        · ContactArrived c1-2 call-2 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
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
        · CallbackPutOff c1-1 until=34 in_use
5     KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436601111111
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
6     PlaybackEnded c1-2-p1
        · FlowEnded c1-2 bye
        · CustomerParted c1-2 call-2
        · CallbackPutOff c1-2 until=36 in_use
        → EndLeg call-2 normal
6.1   LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16 asked
The second one has left the line while the first one rested. The first one is called first all the same.
70    TimePassed
        · RingOpened c1-1 sales ring=1
        · RingOpened c1-2 sales ring=1
        · CallbackFellDue c1-1
        · CallbackPutOff c1-2 until=100 in_use
71    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 70 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
        = done
71.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
71.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
72    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=71 answered
        → Play o1-3-leg o1-3-b sound:welcome
72.5  PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-3-leg
73    LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
73.1  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
74    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        → StopMusic o1-3-leg
        → StopMusic c1-1-d1
        → Join o1-3-bridge [c1-1-d1 o1-3-leg]
74.1  LegJoined c1-1-d1 o1-3-bridge
74.2  LegJoined o1-3-leg o1-3-bridge
        · TalkJoined c1-1 bob
A gap in the talk: it goes on.
75    AsteriskLost
76    AsteriskSeen c1-1-d1:up o1-3-leg:up o1-3-bridge=c1-1-d1,o1-3-leg
        → StopMusic o1-3-leg
        → StopMusic c1-1-d1
77    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=87
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
77.1  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
77.2  EndWrapUp bob
        · WrapUpEnded bob
        = done
100   TimePassed
        · CallbackFellDue c1-2
        · OfferOpened o1-4 c1-2 bob 202 o1-4-leg sales (waited 98 s, 0 ahead; candidates: bob 5 idle 22.8 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
100.1 LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-2 agent
        → Ring o1-4-leg give_up_s=24
100.2 LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-2 agent
        · OfferRang o1-4 c1-2 bob
101   LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-2 agent
        · OfferAnswered o1-4 c1-2 bob o1-4-leg
        · WaitEnded c1-2 sales waited_s=99 answered
        → Play o1-4-leg o1-4-b sound:welcome
101.5 PlaybackEnded o1-4-b
        · CustomerWanted c1-2 bob o1-4-leg
        · CustomerDialled c1-2 c1-2-d1 +436601111111 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-2-d1 c1-2 +436601111111@out +431234 o1-4-leg
102   LegSeen c1-2-d1
        · LegAppeared c1-2-d1 c1-2 caller
        → Ring c1-2-d1 give_up_s=35
102.1 LegRang c1-2-d1
        · LegStartedRinging c1-2-d1 c1-2 caller
103   LegAnswered c1-2-d1
        · LegCameUp c1-2-d1 c1-2 caller
        · CustomerReached c1-2 c1-2-d1
        · TalkBegan c1-2 bob o1-4 o1-4-bridge
        → StopMusic o1-4-leg
        → StopMusic c1-2-d1
        → Join o1-4-bridge [c1-2-d1 o1-4-leg]
The two do not get together: the customer waits on the line, and has enough of it.
103.1 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-2 agent cause=16
        · TalkFailed c1-2 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-2 sales order_key=2 answered_at=1.76761e+09
        · WaitPromised c1-2 sales too_few
        → EndBridge o1-4-bridge
        → StartMusic c1-2-d1 sales_music
103.2 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
104   KeyPressed c1-2-d1 9
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 9
        · FlowEnded c1-2 bye
        · ContactEnded c1-2 flow_ended
        · WaitEnded c1-2 sales waited_s=0.9 left
        → StopMusic c1-2-d1
        → EndLeg c1-2-d1 normal
105   LegVanished c1-2-d1 16
        · LegEnded c1-2-d1 c1-2 caller cause=16 asked
Telephones that ring, or at which somebody outside is asked for a key, are let go.
108.1 TimePassed
110   GoReady bob
        · AgentBecameReady bob
        = done
111   CallArrived call-3 200 +436602222222
        · ContactArrived c1-5 call-3 200 +436602222222 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=111
        · WaitPromised c1-5 sales promise=0-0
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-6-leg 202 202 o1-6 call-3 Sales +436602222222
111.1 LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=24
111.2 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-5 agent
        · OfferRang o1-6 c1-5 bob
112   KeyPressed call-3 1
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 1
        · CallbackAgreed c1-5 +436602222222
        · PromptBegan c1-5 thanks goodbye
        · OfferWithdrawn o1-6 c1-5 bob o1-6-leg chosen_anew
        → StopMusic call-3
        → Play call-3 c1-5-p1 sound:goodbye
        → EndLeg o1-6-leg no_answer
112.1 LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
113   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
120   GoReady night
        · AgentBecameReady night
        = done
120.5 TimePassed
121   TimePassed
        · RingOpened c1-5 sales ring=1
122   CallArrived call-4 200 +436603333333
        · ContactArrived c1-7 call-4 200 +436603333333 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=122
        · WaitPromised c1-7 sales promise=0-60
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
132   TimePassed
        · RingOpened c1-7 sales ring=1
        · OfferOpened o1-8 c1-7 night night o1-8-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 12 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-8-leg night +43@out o1-8 call-4 Sales 200
132.1 LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=43
132.2 LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-7 agent
        → Play o1-8-leg o1-8-q1 sound:menu
133   KeyPressed call-4 1
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 1
        · CallbackAgreed c1-7 +436603333333
        · PromptBegan c1-7 thanks goodbye
        · OfferWithdrawn o1-8 c1-7 night o1-8-leg chosen_anew
        → StopMusic call-4
        → Play call-4 c1-7-p1 sound:goodbye
        → EndLeg o1-8-leg no_answer
133.1 LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16 asked
134   GoNotReady night break
        · AgentBecameNotReady night break
        = done
135   LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
        · CustomerParted c1-7 call-4
        · CallbackFellDue c1-7
136   PlaybackEnded c1-5-p1
        · FlowEnded c1-5 bye
        · CustomerParted c1-5 call-3
        · CallbackFellDue c1-5
        → EndLeg call-3 normal
136.1 LegVanished call-3 16
        · LegEnded call-3 c1-5 caller cause=16 asked
Who rings while somebody waits for a callback at that number is not called meanwhile: until that one ends.
140   CallArrived call-5 200 06603333333
        · ContactArrived c1-9 call-5 200 06603333333 straight open policy_version=2
        · CallbackPutOff c1-7 until=170 in_use
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=140
        · WaitPromised c1-9 sales nobody
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
170   TimePassed
        · RingOpened c1-9 sales ring=1
        · CallbackPutOff c1-7 until=200 in_use
180   LegVanished call-5 16
        · LegEnded call-5 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 sales waited_s=40 abandoned
181   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-10 c1-5 bob 202 o1-10-leg sales (waited 70 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-10-leg 202 202 o1-10 - Sales +436602222222
        = done
181.1 LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-5 agent
        → Ring o1-10-leg give_up_s=24
181.2 LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-5 agent
        · OfferRang o1-10 c1-5 bob
182   CallArrived call-6 200 +436602222222
        · ContactArrived c1-11 call-6 200 +436602222222 straight open policy_version=2
        · CallbackPutOff c1-5 until=212 in_use
        · QueueChosen c1-11 sales []
        · OfferWithdrawn o1-10 c1-5 bob o1-10-leg put_off
        · PlaceTaken c1-11 sales [sales≥1] order_key=182
        · WaitPromised c1-11 sales too_few
        → AnswerLeg call-6
        → EndLeg o1-10-leg no_answer
        → StartMusic call-6 sales_music
182.1 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
182.2 LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-5 agent cause=16 asked
183   LegVanished call-6 16
        · LegEnded call-6 c1-11 caller cause=16
        · ContactEnded c1-11 abandoned
        · WaitEnded c1-11 sales waited_s=1 abandoned
