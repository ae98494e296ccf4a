"""Articles in: what a person names, and what is subscribed to."""
