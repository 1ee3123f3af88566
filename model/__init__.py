"""The inference engine: English text in, corrections out.

Needs numpy, onnxruntime and sentencepiece; knows neither Qt nor torch. The
façade is :class:`model.corrector.Corrector`; the values it returns are in
:mod:`model.edits`, the errors it raises in :mod:`model.errors`.
"""
