"""Checkpoint to bundle: two ONNX graphs over one weight file, and a manifest.

The graphs are written node by node instead of traced: tracing repeats shared
weights in every file and hides them from quantisation (decision 0040).
"""
