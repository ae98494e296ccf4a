"""Who speaks: names, mentions, offices, and whose they are."""
