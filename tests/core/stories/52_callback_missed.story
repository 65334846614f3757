A customer who is not reached is tried again, each kind of miss by a ladder of its own, until it ends.

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
Busy.
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
13    LegVanished c1-1-d1 17
        · LegEnded c1-1-d1 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d1 busy again_at=43
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
13    TimePassed
        · RingOpened c1-1 sales ring=1
13.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
The agent hangs up while the telephone rings: that is our fault, and costs nothing.
18    TimePassed
43    TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 42 s, 0 ahead; candidates: bob 5 idle 30 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601234567
43.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
43.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
44    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=31 answered
        → Play o1-3-leg o1-3-b sound:welcome
45    PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d2 +436601234567 attempt=2
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601234567@out +431234 o1-3-leg
45.1  LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
45.2  LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
46    LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · CustomerMissed c1-1 c1-1-d2 agent_left again_at=106
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → EndLeg c1-1-d2 no_answer
46.1  LegVanished c1-1-d2 16
        · LegEnded c1-1-d2 c1-1 caller cause=16 asked
The agent hangs up before it is dialled.
51    TimePassed
106   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 105 s, 0 ahead; candidates: bob 5 idle 60 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601234567
106.1 LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
106.2 LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
107   LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=61 answered
        → Play o1-4-leg o1-4-b sound:welcome
108   LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-4-bridge
Asterisk was away while the leg was made: nobody knows what came of it, and it is not dialled at once again.
113   TimePassed
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 112 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436601234567
113.1 LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
113.2 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 bob
114   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 bob o1-5-leg
        · WaitEnded c1-1 sales waited_s=6 answered
        → Play o1-5-leg o1-5-b sound:welcome
115   PlaybackEnded o1-5-b
        · CustomerWanted c1-1 bob o1-5-leg
        · CustomerDialled c1-1 c1-1-d3 +436601234567 attempt=3
        → StartMusic o1-5-leg sales_music
        → DialOut c1-1-d3 c1-1 +436601234567@out +431234 o1-5-leg
115.1 AsteriskLost
116   AsteriskSeen o1-5-leg:up c1-1-d3:down
        · LegAppeared c1-1-d3 c1-1 caller
        · CustomerMissed c1-1 c1-1-d3 unknown again_at=176
        · TalkFailed c1-1 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → Ring c1-1-d3 give_up_s=35
        → EndLeg c1-1-d3 no_answer
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
117   LegVanished c1-1-d3 16
        · LegEnded c1-1-d3 c1-1 caller cause=16 asked
