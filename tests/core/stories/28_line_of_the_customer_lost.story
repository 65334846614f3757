A customer who was called back and has met no agent, and whose line is lost unseen, is called once more by the ladder.

0     AsteriskSeen
0     PolicyApplied leaving_notes
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
With music in the line; and the second time nobody tries again.
10    CallArrived call-1 200 +436601110001
        · ContactArrived c1-1 call-1 200 +436601110001 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=10
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
10.5  KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601110001
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
11    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
11.5  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601110001
        = done
11.6  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
11.7  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
12    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=2 answered
        → Play o1-2-leg o1-2-b sound:welcome
12.2  KeyPressed o1-2-leg 1
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601110001 attempt=1
        → StopPlayback o1-2-b
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601110001@out +431234 o1-2-leg
12.3  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
12.4  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
13.2  LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-2 o1-2-bridge
        → StopMusic o1-2-leg
        → StopMusic c1-1-d1
        → Join o1-2-bridge [c1-1-d1 o1-2-leg]
13.3  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=10 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-2-bridge
        → StartMusic c1-1-d1 sales_music
13.4  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
13.5  AsteriskLost
14.5  AsteriskSeen
        · LegEnded c1-1-d1 c1-1 caller - lost
        · CustomerMissed c1-1 c1-1-d1 unknown again_at=74.5
18.3  TimePassed
20    TimePassed
        · RingOpened c1-1 sales ring=1
74.5  TimePassed
        · CallbackFellDue c1-1
75    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 65 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601110001
        = done
75.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
75.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
75.5  LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=62.2 answered
        → Play o1-3-leg o1-3-b sound:welcome
75.7  KeyPressed o1-3-leg 1
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d2 +436601110001 attempt=2
        → StopPlayback o1-3-b
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601110001@out +431234 o1-3-leg
75.8  LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
75.9  LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
76.7  LegAnswered c1-1-d2
        · LegCameUp c1-1-d2 c1-1 caller
        · CustomerReached c1-1 c1-1-d2
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        → StopMusic o1-3-leg
        → StopMusic c1-1-d2
        → Join o1-3-bridge [c1-1-d2 o1-3-leg]
76.8  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=10 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → StartMusic c1-1-d2 sales_music
76.9  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
77    AsteriskLost
78    AsteriskSeen
        · LegEnded c1-1-d2 c1-1 caller - lost
        · CustomerMissed c1-1 c1-1-d2 unknown -
        · CallbackGivenUp c1-1 exhausted -
        · ContactEnded c1-1 unreached
        · WaitEnded c1-1 sales waited_s=1.2 left
While an incident is told.
81.8  TimePassed
88    CallArrived call-2 200 +436601110002
        · ContactArrived c1-4 call-2 200 +436601110002 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=88
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
88.5  KeyPressed call-2 1
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 1
        · CallbackAgreed c1-4 +436601110002
        · PromptBegan c1-4 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-4-p1 sound:goodbye
89    LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
        · CustomerParted c1-4 call-2
        · CallbackFellDue c1-4
89.5  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436601110002
        = done
89.6  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
89.7  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-4 agent
        · OfferRang o1-5 c1-4 bob
90    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        · OfferAnswered o1-5 c1-4 bob o1-5-leg
        · WaitEnded c1-4 sales waited_s=2 answered
        → Play o1-5-leg o1-5-b sound:welcome
90.2  KeyPressed o1-5-leg 1
        · CustomerWanted c1-4 bob o1-5-leg
        · CustomerDialled c1-4 c1-4-d1 +436601110002 attempt=1
        → StopPlayback o1-5-b
        → StartMusic o1-5-leg sales_music
        → DialOut c1-4-d1 c1-4 +436601110002@out +431234 o1-5-leg
90.3  LegSeen c1-4-d1
        · LegAppeared c1-4-d1 c1-4 caller
        → Ring c1-4-d1 give_up_s=35
90.4  LegRang c1-4-d1
        · LegStartedRinging c1-4-d1 c1-4 caller
91.2  LegAnswered c1-4-d1
        · LegCameUp c1-4-d1 c1-4 caller
        · CustomerReached c1-4 c1-4-d1
        · TalkBegan c1-4 bob o1-5 o1-5-bridge
        → StopMusic o1-5-leg
        → StopMusic c1-4-d1
        → Join o1-5-bridge [c1-4-d1 o1-5-leg]
