Who waits may look into the menu of the queue, and keeps the place meanwhile.

0     AsteriskSeen
0     PolicyApplied menu_while_waiting
0     LogIn bob 202
A key of the menu counts at once; then the caller waits on.
1     CallArrived call-1 200 +361
5     KeyPressed call-1 2
8     PlaybackEnded c1-1-p1
Any other key lets the menu be spoken; silence leads back into the line.
10    KeyPressed call-1 7
12    PlaybackEnded c1-1-p2
17    TimePassed
Something else in the same queue: the place is kept.
20    KeyPressed call-1 3
Another queue: with the time waited so far. That one has no menu.
22    CallArrived call-2 200 +362
25    KeyPressed call-2 1
26    KeyPressed call-2 2
Whoever has enough hangs up, or lets us do so.
27    KeyPressed call-1 9
28    LegVanished call-1 16
29    LegVanished call-2 16
An agent answers while the caller hears the menu.
30    CallArrived call-3 200 +363
31    KeyPressed call-3 7
32    GoReady bob
32.1  LegSeen o1-4-leg
32.2  LegRang o1-4-leg
32.3  LegAnswered o1-4-leg
32.4  LegJoined call-3 o1-4-bridge
32.5  LegJoined o1-4-leg o1-4-bridge
33    LegVanished call-3 16
33.1  LegVanished o1-4-leg 16
33.5  EndWrapUp bob
The phone rings for somebody who asks for something else meanwhile: it rings anew for that.
34    CallArrived call-4 200 +364
34.1  LegSeen o1-6-leg
34.2  LegRang o1-6-leg
35    KeyPressed call-4 1
36    LegVanished call-4 16
37    LegVanished o1-6-leg 16
37    LegVanished o1-7-leg 16
37.5  GoNotReady bob break
In the middle of the menu the time in the queue is up: the menu goes on, and the next queue keeps the time waited.
40    CallArrived call-5 200 +365
99    KeyPressed call-5 7
100   TimePassed
101   PlaybackEnded c1-8-p1
102   KeyPressed call-5 2
103   PlaybackEnded c1-8-p2
104   LegVanished call-5 16
An incident that has begun meanwhile is told of when the menu is left.
110   CallArrived call-6 200 +366
111   KeyPressed call-6 7
112   EnterOverlay incident boss storm prompt=goodbye
113   KeyPressed call-6 2
114   PlaybackEnded c1-9-p2
115   LegVanished call-6 16
Asterisk is away meanwhile: the menu begins anew.
120   CallArrived call-7 200 +367
121   KeyPressed call-7 7
122   AsteriskLost
123   AsteriskSeen call-7:up
124   LegVanished call-7 16
