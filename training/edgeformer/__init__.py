"""EdgeFormer (Ge et al. 2022, "EdgeFormer: A Parameter-Efficient Transformer").

Knows tensors and weight sharing; knows no text, files or training loop.
"""
