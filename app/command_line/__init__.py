"""The ``copyedge`` command: parse arguments, correct files, print results (no Qt)."""
