"""Scores of corrections: MaxMatch, GLEU, ERRANT-style, false alarms."""
