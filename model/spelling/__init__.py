"""Misspellings, mended before the model reads: words on no list, and what they may stand for."""