91.3  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16
        · TalkFailed c1-4 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-4 sales order_key=88 answered_at=1.76761e+09
        · WaitPromised c1-4 sales too_few
        → EndBridge o1-5-bridge
        → StartMusic c1-4-d1 sales_music
91.4  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
91.6  EnterOverlay incident eva storm prompt=closed
        · OverlayBegan v1-6 incident=0 storm -
        · IncidentTold c1-4 v1-6 closed storm
        → Play c1-4-d1 c1-4-a1 sound:closed
        → StartMusic c1-4-d1 sales_music
        = done
91.7  AsteriskLost
92.7  AsteriskSeen
        · LegEnded c1-4-d1 c1-4 caller - lost
        · CustomerMissed c1-4 c1-4-d1 unknown again_at=152.7
92.8  WithdrawOverlay v1-6 eva
        · OverlayEnded v1-6 incident=0
        = done
93.3  CancelCallback c1-4 eva
        · CallbackGivenUp c1-4 cancelled eva
        · ContactEnded c1-4 cancelled
        · WaitEnded c1-4 sales waited_s=2 left
        = done
While the menu speaks, while it waits for a key, and while a note is recorded.
96.3  TimePassed
103.3 CallArrived call-3 200 +436601110003
        · ContactArrived c1-7 call-3 200 +436601110003 straight open policy_version=5
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=103.3
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
103.8 KeyPressed call-3 1
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 1
        · CallbackAgreed c1-7 +436601110003
        · PromptBegan c1-7 thanks goodbye
        → StopMusic call-3
        → Play call-3 c1-7-p1 sound:goodbye
104.3 LegVanished call-3 16
        · LegEnded call-3 c1-7 caller cause=16
        · CustomerParted c1-7 call-3
        · CallbackFellDue c1-7
104.8 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-8 c1-7 bob 202 o1-8-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-8-leg 202 202 o1-8 - Sales +436601110003
        = done
104.9 LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=24
105   LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-7 agent
        · OfferRang o1-8 c1-7 bob
105.3 LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-7 agent
        · OfferAnswered o1-8 c1-7 bob o1-8-leg
        · WaitEnded c1-7 sales waited_s=2 answered
        → Play o1-8-leg o1-8-b sound:welcome
105.5 KeyPressed o1-8-leg 1
        · CustomerWanted c1-7 bob o1-8-leg
        · CustomerDialled c1-7 c1-7-d1 +436601110003 attempt=1
        → StopPlayback o1-8-b
        → StartMusic o1-8-leg sales_music
        → DialOut c1-7-d1 c1-7 +436601110003@out +431234 o1-8-leg
105.6 LegSeen c1-7-d1
        · LegAppeared c1-7-d1 c1-7 caller
        → Ring c1-7-d1 give_up_s=35
105.7 LegRang c1-7-d1
        · LegStartedRinging c1-7-d1 c1-7 caller
106.5 LegAnswered c1-7-d1
        · LegCameUp c1-7-d1 c1-7 caller
        · CustomerReached c1-7 c1-7-d1
        · TalkBegan c1-7 bob o1-8 o1-8-bridge
        → StopMusic o1-8-leg
        → StopMusic c1-7-d1
        → Join o1-8-bridge [c1-7-d1 o1-8-leg]
106.6 LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16
        · TalkFailed c1-7 bob o1-8-leg o1-8-bridge
        · PlaceRestored c1-7 sales order_key=103.3 answered_at=1.76761e+09
        · WaitPromised c1-7 sales too_few
        → EndBridge o1-8-bridge
        → StartMusic c1-7-d1 sales_music
106.7 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
106.9 KeyPressed c1-7-d1 7
        · MenuOpened c1-7 meanwhile
        · PromptBegan c1-7 ask menu
        → StopMusic c1-7-d1
        → Play c1-7-d1 c1-7-p2 sound:menu
107   KeyPressed c1-7-d1 5
        · KeyTaken c1-7 ask 5
        · PromptBegan c1-7 note welcome
        → StopPlayback c1-7-p2
        → Play c1-7-d1 c1-7-p3 sound:welcome,sound:beep
107.1 AsteriskLost
108.1 AsteriskSeen
        · LegEnded c1-7-d1 c1-7 caller - lost
        · CustomerMissed c1-7 c1-7-d1 unknown again_at=168.1
108.6 CancelCallback c1-7 eva
        · CallbackGivenUp c1-7 cancelled eva
        · ContactEnded c1-7 cancelled
        · WaitEnded c1-7 sales waited_s=2 left
        = done
