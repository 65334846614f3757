Who waits may leave a message: it takes a place as old as the call, an agent listens and closes it.

0     AsteriskSeen
0     PolicyApplied leaving_messages
0     GoNotReady night break
0     LogIn bob 202
1     CallArrived call-1 200 +436601234567
The first one leaves a message. Of somebody else who comes meanwhile the place is behind.
5     KeyPressed call-1 4
6     CallArrived call-2 200 +436607654321
8     PlaybackEnded c1-1-g1
16    TimePassed
20    RecordingEnded acd-1767607201-c1-1 9
20.1  LegVanished call-1 16
An agent is there: first the message, and what the keys mean before it.
30    GoReady bob
30    TimePassed
30.1  LegSeen o1-3-leg
30.2  LegRang o1-3-leg
31    LegAnswered o1-3-leg
33    PlaybackEnded o1-3-m1
40    KeyPressed o1-3-leg 7
42    PlaybackEnded o1-3-m2
44    KeyPressed o1-3-leg 1
44.1  PlaybackEnded o1-3-m3
44.2  LegVanished o1-3-leg 16
