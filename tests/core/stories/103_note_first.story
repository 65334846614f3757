Where the customer is called first and the queue asks for it, an agent who has answered hears the note, and then the customer.

0     AsteriskSeen
0     PolicyApplied note_first
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=13 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=13
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · PromptBegan c1-1 note welcome
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:welcome,sound:beep
4     PlaybackEnded c1-1-p1
        · NoteBegan c1-1 acd-1767607201-c1-1-n2
        → Record call-1 acd-1767607201-c1-1-n2 longest_s=30 silence_s=4 had_tone
8     RecordingEnded acd-1767607201-c1-1-n2 6
        · NoteLeft c1-1 acd-1767607201-c1-1-n2 length_s=6
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → Play call-1 c1-1-p3 sound:goodbye
9     PlaybackEnded c1-1-p3
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        → EndLeg call-1 normal
9.1   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
11    TimePassed
        · RingOpened c1-1 sales ring=1
20    GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 -
        = done
20.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
20.5  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
22    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CallPickedUp c1-1 c1-1-d1
        → Play c1-1-d1 c1-1-d1-w1 sound:menu
23    KeyPressed c1-1-d1 1
        · CustomerReached c1-1 c1-1-d1 confirmed
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 22 s, 0 ahead; candidates: bob 5 idle 3 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopPlayback c1-1-d1-w1
        → StartMusic c1-1-d1 sales_music
        → CreateLeg o1-2-leg 202 202 o1-2 c1-1-d1 Sales +436601234567
23.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
23.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
25    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · NotePlayed c1-1 bob
        · WaitEnded c1-1 sales waited_s=24 answered
        → StartMusic c1-1-d1 sales_music
        → Play o1-2-leg o1-2-n recording:acd-1767607201-c1-1-n2
The agent hangs up in the middle of it. The customer waits on in the old place.
27    LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-2-bridge
        → StartMusic c1-1-d1 sales_music
The next one hears it, too. A key of the customer means nothing then; any key of the agent is enough.
32    TimePassed
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 31 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 c1-1-d1 Sales +436601234567
32.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
32.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
33    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · NotePlayed c1-1 bob
        · WaitEnded c1-1 sales waited_s=6 answered
        → StartMusic c1-1-d1 sales_music
        → Play o1-3-leg o1-3-n recording:acd-1767607201-c1-1-n2
34    KeyPressed c1-1-d1 1
35    KeyPressed o1-3-leg 5
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        → StopPlayback o1-3-n
        → StopMusic o1-3-leg
        → StopMusic c1-1-d1
        → Join o1-3-bridge [c1-1-d1 o1-3-leg]
35.1  PlaybackEnded o1-3-n
35.2  LegJoined o1-3-leg o1-3-bridge
35.3  LegJoined c1-1-d1 o1-3-bridge
        · TalkJoined c1-1 bob
40    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=50
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
40.1  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
41    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
A note that is heard to its end. A bridge that comes up without having been asked for is taken down.
50    CallArrived call-4 200 +436607654321
        · ContactArrived c1-4 call-4 200 +436607654321 straight open policy_version=13
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=50
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
50    TimePassed
        · WrapUpEnded bob by_limit
51    KeyPressed call-4 5
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 5
        · PromptBegan c1-4 note welcome
        → StopMusic call-4
        → Play call-4 c1-4-p1 sound:welcome,sound:beep
53    PlaybackEnded c1-4-p1
        · NoteBegan c1-4 acd-1767607250-c1-4-n2
        → Record call-4 acd-1767607250-c1-4-n2 longest_s=30 silence_s=4 had_tone
57    RecordingEnded acd-1767607250-c1-4-n2 6
        · NoteLeft c1-4 acd-1767607250-c1-4-n2 length_s=6
        · CallbackAgreed c1-4 +436607654321
        · PromptBegan c1-4 thanks goodbye
        → Play call-4 c1-4-p3 sound:goodbye
58    PlaybackEnded c1-4-p3
        · FlowEnded c1-4 bye
        · CustomerParted c1-4 call-4
        · CallbackFellDue c1-4
        → EndLeg call-4 normal
