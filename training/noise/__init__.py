"""Make learner errors in clean text, as people make them. Needs no torch."""
