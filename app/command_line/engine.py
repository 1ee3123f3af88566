"""Load the engine for the command line, turning its errors into sentences."""

from __future__ import annotations

from app.command_line.arguments import CorrectArguments
from app.command_line.errors import CommandError
from app.paths import model_folder
from model.corrector import Corrector, CorrectorOptions, SentenceCorrector
from model.errors import ModelError


def load_corrector(arguments: CorrectArguments) -> SentenceCorrector:
    """Return the engine that the arguments ask for.

    Raises:
        CommandError: if the model or the dictionary cannot be used.
    """
    options = CorrectorOptions(
        strategy=arguments.strategy,
        min_confidence=arguments.min_confidence,
        level=arguments.level,
        dictionary=_read_dictionary(arguments),
        threads=arguments.threads,
    )
    try:
        return Corrector(arguments.model or model_folder(), options)
    except (ModelError, FileNotFoundError) as error:
        raise CommandError(str(error)) from error


def _read_dictionary(arguments: CorrectArguments) -> frozenset[str]:
    """Read the words of the dictionary file, one a line."""
    path = arguments.dictionary
    if path is None:
        return frozenset()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise CommandError(f"The dictionary {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"The dictionary {path} is not UTF-8. Save it as UTF-8.") from error
    return frozenset(word for line in lines if (word := line.strip()))
