"""Wayland: what the desktop portal lets programs do."""
