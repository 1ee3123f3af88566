"""Windows: keys by SendInput, the front window, the hotkey, the registry."""
