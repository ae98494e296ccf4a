"""Ways out of the program: a mail server, folders, commands, a webhook.

Each way takes bytes that are made already and says what became of them, as an `Outcome`; what it
means for the next attempt is `retry`'s, what is kept of it the archive's.
"""
