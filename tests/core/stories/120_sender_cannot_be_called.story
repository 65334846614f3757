An agent wants to call who has left a message, but that number is not called: what the keys mean is said again, so
that nobody waits for a customer who is not dialled.

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
1     CallArrived call-1 200 +14155550123
        · ContactArrived c1-1 call-1 200 +14155550123 straight open policy_version=5
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
        → CreateLeg o1-2-leg 202 202 o1-2 - “Message: Sales” +14155550123
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
In the middle of what the keys mean: from its beginning.
13    KeyPressed o1-2-leg 2
        → StopPlayback o1-2-m1
        → Play o1-2-leg o1-2-m3 sound:welcome
13.1  PlaybackEnded o1-2-m1
15    PlaybackEnded o1-2-m3
        → Play o1-2-leg o1-2-m4 recording:acd-1767607201-c1-1
In the middle of the message, also while it is held: the keys, and then the message.
16    KeyPressed o1-2-leg 5
        → SteerPlayback o1-2-m4
17    KeyPressed o1-2-leg 2
        → StopPlayback o1-2-m4
        → Play o1-2-leg o1-2-m5 sound:welcome
18    PlaybackEnded o1-2-m5
        → Play o1-2-leg o1-2-m6 recording:acd-1767607201-c1-1
When it is said for the last time: the message comes all the same, and only then is it given back.
19    KeyPressed o1-2-leg 2
        → StopPlayback o1-2-m6
        → Play o1-2-leg o1-2-m7 sound:welcome
21    PlaybackEnded o1-2-m7
        → Play o1-2-leg o1-2-m8 recording:acd-1767607201-c1-1
28    PlaybackEnded o1-2-m8
        · MessageReturned c1-1 bob
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-2-m8
        → EndLeg o1-2-leg normal
28    TimePassed
        · RingOpened c1-1 sales ring=1
28.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
