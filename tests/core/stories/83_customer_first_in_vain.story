The customer first, where it comes to nothing: what breaks meanwhile, the last try, no trunk, and no queue any more.

0     AsteriskSeen
0     PolicyApplied customer_first
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
1     CallArrived call-1 300 +436601234567
        · ContactArrived c1-1 call-1 300 +436601234567 ahead open policy_version=5
        · QueueChosen c1-1 sales [] to_be_called
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:goodbye
2     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
3     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
Asterisk is away when the telephone should ring: nobody knows what came of it, and it is tried again later.
4     GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 -
        = done
4.1   AsteriskLost
5     AsteriskSeen asked=4.9
        · LegEnded c1-1-d1 c1-1 caller - lost
        · CustomerMissed c1-1 c1-1-d1 unknown again_at=65
5.1   LegVanished c1-1-d1 16
Somebody else is asked for the key, and hangs up; and the time after that again. No agent has to be free for the end.
7     CallArrived call-2 300 +436607654321
        · ContactArrived c1-2 call-2 300 +436607654321 ahead open policy_version=5
        · QueueChosen c1-2 sales [] to_be_called
        · CallbackAgreed c1-2 +436607654321
        · PromptBegan c1-2 thanks goodbye
        · PlaceTaken c1-2 sales [sales≥1] order_key=7
        · WaitPromised c1-2 sales promise=0-0
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:goodbye
8     LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackFellDue c1-2
        · CustomerDialled c1-2 c1-2-d1 +436607654321 attempt=1
        → DialOut c1-2-d1 c1-2 +436607654321@out +431234 -
9.1   LegSeen c1-2-d1
        · LegAppeared c1-2-d1 c1-2 caller
        → Ring c1-2-d1 give_up_s=35
9.2   LegRang c1-2-d1
        · LegStartedRinging c1-2-d1 c1-2 caller
10    LegAnswered c1-2-d1
        · LegCameUp c1-2-d1 c1-2 caller
        · CallPickedUp c1-2 c1-2-d1
        → Play c1-2-d1 c1-2-d1-w1 sound:menu
11    LegVanished c1-2-d1 16
        · LegEnded c1-2-d1 c1-2 caller cause=16
        · CustomerMissed c1-2 c1-2-d1 hung_up again_at=61
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
17    TimePassed
        · RingOpened c1-2 sales ring=1
61    TimePassed
        · CallbackFellDue c1-2
62    GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-2 c1-2-d2 +436607654321 attempt=2
        → DialOut c1-2-d2 c1-2 +436607654321@out +431234 -
        = done
62.1  LegSeen c1-2-d2
        · LegAppeared c1-2-d2 c1-2 caller
        → Ring c1-2-d2 give_up_s=35
62.2  LegRang c1-2-d2
        · LegStartedRinging c1-2-d2 c1-2 caller
63    LegAnswered c1-2-d2
        · LegCameUp c1-2-d2 c1-2 caller
        · CallPickedUp c1-2 c1-2-d2
        → Play c1-2-d2 c1-2-d2-w1 sound:menu
64    LegVanished c1-2-d2 16
        · LegEnded c1-2-d2 c1-2 caller cause=16
        · CustomerMissed c1-2 c1-2-d2 hung_up -
        · CallbackGivenUp c1-2 exhausted -
        · ContactEnded c1-2 unreached
        · WaitEnded c1-2 sales waited_s=57 left
The number of the first one is in use just when it would be called.
64.1  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
64.5  CallArrived call-3 200 +436601234567
        · ContactArrived c1-3 call-3 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=64.5
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
65    TimePassed
        · CallbackPutOff c1-1 until=95 in_use
70    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=5.5 abandoned
The company has no trunk any more: that is a miss, and the last one.
95    TimePassed
        · CallbackFellDue c1-1
96    PolicyApplied customer_first_without_a_trunk
        · PolicyChanged version=7 []
97    GoReady bob
        · AgentBecameReady bob
        · CustomerMissed c1-1 c1-1-d2 invalid -
        · CallbackGivenUp c1-1 exhausted -
        · ContactEnded c1-1 unreached
        · WaitEnded c1-1 sales waited_s=96 left
        = done
Agents are rung first again while the telephone rings: that goes on, and no key is asked for.
100   PolicyApplied customer_first
        · PolicyChanged version=5 []
101   CallArrived call-4 300 +436601111111
        · ContactArrived c1-4 call-4 300 +436601111111 ahead open policy_version=5
        · QueueChosen c1-4 sales [] to_be_called
        · CallbackAgreed c1-4 +436601111111
        · PromptBegan c1-4 thanks goodbye
        · PlaceTaken c1-4 sales [sales≥1] order_key=101
        · WaitPromised c1-4 sales promise=0-0
        → AnswerLeg call-4
        → Play call-4 c1-4-p1 sound:goodbye
102   LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · CustomerParted c1-4 call-4
        · CallbackFellDue c1-4
        · CustomerDialled c1-4 c1-4-d1 +436601111111 attempt=1
        → DialOut c1-4-d1 c1-4 +436601111111@out +431234 -
102.1 LegSeen c1-4-d1
        · LegAppeared c1-4-d1 c1-4 caller
        → Ring c1-4-d1 give_up_s=35
102.2 LegRang c1-4-d1
        · LegStartedRinging c1-4-d1 c1-4 caller
102.3 PolicyApplied customer_first_no_more
        · PolicyChanged version=6 [sales]
103   LegAnswered c1-4-d1
        · LegCameUp c1-4-d1 c1-4 caller
        · CustomerReached c1-4 c1-4-d1
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 6 s; others: 1 logged out, 2 serves other queues)
        → StartMusic c1-4-d1 sales_music
        → CreateLeg o1-5-leg 202 202 o1-5 c1-4-d1 Sales +436601111111
