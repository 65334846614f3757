What an agent may do who listens: hold on, hear it again, give it back, go, or call whoever has left it.

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
At once, without the words before it; hold on, go on, again.
12.5  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
13    KeyPressed o1-2-leg 4
        → StopPlayback o1-2-m1
        → Play o1-2-leg o1-2-m2 recording:acd-1767607201-c1-1
13.1  PlaybackEnded o1-2-m1
14    KeyPressed o1-2-leg 5
        → SteerPlayback o1-2-m2
20    KeyPressed o1-2-leg 5
        → SteerPlayback o1-2-m2 on
21    KeyPressed o1-2-leg 4
        → StopPlayback o1-2-m2
        → Play o1-2-leg o1-2-m4 recording:acd-1767607201-c1-1
21.1  PlaybackEnded o1-2-m2
Given back: it keeps its place.
22    KeyPressed o1-2-leg 3
        · MessageReturned c1-1 bob given_back
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-2-m4
        → EndLeg o1-2-leg normal
22    TimePassed
        · RingOpened c1-1 sales ring=1
22.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
22.2  PlaybackEnded o1-2-m4
A program has read it meanwhile; and while the next one listens, once more.
23    MessageRead c1-1 "my heating is cold"
        · MessageTranscribed c1-1 “my heating is cold”
Who has heard it three times and pressed nothing is let go.
32    TimePassed
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 31 s, 0 ahead; candidates: bob 5 idle 10 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - “Message: Sales” +436601234567
32.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
32.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
33    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=11 answered
        · MessagePlayed c1-1 bob
        → Play o1-3-leg o1-3-m1 sound:welcome
34    MessageRead c1-1 "My heating is cold."
        · MessageTranscribed c1-1 “My heating is cold.”
34    PlaybackEnded o1-3-m1
        → Play o1-3-leg o1-3-m2 recording:acd-1767607201-c1-1
35    PlaybackEnded o1-3-m2
        → Play o1-3-leg o1-3-m3 sound:welcome
36    PlaybackEnded o1-3-m3
        → Play o1-3-leg o1-3-m4 recording:acd-1767607201-c1-1
37    PlaybackEnded o1-3-m4
        → Play o1-3-leg o1-3-m5 sound:welcome
38    PlaybackEnded o1-3-m5
        → Play o1-3-leg o1-3-m6 recording:acd-1767607201-c1-1
39    PlaybackEnded o1-3-m6
        · MessageReturned c1-1 bob
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-3-m6
        → EndLeg o1-3-leg normal
39.1  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
So is who hangs up; after three of them nobody is rung any more.
49    TimePassed
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 48 s, 0 ahead; candidates: bob 5 idle 10 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - “Message: Sales” +436601234567
49.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
49.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
50    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=11 answered
        · MessagePlayed c1-1 bob
        → Play o1-4-leg o1-4-m1 sound:welcome
51    LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16
        · MessageReturned c1-1 bob
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-4-m1
61    TimePassed
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 60 s, 0 ahead; candidates: bob 5 idle 10 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - “Message: Sales” +436601234567
61.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
61.2  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 bob
62    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 bob o1-5-leg
        · WaitEnded c1-1 sales waited_s=11 answered
        · MessagePlayed c1-1 bob
        → Play o1-5-leg o1-5-m1 sound:welcome
63    LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16
        · MessageReturned c1-1 bob
        · TalkFailed c1-1 bob o1-5-leg o1-5-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        · MessageGivenUp c1-1
        · ContactEnded c1-1 unclosed
        · WaitEnded c1-1 sales waited_s=0 left
        → StopPlayback o1-5-m1
