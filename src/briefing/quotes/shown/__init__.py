"""Which quotes a page shows, how much of each, and under which name."""
