Who waits may be called back and keeps the place: first an agent, and then the customer.

0     AsteriskSeen
0     PolicyApplied calling_back
0     GoNotReady night break
0     LogIn bob 202
1     CallArrived call-1 200 +436601234567
2     CallArrived call-2 200 +436607654321
The first caller hangs up after good-bye; the second one stays.
10    KeyPressed call-1 1
11    TimePassed
12    TimePassed
13    PlaybackEnded c1-1-p1
13.1  LegVanished call-1 16
The agent is told, and the customer is dialled; the place was kept.
20    GoReady bob
20.1  LegSeen o1-3-leg
20.2  LegRang o1-3-leg
21    LegAnswered o1-3-leg
24    PlaybackEnded o1-3-b
24.1  LegSeen c1-1-d1
24.5  LegRang c1-1-d1
30    LegAnswered c1-1-d1
30.1  LegJoined c1-1-d1 o1-3-bridge
30.2  LegJoined o1-3-leg o1-3-bridge
90    LegVanished c1-1-d1 16
90.1  LegVanished o1-3-leg 16
The second caller hangs up during good-bye: agreed is agreed. A key of the agent is enough.
91    EndWrapUp bob
91    GoNotReady bob break
91.1  LegVanished o1-4-leg 16
92    KeyPressed call-2 1
93    LegVanished call-2 16
94    PlaybackEnded c1-2-p1
100   GoReady bob
100.1 LegSeen o1-5-leg
100.2 LegRang o1-5-leg
101   LegAnswered o1-5-leg
102   KeyPressed o1-5-leg 1
102.1 PlaybackEnded o1-5-b
102.2 LegSeen c1-2-d1
102.5 LegRang c1-2-d1
Nobody answers: once more after a minute, and the agent is free meanwhile.
122.5 TimePassed
122.6 LegVanished c1-2-d1 16
122.7 LegVanished o1-5-leg 16
