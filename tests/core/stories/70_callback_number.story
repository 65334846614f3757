The number is read back, and another one may be keyed in: that one is called.

0     AsteriskSeen
0     PolicyApplied calling_elsewhere
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
The number of the caller is read out, as one dials it in this country.
5     KeyPressed call-1 #
        · MenuOpened c1-1 where_to
        · PromptBegan c1-1 confirm is_it
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:1,sound:2,sound:3,sound:4,sound:5,sound:6,sound:7,sound:is_it
9     PlaybackEnded c1-1-p1
10    KeyPressed call-1 2
        · KeyTaken c1-1 confirm 2
        · PromptBegan c1-1 other key_in
        → Play call-1 c1-1-p2 sound:key_in
The number of the police stands for nothing: it is asked again.
11    PlaybackEnded c1-1-p2
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    KeyPressed call-1 1
12.1  KeyPressed call-1 3
12.2  KeyPressed call-1 3
12.3  KeyPressed call-1 #
        · DigitsMistaken c1-1 other 133
        · PromptBegan c1-1 other unknown
        → Play call-1 c1-1-p3 sound:unknown
13    PlaybackEnded c1-1-p3
        · PromptBegan c1-1 other key_in
        → Play call-1 c1-1-p4 sound:key_in
14    KeyPressed call-1 0
        → StopPlayback c1-1-p4
A star begins anew.
14.1  KeyPressed call-1 *
14.2  KeyPressed call-1 0
14.3  KeyPressed call-1 6
14.4  KeyPressed call-1 6
14.5  KeyPressed call-1 0
14.6  KeyPressed call-1 7
14.7  KeyPressed call-1 6
14.8  KeyPressed call-1 5
14.9  KeyPressed call-1 4
15    KeyPressed call-1 3
15.1  KeyPressed call-1 2
15.2  KeyPressed call-1 1
15.3  KeyPressed call-1 #
        · NumberEntered c1-1 other 06607654321 +436607654321
        · PromptBegan c1-1 confirm is_it
        → Play call-1 c1-1-p5 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:7,sound:6,sound:5,sound:4,sound:3,sound:2,sound:1,sound:is_it
It is read out, and confirmed.
18    PlaybackEnded c1-1-p5
19    KeyPressed call-1 1
        · KeyTaken c1-1 confirm 1
        · CallbackAgreed c1-1 +436607654321
        · PromptBegan c1-1 thanks we_call
        → Play call-1 c1-1-p6 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:7,sound:6,sound:5,sound:4,sound:3,sound:2,sound:1
21    PlaybackEnded c1-1-p6
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        → EndLeg call-1 normal
21.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
The agent is shown it, and it is dialled.
30    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 29 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436607654321
        = done
30.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
30.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
31    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=30 answered
        → Play o1-2-leg o1-2-b sound:welcome
32    PlaybackEnded o1-2-b
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436607654321 attempt=1
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436607654321@out +431234 o1-2-leg
32.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
