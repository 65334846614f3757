Two wait to be called back at one number, which is in use by a third: whoever has the older place is called first, also
if the other's rest ends before.

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
2     CallArrived call-2 200 +436601111111
        · ContactArrived c1-2 call-2 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
2.5   CallArrived call-3 200 +436601111111
        · ContactArrived c1-3 call-3 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=2.5
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
The younger one asks first, and rests until 34; the older one until 45.
3     KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436601111111
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
4     LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackPutOff c1-2 until=34 in_use
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    TimePassed
        · RingOpened c1-2 sales ring=1
12.5  TimePassed
        · RingOpened c1-3 sales ring=1
14    KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
15    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackPutOff c1-1 until=45 in_use
20    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=17.5 abandoned
34    TimePassed
        · CallbackPutOff c1-2 until=64 in_use
40    GoReady bob
        · AgentBecameReady bob
        = done
45    TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 44 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
