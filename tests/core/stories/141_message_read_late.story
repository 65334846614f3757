An agent closes a message before the program has written it down: what comes then is kept with it all the same.

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
11    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
12    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 11 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - “Message: Sales” +436601234567
        = done
12.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
12.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
13    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=3 answered
        · MessagePlayed c1-1 bob
        → Play o1-2-leg o1-2-m1 sound:welcome
14    PlaybackEnded o1-2-m1
        → Play o1-2-leg o1-2-m2 recording:acd-1767607201-c1-1
15    KeyPressed o1-2-leg 1
        · MessageClosed c1-1 bob done
        · TalkEnded c1-1 bob o1-2-leg o1-2-bridge agent listened
        · ContactEnded c1-1 handled
        · WrapUpBegan bob c1-1 until=25
        → StopPlayback o1-2-m2
        → EndLeg o1-2-leg normal
16    LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
17    MessageRead c1-1 "my heating is cold"
        · MessageTranscribed c1-1 “my heating is cold”
