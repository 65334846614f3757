"""The process behind one phone.

Only this package imports pjsua2, which is GPL: a test tool, never a run-time dependency.
"""
