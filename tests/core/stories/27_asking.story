A caller is asked for the postal code and for the number of an agent.

0     AsteriskSeen
0     PolicyApplied fine
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=6 [repair sales]
Joe looks after the south, Bob after the north.
0.1   LogIn joe 201
        · AgentLoggedIn joe 201
        = done
0.2   GoReady joe
        · AgentBecameReady joe
        = done
0.3   LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0.4   GoReady bob
        · AgentBecameReady bob
        = done
1     CallArrived call-1 300 +369
        · ContactArrived c1-1 call-1 300 +369 asking open policy_version=6
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
The first digit cuts the welcome short: who calls often knows what will be asked.
2     KeyPressed call-1 2
        → StopPlayback c1-1-p1
3     KeyPressed call-1 5
A star begins anew; a hash ends what is shorter than it may be.
4     KeyPressed call-1 *
5     KeyPressed call-1 3
6     KeyPressed call-1 1
7     KeyPressed call-1 #
        · DigitsTaken c1-1 where 31 south -
        · PromptBegan c1-1 whom whom
        → Play call-1 c1-1-p2 sound:whom
Nothing is heard of the star during the next question, and nothing is pressed after it.
8     KeyPressed call-1 *
9     PlaybackEnded c1-1-p2
12    TimePassed
        · KeyMissed c1-1 whom
        · PromptBegan c1-1 whom no_key
        → Play call-1 c1-1-p3 sound:no_key
13    PlaybackEnded c1-1-p3
        · PromptBegan c1-1 whom whom
        → Play call-1 c1-1-p4 sound:whom
14    PlaybackEnded c1-1-p4
17    TimePassed
        · KeyMissed c1-1 whom
        · QueueChosen c1-1 repair [] region=south
        · PlaceTaken c1-1 repair [german≥4|repair≥6 repair≥1] order_key=17
        · WaitPromised c1-1 repair promise=0-0
        · OfferOpened o1-2 c1-1 joe 201 o1-2-leg repair (waited 0 s, 0 ahead; candidates: joe 28 idle 16.8 s; others: 1 is responsible for other regions, 3 serves other queues)
        → StartMusic call-1 repair_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Repair +369
The caller is in the south, and so is Joe.
18    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · OfferWithdrawn o1-2 c1-1 joe o1-2-leg caller_left
        · WaitEnded c1-1 repair waited_s=1 abandoned
        → EndLeg o1-2-leg normal
18.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
30    CallArrived call-2 300 +369
        · ContactArrived c1-3 call-2 300 +369 asking open policy_version=6
        · PromptBegan c1-3 welcome welcome
        → AnswerLeg call-2
        → Play call-2 c1-3-p1 sound:welcome
Nobody is in 99: it is asked again. Stars and hashes while that is said change nothing.
31    PlaybackEnded c1-3-p1
        · PromptBegan c1-3 where where
        → Play call-2 c1-3-p2 sound:where
32    KeyPressed call-2 9
        → StopPlayback c1-3-p2
33    KeyPressed call-2 9
38    TimePassed
        · DigitsMistaken c1-3 where 99
        · PromptBegan c1-3 where unknown
        → Play call-2 c1-3-p3 sound:unknown
38.5  KeyPressed call-2 #
39    PlaybackEnded c1-3-p3
        · PromptBegan c1-3 where where
        → Play call-2 c1-3-p4 sound:where
40    KeyPressed call-2 1
        → StopPlayback c1-3-p4
41    KeyPressed call-2 2
42    KeyPressed call-2 3
43    KeyPressed call-2 4
        · DigitsTaken c1-3 where 1234 north -
        · PromptBegan c1-3 whom whom
        → Play call-2 c1-3-p5 sound:whom
Four digits need no hash. One that comes all the same is not held against the next question.
43.5  KeyPressed call-2 #
Nobody has the number 77.
44    KeyPressed call-2 7
        → StopPlayback c1-3-p5
45    KeyPressed call-2 7
        · DigitsMistaken c1-3 whom 77
        · PromptBegan c1-3 whom unknown
        → Play call-2 c1-3-p6 sound:unknown
46    PlaybackEnded c1-3-p5
47    KeyPressed call-2 1
        → StopPlayback c1-3-p6
48    KeyPressed call-2 1
        · DigitsTaken c1-3 whom 11 north 11
        · QueueChosen c1-3 repair [] region=north wanted=11
        · PlaceTaken c1-3 repair [german≥4|repair≥6 repair≥1] order_key=48 (for 11, asked_for)
        · WaitPromised c1-3 repair promise=0-0
        · PersonGivenUp c1-3 11 substitutes skipped
        · PersonGivenUp c1-3 11 skipped
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg repair (waited 0 s, 0 ahead; candidates: bob 14 idle 47.6 s; others: 1 is responsible for other regions, 3 serves other queues)
        → StartMusic call-2 repair_music
        → CreateLeg o1-4-leg 202 202 o1-4 call-2 Repair +369
Nobody sits at 11: Eva would take it, but is not there; so anybody may who serves the north.
49    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-4 c1-3 bob o1-4-leg caller_left
        · WaitEnded c1-3 repair waited_s=1 abandoned
        → EndLeg o1-4-leg normal
49.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
Digits typed before the service is killed still count after it.
60    CallArrived call-3 300 +369
        · ContactArrived c1-5 call-3 300 +369 asking open policy_version=6
        · PromptBegan c1-5 welcome welcome
        → AnswerLeg call-3
        → Play call-3 c1-5-p1 sound:welcome
61    KeyPressed call-3 1
        → StopPlayback c1-5-p1
62    Restart
63    AsteriskSeen call-3:up asked=63
        · LegCameUp call-3 c1-5 caller
        → StopMusic call-3
64    KeyPressed call-3 0
65    KeyPressed call-3 #
        · DigitsTaken c1-5 where 10 north -
        · PromptBegan c1-5 whom whom
        → Play call-3 c1-5-p2 sound:whom
No agent has 7. What is typed while that is said is the second and last try.
66    PlaybackEnded c1-5-p2
67    KeyPressed call-3 7
68    KeyPressed call-3 #
        · DigitsMistaken c1-5 whom 7
        · PromptBegan c1-5 whom unknown
        → Play call-3 c1-5-p3 sound:unknown
69    KeyPressed call-3 8
        → StopPlayback c1-5-p3
70    KeyPressed call-3 8
        · DigitsMistaken c1-5 whom 88
        · QueueChosen c1-5 repair [] region=north
        · PlaceTaken c1-5 repair [german≥4|repair≥6 repair≥1] order_key=70
        · WaitPromised c1-5 repair promise=0-0
        · OfferOpened o2-1 c1-5 bob 202 o2-1-leg repair (waited 0 s, 0 ahead; candidates: bob 14 idle 69.6 s; others: 1 is responsible for other regions, 3 serves other queues)
        → StartMusic call-3 repair_music
        → CreateLeg o2-1-leg 202 202 o2-1 call-3 Repair +369
