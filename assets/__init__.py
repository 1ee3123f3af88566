"""Data only: the model bundle, icons, translations, licences."""