111.6 TimePassed
118.6 CallArrived call-4 200 +436601110004
        · ContactArrived c1-9 call-4 200 +436601110004 straight open policy_version=5
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=118.6
        · WaitPromised c1-9 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
119.1 KeyPressed call-4 1
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 1
        · CallbackAgreed c1-9 +436601110004
        · PromptBegan c1-9 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-9-p1 sound:goodbye
119.6 LegVanished call-4 16
        · LegEnded call-4 c1-9 caller cause=16
        · CustomerParted c1-9 call-4
        · CallbackFellDue c1-9
120.1 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-10 c1-9 bob 202 o1-10-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-10-leg 202 202 o1-10 - Sales +436601110004
        = done
120.2 LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-9 agent
        → Ring o1-10-leg give_up_s=24
120.3 LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-9 agent
        · OfferRang o1-10 c1-9 bob
120.6 LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-9 agent
        · OfferAnswered o1-10 c1-9 bob o1-10-leg
        · WaitEnded c1-9 sales waited_s=2 answered
        → Play o1-10-leg o1-10-b sound:welcome
120.8 KeyPressed o1-10-leg 1
        · CustomerWanted c1-9 bob o1-10-leg
        · CustomerDialled c1-9 c1-9-d1 +436601110004 attempt=1
        → StopPlayback o1-10-b
        → StartMusic o1-10-leg sales_music
        → DialOut c1-9-d1 c1-9 +436601110004@out +431234 o1-10-leg
120.9 LegSeen c1-9-d1
        · LegAppeared c1-9-d1 c1-9 caller
        → Ring c1-9-d1 give_up_s=35
121   LegRang c1-9-d1
        · LegStartedRinging c1-9-d1 c1-9 caller
121.8 LegAnswered c1-9-d1
        · LegCameUp c1-9-d1 c1-9 caller
        · CustomerReached c1-9 c1-9-d1
        · TalkBegan c1-9 bob o1-10 o1-10-bridge
        → StopMusic o1-10-leg
        → StopMusic c1-9-d1
        → Join o1-10-bridge [c1-9-d1 o1-10-leg]
121.9 LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-9 agent cause=16
        · TalkFailed c1-9 bob o1-10-leg o1-10-bridge
        · PlaceRestored c1-9 sales order_key=118.6 answered_at=1.76761e+09
        · WaitPromised c1-9 sales too_few
        → EndBridge o1-10-bridge
        → StartMusic c1-9-d1 sales_music
122   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
122.2 KeyPressed c1-9-d1 5
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 5
        · PromptBegan c1-9 note welcome
        → StopMusic c1-9-d1
        → Play c1-9-d1 c1-9-p2 sound:welcome,sound:beep
122.7 PlaybackEnded c1-9-p2
        · NoteBegan c1-9 acd-1767607318-c1-9-n3
        → Record c1-9-d1 acd-1767607318-c1-9-n3 longest_s=30 silence_s=4 had_tone
122.8 AsteriskLost
123.8 AsteriskSeen
        · LegEnded c1-9-d1 c1-9 caller - lost
        · CustomerMissed c1-9 c1-9-d1 unknown again_at=183.8
124.3 CancelCallback c1-9 eva
        · CallbackGivenUp c1-9 cancelled eva
        · ContactEnded c1-9 cancelled
        · WaitEnded c1-9 sales waited_s=2.4 left
        = done
126.9 TimePassed
134.3 CallArrived call-5 200 +436601110005
        · ContactArrived c1-11 call-5 200 +436601110005 straight open policy_version=5
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=134.3
        · WaitPromised c1-11 sales nobody
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
134.8 KeyPressed call-5 1
        · MenuOpened c1-11 meanwhile
        · KeyTaken c1-11 ask 1
        · CallbackAgreed c1-11 +436601110005
        · PromptBegan c1-11 thanks goodbye
        → StopMusic call-5
        → Play call-5 c1-11-p1 sound:goodbye
135.3 LegVanished call-5 16
        · LegEnded call-5 c1-11 caller cause=16
        · CustomerParted c1-11 call-5
        · CallbackFellDue c1-11
135.8 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-12 c1-11 bob 202 o1-12-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-12-leg 202 202 o1-12 - Sales +436601110005
        = done
135.9 LegSeen o1-12-leg
        · LegAppeared o1-12-leg c1-11 agent
        → Ring o1-12-leg give_up_s=24
136   LegRang o1-12-leg
        · LegStartedRinging o1-12-leg c1-11 agent
        · OfferRang o1-12 c1-11 bob
