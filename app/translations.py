"""The language of the program: marking texts for translation, and loading one.

English is what stands in the source; other languages are compiled ``.qm``
files in one folder (``copyedge_de.qm``).
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.messages import CONTEXT, Message
from app.messages import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

LOGGER = logging.getLogger(__name__)

PREFIX = "copyedge_"
SOURCE_LANGUAGE = "en"


def spoken(message: str | Exception) -> str:
    """Return a message, or that of an error, in the language of the program.

    What is no :class:`Message` comes back as it is.
    """
    if isinstance(message, Exception):
        message = getattr(message, "message", str(message))
    if not isinstance(message, Message):
        return message
    values = (spoken(value) if isinstance(value, str) else value for value in message.values)
    return QCoreApplication.translate(CONTEXT, message.template).format(*values)


def available_languages(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that the program speaks."""
    found = (path.stem.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*.qm"))
    return (SOURCE_LANGUAGE, *sorted(found))


def install(application: QCoreApplication, folder: Path, language: str) -> list[QTranslator]:
    """Let the program speak a language.

    Args:
        application: what to install the translators in.
        folder: where the ``.qm`` files are.
        language: a code such as ``de``; empty for that of the system.

    Returns:
        The translators, which the caller must keep; none for English.
    """
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    places = (
        (PREFIX.rstrip("_"), folder),
        ("qtbase", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))),
    )
    installed = []
    for name, place in places:
        translator = QTranslator(application)
        if translator.load(locale, name, "_", str(place)):
            application.installTranslator(translator)
            installed.append(translator)
    LOGGER.info("language %s, %d translation files", locale.name(), len(installed))
    return installed
