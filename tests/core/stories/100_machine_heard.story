An agent hears that a machine has taken the call, and says so by a key: it is tried again later, and in the end not any more.

0     AsteriskSeen
0     PolicyApplied saying_machine
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=8 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
Of a customer who came by telephone nobody says so, whatever the agent presses.
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=8
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
1     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 call-1 Sales +436601234567
        = done
1.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
1.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
2     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · TalkBegan c1-1 bob o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=1 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
2.2   LegJoined call-1 o1-2-bridge
2.3   LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 bob
3     KeyPressed o1-2-leg *
4     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-2-leg o1-2-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=14
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
4.1   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
5     GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
And now the machine.
14    TimePassed
        · WrapUpEnded bob by_limit
20    CallArrived call-2 200 +436601234567
        · ContactArrived c1-3 call-2 200 +436601234567 straight open policy_version=8
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=20 (for bob, last_agent)
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
21    KeyPressed call-2 1
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 1
        · CallbackAgreed c1-3 +436601234567
        · PromptBegan c1-3 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-3-p1 sound:goodbye
22    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · CustomerParted c1-3 call-2
        · CallbackFellDue c1-3
30    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 10 s, 0 ahead; candidates: bob 5 idle 0 s; others: 3 is not the one it is meant for)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601234567
        = done
30.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
30.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
31    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-3 agent
        · OfferAnswered o1-4 c1-3 bob o1-4-leg
        · WaitEnded c1-3 sales waited_s=11 answered
        → Play o1-4-leg o1-4-b sound:welcome
32    PlaybackEnded o1-4-b
        · CustomerWanted c1-3 bob o1-4-leg
        · CustomerDialled c1-3 c1-3-d1 +436601234567 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-3-d1 c1-3 +436601234567@out +431234 o1-4-leg
32.1  LegSeen c1-3-d1
        · LegAppeared c1-3-d1 c1-3 caller
        → Ring c1-3-d1 give_up_s=35
32.5  LegRang c1-3-d1
        · LegStartedRinging c1-3-d1 c1-3 caller
35    LegAnswered c1-3-d1
        · LegCameUp c1-3-d1 c1-3 caller
        · CustomerReached c1-3 c1-3-d1
        · TalkBegan c1-3 bob o1-4 o1-4-bridge
        → StopMusic o1-4-leg
        → StopMusic c1-3-d1
        → Join o1-4-bridge [c1-3-d1 o1-4-leg] hears_keys
35.1  LegJoined c1-3-d1 o1-4-bridge
35.2  KeyPressed o1-4-leg *
35.3  LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-3 bob
36    KeyPressed c1-3-d1 *
37    KeyPressed o1-4-leg 5
40    KeyPressed o1-4-leg *
        · MachineHeard c1-3 bob
        · CustomerMissed c1-3 c1-3-d1 voicemail again_at=140
        · TalkFailed c1-3 bob o1-4-leg o1-4-bridge listened
        · PlaceRestored c1-3 sales order_key=20 answered_at=1.76761e+09 listened
        · WaitPromised c1-3 sales too_few
        → EndLeg c1-3-d1 no_answer
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
40    TimePassed
        · PersonGivenUp c1-3 bob substitutes
40.1  KeyPressed o1-4-leg *
40.2  LegVanished c1-3-d1 16
        · LegEnded c1-3-d1 c1-3 caller cause=16 asked
40.3  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
Once more a machine; there is no third try.
45    TimePassed
60    TimePassed
        · PersonGivenUp c1-3 bob
        · RingOpened c1-3 sales ring=1
140   TimePassed
        · CallbackFellDue c1-3
        · OfferOpened o1-5 c1-3 bob 202 o1-5-leg sales (waited 120 s, 0 ahead; candidates: bob 5 idle 100 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436601234567
141   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-3 agent
        → Ring o1-5-leg give_up_s=24
141.1 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-3 agent
        · OfferRang o1-5 c1-3 bob
142   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-3 agent
        · OfferAnswered o1-5 c1-3 bob o1-5-leg
        · WaitEnded c1-3 sales waited_s=102 answered
        → Play o1-5-leg o1-5-b sound:welcome
143   PlaybackEnded o1-5-b
        · CustomerWanted c1-3 bob o1-5-leg
        · CustomerDialled c1-3 c1-3-d2 +436601234567 attempt=2
        → StartMusic o1-5-leg sales_music
        → DialOut c1-3-d2 c1-3 +436601234567@out +431234 o1-5-leg
143.1 LegSeen c1-3-d2
        · LegAppeared c1-3-d2 c1-3 caller
        → Ring c1-3-d2 give_up_s=35
143.5 LegRang c1-3-d2
        · LegStartedRinging c1-3-d2 c1-3 caller
145   LegAnswered c1-3-d2
        · LegCameUp c1-3-d2 c1-3 caller
        · CustomerReached c1-3 c1-3-d2
        · TalkBegan c1-3 bob o1-5 o1-5-bridge
        → StopMusic o1-5-leg
        → StopMusic c1-3-d2
        → Join o1-5-bridge [c1-3-d2 o1-5-leg] hears_keys
145.2 LegJoined c1-3-d2 o1-5-bridge
145.3 LegJoined o1-5-leg o1-5-bridge
        · TalkJoined c1-3 bob
150   KeyPressed o1-5-leg *
        · MachineHeard c1-3 bob
        · CustomerMissed c1-3 c1-3-d2 voicemail -
        · TalkFailed c1-3 bob o1-5-leg o1-5-bridge listened
        · PlaceRestored c1-3 sales order_key=20 answered_at=1.76761e+09 listened
        · WaitPromised c1-3 sales too_few
        · CallbackGivenUp c1-3 exhausted -
        · ContactEnded c1-3 unreached
        · WaitEnded c1-3 sales waited_s=0 left
        → EndLeg c1-3-d2 no_answer
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
150.1 LegVanished c1-3-d2 16
        · LegEnded c1-3-d2 c1-3 caller cause=16 asked
150.2 LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