136.3 LegAnswered o1-12-leg
        · LegCameUp o1-12-leg c1-11 agent
        · OfferAnswered o1-12 c1-11 bob o1-12-leg
        · WaitEnded c1-11 sales waited_s=2 answered
        → Play o1-12-leg o1-12-b sound:welcome
136.5 KeyPressed o1-12-leg 1
        · CustomerWanted c1-11 bob o1-12-leg
        · CustomerDialled c1-11 c1-11-d1 +436601110005 attempt=1
        → StopPlayback o1-12-b
        → StartMusic o1-12-leg sales_music
        → DialOut c1-11-d1 c1-11 +436601110005@out +431234 o1-12-leg
136.6 LegSeen c1-11-d1
        · LegAppeared c1-11-d1 c1-11 caller
        → Ring c1-11-d1 give_up_s=35
136.7 LegRang c1-11-d1
        · LegStartedRinging c1-11-d1 c1-11 caller
137.5 LegAnswered c1-11-d1
        · LegCameUp c1-11-d1 c1-11 caller
        · CustomerReached c1-11 c1-11-d1
        · TalkBegan c1-11 bob o1-12 o1-12-bridge
        → StopMusic o1-12-leg
        → StopMusic c1-11-d1
        → Join o1-12-bridge [c1-11-d1 o1-12-leg]
137.6 LegVanished o1-12-leg 16
        · LegEnded o1-12-leg c1-11 agent cause=16
        · TalkFailed c1-11 bob o1-12-leg o1-12-bridge
        · PlaceRestored c1-11 sales order_key=134.3 answered_at=1.76761e+09
        · WaitPromised c1-11 sales too_few
        → EndBridge o1-12-bridge
        → StartMusic c1-11-d1 sales_music
137.7 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
137.9 KeyPressed c1-11-d1 5
        · MenuOpened c1-11 meanwhile
        · KeyTaken c1-11 ask 5
        · PromptBegan c1-11 note welcome
        → StopMusic c1-11-d1
        → Play c1-11-d1 c1-11-p2 sound:welcome,sound:beep
138.4 PlaybackEnded c1-11-p2
        · NoteBegan c1-11 acd-1767607334-c1-11-n3
        → Record c1-11-d1 acd-1767607334-c1-11-n3 longest_s=30 silence_s=4 had_tone
139.4 RecordingEnded acd-1767607334-c1-11-n3 0
        · NoteMissed c1-11 acd-1767607334-c1-11-n3
        · PromptBegan c1-11 ask menu
        → Play c1-11-d1 c1-11-p4 sound:menu
140.4 PlaybackEnded c1-11-p4
140.5 AsteriskLost
141.5 AsteriskSeen
        · LegEnded c1-11-d1 c1-11 caller - lost
        · CustomerMissed c1-11 c1-11-d1 unknown again_at=201.5
142   CancelCallback c1-11 eva
        · CallbackGivenUp c1-11 cancelled eva
        · ContactEnded c1-11 cancelled
        · WaitEnded c1-11 sales waited_s=4.4 left
        = done
While a phone is called for the customer, while it rings, and while somebody outside is asked for a key.
142.6 TimePassed
152   CallArrived call-6 200 +436601110006
        · ContactArrived c1-13 call-6 200 +436601110006 straight open policy_version=5
        · QueueChosen c1-13 sales []
        · PlaceTaken c1-13 sales [sales≥1] order_key=152
        · WaitPromised c1-13 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
152.5 KeyPressed call-6 1
        · MenuOpened c1-13 meanwhile
        · KeyTaken c1-13 ask 1
        · CallbackAgreed c1-13 +436601110006
        · PromptBegan c1-13 thanks goodbye
        → StopMusic call-6
        → Play call-6 c1-13-p1 sound:goodbye
153   LegVanished call-6 16
        · LegEnded call-6 c1-13 caller cause=16
        · CustomerParted c1-13 call-6
        · CallbackFellDue c1-13
153.5 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-14 c1-13 bob 202 o1-14-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-14-leg 202 202 o1-14 - Sales +436601110006
        = done
153.6 LegSeen o1-14-leg
        · LegAppeared o1-14-leg c1-13 agent
        → Ring o1-14-leg give_up_s=24
153.7 LegRang o1-14-leg
        · LegStartedRinging o1-14-leg c1-13 agent
        · OfferRang o1-14 c1-13 bob