117.1 LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16 asked
Away again, and the leg is gone: likewise; it was the second time, and that is one too many.
121   TimePassed
176   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-6 c1-1 bob 202 o1-6-leg sales (waited 175 s, 0 ahead; candidates: bob 5 idle 60 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436601234567
176.1 LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-1 agent
        → Ring o1-6-leg give_up_s=24
176.2 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-1 agent
        · OfferRang o1-6 c1-1 bob
177   LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-1 agent
        · OfferAnswered o1-6 c1-1 bob o1-6-leg
        · WaitEnded c1-1 sales waited_s=61 answered
        → Play o1-6-leg o1-6-b sound:welcome
178   PlaybackEnded o1-6-b
        · CustomerWanted c1-1 bob o1-6-leg
        · CustomerDialled c1-1 c1-1-d4 +436601234567 attempt=4
        → StartMusic o1-6-leg sales_music
        → DialOut c1-1-d4 c1-1 +436601234567@out +431234 o1-6-leg
178.1 LegSeen c1-1-d4
        · LegAppeared c1-1-d4 c1-1 caller
        → Ring c1-1-d4 give_up_s=35
178.2 LegRang c1-1-d4
        · LegStartedRinging c1-1-d4 c1-1 caller
179   AsteriskLost
180   AsteriskSeen o1-6-leg:up
        · LegEnded c1-1-d4 c1-1 caller - lost
        · CustomerMissed c1-1 c1-1-d4 unknown -
        · TalkFailed c1-1 bob o1-6-leg o1-6-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · CallbackGivenUp c1-1 exhausted -
        · ContactEnded c1-1 unreached
        · WaitEnded c1-1 sales waited_s=0 left
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
180.1 LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-1 agent cause=16 asked
A number that nobody has; then Asterisk would not make a call at all, which counts for nothing.
185   TimePassed
190   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
190   CallArrived call-2 200 +436601234567
        · ContactArrived c1-7 call-2 200 +436601234567 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=190
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
191   KeyPressed call-2 1
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 1
        · CallbackAgreed c1-7 +436601234567
        · PromptBegan c1-7 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-7-p1 sound:goodbye
192   LegVanished call-2 16
        · LegEnded call-2 c1-7 caller cause=16
        · CustomerParted c1-7 call-2
        · CallbackFellDue c1-7
193   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-8 c1-7 bob 202 o1-8-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-8-leg 202 202 o1-8 - Sales +436601234567
        = done
193.1 LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=24
193.2 LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-7 agent
        · OfferRang o1-8 c1-7 bob
194   LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-7 agent
        · OfferAnswered o1-8 c1-7 bob o1-8-leg
        · WaitEnded c1-7 sales waited_s=4 answered
        → Play o1-8-leg o1-8-b sound:welcome
195   PlaybackEnded o1-8-b
        · CustomerWanted c1-7 bob o1-8-leg
        · CustomerDialled c1-7 c1-7-d1 +436601234567 attempt=1
        → StartMusic o1-8-leg sales_music
        → DialOut c1-7-d1 c1-7 +436601234567@out +431234 o1-8-leg
195.1 LegSeen c1-7-d1
        · LegAppeared c1-7-d1 c1-7 caller
        → Ring c1-7-d1 give_up_s=35
196   LegVanished c1-7-d1 1
        · LegEnded c1-7-d1 c1-7 caller cause=1
        · CustomerMissed c1-7 c1-7-d1 invalid -
        · TalkFailed c1-7 bob o1-8-leg o1-8-bridge
        · PlaceRestored c1-7 sales order_key=190 answered_at=1.76761e+09
        · WaitPromised c1-7 sales too_few
        · CallbackGivenUp c1-7 exhausted -
        · ContactEnded c1-7 unreached
        · WaitEnded c1-7 sales waited_s=0 left
        → EndBridge o1-8-bridge
        → EndLeg o1-8-leg normal
196.1 LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16 asked
200   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
200   CallArrived call-3 200 +436601234567
        · ContactArrived c1-9 call-3 200 +436601234567 straight open policy_version=2
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=200
        · WaitPromised c1-9 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
201   KeyPressed call-3 1
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 1
        · CallbackAgreed c1-9 +436601234567
        · PromptBegan c1-9 thanks goodbye
        → StopMusic call-3
        → Play call-3 c1-9-p1 sound:goodbye
201   TimePassed
202   LegVanished call-3 16
        · LegEnded call-3 c1-9 caller cause=16
        · CustomerParted c1-9 call-3
        · CallbackFellDue c1-9
203   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-10 c1-9 bob 202 o1-10-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-10-leg 202 202 o1-10 - Sales +436601234567
        = done
203.1 LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-9 agent
        → Ring o1-10-leg give_up_s=24
203.2 LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-9 agent
        · OfferRang o1-10 c1-9 bob
204   LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-9 agent
        · OfferAnswered o1-10 c1-9 bob o1-10-leg
        · WaitEnded c1-9 sales waited_s=4 answered
        → Play o1-10-leg o1-10-b sound:welcome
205   PlaybackEnded o1-10-b
        · CustomerWanted c1-9 bob o1-10-leg
        · CustomerDialled c1-9 c1-9-d1 +436601234567 attempt=1
        → StartMusic o1-10-leg sales_music
        → DialOut c1-9-d1 c1-9 +436601234567@out +431234 o1-10-leg
205.1 LegRefused c1-9-d1 unknown
        · LegEnded c1-9-d1 c1-9 caller - refused
        · CustomerMissed c1-9 c1-9-d1 no_trunk again_at=265.1
        · TalkFailed c1-9 bob o1-10-leg o1-10-bridge
        · PlaceRestored c1-9 sales order_key=200 answered_at=1.76761e+09
        · WaitPromised c1-9 sales too_few
        → EndBridge o1-10-bridge
        → EndLeg o1-10-leg normal
205.2 LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-9 agent cause=16 asked
205.3 CancelCallback c1-9 boss
        · CallbackGivenUp c1-9 cancelled boss
        · ContactEnded c1-9 cancelled
        · WaitEnded c1-9 sales waited_s=0.2 left
        = done
Nobody is there: the callback waits, but not for ever. A ringing telephone is left alone while Asterisk is away.
210   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
210.1 TimePassed
211   CallArrived call-4 200 +436601234567
        · ContactArrived c1-11 call-4 200 +436601234567 straight open policy_version=2
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=211
        · WaitPromised c1-11 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
212   KeyPressed call-4 1
        · MenuOpened c1-11 meanwhile
        · KeyTaken c1-11 ask 1
        · CallbackAgreed c1-11 +436601234567
        · PromptBegan c1-11 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-11-p1 sound:goodbye
213   LegVanished call-4 16
        · LegEnded call-4 c1-11 caller cause=16
        · CustomerParted c1-11 call-4
        · CallbackFellDue c1-11
221   TimePassed
        · RingOpened c1-11 sales ring=1
265.1 TimePassed
300   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-12 c1-11 bob 202 o1-12-leg sales (waited 89 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-12-leg 202 202 o1-12 - Sales +436601234567
        = done
300.1 LegSeen o1-12-leg
        · LegAppeared o1-12-leg c1-11 agent
        → Ring o1-12-leg give_up_s=24
300.2 LegRang o1-12-leg
        · LegStartedRinging o1-12-leg c1-11 agent
        · OfferRang o1-12 c1-11 bob
301   LegAnswered o1-12-leg
        · LegCameUp o1-12-leg c1-11 agent
        · OfferAnswered o1-12 c1-11 bob o1-12-leg
        · WaitEnded c1-11 sales waited_s=90 answered
        → Play o1-12-leg o1-12-b sound:welcome
302   PlaybackEnded o1-12-b
        · CustomerWanted c1-11 bob o1-12-leg
        · CustomerDialled c1-11 c1-11-d1 +436601234567 attempt=1
        → StartMusic o1-12-leg sales_music
        → DialOut c1-11-d1 c1-11 +436601234567@out +431234 o1-12-leg
302.1 LegSeen c1-11-d1
        · LegAppeared c1-11-d1 c1-11 caller
        → Ring c1-11-d1 give_up_s=35
302.2 LegRang c1-11-d1
        · LegStartedRinging c1-11-d1 c1-11 caller
303   AsteriskLost
322.2 TimePassed
327.2 TimePassed
330   AsteriskSeen o1-12-leg:up c1-11-d1:ringing
332.2 TimePassed
        · CustomerMissed c1-11 c1-11-d1 no_answer again_at=392.2
        · TalkFailed c1-11 bob o1-12-leg o1-12-bridge
        · PlaceRestored c1-11 sales order_key=211 answered_at=1.76761e+09
        · WaitPromised c1-11 sales too_few
        → EndLeg c1-11-d1 no_answer
        → EndBridge o1-12-bridge
        → EndLeg o1-12-leg normal
337.2 TimePassed
        → EndLeg c1-11-d1 normal
        → EndLeg o1-12-leg normal
340   AsteriskLost
341   AsteriskSeen o1-12-leg:up c1-11-d1:ringing
        → EndLeg o1-12-leg normal
        → EndLeg c1-11-d1 normal
342   LegVanished c1-11-d1 21
        · LegEnded c1-11-d1 c1-11 caller cause=21 asked
342.1 LegVanished o1-12-leg 16
        · LegEnded o1-12-leg c1-11 agent cause=16 asked
343   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
402   TimePassed
        · CallbackFellDue c1-11
3813  TimePassed
        · CallbackGivenUp c1-11 expired -
        · ContactEnded c1-11 unreached
        · WaitEnded c1-11 sales waited_s=3480.8 left
