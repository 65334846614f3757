Who has listened to a message may call the sender at once: a callback from then on.

0     AsteriskSeen
0     PolicyApplied leaving_messages
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 4
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 4
        · MessageChosen c1-1 100 []
        · MessageInvited c1-1 100
        · WaitEnded c1-1 sales waited_s=1 left
        → StopMusic call-1
        → Play call-1 c1-1-g1 sound:goodbye
3     PlaybackEnded c1-1-g1
        · RecordingBegan c1-1 acd-1767607201-c1-1
        → Record call-1 acd-1767607201-c1-1 longest_s=180 silence_s=6
10    RecordingEnded acd-1767607201-c1-1 7
        · MessageLeft c1-1 call-1 acd-1767607201-c1-1 length_s=7
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → EndLeg call-1 normal
10.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
11    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 10 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - “Message: Sales” +436601234567
        = done
11.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
11.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
12    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=2 answered
        · MessagePlayed c1-1 bob
        → Play o1-2-leg o1-2-m1 sound:welcome
Somebody is on the line from that number: then it cannot be called.
13    CallArrived call-2 200 +436601234567
        · ContactArrived c1-3 call-2 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=13
        · WaitPromised c1-3 sales too_few
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
14    KeyPressed o1-2-leg 2
        → StopPlayback o1-2-m1
        → Play o1-2-leg o1-2-m3 sound:welcome
15    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=2 abandoned
16    KeyPressed o1-2-leg 2
        · MessageClosed c1-1 bob “called back”
        · SenderWanted c1-1 +436601234567 bob o1-2 o1-2-leg o1-2-bridge
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StopPlayback o1-2-m3
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-2-leg
16.1  PlaybackEnded o1-2-m1
16.2  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
16.3  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
Nobody answers: it is tried again like any callback, by whoever is there then.
50    TimePassed
        · CustomerMissed c1-1 c1-1-d1 no_answer again_at=110
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · RingOpened c1-1 sales ring=1
        → EndLeg c1-1-d1 no_answer
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
50.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
50.2  LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16 asked
55    AsteriskLost
55    TimePassed
56    AsteriskSeen
57    MessageRead c1-1 "late"
        · MessageTranscribed c1-1 late
58    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
120   TimePassed
        · CallbackFellDue c1-1
130   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 129 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601234567
        = done
130.1 LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
130.2 LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
131   LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=81 answered
        → Play o1-4-leg o1-4-b sound:welcome
132   PlaybackEnded o1-4-b
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d2 +436601234567 attempt=2
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601234567@out +431234 o1-4-leg
132.1 LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
132.2 LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
140   LegAnswered c1-1-d2
        · LegCameUp c1-1-d2 c1-1 caller
        · CustomerReached c1-1 c1-1-d2
        · TalkBegan c1-1 bob o1-4 o1-4-bridge
        → StopMusic o1-4-leg
        → StopMusic c1-1-d2
        → Join o1-4-bridge [c1-1-d2 o1-4-leg]
140.1 LegJoined c1-1-d2 o1-4-bridge
140.2 LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-1 bob
150   LegVanished c1-1-d2 16
        · LegEnded c1-1-d2 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-4-leg o1-4-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=160
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
150.1 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
A sender who waits for that when the company has no such queue any more is not called.
160   EndWrapUp bob
        · WrapUpEnded bob
        = done
161   CallArrived call-3 200 +436602222222
        · ContactArrived c1-5 call-3 200 +436602222222 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=161
        · WaitPromised c1-5 sales promise=0-0
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-6-leg 202 202 o1-6 call-3 Sales +436602222222
162   KeyPressed call-3 4
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 4
        · MessageChosen c1-5 100 []
        · MessageInvited c1-5 100
        · OfferWithdrawn o1-6 c1-5 bob o1-6-leg chosen_anew
        · WaitEnded c1-5 sales waited_s=1 left
        → StopMusic call-3
        → Play call-3 c1-5-g1 sound:goodbye
        → EndLeg o1-6-leg no_answer
162.1 LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
163   PlaybackEnded c1-5-g1
        · RecordingBegan c1-5 acd-1767607361-c1-5
        → Record call-3 acd-1767607361-c1-5 longest_s=180 silence_s=6
