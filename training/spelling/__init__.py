"""Makes what the engine needs for misspellings: the word list and the weights of the judge."""
