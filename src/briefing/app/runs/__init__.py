"""The runs that nobody starts by hand: when, for whom, and how they went."""
