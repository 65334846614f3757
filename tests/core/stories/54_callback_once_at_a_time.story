One number is called once at a time, and not while its customer is on the line with us.

0     AsteriskSeen
0     PolicyApplied calling_back
0     GoNotReady night break
0     LogIn bob 202
Two callers from one number: the second is not due before the first is over.
1     CallArrived call-1 200 +436601111111
2     CallArrived call-2 200 +436601111111
3     KeyPressed call-1 1
4     LegVanished call-1 16
5     KeyPressed call-2 1
6     PlaybackEnded c1-2-p1
6.1   LegVanished call-2 16
The second one has left the line while the first one rested, and is called first; then the other.
70    TimePassed
71    GoReady bob
71.1  LegSeen o1-3-leg
71.2  LegRang o1-3-leg
72    LegAnswered o1-3-leg
72.5  PlaybackEnded o1-3-b
73    LegSeen c1-2-d1
73.1  LegRang c1-2-d1
74    LegAnswered c1-2-d1
74.1  LegJoined c1-2-d1 o1-3-bridge
74.2  LegJoined o1-3-leg o1-3-bridge
A gap in the talk: it goes on.
75    AsteriskLost
76    AsteriskSeen c1-2-d1:up o1-3-leg:up o1-3-bridge=c1-2-d1,o1-3-leg
77    LegVanished c1-2-d1 16
77.1  LegVanished o1-3-leg 16
77.2  EndWrapUp bob
100   TimePassed
100.1 LegSeen o1-4-leg
100.2 LegRang o1-4-leg
101   LegAnswered o1-4-leg
101.5 PlaybackEnded o1-4-b
102   LegSeen c1-1-d1
102.1 LegRang c1-1-d1
103   LegAnswered c1-1-d1
The two do not get together: the customer waits on the line, and has enough of it.
103.1 LegVanished o1-4-leg 16
103.2 GoNotReady bob break
104   KeyPressed c1-1-d1 9
105   LegVanished c1-1-d1 16
Telephones that ring, or at which somebody outside is asked for a key, are let go.
108.1 TimePassed
110   GoReady bob
111   CallArrived call-3 200 +436602222222
111.1 LegSeen o1-6-leg
111.2 LegRang o1-6-leg
112   KeyPressed call-3 1
112.1 LegVanished o1-6-leg 16
113   GoNotReady bob break
120   GoReady night
120.5 TimePassed
121   TimePassed
122   CallArrived call-4 200 +436603333333
132   TimePassed
132.1 LegSeen o1-8-leg
132.2 LegAnswered o1-8-leg
133   KeyPressed call-4 1
133.1 LegVanished o1-8-leg 16
134   GoNotReady night break
135   LegVanished call-4 16
136   PlaybackEnded c1-5-p1
136.1 LegVanished call-3 16
Who rings while somebody waits for a callback at that number is not called meanwhile: until that one ends.
140   CallArrived call-5 200 06603333333
170   TimePassed
180   LegVanished call-5 16
181   GoReady bob
182   LegSeen o1-10-leg
Whoever rings just now is not called: a telephone that is about to ring, one that rings, and one outside.
183   CallArrived call-6 200 +436602222222
184   LegVanished call-6 16
184.1 LegVanished o1-10-leg 16
