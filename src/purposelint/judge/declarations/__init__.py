"""Declarations and suppressions in the code under analysis: read, bound to their owners, asked."""
