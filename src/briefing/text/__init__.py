"""Language: what a text says and how, without a story around it; knows the model alone."""
