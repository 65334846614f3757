The trunk is not there: Asterisk would not make the call. Nobody is given up for that, and agents are left in peace.

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
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=2
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
3.5   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
4     KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436602222222
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
4.5   LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackFellDue c1-2
5     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 4 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 not ready: logged in, 2 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
        = done
5.1   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
5.2   LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
6     LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=5 answered
        → Play o1-3-leg o1-3-b sound:welcome
7     PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-3-leg
7.1   LegRefused c1-1-d1 unreachable
        · LegEnded c1-1-d1 c1-1 caller - refused
        · CustomerMissed c1-1 c1-1-d1 no_trunk again_at=67.1
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
The agent is free again, and not rung for the next one.
7.2   LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    TimePassed
        · RingOpened c1-2 sales ring=1
12.1  TimePassed
13    GoReady eva
        · AgentBecameReady eva
        = done
A minute later it is tried again: with one agent, though there are two.
67.1  TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-4 c1-1 eva 201 o1-4-leg sales (waited 66.1 s, 0 ahead; candidates: eva 8 idle 54.1 s, bob 5 idle 60 s; others: 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 - Sales +436601111111
68    LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
68.1  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 eva
69    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 eva o1-4-leg
        · WaitEnded c1-1 sales waited_s=61.9 answered
        → Play o1-4-leg o1-4-b sound:welcome
70    PlaybackEnded o1-4-b
        · CustomerWanted c1-1 eva o1-4-leg
        · CustomerDialled c1-1 c1-1-d2 +436601111111 attempt=2
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601111111@out +431234 o1-4-leg
70.1  LegRefused c1-1-d2 unreachable
        · LegEnded c1-1-d2 c1-1 caller - refused
        · CustomerMissed c1-1 c1-1-d2 no_trunk again_at=130.1
        · TalkFailed c1-1 eva o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales promise=0-0
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
70.2  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
75.1  TimePassed
The trunk is back: with the first telephone that rings the next customer is called, too.
130.1 TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-5 c1-1 eva 201 o1-5-leg sales (waited 129.1 s, 0 ahead; candidates: eva 8 idle 60 s, bob 5 idle 123 s; others: 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 - Sales +436601111111
131   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
131.1 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 eva
132   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 eva o1-5-leg
        · WaitEnded c1-1 sales waited_s=61.9 answered
        → Play o1-5-leg o1-5-b sound:welcome
133   PlaybackEnded o1-5-b
        · CustomerWanted c1-1 eva o1-5-leg
        · CustomerDialled c1-1 c1-1-d3 +436601111111 attempt=3
        → StartMusic o1-5-leg sales_music
        → DialOut c1-1-d3 c1-1 +436601111111@out +431234 o1-5-leg
133.1 LegSeen c1-1-d3
        · LegAppeared c1-1-d3 c1-1 caller
        → Ring c1-1-d3 give_up_s=35
134   LegRang c1-1-d3
        · LegStartedRinging c1-1-d3 c1-1 caller
        · OfferOpened o1-6 c1-2 bob 202 o1-6-leg sales (waited 132 s, 0 ahead; candidates: bob 5 idle 126.9 s; others: 1 not ready: break, 1 on a call, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436602222222
134.1 LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-2 agent
        → Ring o1-6-leg give_up_s=24
134.2 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-2 agent
        · OfferRang o1-6 c1-2 bob
135   LegAnswered c1-1-d3
        · LegCameUp c1-1-d3 c1-1 caller
        · CustomerReached c1-1 c1-1-d3
        · TalkBegan c1-1 eva o1-5 o1-5-bridge
        → StopMusic o1-5-leg
        → StopMusic c1-1-d3
        → Join o1-5-bridge [c1-1-d3 o1-5-leg]
