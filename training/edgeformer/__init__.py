"""The network: EdgeFormer, a small transformer whose layers share weights (Ge et al. 2022).

Knows tensors and weight sharing; knows no text, files or training loop.
"""
