Numbers that are not to be called: the list is looked at when it is agreed, when it changes, and before the dial.

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
1     EnterOverlay refusal boss wish number=0660
        = refused: There is no telephone number 0660.
2     EnterOverlay refusal boss wish number=+436601111111
        · OverlayBegan v1-1 refusal=+436601111111 wish -
        = done
3     CallArrived call-1 200 06601111111
        · ContactArrived c1-2 call-1 200 06601111111 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=3
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
4     KeyPressed call-1 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · NumberMissing c1-2 call 06601111111 refused
        · WaitGoesOn c1-2
        → StopMusic call-1
        → StartMusic call-1 sales_music
5     LegVanished call-1 16
        · LegEnded call-1 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=2 abandoned
It is allowed again, and agreed.
6     WithdrawOverlay v1-1 boss
        · OverlayEnded v1-1 refusal=+436601111111
        = done
7     CallArrived call-2 200 06601111111
        · ContactArrived c1-3 call-2 200 06601111111 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=7
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
8     KeyPressed call-2 1
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 1
        · CallbackAgreed c1-3 +436601111111
        · PromptBegan c1-3 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-3-p1 sound:goodbye
9     LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · CustomerParted c1-3 call-2
        · CallbackFellDue c1-3
Somebody does not want to be called any more: also while a telephone rings for it, or while it rests.
10    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
        = done
10.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
10.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
11    EnterOverlay refusal boss wish number=+436601111111
        · OverlayBegan v1-5 refusal=+436601111111 wish -
        · CallbackGivenUp c1-3 refused -
        · ContactEnded c1-3 cancelled
        · OfferWithdrawn o1-4 c1-3 bob o1-4-leg cancelled
        · WaitEnded c1-3 sales waited_s=4 left
        → EndLeg o1-4-leg normal
        = done
11.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
12    CallArrived call-3 200 +436602222222
        · ContactArrived c1-6 call-3 200 +436602222222 straight open policy_version=2
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=12
        · WaitPromised c1-6 sales promise=0-0
        · OfferOpened o1-7 c1-6 bob 202 o1-7-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-7-leg 202 202 o1-7 call-3 Sales +436602222222
12.1  LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-6 agent
        → Ring o1-7-leg give_up_s=24
12.2  LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-6 agent
        · OfferRang o1-7 c1-6 bob
13    KeyPressed call-3 1
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 1
        · CallbackAgreed c1-6 +436602222222
        · PromptBegan c1-6 thanks goodbye
        · OfferWithdrawn o1-7 c1-6 bob o1-7-leg chosen_anew
        → StopMusic call-3
        → Play call-3 c1-6-p1 sound:goodbye
        → EndLeg o1-7-leg no_answer
13.1  LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-6 agent cause=16 asked
14    LegVanished call-3 16
        · LegEnded call-3 c1-6 caller cause=16
        · CustomerParted c1-6 call-3
        · CallbackFellDue c1-6
        · OfferOpened o1-8 c1-6 bob 202 o1-8-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 4 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-8-leg 202 202 o1-8 - Sales +436602222222
14.1  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-6 agent
        → Ring o1-8-leg give_up_s=24
14.2  LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-6 agent
        · OfferRang o1-8 c1-6 bob
15    LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-6 agent
        · OfferAnswered o1-8 c1-6 bob o1-8-leg
        · WaitEnded c1-6 sales waited_s=3 answered
        → Play o1-8-leg o1-8-b sound:welcome
16    PlaybackEnded o1-8-b
        · CustomerWanted c1-6 bob o1-8-leg
        · CustomerDialled c1-6 c1-6-d1 +436602222222 attempt=1
        → StartMusic o1-8-leg sales_music
        → DialOut c1-6-d1 c1-6 +436602222222@out +431234 o1-8-leg
17    LegSeen c1-6-d1
        · LegAppeared c1-6-d1 c1-6 caller
        → Ring c1-6-d1 give_up_s=35
17.1  LegVanished c1-6-d1 17
        · LegEnded c1-6-d1 c1-6 caller cause=17
        · CustomerMissed c1-6 c1-6-d1 busy again_at=47.1
        · TalkFailed c1-6 bob o1-8-leg o1-8-bridge
        · PlaceRestored c1-6 sales order_key=12 answered_at=1.76761e+09
        · WaitPromised c1-6 sales promise=0-0
        → EndBridge o1-8-bridge
        → EndLeg o1-8-leg normal
