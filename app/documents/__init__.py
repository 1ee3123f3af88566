"""Documents on disk: open, save, recover. Nothing here knows Qt or the engine."""
