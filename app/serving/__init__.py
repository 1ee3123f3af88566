"""Check texts for other programs: LanguageTool's HTTP API, Language Server Protocol."""
