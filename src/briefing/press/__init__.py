"""How the press writes: what kind of piece an article is, and what stands around its text."""
