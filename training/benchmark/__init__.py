"""Speed, memory and size of the shipped engine, and of a peer on the same sentences."""
