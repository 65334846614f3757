A line that is busy for more than an hour: tried again and again, with longer and longer rests, until it is not.

0     AsteriskSeen
0     PolicyApplied calling_patiently
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=10 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=10
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
7     LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
8     LegVanished c1-1-d1 17
        · LegEnded c1-1-d1 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d1 busy again_at=128
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
8.1   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
128   TimePassed
        · RingOpened c1-1 sales ring=1
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 127 s, 0 ahead; candidates: bob 5 idle 120 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
128.1 LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
128.2 LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
129   LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=121 answered
        → Play o1-3-leg o1-3-b sound:welcome
130   PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d2 +436601111111 attempt=2
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601111111@out +431234 o1-3-leg
131   LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
132   LegVanished c1-1-d2 17
        · LegEnded c1-1-d2 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d2 busy again_at=432
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
132.1 LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
432   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 431 s, 0 ahead; candidates: bob 5 idle 300 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
432.1 LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
432.2 LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
433   LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=301 answered
        → Play o1-4-leg o1-4-b sound:welcome
434   PlaybackEnded o1-4-b
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d3 +436601111111 attempt=3
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d3 c1-1 +436601111111@out +431234 o1-4-leg
435   LegSeen c1-1-d3
        · LegAppeared c1-1-d3 c1-1 caller
        → Ring c1-1-d3 give_up_s=35
436   LegVanished c1-1-d3 17
        · LegEnded c1-1-d3 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d3 busy again_at=1036
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
436.1 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
1036  TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 1035 s, 0 ahead; candidates: bob 5 idle 600 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436601111111
1036.1 LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
1036.2 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 bob
1037  LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 bob o1-5-leg
        · WaitEnded c1-1 sales waited_s=601 answered
        → Play o1-5-leg o1-5-b sound:welcome
1038  PlaybackEnded o1-5-b
        · CustomerWanted c1-1 bob o1-5-leg
        · CustomerDialled c1-1 c1-1-d4 +436601111111 attempt=4
        → StartMusic o1-5-leg sales_music
        → DialOut c1-1-d4 c1-1 +436601111111@out +431234 o1-5-leg
1039  LegSeen c1-1-d4
        · LegAppeared c1-1-d4 c1-1 caller
        → Ring c1-1-d4 give_up_s=35
1040  LegVanished c1-1-d4 17
        · LegEnded c1-1-d4 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d4 busy again_at=2840
        · TalkFailed c1-1 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
1040.1 LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16 asked
2840  TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-6 c1-1 bob 202 o1-6-leg sales (waited 2839 s, 0 ahead; candidates: bob 5 idle 1800 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436601111111
2840.1 LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-1 agent
        → Ring o1-6-leg give_up_s=24
2840.2 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-1 agent
        · OfferRang o1-6 c1-1 bob
2841  LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-1 agent
        · OfferAnswered o1-6 c1-1 bob o1-6-leg
        · WaitEnded c1-1 sales waited_s=1801 answered
        → Play o1-6-leg o1-6-b sound:welcome
2842  PlaybackEnded o1-6-b
        · CustomerWanted c1-1 bob o1-6-leg
        · CustomerDialled c1-1 c1-1-d5 +436601111111 attempt=5
        → StartMusic o1-6-leg sales_music
        → DialOut c1-1-d5 c1-1 +436601111111@out +431234 o1-6-leg
2843  LegSeen c1-1-d5
        · LegAppeared c1-1-d5 c1-1 caller
        → Ring c1-1-d5 give_up_s=35
2844  LegVanished c1-1-d5 17
        · LegEnded c1-1-d5 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d5 busy again_at=6444
        · TalkFailed c1-1 bob o1-6-leg o1-6-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
2844.1 LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-1 agent cause=16 asked
6444  TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-7 c1-1 bob 202 o1-7-leg sales (waited 6443 s, 0 ahead; candidates: bob 5 idle 3600 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-7-leg 202 202 o1-7 - Sales +436601111111
6444.1 LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-1 agent
        → Ring o1-7-leg give_up_s=24
6444.2 LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-1 agent
        · OfferRang o1-7 c1-1 bob
6445  LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-1 agent
        · OfferAnswered o1-7 c1-1 bob o1-7-leg
        · WaitEnded c1-1 sales waited_s=3601 answered
        → Play o1-7-leg o1-7-b sound:welcome
6446  PlaybackEnded o1-7-b
        · CustomerWanted c1-1 bob o1-7-leg
        · CustomerDialled c1-1 c1-1-d6 +436601111111 attempt=6
        → StartMusic o1-7-leg sales_music
        → DialOut c1-1-d6 c1-1 +436601111111@out +431234 o1-7-leg
6447  LegSeen c1-1-d6
        · LegAppeared c1-1-d6 c1-1 caller
        → Ring c1-1-d6 give_up_s=35
6448  LegRang c1-1-d6
        · LegStartedRinging c1-1-d6 c1-1 caller
6449  LegAnswered c1-1-d6
        · LegCameUp c1-1-d6 c1-1 caller
        · CustomerReached c1-1 c1-1-d6
        · TalkBegan c1-1 bob o1-7 o1-7-bridge
        → StopMusic o1-7-leg
        → StopMusic c1-1-d6
        → Join o1-7-bridge [c1-1-d6 o1-7-leg]
