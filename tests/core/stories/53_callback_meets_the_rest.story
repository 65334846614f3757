Whatever happens between good-bye and the talk: nobody is dialled twice, and nobody is forgotten.

0     AsteriskSeen
0     PolicyApplied calling_back
0     GoNotReady night break
0     LogIn bob 202
0     GoReady bob
A telephone that is about to ring, one that rings, somebody outside who is asked: all are let go.
1     CallArrived call-1 200 +436601111111
2     KeyPressed call-1 1
2.1   LegVanished o1-2-leg 16
Good-bye is said once more after a gap; the caller's leg is known to be answered only now.
3     AsteriskLost
4     AsteriskSeen call-1:up
5     LegAnswered call-1
The agent answers, and has gone before the customer's leg is there.
6     PlaybackEnded c1-1-p2
6.1   LegVanished call-1 16
6.2   LegSeen o1-3-leg
6.3   LegRang o1-3-leg
7     LegAnswered o1-3-leg
7.5   LegJoined o1-3-leg o1-3-bridge
7.6   JoinRefused o1-3-bridge unknown
8     PlaybackEnded o1-3-b
8.1   LegVanished o1-3-leg 16
8.2   GoNotReady bob break
The attempt ends late, when the next one is on its way.
11    TimePassed
13.1  TimePassed
18.1  TimePassed
23.1  TimePassed
28.1  TimePassed
33.1  TimePassed
38.1  TimePassed
43.1  TimePassed
48.1  TimePassed
53.1  TimePassed
58.1  TimePassed
63.1  TimePassed
68.1  TimePassed
68.2  GoReady bob
68.4  LegSeen o1-4-leg
68.5  LegRang o1-4-leg
69    LegAnswered o1-4-leg
70    PlaybackEnded o1-4-b
70.1  LegSeen c1-1-d2
70.2  LegVanished c1-1-d1 16
70.3  LegRang c1-1-d2
The agent goes at the very moment when the customer answers: the customer waits on the line, and may choose again.
71    LegAnswered c1-1-d2
71.1  LegVanished o1-4-leg 16
71.2  GoNotReady bob break
72    KeyPressed c1-1-d2 1
73    LegVanished c1-1-d2 16
Meanwhile an incident begins, there is a gap, and a new version of the company.
74    EnterOverlay incident boss storm prompt=goodbye
75    AsteriskLost
76    AsteriskSeen
76.1  TimePassed
77    PolicyApplied calling_nobody
An agent answers, but calls do not go out any more: once more by the ladder, and not again.
80    GoReady bob
80.1  LegSeen o1-6-leg
80.2  LegRang o1-6-leg
81    LegAnswered o1-6-leg
81.1  LegVanished o1-6-leg 16
86    TimePassed
141   TimePassed
142   LegSeen o1-7-leg
142.1 LegRang o1-7-leg
143   LegAnswered o1-7-leg
143.1 LegVanished o1-7-leg 16
The queue is closed down: who is to be called back for it is given up.
144   GoNotReady bob break
