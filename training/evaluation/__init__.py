"""Run systems on sets with known corrections and report their scores."""
