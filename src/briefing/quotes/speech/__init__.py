"""Where somebody's words are: quotation marks, reporting verbs, and what they govern."""
