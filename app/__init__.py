"""The desktop program and the ``copyedge`` command."""

__version__ = "0.1.0"
"""The one place that holds the version; packaging reads it from here."""
