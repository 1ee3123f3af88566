"""LanguageTool's HTTP API on this machine: who may ask, what can be asked, how it is answered."""