103.1 LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
103.2 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-4 agent
        · OfferRang o1-5 c1-4 bob
104   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        · OfferAnswered o1-5 c1-4 bob o1-5-leg
        · TalkBegan c1-4 bob o1-5 o1-5-bridge
        · WaitEnded c1-4 sales waited_s=3 answered
        → StopMusic o1-5-leg
        → StopMusic c1-4-d1
        → Join o1-5-bridge [c1-4-d1 o1-5-leg]
104.1 LegJoined c1-4-d1 o1-5-bridge
104.2 LegJoined o1-5-leg o1-5-bridge
        · TalkJoined c1-4 bob
105   LegVanished c1-4-d1 16
        · LegEnded c1-4-d1 c1-4 caller cause=16
        · TalkEnded c1-4 bob o1-5-leg o1-5-bridge caller
        · ContactEnded c1-4 served
        · WrapUpBegan bob c1-4 until=115
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
105.1 LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16 asked
106   EndWrapUp bob
        · WrapUpEnded bob
        = done
There is no queue any more: who is to be called in it is not called.
107   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
108   PolicyApplied customer_first
        · PolicyChanged version=5 [sales]
109   CallArrived call-5 300 +436602222222
        · ContactArrived c1-6 call-5 300 +436602222222 ahead open policy_version=5
        · QueueChosen c1-6 sales [] to_be_called
        · CallbackAgreed c1-6 +436602222222
        · PromptBegan c1-6 thanks goodbye
        · PlaceTaken c1-6 sales [sales≥1] order_key=109
        · WaitPromised c1-6 sales nobody
        → AnswerLeg call-5
        → Play call-5 c1-6-p1 sound:goodbye
110   LegVanished call-5 16
        · LegEnded call-5 c1-6 caller cause=16
        · CustomerParted c1-6 call-5
        · CallbackFellDue c1-6
111   PolicyApplied customer_first_for_repair
        · PolicyChanged version=8 []
        · Overflowed c1-6 sales ToEnd() closed []
        · ContactEnded c1-6 unreached
        · WaitEnded c1-6 sales waited_s=2 left
An agent comes in the very moment in which it is no hour any more to call: it is put off until it is one again.
112   PolicyApplied customer_first_by_day
        · PolicyChanged version=9 [sales]
113   CallArrived call-6 300 +436603333333
        · ContactArrived c1-7 call-6 300 +436603333333 ahead open policy_version=9
        · QueueChosen c1-7 sales [] to_be_called
        · CallbackAgreed c1-7 +436603333333
        · PromptBegan c1-7 thanks goodbye
        · PlaceTaken c1-7 sales [sales≥1] order_key=113
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-6
        → Play call-6 c1-7-p1 sound:goodbye
114   LegVanished call-6 16
        · LegEnded call-6 c1-7 caller cause=16
        · CustomerParted c1-7 call-6
        · CallbackFellDue c1-7
120   GoReady bob
        · AgentBecameReady bob
        · CallbackPutOff c1-7 until=600 hours
        = done
A machine takes the call at last, and again, which is once too often.
123   TimePassed
        · RingOpened c1-7 sales ring=1
600   TimePassed
        · CallbackFellDue c1-7
        · CustomerDialled c1-7 c1-7-d1 +436603333333 attempt=1
        → DialOut c1-7-d1 c1-7 +436603333333@out +431234 -
600.1 LegSeen c1-7-d1
        · LegAppeared c1-7-d1 c1-7 caller
        → Ring c1-7-d1 give_up_s=35
600.2 LegRang c1-7-d1
        · LegStartedRinging c1-7-d1 c1-7 caller
601   LegAnswered c1-7-d1
        · LegCameUp c1-7-d1 c1-7 caller
        · CallPickedUp c1-7 c1-7-d1
        → Play c1-7-d1 c1-7-d1-w1 sound:menu
602   PlaybackEnded c1-7-d1-w1
606   TimePassed
        → Play c1-7-d1 c1-7-d1-w2 sound:menu
607   PlaybackEnded c1-7-d1-w2
611   TimePassed
        · CustomerMissed c1-7 c1-7-d1 voicemail again_at=711
        → EndLeg c1-7-d1 no_answer
611.1 LegVanished c1-7-d1 16
        · LegEnded c1-7-d1 c1-7 caller cause=16 asked
711   TimePassed
        · CallbackFellDue c1-7
        · CustomerDialled c1-7 c1-7-d2 +436603333333 attempt=2
        → DialOut c1-7-d2 c1-7 +436603333333@out +431234 -
711.1 LegSeen c1-7-d2
        · LegAppeared c1-7-d2 c1-7 caller
        → Ring c1-7-d2 give_up_s=35
711.2 LegRang c1-7-d2
        · LegStartedRinging c1-7-d2 c1-7 caller
712   LegAnswered c1-7-d2
        · LegCameUp c1-7-d2 c1-7 caller
        · CallPickedUp c1-7 c1-7-d2
        → Play c1-7-d2 c1-7-d2-w1 sound:menu
713   PlaybackEnded c1-7-d2-w1
717   TimePassed
        → Play c1-7-d2 c1-7-d2-w2 sound:menu
718   PlaybackEnded c1-7-d2-w2
722   TimePassed
        · CustomerMissed c1-7 c1-7-d2 voicemail -
        · CallbackGivenUp c1-7 exhausted -
        · ContactEnded c1-7 unreached
        · WaitEnded c1-7 sales waited_s=609 left
        → EndLeg c1-7-d2 no_answer
722.1 LegVanished c1-7-d2 16
        · LegEnded c1-7-d2 c1-7 caller cause=16 asked
