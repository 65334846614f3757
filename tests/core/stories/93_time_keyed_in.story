A time is keyed in and read back, at 11:00 in Vienna: the customer is called at 11:05, with the old place.

0     AsteriskSeen
0     PolicyApplied asking_when
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=5
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
3     KeyPressed call-1 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · PromptBegan c1-1 when when
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:when
4     KeyPressed call-1 2
        → StopPlayback c1-1-p1
4.1   KeyPressed call-1 4
4.2   KeyPressed call-1 6
4.3   KeyPressed call-1 0
        · DigitsMistaken c1-1 when 2460
        · PromptBegan c1-1 when wrong_key
        → Play call-1 c1-1-p2 sound:wrong_key
5     PlaybackEnded c1-1-p2
        · PromptBegan c1-1 when when
        → Play call-1 c1-1-p3 sound:when
6     KeyPressed call-1 1
        → StopPlayback c1-1-p3
6.1   KeyPressed call-1 1
6.2   KeyPressed call-1 0
6.3   KeyPressed call-1 5
        · DigitsTaken c1-1 when 1105 - -
        · PromptBegan c1-1 read_back at
        → Play call-1 c1-1-p4 sound:at,sound:1,sound:1,sound:0,sound:5
8     PlaybackEnded c1-1-p4
        · CallbackAgreed c1-1 +436601111111 not_before=300
        · PromptBegan c1-1 thanks goodbye
        → Play call-1 c1-1-p5 sound:goodbye
9     PlaybackEnded c1-1-p5
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackPutOff c1-1 until=300 agreed
        → EndLeg call-1 normal
9.1   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
300   TimePassed
        · RingOpened c1-1 sales ring=1
        · RingOpened c1-2 sales ring=1
        · CallbackFellDue c1-1
301   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 300 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601111111
        = done
305   TimePassed
        · OfferFailed o1-3 c1-1 bob o1-3-leg unreachable
        → EndLeg o1-3-leg no_answer
305.1 LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
A time in the night is none at which customers are called, nor is there one that nobody has keyed in.
310   KeyPressed call-2 5
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 5
        · PromptBegan c1-2 when when
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:when
310   TimePassed
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 309 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601111111
311   KeyPressed call-2 2
        → StopPlayback c1-2-p1
311.1 KeyPressed call-2 3
311.2 KeyPressed call-2 0
311.3 KeyPressed call-2 0
        · DigitsTaken c1-2 when 2300 - -
        · PromptBegan c1-2 read_back at
        → Play call-2 c1-2-p2 sound:at,sound:2,sound:3,sound:0,sound:0
313   PlaybackEnded c1-2-p2
        · WaitGoesOn c1-2
        → StartMusic call-2 sales_music
314   TimePassed
        · OfferFailed o1-4 c1-1 bob o1-4-leg unreachable
        · AgentBecameNotReady bob RONA
        → EndLeg o1-4-leg no_answer
319   TimePassed
        → EndLeg o1-4-leg normal
320   KeyPressed call-2 6
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 6
        · WaitGoesOn c1-2
        → StopMusic call-2
        → StartMusic call-2 sales_music
Half past nine has passed today: tomorrow. Three digits are enough, with a hash key.
324   TimePassed
        → EndLeg o1-4-leg normal
329   TimePassed
        → EndLeg o1-4-leg normal
330   CallArrived call-3 200 +436603333333
        · ContactArrived c1-5 call-3 200 +436603333333 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=330
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
331   KeyPressed call-3 5
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 5
        · PromptBegan c1-5 when when
        → StopMusic call-3
        → Play call-3 c1-5-p1 sound:when
331.1 KeyPressed call-3 9
        → StopPlayback c1-5-p1
331.2 KeyPressed call-3 3
331.3 KeyPressed call-3 0
331.4 KeyPressed call-3 #
        · DigitsTaken c1-5 when 930 - -
        · PromptBegan c1-5 read_back at
        → Play call-3 c1-5-p2 sound:at,sound:0,sound:9,sound:3,sound:0
333   PlaybackEnded c1-4-p2
334   LegVanished call-3 16
        · LegEnded call-3 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · WaitEnded c1-5 sales waited_s=4 abandoned
