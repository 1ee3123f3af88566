"""Correct a few lines of another program: the card near the pointer, and what happens around it."""
