"""Strategies for texts and for what a writer does to them."""

from hypothesis import strategies as st

ALPHABET = "ab  .\tü😀\u2028"


@st.composite
def edited(draw, text, most=12, alphabet=ALPHABET + "\nxé"):
    """Return ``text`` with one range replaced, line ends included."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + most)))
    replacement = draw(st.text(alphabet=alphabet, max_size=6))
    return text[:start] + replacement + text[end:]


def told_apart(paragraphs):
    """Return paragraphs of runs in which no character stands twice.

    Of two alike nobody can tell which one an edit took away. What stands there already becomes a
    letter of its own; edits with ``NEW`` bring in others.
    """
    seen = set()

    def other(character):
        if character in seen:
            character = chr(0x4E00 + len(seen))
        seen.add(character)
        return character

    return [[("".join(map(other, text)), *rest) for text, *rest in runs] for runs in paragraphs]


NEW = "\nxé"


def common_ends(old, new):
    """Return how many characters are the same at the start, and at the end of the rest."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return head, tail
