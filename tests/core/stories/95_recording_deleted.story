A recording that has been kept for long enough is deleted, but not while somebody may still listen to it. Of what was
too short to be a message there is a recording as well.

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
12    RecordingOutlived c1-1 acd-1767607201-c1-1
13    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 12 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - “Message: Sales” +436601234567
        = done
13.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
13.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
14    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=4 answered
        · MessagePlayed c1-1 bob
        → Play o1-2-leg o1-2-m1 sound:welcome
15    PlaybackEnded o1-2-m1
        → Play o1-2-leg o1-2-m2 recording:acd-1767607201-c1-1
16    KeyPressed o1-2-leg 1
        · MessageClosed c1-1 bob done
        · TalkEnded c1-1 bob o1-2-leg o1-2-bridge agent listened
        · ContactEnded c1-1 handled
        · WrapUpBegan bob c1-1 until=26
        → StopPlayback o1-2-m2
        → EndLeg o1-2-leg normal
17    LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
20    RecordingOutlived c1-1 acd-1767607201-c1-1
        · RecordingDeleted c1-1 acd-1767607201-c1-1
        → DeleteRecording acd-1767607201-c1-1
26    TimePassed
        · WrapUpEnded bob by_limit
30    CallArrived call-2 200 +436601234568
        · ContactArrived c1-3 call-2 200 +436601234568 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=30
        · WaitPromised c1-3 sales promise=0-0
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 4 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-4-leg 202 202 o1-4 call-2 Sales +436601234568
31    KeyPressed call-2 4
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 4
        · MessageChosen c1-3 100 []
        · MessageInvited c1-3 100
        · OfferWithdrawn o1-4 c1-3 bob o1-4-leg chosen_anew
        · WaitEnded c1-3 sales waited_s=1 left
        → StopMusic call-2
        → Play call-2 c1-3-g1 sound:goodbye
        → EndLeg o1-4-leg no_answer
32    PlaybackEnded c1-3-g1
        · RecordingBegan c1-3 acd-1767607230-c1-3
        → Record call-2 acd-1767607230-c1-3 longest_s=180 silence_s=6
33    RecordingEnded acd-1767607230-c1-3 1
        · MessageMissed c1-3 -
        · ContactEnded c1-3 no_message
        → EndLeg call-2 normal
33.1  LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16 asked
36    TimePassed
        → EndLeg o1-4-leg normal
40    RecordingOutlived c1-3 acd-1767607230-c1-3
        · RecordingDeleted c1-3 acd-1767607230-c1-3
        → DeleteRecording acd-1767607230-c1-3
