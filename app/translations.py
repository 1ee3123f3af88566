"""The language of the program: marking texts for translation, and loading one.

English is what stands in the source; other languages are compiled ``.qm``
files in one folder (``copyedge_de.qm``).
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LOGGER = logging.getLogger(__name__)

PREFIX = "copyedge_"
SOURCE_LANGUAGE = "en"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for translation in a context; it is translated where it is shown.

    Named as Qt's own, which ``pyside6-lupdate`` looks for; that one is declared
    to return ``object``.
    """
    del context
    return text


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
