"""Misspellings that the search lets pass: words on no list, and what they may stand for."""
