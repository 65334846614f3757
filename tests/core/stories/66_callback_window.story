A customer chooses the time of day: between 11:15 and 11:20. It is 11:00 in Vienna.

0     AsteriskSeen
0     PolicyApplied calling_by_day
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
3     KeyPressed call-1 4
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 4
        · CallbackAgreed c1-1 +436601111111 between=675-680
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
4     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackPutOff c1-1 until=900 window
5     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=5
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=5
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
7     KeyPressed call-2 4
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 4
        · CallbackAgreed c1-2 +436602222222 between=675-680
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
8     LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackPutOff c1-2 until=900 window
900   TimePassed
        · RingOpened c1-1 sales ring=1
        · RingOpened c1-2 sales ring=1
        · CallbackFellDue c1-1
        · CallbackFellDue c1-2
The line is busy; the ladder goes on within the time that was chosen.
910   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 909 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
        = done
910.1 LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
910.2 LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
911   LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=910 answered
        → Play o1-3-leg o1-3-b sound:welcome
912   PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-3-leg
913   LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
913.1 LegVanished c1-1-d1 17
        · LegEnded c1-1-d1 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d1 busy again_at=943.1
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
913.2 LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
914   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
943.1 TimePassed
        · CallbackFellDue c1-1
At the end of that time both rest until the next day. Their time would be up before: it is at the end of that one.
1200  TimePassed
        · CallbackPutOff c1-1 until=87300 window
        · CallbackPutOff c1-2 until=87300 window
87300 TimePassed
        · CallbackFellDue c1-1
        · CallbackFellDue c1-2
Whoever chooses the time while it is that time is due at once; in New York it is not until the afternoon.
87310 CallArrived call-3 200 +436603333333
        · ContactArrived c1-4 call-3 200 +436603333333 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=87310
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
87312 KeyPressed call-3 4
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 4
        · CallbackAgreed c1-4 +436603333333 between=675-680
        · PromptBegan c1-4 thanks goodbye
        → StopMusic call-3
        → Play call-3 c1-4-p1 sound:goodbye
87313 LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · CustomerParted c1-4 call-3
        · CallbackFellDue c1-4
87314 CallArrived call-4 200 +12122345678
        · ContactArrived c1-5 call-4 200 +12122345678 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=87314
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
87316 KeyPressed call-4 4
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 4
        · CallbackAgreed c1-5 +12122345678 between=675-680
        · PromptBegan c1-5 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-5-p1 sound:goodbye
87317 LegVanished call-4 16
        · LegEnded call-4 c1-5 caller cause=16
        · CustomerParted c1-5 call-4
        · CallbackPutOff c1-5 until=108900 hours
Then the first two are given up.
87600 TimePassed
        · RingOpened c1-4 sales ring=1
        · RingOpened c1-5 sales ring=1
        · CallbackGivenUp c1-1 expired -
        · ContactEnded c1-1 unreached
        · WaitEnded c1-1 sales waited_s=86686.9 left
        · CallbackGivenUp c1-2 expired -
        · ContactEnded c1-2 unreached
        · WaitEnded c1-2 sales waited_s=87595 left
        · CallbackPutOff c1-4 until=173700 window