170   RecordingEnded acd-1767607361-c1-5 7
        · MessageLeft c1-5 call-3 acd-1767607361-c1-5 length_s=7
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=161
        · WaitPromised c1-5 sales promise=0-0
        · OfferOpened o1-7 c1-5 bob 202 o1-7-leg sales (waited 9 s, 0 ahead; candidates: bob 5 idle 10 s; others: 1 logged out, 2 serves other queues)
        → EndLeg call-3 normal
        → CreateLeg o1-7-leg 202 202 o1-7 - “Message: Sales” +436602222222
170.1 LegVanished call-3 16
        · LegEnded call-3 c1-5 caller cause=16 asked
170.2 LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-5 agent
        → Ring o1-7-leg give_up_s=24
170.3 LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-5 agent
        · OfferRang o1-7 c1-5 bob
171   LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-5 agent
        · OfferAnswered o1-7 c1-5 bob o1-7-leg
        · WaitEnded c1-5 sales waited_s=1 answered
        · MessagePlayed c1-5 bob
        → Play o1-7-leg o1-7-m1 sound:welcome
172   KeyPressed o1-7-leg 2
        · MessageClosed c1-5 bob “called back”
        · SenderWanted c1-5 +436602222222 bob o1-7 o1-7-leg o1-7-bridge
        · CustomerWanted c1-5 bob o1-7-leg
        · CustomerDialled c1-5 c1-5-d1 +436602222222 attempt=1
        → StopPlayback o1-7-m1
        → StartMusic o1-7-leg sales_music
        → DialOut c1-5-d1 c1-5 +436602222222@out +431234 o1-7-leg
172.1 LegSeen c1-5-d1
        · LegAppeared c1-5-d1 c1-5 caller
        → Ring c1-5-d1 give_up_s=35
172.2 LegRang c1-5-d1
        · LegStartedRinging c1-5-d1 c1-5 caller
173   LegVanished c1-5-d1 17
        · LegEnded c1-5-d1 c1-5 caller cause=17
        · CustomerMissed c1-5 c1-5-d1 busy again_at=203
        · TalkFailed c1-5 bob o1-7-leg o1-7-bridge
        · PlaceRestored c1-5 sales order_key=161 answered_at=1.76761e+09
        · WaitPromised c1-5 sales promise=0-0
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
173.1 LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-5 agent cause=16 asked
175   PolicyApplied calling_nobody_for_sales
        · PolicyChanged version=4 []
203   TimePassed
        · RingOpened c1-5 sales ring=1
        · CallbackFellDue c1-5
        · Overflowed c1-5 sales ToEnd() closed []
        · ContactEnded c1-5 unreached
        · WaitEnded c1-5 sales waited_s=30 left
Somebody was called back and stands in the line again, for the agent had gone; leaves a message there, and is called.
210   PolicyApplied leaving_messages
        · PolicyChanged version=5 [sales]
211   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
212   CallArrived call-4 200 +436603333333
        · ContactArrived c1-8 call-4 200 +436603333333 straight open policy_version=5
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=212
        · WaitPromised c1-8 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
213   KeyPressed call-4 1
        · MenuOpened c1-8 meanwhile
        · KeyTaken c1-8 ask 1
        · CallbackAgreed c1-8 +436603333333
        · PromptBegan c1-8 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-8-p1 sound:goodbye
214   LegVanished call-4 16
        · LegEnded call-4 c1-8 caller cause=16
        · CustomerParted c1-8 call-4
        · CallbackFellDue c1-8
215   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-9 c1-8 bob 202 o1-9-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-9-leg 202 202 o1-9 - Sales +436603333333
        = done
215.1 LegSeen o1-9-leg
        · LegAppeared o1-9-leg c1-8 agent
        → Ring o1-9-leg give_up_s=24
215.2 LegRang o1-9-leg
        · LegStartedRinging o1-9-leg c1-8 agent
        · OfferRang o1-9 c1-8 bob
216   LegAnswered o1-9-leg
        · LegCameUp o1-9-leg c1-8 agent
        · OfferAnswered o1-9 c1-8 bob o1-9-leg
        · WaitEnded c1-8 sales waited_s=4 answered
        → Play o1-9-leg o1-9-b sound:welcome
217   PlaybackEnded o1-9-b
        · CustomerWanted c1-8 bob o1-9-leg
        · CustomerDialled c1-8 c1-8-d1 +436603333333 attempt=1
        → StartMusic o1-9-leg sales_music
        → DialOut c1-8-d1 c1-8 +436603333333@out +431234 o1-9-leg
217.1 LegSeen c1-8-d1
        · LegAppeared c1-8-d1 c1-8 caller
        → Ring c1-8-d1 give_up_s=35
