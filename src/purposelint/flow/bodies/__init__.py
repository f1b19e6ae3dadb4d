"""Statements and expressions of a function, and its summary at the end."""
