Who would rather not wait at all takes a place and hangs up, before any line; however long that line is.

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
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
3     CallArrived call-3 400 +436603333333
        · ContactArrived c1-3 call-3 400 +436603333333 ahead open policy_version=2
        · PromptBegan c1-3 choose menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
4     KeyPressed call-3 1
        · KeyTaken c1-3 choose 1
        · QueueChosen c1-3 sales [] to_be_called
        · CallbackAgreed c1-3 +436603333333
        · PromptBegan c1-3 thanks we_call
        · PlaceTaken c1-3 sales [sales≥1] order_key=4
        · WaitPromised c1-3 sales nobody
        → StopPlayback c1-3-p1
        → Play call-3 c1-3-p2 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3
6     PlaybackEnded c1-3-p2
        · FlowEnded c1-3 bye
        · CustomerParted c1-3 call-3
        · CallbackFellDue c1-3
        → EndLeg call-3 normal
6.1   LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16 asked
Who comes by the same way and waits is sent away: two may wait.
7     CallArrived call-4 400 +436604444444
        · ContactArrived c1-4 call-4 400 +436604444444 ahead open policy_version=2
        · PromptBegan c1-4 choose menu
        → AnswerLeg call-4
        → Play call-4 c1-4-p1 sound:menu
8     KeyPressed call-4 9
        · KeyTaken c1-4 choose 9
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=8 is_sent_on
        · WaitPromised c1-4 sales nobody
        · Overflowed c1-4 sales voicemail=100 length []
        · CallPassedOn c1-4 call-4 100
        · ContactEnded c1-4 voicemail
        · WaitEnded c1-4 sales waited_s=0 left
        → StopPlayback c1-4-p1
        → PassOn call-4 100
At another number, and the line is lost in the middle of good-bye.
10    CallArrived call-5 400 -
        · ContactArrived c1-5 call-5 400 - ahead open policy_version=2
        · PromptBegan c1-5 choose menu
        → AnswerLeg call-5
        → Play call-5 c1-5-p1 sound:menu
11    KeyPressed call-5 1
        · KeyTaken c1-5 choose 1
        · NumberMissing c1-5 call - withheld
        · PromptBegan c1-5 other key_in
        → StopPlayback c1-5-p1
        → Play call-5 c1-5-p2 sound:key_in
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    KeyPressed call-5 0
        → StopPlayback c1-5-p2
12    TimePassed
        · RingOpened c1-2 sales ring=1
12.1  KeyPressed call-5 1
12.2  KeyPressed call-5 2
12.3  KeyPressed call-5 2
12.4  KeyPressed call-5 2
12.5  KeyPressed call-5 2
12.6  KeyPressed call-5 2
12.7  KeyPressed call-5 2
12.8  KeyPressed call-5 2
13    KeyPressed call-5 #
        · NumberEntered c1-5 other 012222222 +4312222222
        · QueueChosen c1-5 sales [] entered=Entered(number='+4312222222', times=1) to_be_called
        · CallbackAgreed c1-5 +4312222222
        · PromptBegan c1-5 thanks we_call
        · PlaceTaken c1-5 sales [sales≥1] order_key=13
        · WaitPromised c1-5 sales nobody
        → Play call-5 c1-5-p3 sound:we_call,sound:0,sound:1,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2
14    LegVanished call-5 16
        · LegEnded call-5 c1-5 caller cause=16
        · CustomerParted c1-5 call-5
        · CallbackFellDue c1-5
The places are those of their coming.
14    TimePassed
        · RingOpened c1-3 sales ring=1
20    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=19 abandoned
21    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=19 abandoned
22    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-6 c1-3 bob 202 o1-6-leg sales (waited 18 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436603333333
        = done
A phone rings for the first one when that is cancelled; doing so twice does no harm.
22.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-3 agent
        → Ring o1-6-leg give_up_s=24
22.2  CancelCallback c1-3 boss
        · CallbackGivenUp c1-3 cancelled boss
        · ContactEnded c1-3 cancelled
        · OfferWithdrawn o1-6 c1-3 bob o1-6-leg cancelled
        · WaitEnded c1-3 sales waited_s=18.2 left
        → EndLeg o1-6-leg normal
        = done
22.3  CancelCallback c1-3 boss
        = refused: The callback c1-3 cannot be cancelled: the customer is not called any more.
