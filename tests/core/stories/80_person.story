A SIP answer is not yet a person: whoever takes the call hears at once what to press, and the agent waits.

0     AsteriskSeen
0     PolicyApplied asking_for_a_key
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
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
3     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
10    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 9 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601234567
        = done
10.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
10.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
11    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=10 answered
        → Play o1-2-leg o1-2-b sound:welcome
12    PlaybackEnded o1-2-b
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-2-leg
12.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
12.5  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
A machine takes the call: nobody presses the key, twice. It is left alone for a while.
15    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CallPickedUp c1-1 c1-1-d1
        → Play c1-1-d1 c1-1-d1-w1 sound:menu
15    LegAnswered c1-1-d1
18    PlaybackEnded c1-1-d1-w1
18    PlaybackEnded c1-1-d1-w1
22    TimePassed
        → Play c1-1-d1 c1-1-d1-w2 sound:menu
25    PlaybackEnded c1-1-d1-w2
29    TimePassed
        · CustomerMissed c1-1 c1-1-d1 voicemail again_at=129
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · RingOpened c1-1 sales ring=1
        → EndLeg c1-1-d1 no_answer
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
29.1  LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16 asked
29.2  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
Then somebody hangs up while the word is said.
34    TimePassed
129   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 128 s, 0 ahead; candidates: bob 5 idle 100 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601234567
129.1 LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
129.2 LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
130   LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=101 answered
        → Play o1-3-leg o1-3-b sound:welcome
131   KeyPressed o1-3-leg 1
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d2 +436601234567 attempt=2
        → StopPlayback o1-3-b
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601234567@out +431234 o1-3-leg
131.1 PlaybackEnded o1-3-b
131.2 LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
131.5 LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
133   LegAnswered c1-1-d2
        · LegCameUp c1-1-d2 c1-1 caller
        · CallPickedUp c1-1 c1-1-d2
        → Play c1-1-d2 c1-1-d2-w1 sound:menu
134   LegVanished c1-1-d2 16
        · LegEnded c1-1-d2 c1-1 caller cause=16
        · CustomerMissed c1-1 c1-1-d2 hung_up again_at=184
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
134.1 PlaybackEnded c1-1-d2-w1
134.2 LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
At last there is a person: a wrong key, the word again, and the right one.
139   TimePassed
184   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 183 s, 0 ahead; candidates: bob 5 idle 50 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601234567
185   LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
185.1 LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
186   LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=52 answered
        → Play o1-4-leg o1-4-b sound:welcome
187   PlaybackEnded o1-4-b
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d3 +436601234567 attempt=3
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d3 c1-1 +436601234567@out +431234 o1-4-leg
187.2 LegSeen c1-1-d3
        · LegAppeared c1-1-d3 c1-1 caller
        → Ring c1-1-d3 give_up_s=35
187.5 LegRang c1-1-d3
        · LegStartedRinging c1-1-d3 c1-1 caller
188   LegAnswered c1-1-d3
        · LegCameUp c1-1-d3 c1-1 caller
        · CallPickedUp c1-1 c1-1-d3
        → Play c1-1-d3 c1-1-d3-w1 sound:menu
188.2 CancelCallback c1-1 eva
        = refused: The callback c1-1 cannot be cancelled: the customer is being called.
189   KeyPressed c1-1-d3 5
        → StopPlayback c1-1-d3-w1
        → Play c1-1-d3 c1-1-d3-w2 sound:menu
189.1 PlaybackEnded c1-1-d3-w1
190   KeyPressed c1-1-d3 7
191   KeyPressed c1-1-d3 1
        · CustomerReached c1-1 c1-1-d3 confirmed
        · TalkBegan c1-1 bob o1-4 o1-4-bridge
        → StopPlayback c1-1-d3-w2
        → StopMusic o1-4-leg
        → StopMusic c1-1-d3
        → Join o1-4-bridge [c1-1-d3 o1-4-leg]
191.1 PlaybackEnded c1-1-d3-w2
191.2 LegJoined c1-1-d3 o1-4-bridge
191.3 LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-1 bob
200   LegVanished c1-1-d3 16
        · LegEnded c1-1-d3 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-4-leg o1-4-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=210
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
200.1 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