17.2  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-6 agent cause=16 asked
18    EnterOverlay refusal boss wish number=+436602222222
        · OverlayBegan v1-9 refusal=+436602222222 wish -
        · CallbackGivenUp c1-6 refused -
        · ContactEnded c1-6 cancelled
        · WaitEnded c1-6 sales waited_s=0.9 left
        = done
One that was entered ahead begins by itself, and holds for who hears good-bye by then.
20    EnterOverlay refusal boss wish number=+436603333333 begins_at=25 ends_at=100
        = done
21    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
22    CallArrived call-4 200 +436603333333
        · ContactArrived c1-11 call-4 200 +436603333333 straight open policy_version=2
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=22
        · WaitPromised c1-11 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
22.1  TimePassed
23    KeyPressed call-4 1
        · MenuOpened c1-11 meanwhile
        · KeyTaken c1-11 ask 1
        · CallbackAgreed c1-11 +436603333333
        · PromptBegan c1-11 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-11-p1 sound:goodbye
25    TimePassed
        · OverlayBegan v1-10 refusal=+436603333333 wish until=100
26    LegVanished call-4 16
        · LegEnded call-4 c1-11 caller cause=16
        · CustomerParted c1-11 call-4
        · CallbackGivenUp c1-11 refused -
        · ContactEnded c1-11 cancelled
        · WaitEnded c1-11 sales waited_s=4 left
Where an agent is about to call the customer is not dialled.
30    GoReady bob
        · AgentBecameReady bob
        = done
31    CallArrived call-5 200 +436604444444
        · ContactArrived c1-12 call-5 200 +436604444444 straight open policy_version=2
        · QueueChosen c1-12 sales []
        · PlaceTaken c1-12 sales [sales≥1] order_key=31
        · WaitPromised c1-12 sales promise=0-0
        · OfferOpened o1-13 c1-12 bob 202 o1-13-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
        → CreateLeg o1-13-leg 202 202 o1-13 call-5 Sales +436604444444
31.2  KeyPressed call-5 1
        · MenuOpened c1-12 meanwhile
        · KeyTaken c1-12 ask 1
        · CallbackAgreed c1-12 +436604444444
        · PromptBegan c1-12 thanks goodbye
        · OfferWithdrawn o1-13 c1-12 bob o1-13-leg chosen_anew
        → StopMusic call-5
        → Play call-5 c1-12-p1 sound:goodbye
        → EndLeg o1-13-leg no_answer
31.3  LegVanished o1-13-leg 16
        · LegEnded o1-13-leg c1-12 agent cause=16 asked
31.4  LegVanished call-5 16
        · LegEnded call-5 c1-12 caller cause=16
        · CustomerParted c1-12 call-5
        · CallbackFellDue c1-12
        · OfferOpened o1-14 c1-12 bob 202 o1-14-leg sales (waited 0.4 s, 0 ahead; candidates: bob 5 idle 1.4 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-14-leg 202 202 o1-14 - Sales +436604444444
32    LegSeen o1-14-leg
        · LegAppeared o1-14-leg c1-12 agent
        → Ring o1-14-leg give_up_s=24
32.1  LegRang o1-14-leg
        · LegStartedRinging o1-14-leg c1-12 agent
        · OfferRang o1-14 c1-12 bob
33    LegAnswered o1-14-leg
        · LegCameUp o1-14-leg c1-12 agent
        · OfferAnswered o1-14 c1-12 bob o1-14-leg
        · WaitEnded c1-12 sales waited_s=2 answered
        → Play o1-14-leg o1-14-b sound:welcome
34    EnterOverlay refusal boss wish number=+436604444444
        · OverlayBegan v1-15 refusal=+436604444444 wish -
        = done
35    PlaybackEnded o1-14-b
        · CustomerWanted c1-12 bob o1-14-leg
        · CustomerMissed c1-12 c1-12-d1 refused -
        · TalkFailed c1-12 bob o1-14-leg o1-14-bridge
        · PlaceRestored c1-12 sales order_key=31 answered_at=1.76761e+09
        · WaitPromised c1-12 sales promise=0-0
        · CallbackGivenUp c1-12 refused -
        · ContactEnded c1-12 cancelled
        · WaitEnded c1-12 sales waited_s=0 left
        → StartMusic o1-14-leg sales_music
        → EndBridge o1-14-bridge
        → EndLeg o1-14-leg normal
35.1  LegVanished o1-14-leg 16
        · LegEnded o1-14-leg c1-12 agent cause=16 asked
36    MoveOverlayEnd v1-9 boss 90
        · OverlayEndMoved v1-9 refusal=+436602222222 until=90 boss
        = done
90    TimePassed
        · OverlayEnded v1-9 refusal=+436602222222
