Gaps and restarts: what is recorded is looked for, what is said is said again, no caller is left with a tone.

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
Lost while it is said what to do: it is said again. The tone comes once.
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
3     AsteriskLost
4     AsteriskSeen call-1:up
        · LegCameUp call-1 c1-1 caller
        → StopPlayback c1-1-g1
        → StopMusic call-1
        → Play call-1 c1-1-g2 sound:goodbye
4.1   PlaybackEnded c1-1-g1
5     PlaybackEnded c1-1-g2
        · RecordingBegan c1-1 acd-1767607201-c1-1
        → Record call-1 acd-1767607201-c1-1 longest_s=180 silence_s=6
Restarted while the caller speaks: it goes on, so nothing is said of it.
6     Restart
7     AsteriskSeen call-1:up
        → StopMusic call-1
        → FindRecording acd-1767607201-c1-1
7.1   RecordingEnded acd-1767607299-c1-1 4
The caller hangs up, and Asterisk is gone at the same moment. It is looked for until there is an answer.
8     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
8.1   AsteriskLost
10    TimePassed
12    AsteriskSeen
        → FindRecording acd-1767607201-c1-1
12.1  RecordingEnded acd-1767607201-c1-1
        · MessageLeft c1-1 call-1 acd-1767607201-c1-1 length_s=3
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
It is as long as the caller was there, as far as anybody knows. Restarted while an agent listens: once more.
13    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o2-1 c1-1 bob 202 o2-1-leg sales (waited 12 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o2-1-leg 202 202 o2-1 - “Message: Sales” +436601234567
        = done
13.1  LegSeen o2-1-leg
        · LegAppeared o2-1-leg c1-1 agent
        → Ring o2-1-leg give_up_s=24
13.2  LegRang o2-1-leg
        · LegStartedRinging o2-1-leg c1-1 agent
        · OfferRang o2-1 c1-1 bob
14    LegAnswered o2-1-leg
        · LegCameUp o2-1-leg c1-1 agent
        · OfferAnswered o2-1 c1-1 bob o2-1-leg
        · WaitEnded c1-1 sales waited_s=1.9 answered
        · MessagePlayed c1-1 bob
        → Play o2-1-leg o2-1-m1 sound:welcome
15    PlaybackEnded o2-1-m1
        → Play o2-1-leg o2-1-m2 recording:acd-1767607201-c1-1
16    Restart
17    AsteriskSeen o2-1-leg:up
        → StopPlayback o2-1-m2
        → Play o2-1-leg o2-1-m4 recording:acd-1767607201-c1-1
17.1  PlaybackEnded o2-1-m2
Restarted once more, and the agent is gone meanwhile: that counts for nothing.
18    Restart
19    AsteriskSeen
        · LegEnded o2-1-leg c1-1 agent - lost
        · MessageReturned c1-1 bob
        · TalkFailed c1-1 bob o2-1-leg o2-1-bridge lost listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o2-1-m4
A gap while it stands in the line.
20    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
21    AsteriskLost
22    AsteriskSeen
22.1  TimePassed
        · RingOpened c1-1 sales ring=1
23    GoReady bob
        · AgentBecameReady bob
        = done
24    TimePassed
        · OfferOpened o4-1 c1-1 bob 202 o4-1-leg sales (waited 23 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o4-1-leg 202 202 o4-1 - “Message: Sales” +436601234567
24.1  LegSeen o4-1-leg
        · LegAppeared o4-1-leg c1-1 agent
        → Ring o4-1-leg give_up_s=24
24.2  LegRang o4-1-leg
        · LegStartedRinging o4-1-leg c1-1 agent
        · OfferRang o4-1 c1-1 bob
25    LegAnswered o4-1-leg
        · LegCameUp o4-1-leg c1-1 agent
        · OfferAnswered o4-1 c1-1 bob o4-1-leg
        · WaitEnded c1-1 sales waited_s=6 answered
        · MessagePlayed c1-1 bob
        → Play o4-1-leg o4-1-m1 sound:welcome
26    KeyPressed o4-1-leg 1
        · MessageClosed c1-1 bob done
        · TalkEnded c1-1 bob o4-1-leg o4-1-bridge agent listened
        · ContactEnded c1-1 handled
        · WrapUpBegan bob c1-1 until=36
        → StopPlayback o4-1-m1
        → EndLeg o4-1-leg normal
26.1  LegVanished o4-1-leg 16
        · LegEnded o4-1-leg c1-1 agent cause=16 asked
The company gives up the words before the tone: the tone is enough. The leg of an agent ends late.
36    TimePassed
        · WrapUpEnded bob by_limit
40    EndWrapUp bob
        = refused: Agent bob is not in wrap-up, so there is nothing to end.
41    CallArrived call-2 200 +436601234567
        · ContactArrived c4-2 call-2 200 +436601234567 straight open policy_version=5
        · QueueChosen c4-2 sales []
        · PlaceTaken c4-2 sales [sales≥1] order_key=41
        · WaitPromised c4-2 sales promise=0-0
        · OfferOpened o4-3 c4-2 bob 202 o4-3-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o4-3-leg 202 202 o4-3 call-2 Sales +436601234567
42    KeyPressed call-2 4
        · MenuOpened c4-2 meanwhile
        · KeyTaken c4-2 ask 4
        · MessageChosen c4-2 100 []
        · MessageInvited c4-2 100
        · OfferWithdrawn o4-3 c4-2 bob o4-3-leg chosen_anew
        · WaitEnded c4-2 sales waited_s=1 left
        → StopMusic call-2
        → Play call-2 c4-2-g1 sound:goodbye
        → EndLeg o4-3-leg no_answer
43    PolicyApplied leaving_messages_unsaid
        · PolicyChanged version=6 []
44    AsteriskLost
45    AsteriskSeen call-2:up
        · LegEnded o4-3-leg c4-2 agent - lost asked
        · LegCameUp call-2 c4-2 caller
        · RecordingBegan c4-2 acd-1767607241-c4-2
        → StopPlayback c4-2-g1
        → StopMusic call-2
        → Record call-2 acd-1767607241-c4-2 longest_s=180 silence_s=6
45.1  PlaybackEnded c4-2-g1
45.2  LegVanished o4-3-leg 16
50    RecordingEnded acd-1767607241-c4-2 5
        · MessageLeft c4-2 call-2 acd-1767607241-c4-2 length_s=5
        · QueueChosen c4-2 sales []
        · PlaceTaken c4-2 sales [sales≥1] order_key=41
        · WaitPromised c4-2 sales promise=0-0
        · OfferOpened o4-4 c4-2 bob 202 o4-4-leg sales (waited 9 s, 0 ahead; candidates: bob 5 idle 14 s; others: 1 logged out, 2 serves other queues)
        → EndLeg call-2 normal
        → CreateLeg o4-4-leg 202 202 o4-4 - “Message: Sales” +436601234567
50.1  LegVanished call-2 16
        · LegEnded call-2 c4-2 caller cause=16 asked
