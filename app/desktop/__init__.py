"""What the program does in the desktop around it: clipboard, selections, hotkey, login."""