154   LegAnswered o1-14-leg
        · LegCameUp o1-14-leg c1-13 agent
        · OfferAnswered o1-14 c1-13 bob o1-14-leg
        · WaitEnded c1-13 sales waited_s=2 answered
        → Play o1-14-leg o1-14-b sound:welcome
154.2 KeyPressed o1-14-leg 1
        · CustomerWanted c1-13 bob o1-14-leg
        · CustomerDialled c1-13 c1-13-d1 +436601110006 attempt=1
        → StopPlayback o1-14-b
        → StartMusic o1-14-leg sales_music
        → DialOut c1-13-d1 c1-13 +436601110006@out +431234 o1-14-leg
154.3 LegSeen c1-13-d1
        · LegAppeared c1-13-d1 c1-13 caller
        → Ring c1-13-d1 give_up_s=35
154.4 LegRang c1-13-d1
        · LegStartedRinging c1-13-d1 c1-13 caller
155.2 LegAnswered c1-13-d1
        · LegCameUp c1-13-d1 c1-13 caller
        · CustomerReached c1-13 c1-13-d1
        · TalkBegan c1-13 bob o1-14 o1-14-bridge
        → StopMusic o1-14-leg
        → StopMusic c1-13-d1
        → Join o1-14-bridge [c1-13-d1 o1-14-leg]
155.3 LegVanished o1-14-leg 16
        · LegEnded o1-14-leg c1-13 agent cause=16
        · TalkFailed c1-13 bob o1-14-leg o1-14-bridge
        · PlaceRestored c1-13 sales order_key=152 answered_at=1.76761e+09
        · WaitPromised c1-13 sales too_few
        → EndBridge o1-14-bridge
        → StartMusic c1-13-d1 sales_music
