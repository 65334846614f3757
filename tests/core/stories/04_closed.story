Out of hours: a message and the end. Moment 0 is Monday 10:00; the number closes at 17:00.

0     AsteriskSeen
25199 CallArrived call-1 100 +361
        · ContactArrived c1-1 call-1 100 +361 main open policy_version=1
        · PromptBegan c1-1 welcome welcome
        → AnswerLeg call-1
        → Play call-1 c1-1-p1 sound:welcome
25199.5 LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 left_in_menu
25200 CallArrived call-2 100 +361
        · ContactArrived c1-2 call-2 100 +361 closed policy_version=1
        · PromptBegan c1-2 closed closed
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:closed
25204 PlaybackEnded c1-2-p1
        · FlowEnded c1-2 end
        · ContactEnded c1-2 flow_ended
        → EndLeg call-2 normal
25204.1 LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16 asked
A holiday: the next day at 10:00.
86400 CallArrived call-3 100 +361
        · ContactArrived c1-3 call-3 100 +361 closed policy_version=1
        · PromptBegan c1-3 closed closed
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:closed
86401 LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 left_in_menu
A number without hours is always open. A number that is not ours is not answered.
86402 CallArrived call-4 200 +361
        · ContactArrived c1-4 call-4 200 +361 straight open policy_version=1
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=86402
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
86403 CallArrived call-5 0049123456789012345678901234567890123456 -
        · NumberUnknown call-5 0049123456789012345678901234567890123456
        → EndLeg call-5 unallocated
86404 LegVanished call-5 16
86405 LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=3 abandoned