217.2 LegRang c1-8-d1
        · LegStartedRinging c1-8-d1 c1-8 caller
218   LegAnswered c1-8-d1
        · LegCameUp c1-8-d1 c1-8 caller
        · CustomerReached c1-8 c1-8-d1
        · TalkBegan c1-8 bob o1-9 o1-9-bridge
        → StopMusic o1-9-leg
        → StopMusic c1-8-d1
        → Join o1-9-bridge [c1-8-d1 o1-9-leg]
218.1 LegVanished o1-9-leg 16
        · LegEnded o1-9-leg c1-8 agent cause=16
        · TalkFailed c1-8 bob o1-9-leg o1-9-bridge
        · PlaceRestored c1-8 sales order_key=212 answered_at=1.76761e+09
        · WaitPromised c1-8 sales too_few
        → EndBridge o1-9-bridge
        → StartMusic c1-8-d1 sales_music
219   KeyPressed c1-8-d1 4
        · MenuOpened c1-8 meanwhile
        · KeyTaken c1-8 ask 4
        · MessageChosen c1-8 100 []
        · MessageInvited c1-8 100
        · WaitEnded c1-8 sales waited_s=0.9 left
        → StopMusic c1-8-d1
        → Play c1-8-d1 c1-8-g1 sound:goodbye
220   PlaybackEnded c1-8-g1
        · RecordingBegan c1-8 acd-1767607412-c1-8
        → Record c1-8-d1 acd-1767607412-c1-8 longest_s=180 silence_s=6
223.1 TimePassed
230   RecordingEnded acd-1767607412-c1-8 9
        · MessageLeft c1-8 c1-8-d1 acd-1767607412-c1-8 length_s=9
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=212
        · WaitPromised c1-8 sales promise=0-0
        · OfferOpened o1-10 c1-8 bob 202 o1-10-leg sales (waited 18 s, 0 ahead; candidates: bob 5 idle 11.9 s; others: 1 logged out, 2 serves other queues)
        → EndLeg c1-8-d1 normal
        → CreateLeg o1-10-leg 202 202 o1-10 - “Message: Sales” +436603333333
230.1 LegVanished c1-8-d1 16
        · LegEnded c1-8-d1 c1-8 caller cause=16 asked
231   LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-8 agent
        → Ring o1-10-leg give_up_s=24
231.1 LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-8 agent
        · OfferRang o1-10 c1-8 bob
232   LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-8 agent
        · OfferAnswered o1-10 c1-8 bob o1-10-leg
        · WaitEnded c1-8 sales waited_s=2 answered
        · MessagePlayed c1-8 bob
        → Play o1-10-leg o1-10-m1 sound:welcome
233   KeyPressed o1-10-leg 2
        · MessageClosed c1-8 bob “called back”
        · SenderWanted c1-8 +436603333333 bob o1-10 o1-10-leg o1-10-bridge
        · CustomerWanted c1-8 bob o1-10-leg
        · CustomerDialled c1-8 c1-8-d2 +436603333333 attempt=2
        → StopPlayback o1-10-m1
        → StartMusic o1-10-leg sales_music
        → DialOut c1-8-d2 c1-8 +436603333333@out +431234 o1-10-leg
233.1 LegSeen c1-8-d2
        · LegAppeared c1-8-d2 c1-8 caller
        → Ring c1-8-d2 give_up_s=35
233.2 LegRang c1-8-d2
        · LegStartedRinging c1-8-d2 c1-8 caller
234   LegAnswered c1-8-d2
        · LegCameUp c1-8-d2 c1-8 caller
        · CustomerReached c1-8 c1-8-d2
        · TalkBegan c1-8 bob o1-10 o1-10-bridge
        → StopMusic o1-10-leg
        → StopMusic c1-8-d2
        → Join o1-10-bridge [c1-8-d2 o1-10-leg]
234.1 LegJoined c1-8-d2 o1-10-bridge
234.2 LegJoined o1-10-leg o1-10-bridge
        · TalkJoined c1-8 bob
250   LegVanished c1-8-d2 16
        · LegEnded c1-8-d2 c1-8 caller cause=16
        · TalkEnded c1-8 bob o1-10-leg o1-10-bridge caller
        · ContactEnded c1-8 served
        · WrapUpBegan bob c1-8 until=260
        → EndBridge o1-10-bridge
        → EndLeg o1-10-leg normal
250.1 LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-8 agent cause=16 asked
