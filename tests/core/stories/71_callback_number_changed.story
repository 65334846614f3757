A number may be changed, but not for ever; and a withheld one has to be keyed in.

0     AsteriskSeen
0     PolicyApplied calling_elsewhere
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
1     CallArrived call-1 200 -
        · ContactArrived c1-1 call-1 200 - straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        · RingOpened c1-1 sales ring=1 skipped
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
There is nothing to read out, so it is asked for.
2     KeyPressed call-1 #
        · MenuOpened c1-1 where_to
        · NumberMissing c1-1 confirm - withheld
        · PromptBegan c1-1 other key_in
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:key_in
3     KeyPressed call-1 0
        → StopPlayback c1-1-p1
3.1   KeyPressed call-1 1
3.2   KeyPressed call-1 2
3.3   KeyPressed call-1 2
3.4   KeyPressed call-1 2
3.5   KeyPressed call-1 2
3.6   KeyPressed call-1 2
3.7   KeyPressed call-1 2
3.8   KeyPressed call-1 2
Silence ends the digits, too.
8.8   TimePassed
        · NumberEntered c1-1 other 012222222 +4312222222
        · PromptBegan c1-1 confirm is_it
        → Play call-1 c1-1-p2 sound:we_call,sound:0,sound:1,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2,sound:is_it
10    KeyPressed call-1 2
        · KeyTaken c1-1 confirm 2
        · PromptBegan c1-1 other key_in
        → StopPlayback c1-1-p2
        → Play call-1 c1-1-p3 sound:key_in
10.1  KeyPressed call-1 0
        → StopPlayback c1-1-p3
10.2  KeyPressed call-1 1
10.3  KeyPressed call-1 3
10.4  KeyPressed call-1 3
10.5  KeyPressed call-1 3
10.6  KeyPressed call-1 3
10.7  KeyPressed call-1 3
10.8  KeyPressed call-1 3
10.9  KeyPressed call-1 3
11    KeyPressed call-1 #
        · NumberEntered c1-1 other 013333333 +4313333333
        · PromptBegan c1-1 confirm is_it
        → Play call-1 c1-1-p4 sound:we_call,sound:0,sound:1,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3,sound:3,sound:is_it
12    KeyPressed call-1 2
        · KeyTaken c1-1 confirm 2
        · PromptBegan c1-1 other key_in
        → StopPlayback c1-1-p4
        → Play call-1 c1-1-p5 sound:key_in
12.1  KeyPressed call-1 0
        → StopPlayback c1-1-p5
12.2  KeyPressed call-1 1
12.3  KeyPressed call-1 4
12.4  KeyPressed call-1 4
12.5  KeyPressed call-1 4
12.6  KeyPressed call-1 4
12.7  KeyPressed call-1 4
12.8  KeyPressed call-1 4
12.9  KeyPressed call-1 4
13    KeyPressed call-1 #
        · NumberEntered c1-1 other 014444444 +4314444444
        · PromptBegan c1-1 confirm is_it
        → Play call-1 c1-1-p6 sound:we_call,sound:0,sound:1,sound:4,sound:4,sound:4,sound:4,sound:4,sound:4,sound:4,sound:is_it
After the third one the question is not put any more: the music goes on.
14    KeyPressed call-1 2
        · KeyTaken c1-1 confirm 2
        · NumberSettled c1-1 other
        · WaitGoesOn c1-1
        → StopPlayback c1-1-p6
        → StartMusic call-1 sales_music
Somebody whose number cannot be called keys in nothing that can be: thirty digits, which are one number and no more.
20    CallArrived call-2 200 +43900123456
        · ContactArrived c1-2 call-2 200 +43900123456 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=20
        · WaitPromised c1-2 sales nobody
        · RingOpened c1-2 sales ring=1 skipped
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
21    KeyPressed call-2 #
        · MenuOpened c1-2 where_to
        · NumberMissing c1-2 confirm +43900123456 special
        · PromptBegan c1-2 other key_in
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:key_in
22    KeyPressed call-2 0
        → StopPlayback c1-2-p1
22    KeyPressed call-2 6
22    KeyPressed call-2 6
22    KeyPressed call-2 0
22    KeyPressed call-2 1
22    KeyPressed call-2 2
22    KeyPressed call-2 3
22    KeyPressed call-2 4
22    KeyPressed call-2 5
22    KeyPressed call-2 6
22    KeyPressed call-2 0
22    KeyPressed call-2 6
22    KeyPressed call-2 6
22    KeyPressed call-2 0
22    KeyPressed call-2 1
22    KeyPressed call-2 2
22    KeyPressed call-2 3
22    KeyPressed call-2 4
22    KeyPressed call-2 5
22    KeyPressed call-2 6
22    KeyPressed call-2 0
22    KeyPressed call-2 6
22    KeyPressed call-2 6
22    KeyPressed call-2 0
22    KeyPressed call-2 1
22    KeyPressed call-2 2
22    KeyPressed call-2 3
22    KeyPressed call-2 4
22    KeyPressed call-2 5
22    KeyPressed call-2 6
22    KeyPressed call-2 #
        · DigitsMistaken c1-2 other 066012345606601234560
        · PromptBegan c1-2 other unknown
        → Play call-2 c1-2-p2 sound:unknown
24    PlaybackEnded c1-2-p2
        · PromptBegan c1-2 other key_in
        → Play call-2 c1-2-p3 sound:key_in
26    PlaybackEnded c1-2-p3
31    TimePassed
        · KeyMissed c1-2 other
        · WaitGoesOn c1-2
        → StartMusic call-2 sales_music
