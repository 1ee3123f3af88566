"""Mistakes of form that the words beside tell: proposals by pattern, for the model to judge."""
