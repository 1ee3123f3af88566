"""Sentences for the writer that remember how they were made, so that they can be translated.

Modules without Qt say in English what is wrong; the window that shows it says it in
the language of the program (:func:`app.translations.spoken`). Knows no language but
English, and no Qt.
"""

from __future__ import annotations

CONTEXT = "Messages"
"""The context in which the templates are translated."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for translation in a context; it is translated where it is shown.

    Named as Qt's own, which ``pyside6-lupdate`` looks for; that one is declared
    to return ``object``.
    """
    del context
    return text


class Message(str):
    """An English sentence, or part of one, made of a template and values.

    Attributes:
        template: marked with ``QT_TRANSLATE_NOOP("Messages", ...)``; for :meth:`str.format`.
        values: what goes into the template; a value may be a message itself.
    """

    __slots__ = ("template", "values")

    template: str
    values: tuple[str | float, ...]

    def __new__(cls, template: str, *values: str | float) -> Message:
        """Make the sentence."""
        message = super().__new__(cls, template.format(*values))
        message.template = template
        message.values = values
        return message
