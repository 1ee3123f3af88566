"""Make natural text of tokens, for sets that exist only tokenised.

By rule, and only as good as that: where a set comes with its natural text, that is
used. A scored hypothesis does not suffer from a wrong space, since sources and tokens
are lined up without white space (gold_tokens.py).
"""

from __future__ import annotations

from collections.abc import Sequence

NO_SPACE_BEFORE = frozenset(
    {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "...", "..", "n't", "''"}
    | {"'s", "'m", "'re", "'ve", "'ll", "'d"}
)
NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "#", "``"})
QUOTES = {"``": '"', "''": '"'}
"""Penn Treebank's opening and closing quotes."""

FUSED = {("can", "not"), ("gon", "na"), ("got", "ta"), ("wan", "na")}


def detokenize(tokens: Sequence[str]) -> str:
    """Return the tokens as running text."""
    pieces: list[str] = []
    open_quotes: set[str] = set()
    glued = True
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else ""
        closes = token in open_quotes
        opens = not closes and (token == '"' or (token == "'" and _opens(tokens, index)))
        possessive = token == "'" and not opens
        hyphen = token == "-" and before.isalpha() and after.isalpha()
        touches = token.lower() in NO_SPACE_BEFORE or closes or hyphen or possessive
        fused = (before.lower(), token.lower()) in FUSED
        if not (glued or touches or fused):
            pieces.append(" ")
        pieces.append(QUOTES.get(token, token))
        if closes:
            open_quotes.discard(token)
        elif opens:
            open_quotes.add(token)
        glued = token in NO_SPACE_AFTER or opens or hyphen
    return "".join(pieces)


def _opens(tokens: Sequence[str], index: int) -> bool:
    """Return True if a single quote has a partner later on; else it is a possessive."""
    return "'" in tokens[index + 1 :] and not (index and tokens[index - 1].endswith("s"))
