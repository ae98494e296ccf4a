"""The shell around the pure steps: it owns the clock, the archive and the files.

`gathering` brings articles in, `making` makes editions of them, `asking` answers questions about
what is there, `health` says what is missing.
"""
