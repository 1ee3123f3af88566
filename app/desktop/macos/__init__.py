"""macOS: keys by Quartz events, the front application, the hotkey, launch agents."""
