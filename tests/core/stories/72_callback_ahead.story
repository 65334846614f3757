Who would rather not wait at all takes a place and hangs up, before any line; however long that line is.

0     AsteriskSeen
0     PolicyApplied calling_elsewhere
0     GoNotReady night break
0     LogIn bob 202
1     CallArrived call-1 200 +436601111111
2     CallArrived call-2 200 +436602222222
3     CallArrived call-3 400 +436603333333
4     KeyPressed call-3 1
6     PlaybackEnded c1-3-p2
6.1   LegVanished call-3 16
Who comes by the same way and waits is sent away: two may wait.
7     CallArrived call-4 400 +436604444444
8     KeyPressed call-4 9
At another number, and the line is lost in the middle of good-bye.
10    CallArrived call-5 400 -
11    KeyPressed call-5 1
11    TimePassed
12    KeyPressed call-5 0
12    TimePassed
12.1  KeyPressed call-5 1
12.2  KeyPressed call-5 2
12.3  KeyPressed call-5 2
12.4  KeyPressed call-5 2
12.5  KeyPressed call-5 2
12.6  KeyPressed call-5 2
12.7  KeyPressed call-5 2
12.8  KeyPressed call-5 2
13    KeyPressed call-5 #
14    LegVanished call-5 16
The places are those of their coming.
14    TimePassed
20    LegVanished call-1 16
21    LegVanished call-2 16
22    GoReady bob
A phone rings for the first one when that is cancelled; doing so twice does no harm.
22.1  LegSeen o1-6-leg
22.2  CancelCallback c1-3 boss
22.3  CancelCallback c1-3 boss