58.1  LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16 asked
60    TimePassed
        · RingOpened c1-4 sales ring=1
70    GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-4 c1-4-d1 +436607654321 attempt=1
        → DialOut c1-4-d1 c1-4 +436607654321@out +431234 -
        = done
70.3  LegSeen c1-4-d1
        · LegAppeared c1-4-d1 c1-4 caller
        → Ring c1-4-d1 give_up_s=35
71    LegAnswered c1-4-d1
        · LegCameUp c1-4-d1 c1-4 caller
        · CallPickedUp c1-4 c1-4-d1
        → Play c1-4-d1 c1-4-d1-w1 sound:menu
72    KeyPressed c1-4-d1 1
        · CustomerReached c1-4 c1-4-d1 confirmed
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 22 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopPlayback c1-4-d1-w1
        → StartMusic c1-4-d1 sales_music
        → CreateLeg o1-5-leg 202 202 o1-5 c1-4-d1 Sales +436607654321
72.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
73    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        · OfferAnswered o1-5 c1-4 bob o1-5-leg
        · NotePlayed c1-4 bob
        · WaitEnded c1-4 sales waited_s=23 answered
        → StartMusic c1-4-d1 sales_music
        → Play o1-5-leg o1-5-n recording:acd-1767607250-c1-4-n2
73.1  LegJoined o1-5-leg o1-5-bridge
        → EndBridge o1-5-bridge
73.2  JoinRefused o1-5-bridge no_such_channel
        → EndBridge o1-5-bridge
79    PlaybackEnded o1-5-n
        · TalkBegan c1-4 bob o1-5 o1-5-bridge
        → StopMusic o1-5-leg
        → StopMusic c1-4-d1
        → Join o1-5-bridge [c1-4-d1 o1-5-leg]
79.1  LegJoined o1-5-leg o1-5-bridge
79.2  LegJoined c1-4-d1 o1-5-bridge
        · TalkJoined c1-4 bob
90    LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16
        · TalkEnded c1-4 bob o1-5-leg o1-5-bridge agent
        · ContactEnded c1-4 served
        · WrapUpBegan bob c1-4 until=100
        → EndBridge o1-5-bridge
        → EndLeg c1-4-d1 normal
90.1  LegVanished c1-4-d1 16
        · LegEnded c1-4-d1 c1-4 caller cause=16 asked
91    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
The customer hangs up while the agent listens: that is somebody who has waited in vain, and the agent is free again.
100   CallArrived call-6 200 +436607654322
        · ContactArrived c1-6 call-6 200 +436607654322 straight open policy_version=13
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=100
        · WaitPromised c1-6 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
100   TimePassed
        · WrapUpEnded bob by_limit
101   KeyPressed call-6 5
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 5
        · PromptBegan c1-6 note welcome
        → StopMusic call-6
        → Play call-6 c1-6-p1 sound:welcome,sound:beep
103   PlaybackEnded c1-6-p1
        · NoteBegan c1-6 acd-1767607300-c1-6-n2
        → Record call-6 acd-1767607300-c1-6-n2 longest_s=30 silence_s=4 had_tone
107   RecordingEnded acd-1767607300-c1-6-n2 6
        · NoteLeft c1-6 acd-1767607300-c1-6-n2 length_s=6
        · CallbackAgreed c1-6 +436607654322
        · PromptBegan c1-6 thanks goodbye
        → Play call-6 c1-6-p3 sound:goodbye
108   PlaybackEnded c1-6-p3
        · FlowEnded c1-6 bye
        · CustomerParted c1-6 call-6
        · CallbackFellDue c1-6
        → EndLeg call-6 normal
108.1 LegVanished call-6 16
        · LegEnded call-6 c1-6 caller cause=16 asked
110   TimePassed
        · RingOpened c1-6 sales ring=1
120   GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-6 c1-6-d1 +436607654322 attempt=1
        → DialOut c1-6-d1 c1-6 +436607654322@out +431234 -
        = done
120.1 LegSeen c1-6-d1
        · LegAppeared c1-6-d1 c1-6 caller
        → Ring c1-6-d1 give_up_s=35
