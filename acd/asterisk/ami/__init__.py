"""The state of the desk phones, heard over Asterisk's manager interface (AMI). Nothing is ever done by it.

`messages` is what is told, `device_states` follows over restarts and losses, `connection` is one TCP life.
"""
