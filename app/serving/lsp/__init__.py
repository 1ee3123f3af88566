"""A language server: what in a document is prose, what is wrong in it, what can be done."""
