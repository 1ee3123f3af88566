"""Errors of the engine; each message says what to do next.

ModelError
├─ BundleError              the model folder cannot be used
│  ├─ MissingFileError      a file that the manifest names is not there
│  ├─ DamagedFileError      a file is there but its contents are not what the manifest says
│  └─ VersionMismatchError  the bundle was made for another version of the program
├─ DecodingError            one sentence failed; others may go on
└─ CancelledError           the caller asked to stop
"""

from __future__ import annotations


class ModelError(Exception):
    """Base of everything the engine raises on purpose."""


class BundleError(ModelError):
    """The model folder cannot be used."""


class MissingFileError(BundleError):
    """A file that the manifest names is not there."""


class DamagedFileError(BundleError):
    """A file does not hold what the manifest says."""


class VersionMismatchError(BundleError):
    """The bundle was made for another version of the program."""


class DecodingError(ModelError):
    """One sentence could not be decoded; others may go on."""


class CancelledError(ModelError):
    """The caller asked to stop before the work was done."""
