"""The desktop program and the ``copyedge`` command."""
