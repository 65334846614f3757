A customer who is not reached is tried again, each kind of miss by a ladder of its own, until it ends.

0     AsteriskSeen
0     PolicyApplied calling_back
0     GoNotReady night break
0     LogIn bob 202
1     CallArrived call-1 200 +436601234567
2     KeyPressed call-1 1
3     LegVanished call-1 16
Busy.
10    GoReady bob
10.1  LegSeen o1-2-leg
10.2  LegRang o1-2-leg
11    LegAnswered o1-2-leg
12    PlaybackEnded o1-2-b
12.1  LegSeen c1-1-d1
13    LegVanished c1-1-d1 17
13    TimePassed
13.1  LegVanished o1-2-leg 16
The agent hangs up while the telephone rings: that is our fault, and costs nothing.
18    TimePassed
43    TimePassed
43.1  LegSeen o1-3-leg
43.2  LegRang o1-3-leg
44    LegAnswered o1-3-leg
45    PlaybackEnded o1-3-b
45.1  LegSeen c1-1-d2
45.2  LegRang c1-1-d2
46    LegVanished o1-3-leg 16
46.1  LegVanished c1-1-d2 16
The agent hangs up before it is dialled.
51    TimePassed
106   TimePassed
106.1 LegSeen o1-4-leg
106.2 LegRang o1-4-leg
107   LegAnswered o1-4-leg
108   LegVanished o1-4-leg 16
Asterisk was away while the leg was made: nobody knows what came of it, and it is not dialled at once again.
113   TimePassed
113.1 LegSeen o1-5-leg
113.2 LegRang o1-5-leg
114   LegAnswered o1-5-leg
115   PlaybackEnded o1-5-b
115.1 AsteriskLost
116   AsteriskSeen o1-5-leg:up c1-1-d3:down
117   LegVanished c1-1-d3 16
117.1 LegVanished o1-5-leg 16
Away again, and the leg is gone: likewise; it was the second time, and that is one too many.
121   TimePassed
176   TimePassed
176.1 LegSeen o1-6-leg
176.2 LegRang o1-6-leg
177   LegAnswered o1-6-leg
178   PlaybackEnded o1-6-b
178.1 LegSeen c1-1-d4
178.2 LegRang c1-1-d4
179   AsteriskLost
180   AsteriskSeen o1-6-leg:up
180.1 LegVanished o1-6-leg 16
A number that nobody has; one that Asterisk would not dial.
185   TimePassed
190   GoNotReady bob break
190   CallArrived call-2 200 +436601234567
191   KeyPressed call-2 1
192   LegVanished call-2 16
193   GoReady bob
193.1 LegSeen o1-8-leg
193.2 LegRang o1-8-leg
194   LegAnswered o1-8-leg
195   PlaybackEnded o1-8-b
195.1 LegSeen c1-7-d1
196   LegVanished c1-7-d1 1
196.1 LegVanished o1-8-leg 16
200   GoNotReady bob break
200   CallArrived call-3 200 +436601234567
201   KeyPressed call-3 1
201   TimePassed
202   LegVanished call-3 16
203   GoReady bob
203.1 LegSeen o1-10-leg
203.2 LegRang o1-10-leg
204   LegAnswered o1-10-leg
205   PlaybackEnded o1-10-b
205.1 LegRefused c1-9-d1 unknown
205.2 LegVanished o1-10-leg 16
Nobody is there: the callback waits, but not for ever. A ringing telephone is left alone while Asterisk is away.
210   GoNotReady bob break
210.1 TimePassed
211   CallArrived call-4 200 +436601234567
212   KeyPressed call-4 1
213   LegVanished call-4 16
221   TimePassed
300   GoReady bob
300.1 LegSeen o1-12-leg
300.2 LegRang o1-12-leg
301   LegAnswered o1-12-leg
302   PlaybackEnded o1-12-b
302.1 LegSeen c1-11-d1
302.2 LegRang c1-11-d1
303   AsteriskLost
322.2 TimePassed
327.2 TimePassed
330   AsteriskSeen o1-12-leg:up c1-11-d1:ringing
332.2 TimePassed
337.2 TimePassed
340   AsteriskLost
341   AsteriskSeen o1-12-leg:up c1-11-d1:ringing
342   LegVanished c1-11-d1 21
342.1 LegVanished o1-12-leg 16
343   GoNotReady bob break
402   TimePassed
3813  TimePassed
