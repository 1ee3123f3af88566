"""Measurements of the editor; run with python -m tests.benchmarks.NAME."""
