A supervisor cancels a callback; but not one that an agent has taken on.

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
2     CancelCallback c1-1 boss
        = refused: The callback c1-1 cannot be cancelled: no callback was agreed for it.
3     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
3.5   CancelCallback c1-1 boss
        = refused: The callback c1-1 cannot be cancelled: the customer still hears good-bye; cancel it in a moment.
4     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
5     CancelCallback c1-1 boss
        · CallbackGivenUp c1-1 cancelled boss
        · ContactEnded c1-1 cancelled
        · WaitEnded c1-1 sales waited_s=4 left
        = done
6     CancelCallback c1-1 boss
        = refused: There is no call c1-1, or it is over.
A telephone that rings for it is let go; somebody who rests is called no more.
10    CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=10
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
11    KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436602222222
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
12    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackFellDue c1-2
13    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-2 bob 202 o1-3-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436602222222
        = done
13.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-2 agent
        → Ring o1-3-leg give_up_s=24
13.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-2 agent
        · OfferRang o1-3 c1-2 bob
14    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-2 agent
        · OfferAnswered o1-3 c1-2 bob o1-3-leg
        · WaitEnded c1-2 sales waited_s=4 answered
        → Play o1-3-leg o1-3-b sound:welcome
14.5  CancelCallback c1-2 boss
        = refused: The callback c1-2 cannot be cancelled: an agent is about to call the customer.
15    PlaybackEnded o1-3-b
        · CustomerWanted c1-2 bob o1-3-leg
        · CustomerDialled c1-2 c1-2-d1 +436602222222 attempt=1
        → StartMusic o1-3-leg sales_music
        → DialOut c1-2-d1 c1-2 +436602222222@out +431234 o1-3-leg
15.1  LegSeen c1-2-d1
        · LegAppeared c1-2-d1 c1-2 caller
        → Ring c1-2-d1 give_up_s=35
15.2  CancelCallback c1-2 boss
        = refused: The callback c1-2 cannot be cancelled: the customer is being called.
16    LegVanished c1-2-d1 17
        · LegEnded c1-2-d1 c1-2 caller cause=17
        · CustomerMissed c1-2 c1-2-d1 busy again_at=46
        · TalkFailed c1-2 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-2 sales order_key=10 answered_at=1.76761e+09
        · WaitPromised c1-2 sales too_few
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
16.1  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-2 agent cause=16 asked
17    CancelCallback c1-2 boss
        · CallbackGivenUp c1-2 cancelled boss
        · ContactEnded c1-2 cancelled
        · WaitEnded c1-2 sales waited_s=1 left
        = done
18    CallArrived call-3 200 +436603333333
        · ContactArrived c1-4 call-3 200 +436603333333 straight open policy_version=2
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=18
        · WaitPromised c1-4 sales too_few
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
19    KeyPressed call-3 1
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 1
        · CallbackAgreed c1-4 +436603333333
        · PromptBegan c1-4 thanks goodbye
        → StopMusic call-3
        → Play call-3 c1-4-p1 sound:goodbye
20    LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · CustomerParted c1-4 call-3
        · CallbackFellDue c1-4
22    TimePassed
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 4 s, 0 ahead; candidates: bob 5 idle 6 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436603333333
22.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
23    CancelCallback c1-4 boss
        · CallbackGivenUp c1-4 cancelled boss
        · ContactEnded c1-4 cancelled
        · OfferWithdrawn o1-5 c1-4 bob o1-5-leg cancelled
        · WaitEnded c1-4 sales waited_s=5 left
        → EndLeg o1-5-leg normal
        = done
23.1  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16 asked
The customer was reached.
30    CallArrived call-4 200 +436604444444
        · ContactArrived c1-6 call-4 200 +436604444444 straight open policy_version=2
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=30
        · WaitPromised c1-6 sales promise=0-0
        · OfferOpened o1-7 c1-6 bob 202 o1-7-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 14 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → CreateLeg o1-7-leg 202 202 o1-7 call-4 Sales +436604444444
31    GoNotReady bob break
        · AgentBecameNotReady bob break
        · OfferWithdrawn o1-7 c1-6 bob o1-7-leg agent_left
        → EndLeg o1-7-leg no_answer
        = done
31.1  LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-6 agent cause=16 asked
32    KeyPressed call-4 1
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 1
        · CallbackAgreed c1-6 +436604444444
        · PromptBegan c1-6 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-6-p1 sound:goodbye
33    LegVanished call-4 16
        · LegEnded call-4 c1-6 caller cause=16
        · CustomerParted c1-6 call-4
        · CallbackFellDue c1-6
34    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-8 c1-6 bob 202 o1-8-leg sales (waited 4 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-8-leg 202 202 o1-8 - Sales +436604444444
        = done
34.1  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-6 agent
        → Ring o1-8-leg give_up_s=24
34.2  LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-6 agent
        · OfferRang o1-8 c1-6 bob
35    LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-6 agent
        · OfferAnswered o1-8 c1-6 bob o1-8-leg
        · WaitEnded c1-6 sales waited_s=5 answered
        → Play o1-8-leg o1-8-b sound:welcome
36    PlaybackEnded o1-8-b
        · CustomerWanted c1-6 bob o1-8-leg
        · CustomerDialled c1-6 c1-6-d1 +436604444444 attempt=1
        → StartMusic o1-8-leg sales_music
        → DialOut c1-6-d1 c1-6 +436604444444@out +431234 o1-8-leg
36.1  LegSeen c1-6-d1
        · LegAppeared c1-6-d1 c1-6 caller
        → Ring c1-6-d1 give_up_s=35
37    LegAnswered c1-6-d1
        · LegCameUp c1-6-d1 c1-6 caller
        · CustomerReached c1-6 c1-6-d1
        · TalkBegan c1-6 bob o1-8 o1-8-bridge
        → StopMusic o1-8-leg
        → StopMusic c1-6-d1
        → Join o1-8-bridge [c1-6-d1 o1-8-leg]
38    CancelCallback c1-6 boss
        = refused: The callback c1-6 cannot be cancelled: the customer was reached.
39    LegVanished c1-6-d1 16
        · LegEnded c1-6-d1 c1-6 caller cause=16
        · TalkEnded c1-6 bob o1-8-leg o1-8-bridge caller
        · ContactEnded c1-6 served
        · WrapUpBegan bob c1-6 until=49
        → EndBridge o1-8-bridge
        → EndLeg o1-8-leg normal
39.1  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-6 agent cause=16 asked
