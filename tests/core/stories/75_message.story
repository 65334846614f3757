Who waits may leave a message: it takes a place as old as the call, an agent listens and closes it.

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
The first one leaves a message. Of somebody else who comes meanwhile the place is behind.
2     LegAnswered call-1
        · LegCameUp call-1 c1-1 caller
5     KeyPressed call-1 4
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 4
        · MessageChosen c1-1 100 []
        · MessageInvited c1-1 100
        · WaitEnded c1-1 sales waited_s=4 left
        → StopMusic call-1
        → Play call-1 c1-1-g1 sound:goodbye
6     CallArrived call-2 200 +436607654321
        · ContactArrived c1-2 call-2 200 +436607654321 straight open policy_version=5
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=6
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
8     PlaybackEnded c1-1-g1
        · RecordingBegan c1-1 acd-1767607201-c1-1
        → Record call-1 acd-1767607201-c1-1 longest_s=180 silence_s=6
16    TimePassed
        · RingOpened c1-2 sales ring=1
20    RecordingEnded acd-1767607201-c1-1 9
        · MessageLeft c1-1 call-1 acd-1767607201-c1-1 length_s=9
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → EndLeg call-1 normal
20.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
An agent is there: first what the keys mean, then the message. A key without meaning is not heard.
30    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 29 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - “Message: Sales” +436601234567
        = done
30    TimePassed
        · RingOpened c1-1 sales ring=1
30.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
30.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
31    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=11 answered
        · MessagePlayed c1-1 bob
        → Play o1-3-leg o1-3-m1 sound:welcome
33    PlaybackEnded o1-3-m1
        → Play o1-3-leg o1-3-m2 recording:acd-1767607201-c1-1
40    KeyPressed o1-3-leg 7
42    PlaybackEnded o1-3-m2
        → Play o1-3-leg o1-3-m3 sound:welcome
44    KeyPressed o1-3-leg 1
        · MessageClosed c1-1 bob done
        · TalkEnded c1-1 bob o1-3-leg o1-3-bridge agent listened
        · ContactEnded c1-1 handled
        · WrapUpBegan bob c1-1 until=54
        → StopPlayback o1-3-m3
        → EndLeg o1-3-leg normal
44.1  PlaybackEnded o1-3-m3
44.2  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
Who chooses it while a telephone rings, or is about to, or somebody outside is asked, is not offered any more.
45    EndWrapUp bob
        · WrapUpEnded bob
        · OfferOpened o1-4 c1-2 bob 202 o1-4-leg sales (waited 39 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 call-2 Sales +436607654321
        = done
46    KeyPressed call-2 4
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 4
        · MessageChosen c1-2 100 []
        · MessageInvited c1-2 100
        · OfferWithdrawn o1-4 c1-2 bob o1-4-leg chosen_anew
        · WaitEnded c1-2 sales waited_s=40 left
        → StopMusic call-2
        → Play call-2 c1-2-g1 sound:goodbye
        → EndLeg o1-4-leg no_answer
46.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-2 agent cause=16 asked
Any key: no need to hear what to do. Nothing is said, so there is no message.
46.5  KeyPressed call-2 1
        · RecordingBegan c1-2 acd-1767607206-c1-2
        → StopPlayback c1-2-g1
        → Record call-2 acd-1767607206-c1-2 longest_s=180 silence_s=6
48    RecordingEnded acd-1767607206-c1-2 1
        · MessageMissed c1-2 -
        · ContactEnded c1-2 no_message
        → EndLeg call-2 normal
48.1  LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16 asked
50    CallArrived call-3 200 +436601111111
        · ContactArrived c1-5 call-3 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=50
        · WaitPromised c1-5 sales promise=0-0
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-6-leg 202 202 o1-6 call-3 Sales +436601111111
50.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=24
50.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-5 agent
        · OfferRang o1-6 c1-5 bob
51    KeyPressed call-3 4
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 4
        · MessageChosen c1-5 100 []
        · MessageInvited c1-5 100
        · OfferWithdrawn o1-6 c1-5 bob o1-6-leg chosen_anew
        · WaitEnded c1-5 sales waited_s=1 left
        → StopMusic call-3
        → Play call-3 c1-5-g1 sound:goodbye
        → EndLeg o1-6-leg no_answer
51.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
Gone before the tone.
52    LegVanished call-3 16
        · LegEnded call-3 c1-5 caller cause=16
        · ContactEnded c1-5 no_message
53    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
53    GoReady night
        · AgentBecameReady night
        = done
54    CallArrived call-4 200 +436601111111
        · ContactArrived c1-7 call-4 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=54
        · WaitPromised c1-7 sales promise=0-60
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
64    TimePassed
        · RingOpened c1-7 sales ring=1
        · OfferOpened o1-8 c1-7 night night o1-8-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 11 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-8-leg night +43@out o1-8 call-4 Sales 200
64.1  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=43
64.2  LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-7 agent
        → Play o1-8-leg o1-8-q1 sound:menu
65    KeyPressed call-4 4
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 4
        · MessageChosen c1-7 100 []
        · MessageInvited c1-7 100
        · OfferWithdrawn o1-8 c1-7 night o1-8-leg chosen_anew
        · WaitEnded c1-7 sales waited_s=11 left
        → StopMusic call-4
        → Play call-4 c1-7-g1 sound:goodbye
        → EndLeg o1-8-leg no_answer
65.1  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16 asked
The caller hangs up when all is said: it is known what there is when Asterisk says so.
66    GoNotReady night break
        · AgentBecameNotReady night break
        = done
67    PlaybackEnded c1-7-g1
        · RecordingBegan c1-7 acd-1767607254-c1-7
        → Record call-4 acd-1767607254-c1-7 longest_s=180 silence_s=6
75    LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
75.1  RecordingEnded acd-1767607254-c1-7 8
        · MessageLeft c1-7 call-4 acd-1767607254-c1-7 length_s=8
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=54
        · WaitPromised c1-7 sales nobody
