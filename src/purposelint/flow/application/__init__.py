"""Functions as values, and what calling one does to its caller."""
