"""The shell around the pure steps: it owns the clock, the archive and the files.

`intake` brings articles in, `editions` makes, writes and verifies editions of them, `outbox` sends
them, `website` shows them, `answers` answers from the archive; `health` says what is amiss, and
`runs` does all this for whoever is due.
"""
