Who waits may be called back and keeps the place: first an agent, and then the customer.

0     AsteriskSeen
0     PolicyApplied calling_back
0     LogIn bob 202
1     CallArrived call-1 200 +436601234567
2     CallArrived call-2 200 +436607654321
The first caller hangs up after good-bye; the second one stays.
10    KeyPressed call-1 1
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