121   LegAnswered c1-6-d1
        · LegCameUp c1-6-d1 c1-6 caller
        · CallPickedUp c1-6 c1-6-d1
        → Play c1-6-d1 c1-6-d1-w1 sound:menu
122   KeyPressed c1-6-d1 1
        · CustomerReached c1-6 c1-6-d1 confirmed
        · OfferOpened o1-7 c1-6 bob 202 o1-7-leg sales (waited 22 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopPlayback c1-6-d1-w1
        → StartMusic c1-6-d1 sales_music
        → CreateLeg o1-7-leg 202 202 o1-7 c1-6-d1 Sales +436607654322
122.1 LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-6 agent
        → Ring o1-7-leg give_up_s=24
123   LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-6 agent
        · OfferAnswered o1-7 c1-6 bob o1-7-leg
        · NotePlayed c1-6 bob
        · WaitEnded c1-6 sales waited_s=23 answered
        → StartMusic c1-6-d1 sales_music
        → Play o1-7-leg o1-7-n recording:acd-1767607300-c1-6-n2
125   LegVanished c1-6-d1 16
        · LegEnded c1-6-d1 c1-6 caller cause=16
        · TalkFailed c1-6 bob o1-7-leg o1-7-bridge listened
        · ContactEnded c1-6 left_again
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
125.1 PlaybackEnded o1-7-n
126   LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-6 agent cause=16 asked
130   TimePassed
131   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
Asterisk is away for a moment. Nobody knows how much was heard: the two are brought together.
140   CallArrived call-8 200 +436607654323
        · ContactArrived c1-8 call-8 200 +436607654323 straight open policy_version=13
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=140
        · WaitPromised c1-8 sales nobody
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
141   KeyPressed call-8 5
        · MenuOpened c1-8 meanwhile
        · KeyTaken c1-8 ask 5
        · PromptBegan c1-8 note welcome
        → StopMusic call-8
        → Play call-8 c1-8-p1 sound:welcome,sound:beep
143   PlaybackEnded c1-8-p1
        · NoteBegan c1-8 acd-1767607340-c1-8-n2
        → Record call-8 acd-1767607340-c1-8-n2 longest_s=30 silence_s=4 had_tone
147   RecordingEnded acd-1767607340-c1-8-n2 6
        · NoteLeft c1-8 acd-1767607340-c1-8-n2 length_s=6
        · CallbackAgreed c1-8 +436607654323
        · PromptBegan c1-8 thanks goodbye
        → Play call-8 c1-8-p3 sound:goodbye
148   PlaybackEnded c1-8-p3
        · FlowEnded c1-8 bye
        · CustomerParted c1-8 call-8
        · CallbackFellDue c1-8
        → EndLeg call-8 normal
148.1 LegVanished call-8 16
        · LegEnded call-8 c1-8 caller cause=16 asked
150   TimePassed
        · RingOpened c1-8 sales ring=1
160   GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-8 c1-8-d1 +436607654323 attempt=1
        → DialOut c1-8-d1 c1-8 +436607654323@out +431234 -
        = done
160.1 LegSeen c1-8-d1
        · LegAppeared c1-8-d1 c1-8 caller
        → Ring c1-8-d1 give_up_s=35
161   LegAnswered c1-8-d1
        · LegCameUp c1-8-d1 c1-8 caller
        · CallPickedUp c1-8 c1-8-d1
        → Play c1-8-d1 c1-8-d1-w1 sound:menu
162   KeyPressed c1-8-d1 1
        · CustomerReached c1-8 c1-8-d1 confirmed
        · OfferOpened o1-9 c1-8 bob 202 o1-9-leg sales (waited 22 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopPlayback c1-8-d1-w1
        → StartMusic c1-8-d1 sales_music
        → CreateLeg o1-9-leg 202 202 o1-9 c1-8-d1 Sales +436607654323
162.1 LegSeen o1-9-leg
        · LegAppeared o1-9-leg c1-8 agent
        → Ring o1-9-leg give_up_s=24
163   LegAnswered o1-9-leg
        · LegCameUp o1-9-leg c1-8 agent
        · OfferAnswered o1-9 c1-8 bob o1-9-leg
        · NotePlayed c1-8 bob
        · WaitEnded c1-8 sales waited_s=23 answered
        → StartMusic c1-8-d1 sales_music
        → Play o1-9-leg o1-9-n recording:acd-1767607340-c1-8-n2
165   AsteriskLost
166   AsteriskSeen o1-9-leg:up c1-8-d1:up
        · TalkBegan c1-8 bob o1-9 o1-9-bridge
        → StopPlayback o1-9-n
        → StopMusic o1-9-leg
        → StopMusic c1-8-d1
        → Join o1-9-bridge [c1-8-d1 o1-9-leg]
166.1 LegJoined o1-9-leg o1-9-bridge
166.2 LegJoined c1-8-d1 o1-9-bridge
        · TalkJoined c1-8 bob
170   LegVanished c1-8-d1 16
        · LegEnded c1-8-d1 c1-8 caller cause=16
        · TalkEnded c1-8 bob o1-9-leg o1-9-bridge caller
        · ContactEnded c1-8 served
        · WrapUpBegan bob c1-8 until=180
        → EndBridge o1-9-bridge
        → EndLeg o1-9-leg normal
170.1 LegVanished o1-9-leg 16
        · LegEnded o1-9-leg c1-8 agent cause=16 asked
171   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
The customer's line is lost meanwhile. It is tried again, as if nobody had answered.
180   CallArrived call-10 200 +436607654324
        · ContactArrived c1-10 call-10 200 +436607654324 straight open policy_version=13
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=180
        · WaitPromised c1-10 sales nobody
        → AnswerLeg call-10
        → StartMusic call-10 sales_music
180   TimePassed
        · WrapUpEnded bob by_limit
181   KeyPressed call-10 5
        · MenuOpened c1-10 meanwhile
        · KeyTaken c1-10 ask 5
        · PromptBegan c1-10 note welcome
        → StopMusic call-10
        → Play call-10 c1-10-p1 sound:welcome,sound:beep
183   PlaybackEnded c1-10-p1
        · NoteBegan c1-10 acd-1767607380-c1-10-n2
        → Record call-10 acd-1767607380-c1-10-n2 longest_s=30 silence_s=4 had_tone
187   RecordingEnded acd-1767607380-c1-10-n2 6
        · NoteLeft c1-10 acd-1767607380-c1-10-n2 length_s=6
        · CallbackAgreed c1-10 +436607654324
        · PromptBegan c1-10 thanks goodbye
        → Play call-10 c1-10-p3 sound:goodbye
188   PlaybackEnded c1-10-p3
        · FlowEnded c1-10 bye
        · CustomerParted c1-10 call-10
        · CallbackFellDue c1-10
        → EndLeg call-10 normal
188.1 LegVanished call-10 16
        · LegEnded call-10 c1-10 caller cause=16 asked
190   TimePassed
        · RingOpened c1-10 sales ring=1
200   GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-10 c1-10-d1 +436607654324 attempt=1
        → DialOut c1-10-d1 c1-10 +436607654324@out +431234 -
        = done
200.1 LegSeen c1-10-d1
        · LegAppeared c1-10-d1 c1-10 caller
        → Ring c1-10-d1 give_up_s=35
201   LegAnswered c1-10-d1
        · LegCameUp c1-10-d1 c1-10 caller
        · CallPickedUp c1-10 c1-10-d1
        → Play c1-10-d1 c1-10-d1-w1 sound:menu
202   KeyPressed c1-10-d1 1
        · CustomerReached c1-10 c1-10-d1 confirmed
        · OfferOpened o1-11 c1-10 bob 202 o1-11-leg sales (waited 22 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopPlayback c1-10-d1-w1
        → StartMusic c1-10-d1 sales_music
        → CreateLeg o1-11-leg 202 202 o1-11 c1-10-d1 Sales +436607654324
202.1 LegSeen o1-11-leg
        · LegAppeared o1-11-leg c1-10 agent
        → Ring o1-11-leg give_up_s=24
203   LegAnswered o1-11-leg
        · LegCameUp o1-11-leg c1-10 agent
        · OfferAnswered o1-11 c1-10 bob o1-11-leg
        · NotePlayed c1-10 bob
        · WaitEnded c1-10 sales waited_s=23 answered
        → StartMusic c1-10-d1 sales_music
        → Play o1-11-leg o1-11-n recording:acd-1767607380-c1-10-n2
205   AsteriskLost
206   AsteriskSeen o1-11-leg:up
        · LegEnded c1-10-d1 c1-10 caller - lost
        · CustomerMissed c1-10 c1-10-d1 unknown again_at=266
        · TalkFailed c1-10 bob o1-11-leg o1-11-bridge
        · PlaceRestored c1-10 sales order_key=180 answered_at=1.76761e+09
        · WaitPromised c1-10 sales too_few
        → EndBridge o1-11-bridge
        → EndLeg o1-11-leg normal
207   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
The end of what the agent before has heard, or a key there, means nothing when somebody hears it again.
211   TimePassed
        → EndLeg o1-11-leg normal
216   TimePassed
        → EndLeg o1-11-leg normal
221   TimePassed
        → EndLeg o1-11-leg normal
226   TimePassed
        → EndLeg o1-11-leg normal
231   TimePassed
        → EndLeg o1-11-leg normal
236   TimePassed
        → EndLeg o1-11-leg normal
241   TimePassed
        → EndLeg o1-11-leg normal
246   TimePassed
        → EndLeg o1-11-leg normal
251   TimePassed
        → EndLeg o1-11-leg normal
256   TimePassed
        → EndLeg o1-11-leg normal
261   TimePassed
        → EndLeg o1-11-leg normal
262   GoReady night
        · AgentBecameReady night
        = done
266   TimePassed
        · CallbackFellDue c1-10
        · CustomerDialled c1-10 c1-10-d2 +436607654324 attempt=2
        → EndLeg o1-11-leg normal
        → DialOut c1-10-d2 c1-10 +436607654324@out +431234 -
266.1 LegSeen c1-10-d2
        · LegAppeared c1-10-d2 c1-10 caller
        → Ring c1-10-d2 give_up_s=35
267   LegAnswered c1-10-d2
        · LegCameUp c1-10-d2 c1-10 caller
        · CallPickedUp c1-10 c1-10-d2
        → Play c1-10-d2 c1-10-d2-w1 sound:menu
268   KeyPressed c1-10-d2 1
        · CustomerReached c1-10 c1-10-d2 confirmed
        · OfferOpened o1-12 c1-10 night night o1-12-leg sales (waited 88 s, 0 ahead; candidates: night 0 idle 6 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopPlayback c1-10-d2-w1
        → StartMusic c1-10-d2 sales_music
        → CreateLeg o1-12-leg night +43@out o1-12 c1-10-d2 Sales 200
268.1 LegSeen o1-12-leg
        · LegAppeared o1-12-leg c1-10 agent
        → Ring o1-12-leg give_up_s=43
269   LegAnswered o1-12-leg
        · LegCameUp o1-12-leg c1-10 agent
        → Play o1-12-leg o1-12-q1 sound:menu
270   KeyPressed o1-12-leg 1
        · OfferAnswered o1-12 c1-10 night o1-12-leg confirmed
        · NotePlayed c1-10 night
        · WaitEnded c1-10 sales waited_s=64 answered
        → StopPlayback o1-12-q1
        → StartMusic c1-10-d2 sales_music
        → Play o1-12-leg o1-12-n recording:acd-1767607380-c1-10-n2
270.1 PlaybackEnded o1-11-n
270.2 KeyPressed o1-11-leg 5
271   TimePassed
        → EndLeg o1-11-leg normal
275   PlaybackEnded o1-12-n
        · TalkBegan c1-10 night o1-12 o1-12-bridge
        → StopMusic o1-12-leg
        → StopMusic c1-10-d2
        → Join o1-12-bridge [c1-10-d2 o1-12-leg]
275.1 LegJoined o1-12-leg o1-12-bridge
275.2 LegJoined c1-10-d2 o1-12-bridge
        · TalkJoined c1-10 night
276   LegVanished c1-10-d2 16
        · LegEnded c1-10-d2 c1-10 caller cause=16
        · TalkEnded c1-10 night o1-12-leg o1-12-bridge caller
        · ContactEnded c1-10 served
        → EndBridge o1-12-bridge
        → EndLeg o1-12-leg normal
276   TimePassed
        → EndLeg o1-11-leg normal
276.1 LegVanished o1-12-leg 16
        · LegEnded o1-12-leg c1-10 agent cause=16 asked
276.2 LegVanished o1-11-leg 16
        · LegEnded o1-11-leg c1-10 agent cause=16 asked
277   GoNotReady night break
        · AgentBecameNotReady night break
        = done
Without the rule the two are brought together at once.
277   PolicyApplied note_first_no_more
        · PolicyChanged version=14 [sales]
280   CallArrived call-13 200 +436607654325
        · ContactArrived c1-13 call-13 200 +436607654325 straight open policy_version=14
        · QueueChosen c1-13 sales []
        · PlaceTaken c1-13 sales [sales≥1] order_key=280
        · WaitPromised c1-13 sales nobody
        → AnswerLeg call-13
        → StartMusic call-13 sales_music
281   KeyPressed call-13 5
        · MenuOpened c1-13 meanwhile
        · KeyTaken c1-13 ask 5
        · PromptBegan c1-13 note welcome
        → StopMusic call-13
        → Play call-13 c1-13-p1 sound:welcome,sound:beep
283   PlaybackEnded c1-13-p1
        · NoteBegan c1-13 acd-1767607480-c1-13-n2
        → Record call-13 acd-1767607480-c1-13-n2 longest_s=30 silence_s=4 had_tone
287   RecordingEnded acd-1767607480-c1-13-n2 6
        · NoteLeft c1-13 acd-1767607480-c1-13-n2 length_s=6
        · CallbackAgreed c1-13 +436607654325
        · PromptBegan c1-13 thanks goodbye
        → Play call-13 c1-13-p3 sound:goodbye
288   PlaybackEnded c1-13-p3
        · FlowEnded c1-13 bye
        · CustomerParted c1-13 call-13
        · CallbackFellDue c1-13
        → EndLeg call-13 normal
288.1 LegVanished call-13 16
        · LegEnded call-13 c1-13 caller cause=16 asked
290   TimePassed
        · RingOpened c1-13 sales ring=1
300   GoReady bob
        · AgentBecameReady bob
        · CustomerDialled c1-13 c1-13-d1 +436607654325 attempt=1
        → DialOut c1-13-d1 c1-13 +436607654325@out +431234 -
        = done
300.1 LegSeen c1-13-d1
        · LegAppeared c1-13-d1 c1-13 caller
        → Ring c1-13-d1 give_up_s=35
301   LegAnswered c1-13-d1
        · LegCameUp c1-13-d1 c1-13 caller
        · CallPickedUp c1-13 c1-13-d1
        → Play c1-13-d1 c1-13-d1-w1 sound:menu
302   KeyPressed c1-13-d1 1
        · CustomerReached c1-13 c1-13-d1 confirmed
        · OfferOpened o1-14 c1-13 bob 202 o1-14-leg sales (waited 22 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopPlayback c1-13-d1-w1
        → StartMusic c1-13-d1 sales_music
        → CreateLeg o1-14-leg 202 202 o1-14 c1-13-d1 Sales +436607654325
302.1 LegSeen o1-14-leg
        · LegAppeared o1-14-leg c1-13 agent
        → Ring o1-14-leg give_up_s=24
303   LegAnswered o1-14-leg
        · LegCameUp o1-14-leg c1-13 agent
        · OfferAnswered o1-14 c1-13 bob o1-14-leg
        · TalkBegan c1-13 bob o1-14 o1-14-bridge
        · WaitEnded c1-13 sales waited_s=23 answered
        → StopMusic o1-14-leg
        → StopMusic c1-13-d1
        → Join o1-14-bridge [c1-13-d1 o1-14-leg]
