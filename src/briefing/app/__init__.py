"""The shell around the pure steps: it owns the clock, the archive and the files.

`gathering` and `fetching` bring articles in, `making` makes editions of them, `running` does both
for whoever is due; `queueing`, `sending` and `settling` see to the outbox; `publishing` and
`serving` to the site; `asking` answers, `verifying` checks, `health` says what is missing.
"""
