"""The X Window System: its selections, focus and keys, over a connection of our own."""
