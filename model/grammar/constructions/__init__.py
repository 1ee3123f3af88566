"""Constructions that learners bring from their own languages, told by a few words in a row."""
