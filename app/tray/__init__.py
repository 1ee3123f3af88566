"""Be reachable without a window: the icon in the tray and what its menu offers."""
