"""The writing surface: the text, its underlines and the suggestion card."""
