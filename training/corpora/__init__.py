"""Readers of text corpora: clean sentences, pairs and M2. Knows nothing of models or tensors."""
