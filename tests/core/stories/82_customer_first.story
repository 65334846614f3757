The customer is called before any agent, as soon as one is free or expected; who presses the key has the old place.

0     AsteriskSeen
0     PolicyApplied customer_first
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
Nobody is at work, so nobody is called: it is not even looked.
1     CallArrived call-1 300 +436601234567
        · ContactArrived c1-1 call-1 300 +436601234567 ahead open policy_version=5
        · QueueChosen c1-1 sales [] to_be_called
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:goodbye
2     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
3     CallArrived call-2 300 +436607654321
        · ContactArrived c1-2 call-2 300 +436607654321 ahead open policy_version=5
        · QueueChosen c1-2 sales [] to_be_called
        · CallbackAgreed c1-2 +436607654321
        · PromptBegan c1-2 thanks goodbye
        · PlaceTaken c1-2 sales [sales≥1] order_key=3
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:goodbye
4     PlaybackEnded c1-2-p1
        · FlowEnded c1-2 bye
        · CustomerParted c1-2 call-2
        · CallbackFellDue c1-2
        → EndLeg call-2 normal
4.1   LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16 asked
An agent has nothing to do: one customer is called, not both, and the agent is not rung.
10    LogIn bob 202
        · AgentLoggedIn bob 202
        = done
11    GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 -
        = done
11    TimePassed
        · RingOpened c1-1 sales ring=1
11.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
11.5  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
12    CancelCallback c1-1 eva
        = refused: The callback c1-1 cannot be cancelled: the customer is being called.
13    TimePassed
        · RingOpened c1-2 sales ring=1
14    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CallPickedUp c1-1 c1-1-d1
        → Play c1-1-d1 c1-1-d1-w1 sound:menu
The agent who was free is taken by somebody who calls; the customer presses the key and waits first in the line.
15    CallArrived call-3 200 +361
        · ContactArrived c1-3 call-3 200 +361 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=15
        · WaitPromised c1-3 sales promise=0-0
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 4 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-4-leg 202 202 o1-4 call-3 Sales +361
15.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
15.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
16    KeyPressed c1-1-d1 1
        · CustomerReached c1-1 c1-1-d1 confirmed
        → StopPlayback c1-1-d1-w1
        → StartMusic c1-1-d1 sales_music
16.1  PlaybackEnded c1-1-d1-w1
17    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-3 agent
        · OfferAnswered o1-4 c1-3 bob o1-4-leg
        · TalkBegan c1-3 bob o1-4 o1-4-bridge
        · WaitEnded c1-3 sales waited_s=2 answered
        → StopMusic call-3
        → Join o1-4-bridge [call-3 o1-4-leg]
17.1  LegJoined o1-4-leg o1-4-bridge
17.2  LegJoined call-3 o1-4-bridge
        · TalkJoined c1-3 bob
Ten calls would have to be over for anybody to be expected. The one who waits is served, and then the next one called.
21    TimePassed
22    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · TalkEnded c1-3 bob o1-4-leg o1-4-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan bob c1-3 until=32
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
22.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
23    EndWrapUp bob
        · WrapUpEnded bob
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 22 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 c1-1-d1 Sales +436601234567
        = done
23.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
23.2  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 bob
24    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 bob o1-5-leg
        · TalkBegan c1-1 bob o1-5 o1-5-bridge
        · WaitEnded c1-1 sales waited_s=23 answered
        → StopMusic o1-5-leg
        → StopMusic c1-1-d1
        → Join o1-5-bridge [c1-1-d1 o1-5-leg]
24.1  LegJoined o1-5-leg o1-5-bridge
24.2  LegJoined c1-1-d1 o1-5-bridge
        · TalkJoined c1-1 bob
27    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-5-leg o1-5-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=37
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
27.1  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16 asked
28    EndWrapUp bob
        · WrapUpEnded bob
        · CustomerDialled c1-2 c1-2-d1 +436607654321 attempt=1
        → DialOut c1-2-d1 c1-2 +436607654321@out +431234 -
        = done
28.1  LegSeen c1-2-d1
        · LegAppeared c1-2-d1 c1-2 caller
        → Ring c1-2-d1 give_up_s=35
28.2  LegRang c1-2-d1
        · LegStartedRinging c1-2-d1 c1-2 caller
The agent leaves, and it goes on ringing. A machine takes the call, and no agent has had to hear it.
29    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
30    LegAnswered c1-2-d1
        · LegCameUp c1-2-d1 c1-2 caller
        · CallPickedUp c1-2 c1-2-d1
        → Play c1-2-d1 c1-2-d1-w1 sound:menu
