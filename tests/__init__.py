"""Tests; every folder mirrors one of the source tree."""