155.4 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
160.3 TimePassed
160.4 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-15 c1-13 bob 202 o1-15-leg sales (waited 8.4 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-15-leg 202 202 o1-15 c1-13-d1 Sales +436601110006
        = done
160.5 AsteriskLost
161.5 AsteriskSeen
        · LegEnded c1-13-d1 c1-13 caller - lost
        · CustomerMissed c1-13 c1-13-d1 unknown again_at=221.5
        · OfferWithdrawn o1-15 c1-13 bob o1-15-leg put_off
        · LegEnded o1-15-leg c1-13 agent - lost asked
        → EndLeg o1-15-leg no_answer
161.6 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
162   TimePassed
        · RingOpened c1-13 sales ring=1
162.1 CancelCallback c1-13 eva
        · CallbackGivenUp c1-13 cancelled eva
        · ContactEnded c1-13 cancelled
        · WaitEnded c1-13 sales waited_s=6.8 left
        = done
172.1 CallArrived call-7 200 +436601110007
        · ContactArrived c1-16 call-7 200 +436601110007 straight open policy_version=5
        · QueueChosen c1-16 sales []
        · PlaceTaken c1-16 sales [sales≥1] order_key=172.1
        · WaitPromised c1-16 sales nobody
        → AnswerLeg call-7
        → StartMusic call-7 sales_music
172.6 KeyPressed call-7 1
        · MenuOpened c1-16 meanwhile
        · KeyTaken c1-16 ask 1
        · CallbackAgreed c1-16 +436601110007
        · PromptBegan c1-16 thanks goodbye
        → StopMusic call-7
        → Play call-7 c1-16-p1 sound:goodbye
173.1 LegVanished call-7 16
        · LegEnded call-7 c1-16 caller cause=16
        · CustomerParted c1-16 call-7
        · CallbackFellDue c1-16
173.6 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-17 c1-16 bob 202 o1-17-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-17-leg 202 202 o1-17 - Sales +436601110007
        = done
173.7 LegSeen o1-17-leg
        · LegAppeared o1-17-leg c1-16 agent
        → Ring o1-17-leg give_up_s=24
173.8 LegRang o1-17-leg
        · LegStartedRinging o1-17-leg c1-16 agent
        · OfferRang o1-17 c1-16 bob
174.1 LegAnswered o1-17-leg
        · LegCameUp o1-17-leg c1-16 agent
        · OfferAnswered o1-17 c1-16 bob o1-17-leg
        · WaitEnded c1-16 sales waited_s=2 answered
        → Play o1-17-leg o1-17-b sound:welcome
174.3 KeyPressed o1-17-leg 1
        · CustomerWanted c1-16 bob o1-17-leg
        · CustomerDialled c1-16 c1-16-d1 +436601110007 attempt=1
        → StopPlayback o1-17-b
        → StartMusic o1-17-leg sales_music
        → DialOut c1-16-d1 c1-16 +436601110007@out +431234 o1-17-leg
174.4 LegSeen c1-16-d1
        · LegAppeared c1-16-d1 c1-16 caller
        → Ring c1-16-d1 give_up_s=35
174.5 LegRang c1-16-d1
        · LegStartedRinging c1-16-d1 c1-16 caller
175.3 LegAnswered c1-16-d1
        · LegCameUp c1-16-d1 c1-16 caller
        · CustomerReached c1-16 c1-16-d1
        · TalkBegan c1-16 bob o1-17 o1-17-bridge
        → StopMusic o1-17-leg
        → StopMusic c1-16-d1
        → Join o1-17-bridge [c1-16-d1 o1-17-leg]
175.4 LegVanished o1-17-leg 16
        · LegEnded o1-17-leg c1-16 agent cause=16
        · TalkFailed c1-16 bob o1-17-leg o1-17-bridge
        · PlaceRestored c1-16 sales order_key=172.1 answered_at=1.76761e+09
        · WaitPromised c1-16 sales too_few
        → EndBridge o1-17-bridge
        → StartMusic c1-16-d1 sales_music
175.5 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
180.4 TimePassed
180.5 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-18 c1-16 bob 202 o1-18-leg sales (waited 8.4 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-18-leg 202 202 o1-18 c1-16-d1 Sales +436601110007
        = done
180.6 LegSeen o1-18-leg
        · LegAppeared o1-18-leg c1-16 agent
        → Ring o1-18-leg give_up_s=24
180.7 LegRang o1-18-leg
        · LegStartedRinging o1-18-leg c1-16 agent
        · OfferRang o1-18 c1-16 bob
180.8 AsteriskLost
181.8 AsteriskSeen o1-18-leg:ringing
        · LegEnded c1-16-d1 c1-16 caller - lost
        · CustomerMissed c1-16 c1-16-d1 unknown again_at=241.8
        · OfferWithdrawn o1-18 c1-16 bob o1-18-leg put_off
        → EndLeg o1-18-leg no_answer
182   LegVanished o1-18-leg 16
        · LegEnded o1-18-leg c1-16 agent cause=16 asked
182.1 TimePassed
        · RingOpened c1-16 sales ring=1
182.1 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
182.6 CancelCallback c1-16 eva
        · CallbackGivenUp c1-16 cancelled eva
        · ContactEnded c1-16 cancelled
        · WaitEnded c1-16 sales waited_s=7.2 left
        = done
192.6 CallArrived call-8 200 +436601110008
        · ContactArrived c1-19 call-8 200 +436601110008 straight open policy_version=5
        · QueueChosen c1-19 sales []
        · PlaceTaken c1-19 sales [sales≥1] order_key=192.6
        · WaitPromised c1-19 sales nobody
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
193.1 KeyPressed call-8 1
        · MenuOpened c1-19 meanwhile
        · KeyTaken c1-19 ask 1
        · CallbackAgreed c1-19 +436601110008
        · PromptBegan c1-19 thanks goodbye
        → StopMusic call-8
        → Play call-8 c1-19-p1 sound:goodbye
193.6 LegVanished call-8 16
        · LegEnded call-8 c1-19 caller cause=16
        · CustomerParted c1-19 call-8
        · CallbackFellDue c1-19
194.1 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-20 c1-19 bob 202 o1-20-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-20-leg 202 202 o1-20 - Sales +436601110008
        = done
194.2 LegSeen o1-20-leg
        · LegAppeared o1-20-leg c1-19 agent
        → Ring o1-20-leg give_up_s=24
194.3 LegRang o1-20-leg
        · LegStartedRinging o1-20-leg c1-19 agent
        · OfferRang o1-20 c1-19 bob
194.6 LegAnswered o1-20-leg
        · LegCameUp o1-20-leg c1-19 agent
        · OfferAnswered o1-20 c1-19 bob o1-20-leg
        · WaitEnded c1-19 sales waited_s=2 answered
        → Play o1-20-leg o1-20-b sound:welcome
194.8 KeyPressed o1-20-leg 1
        · CustomerWanted c1-19 bob o1-20-leg
        · CustomerDialled c1-19 c1-19-d1 +436601110008 attempt=1
        → StopPlayback o1-20-b
        → StartMusic o1-20-leg sales_music
        → DialOut c1-19-d1 c1-19 +436601110008@out +431234 o1-20-leg
194.9 LegSeen c1-19-d1
        · LegAppeared c1-19-d1 c1-19 caller
        → Ring c1-19-d1 give_up_s=35
195   LegRang c1-19-d1
        · LegStartedRinging c1-19-d1 c1-19 caller
195.8 LegAnswered c1-19-d1
        · LegCameUp c1-19-d1 c1-19 caller
        · CustomerReached c1-19 c1-19-d1
        · TalkBegan c1-19 bob o1-20 o1-20-bridge
        → StopMusic o1-20-leg
        → StopMusic c1-19-d1
        → Join o1-20-bridge [c1-19-d1 o1-20-leg]
195.9 LegVanished o1-20-leg 16
        · LegEnded o1-20-leg c1-19 agent cause=16
        · TalkFailed c1-19 bob o1-20-leg o1-20-bridge
        · PlaceRestored c1-19 sales order_key=192.6 answered_at=1.76761e+09
        · WaitPromised c1-19 sales too_few
        → EndBridge o1-20-bridge
        → StartMusic c1-19-d1 sales_music
196   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
200.9 TimePassed
202.6 TimePassed
        · RingOpened c1-19 sales ring=1
206   GoReady night
        · AgentBecameReady night
        · OfferOpened o1-21 c1-19 night night o1-21-leg sales (waited 13.4 s, 0 ahead; candidates: night 0 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-21-leg night +43@out o1-21 c1-19-d1 Sales 200
        = done
206.1 LegSeen o1-21-leg
        · LegAppeared o1-21-leg c1-19 agent
        → Ring o1-21-leg give_up_s=43
206.2 LegRang o1-21-leg
        · LegStartedRinging o1-21-leg c1-19 agent
        · OfferRang o1-21 c1-19 night
207.2 LegAnswered o1-21-leg
        · LegCameUp o1-21-leg c1-19 agent
        → Play o1-21-leg o1-21-q1 sound:menu
207.3 AsteriskLost
208.3 AsteriskSeen o1-21-leg:up
        · LegEnded c1-19-d1 c1-19 caller - lost
        · CustomerMissed c1-19 c1-19-d1 unknown again_at=268.3
        · OfferWithdrawn o1-21 c1-19 night o1-21-leg put_off
        → EndLeg o1-21-leg no_answer
208.5 LegVanished o1-21-leg 16
        · LegEnded o1-21-leg c1-19 agent cause=16 asked
208.6 GoNotReady night break
        · AgentBecameNotReady night break
        = done
209.1 CancelCallback c1-19 eva
        · CallbackGivenUp c1-19 cancelled eva
        · ContactEnded c1-19 cancelled
        · WaitEnded c1-19 sales waited_s=13.2 left
        = done
While the two are brought together. The agent is free again; and at the end of the ladder it is over.
219.1 CallArrived call-9 200 +436601110009
        · ContactArrived c1-22 call-9 200 +436601110009 straight open policy_version=5
        · QueueChosen c1-22 sales []
        · PlaceTaken c1-22 sales [sales≥1] order_key=219.1
        · WaitPromised c1-22 sales nobody
        → AnswerLeg call-9
        → StartMusic call-9 sales_music
219.6 KeyPressed call-9 1
        · MenuOpened c1-22 meanwhile
        · KeyTaken c1-22 ask 1
        · CallbackAgreed c1-22 +436601110009
        · PromptBegan c1-22 thanks goodbye
        → StopMusic call-9
        → Play call-9 c1-22-p1 sound:goodbye
220.1 LegVanished call-9 16
        · LegEnded call-9 c1-22 caller cause=16
        · CustomerParted c1-22 call-9
        · CallbackFellDue c1-22
220.6 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-23 c1-22 bob 202 o1-23-leg sales (waited 1.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-23-leg 202 202 o1-23 - Sales +436601110009
        = done
220.7 LegSeen o1-23-leg
        · LegAppeared o1-23-leg c1-22 agent
        → Ring o1-23-leg give_up_s=24
220.8 LegRang o1-23-leg
        · LegStartedRinging o1-23-leg c1-22 agent
        · OfferRang o1-23 c1-22 bob
221.1 LegAnswered o1-23-leg
        · LegCameUp o1-23-leg c1-22 agent
        · OfferAnswered o1-23 c1-22 bob o1-23-leg
        · WaitEnded c1-22 sales waited_s=2 answered
        → Play o1-23-leg o1-23-b sound:welcome
221.3 KeyPressed o1-23-leg 1
        · CustomerWanted c1-22 bob o1-23-leg
        · CustomerDialled c1-22 c1-22-d1 +436601110009 attempt=1
        → StopPlayback o1-23-b
        → StartMusic o1-23-leg sales_music
        → DialOut c1-22-d1 c1-22 +436601110009@out +431234 o1-23-leg
221.4 LegSeen c1-22-d1
        · LegAppeared c1-22-d1 c1-22 caller
        → Ring c1-22-d1 give_up_s=35
221.5 LegRang c1-22-d1
        · LegStartedRinging c1-22-d1 c1-22 caller
222.3 LegAnswered c1-22-d1
        · LegCameUp c1-22-d1 c1-22 caller
        · CustomerReached c1-22 c1-22-d1
        · TalkBegan c1-22 bob o1-23 o1-23-bridge
        → StopMusic o1-23-leg
        → StopMusic c1-22-d1
        → Join o1-23-bridge [c1-22-d1 o1-23-leg]
222.4 AsteriskLost
223.4 AsteriskSeen o1-23-leg:up
        · LegEnded c1-22-d1 c1-22 caller - lost
        · CustomerMissed c1-22 c1-22-d1 unknown again_at=283.4
        · TalkFailed c1-22 bob o1-23-leg o1-23-bridge
        · PlaceRestored c1-22 sales order_key=219.1 answered_at=1.76761e+09
        · WaitPromised c1-22 sales too_few
        → EndBridge o1-23-bridge
        → EndLeg o1-23-leg normal
223.5 LegVanished o1-23-leg 16
        · LegEnded o1-23-leg c1-22 agent cause=16 asked
223.6 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
228.4 TimePassed
229.1 TimePassed
        · RingOpened c1-22 sales ring=1
283.4 TimePassed
        · CallbackFellDue c1-22
283.9 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-24 c1-22 bob 202 o1-24-leg sales (waited 64.8 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-24-leg 202 202 o1-24 - Sales +436601110009
        = done
284   LegSeen o1-24-leg
        · LegAppeared o1-24-leg c1-22 agent
        → Ring o1-24-leg give_up_s=24
284.1 LegRang o1-24-leg
        · LegStartedRinging o1-24-leg c1-22 agent
        · OfferRang o1-24 c1-22 bob
284.4 LegAnswered o1-24-leg
        · LegCameUp o1-24-leg c1-22 agent
        · OfferAnswered o1-24 c1-22 bob o1-24-leg
        · WaitEnded c1-22 sales waited_s=61 answered
        → Play o1-24-leg o1-24-b sound:welcome
284.6 KeyPressed o1-24-leg 1
        · CustomerWanted c1-22 bob o1-24-leg
        · CustomerDialled c1-22 c1-22-d2 +436601110009 attempt=2
        → StopPlayback o1-24-b
        → StartMusic o1-24-leg sales_music
        → DialOut c1-22-d2 c1-22 +436601110009@out +431234 o1-24-leg
284.7 LegSeen c1-22-d2
        · LegAppeared c1-22-d2 c1-22 caller
        → Ring c1-22-d2 give_up_s=35
284.8 LegRang c1-22-d2
        · LegStartedRinging c1-22-d2 c1-22 caller
285.6 LegAnswered c1-22-d2
        · LegCameUp c1-22-d2 c1-22 caller
        · CustomerReached c1-22 c1-22-d2
        · TalkBegan c1-22 bob o1-24 o1-24-bridge
        → StopMusic o1-24-leg
        → StopMusic c1-22-d2
        → Join o1-24-bridge [c1-22-d2 o1-24-leg]
285.7 AsteriskLost
286.7 AsteriskSeen o1-24-leg:up
        · LegEnded c1-22-d2 c1-22 caller - lost
        · CustomerMissed c1-22 c1-22-d2 unknown -
        · TalkFailed c1-22 bob o1-24-leg o1-24-bridge
        · PlaceRestored c1-22 sales order_key=219.1 answered_at=1.76761e+09
        · WaitPromised c1-22 sales too_few
        · CallbackGivenUp c1-22 exhausted -
        · ContactEnded c1-22 unreached
        · WaitEnded c1-22 sales waited_s=0 left
        → EndBridge o1-24-bridge
        → EndLeg o1-24-leg normal
286.8 LegVanished o1-24-leg 16
        · LegEnded o1-24-leg c1-22 agent cause=16 asked
286.9 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