31    PlaybackEnded c1-2-d1-w1
35    TimePassed
        → Play c1-2-d1 c1-2-d1-w2 sound:menu
36    PlaybackEnded c1-2-d1-w2
40    TimePassed
        · CustomerMissed c1-2 c1-2-d1 voicemail again_at=140
        → EndLeg c1-2-d1 no_answer
40.1  LegVanished c1-2-d1 16
        · LegEnded c1-2-d1 c1-2 caller cause=16 asked
The time comes again, and nobody is there. Then an agent comes, and the line is busy.
140   TimePassed
        · CallbackFellDue c1-2
141   GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-2 c1-2-d2 +436607654321 attempt=2
        → DialOut c1-2-d2 c1-2 +436607654321@out +431234 -
        = done
141.1 LegSeen c1-2-d2
        · LegAppeared c1-2-d2 c1-2 caller
        → Ring c1-2-d2 give_up_s=35
142   LegVanished c1-2-d2 17
        · LegEnded c1-2-d2 c1-2 caller cause=17
        · CustomerMissed c1-2 c1-2-d2 busy again_at=172
Again: the agent is taken by somebody who came later, and it rings in vain.
172   TimePassed
        · CallbackFellDue c1-2
        · CustomerDialled c1-2 c1-2-d3 +436607654321 attempt=3
        → DialOut c1-2-d3 c1-2 +436607654321@out +431234 -
172.1 LegSeen c1-2-d3
        · LegAppeared c1-2-d3 c1-2 caller
        → Ring c1-2-d3 give_up_s=35
172.2 LegRang c1-2-d3
        · LegStartedRinging c1-2-d3 c1-2 caller
173   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
The end of that telephone is heard when somebody has taken the next call. There is an incident to be told of.
192.2 TimePassed
        · CustomerMissed c1-2 c1-2-d3 no_answer again_at=252.2
        → EndLeg c1-2-d3 no_answer
197.2 TimePassed
        → EndLeg c1-2-d3 normal
202.2 TimePassed
        → EndLeg c1-2-d3 normal
207.2 TimePassed
        → EndLeg c1-2-d3 normal
212.2 TimePassed
        → EndLeg c1-2-d3 normal
217.2 TimePassed
        → EndLeg c1-2-d3 normal
222.2 TimePassed
        → EndLeg c1-2-d3 normal
227.2 TimePassed
        → EndLeg c1-2-d3 normal
232.2 TimePassed
        → EndLeg c1-2-d3 normal
237.2 TimePassed
        → EndLeg c1-2-d3 normal
242.2 TimePassed
        → EndLeg c1-2-d3 normal
247.2 TimePassed
        → EndLeg c1-2-d3 normal
252.2 TimePassed
        · CallbackFellDue c1-2
        → EndLeg c1-2-d3 normal
257.2 TimePassed
        → EndLeg c1-2-d3 normal
260   GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-2 c1-2-d4 +436607654321 attempt=4
        → DialOut c1-2-d4 c1-2 +436607654321@out +431234 -
        = done
260.1 LegSeen c1-2-d4
        · LegAppeared c1-2-d4 c1-2 caller
        → Ring c1-2-d4 give_up_s=35
260.2 LegRang c1-2-d4
        · LegStartedRinging c1-2-d4 c1-2 caller
261   LegAnswered c1-2-d4
        · LegCameUp c1-2-d4 c1-2 caller
        · CallPickedUp c1-2 c1-2-d4
        → Play c1-2-d4 c1-2-d4-w1 sound:menu
261.5 LegVanished c1-2-d3 16
        · LegEnded c1-2-d3 c1-2 caller cause=16 asked
262   EnterOverlay incident boss storm head_start_s=60 prompt=closed
        · OverlayBegan v1-6 incident=60 storm -
        · PlaceMoved c1-2 order_key=-57 storm head_start_s=60
        = done
263   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
264   KeyPressed c1-2-d4 1
        · CustomerReached c1-2 c1-2-d4 confirmed
        · IncidentTold c1-2 v1-6 closed storm
        → StopPlayback c1-2-d4-w1
        → Play c1-2-d4 c1-2-a1 sound:closed
        → StartMusic c1-2-d4 sales_music
264.1 PlaybackEnded c1-2-d4-w1
265   PlaybackEnded c1-2-a1
Nobody is there, and the customer leaves the line.
270   LegVanished c1-2-d4 16
        · LegEnded c1-2-d4 c1-2 caller cause=16
        · ContactEnded c1-2 left_again
        · WaitEnded c1-2 sales waited_s=267 abandoned
