"""Checks text in the background: what to check next, the thread that does it, what to show."""
