An absence that came and went while no service ran takes nobody away.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     GoReady eva
        · AgentBecameReady eva
        = done
1     EnterOverlay absence boss holiday agent=eva begins_at=100 ends_at=200
        = done
2     Restart
250   TimePassed
