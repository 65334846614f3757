A ring that opens offers a callback to those who wait for it: once, and they keep their place.

0     AsteriskSeen
0     PolicyApplied proposing
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
1     TimePassed
2     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
The first one takes it.
2     TimePassed
11    TimePassed
        · RingOpened c1-1 sales ring=1
        · CallbackProposed c1-1 sales offered ring -
        · MenuOpened c1-1 offered
        · PromptBegan c1-1 confirm is_it
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1,sound:is_it
12    TimePassed
        · RingOpened c1-2 sales ring=1
        · CallbackProposed c1-2 sales offered ring -
        · MenuOpened c1-2 offered
        · PromptBegan c1-2 confirm is_it
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2,sound:is_it
15    PlaybackEnded c1-1-p1
16    KeyPressed call-1 1
        · KeyTaken c1-1 confirm 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks we_call
        → Play call-1 c1-1-p2 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1
18    PlaybackEnded c1-1-p2
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        → EndLeg call-1 normal
18.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
The second one says nothing and waits on, and is not asked again when the next ring opens.
19    PlaybackEnded c1-2-p1
35    TimePassed
        · KeyMissed c1-2 confirm
        · WaitGoesOn c1-2
        · RingOpened c1-1 sales ring=2
        · RingOpened c1-2 sales ring=2
        → StartMusic call-2 sales_music
A third one is in the menu when the ring opens: it is offered afterwards, and to nobody who has heard it already.
40    CallArrived call-3 200 +436603333333
        · ContactArrived c1-3 call-3 200 +436603333333 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=40
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
40    TimePassed
48    KeyPressed call-3 #
        · MenuOpened c1-3 where_to
        · PromptBegan c1-3 confirm is_it
        → StopMusic call-3
        → Play call-3 c1-3-p1 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3,sound:is_it
51    TimePassed
        · RingOpened c1-3 sales ring=1
52    KeyPressed call-3 9
        · KeyTaken c1-3 confirm 9
        · WaitGoesOn c1-3
        → StopPlayback c1-3-p1
        → StartMusic call-3 sales_music
52    TimePassed
        · CallbackProposed c1-3 sales offered ring -
        · MenuOpened c1-3 offered
        · PromptBegan c1-3 confirm is_it
        → StopMusic call-3
        → Play call-3 c1-3-p2 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3,sound:is_it
53    KeyPressed call-3 9
        · KeyTaken c1-3 confirm 9
        · WaitGoesOn c1-3
        → StopPlayback c1-3-p2
        → StartMusic call-3 sales_music
54    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=14 abandoned
The first one is called back.
57    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=55 abandoned
59    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 58 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
        = done
59.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
59.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
60    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=59 answered
        → Play o1-4-leg o1-4-b sound:welcome
61    PlaybackEnded o1-4-b
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-4-leg
