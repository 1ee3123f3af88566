"""Train, evaluate and export the correction model (needs torch).

May import from :mod:`model` what training and use must share (tokeniser,
segmentation, edit extraction); :mod:`app` and :mod:`model` never import this.
"""
