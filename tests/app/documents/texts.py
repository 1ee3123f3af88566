"""Strategies for texts and for what a writer does to them."""

from hypothesis import strategies as st

ALPHABET = "ab  .\tü😀\u2028"


@st.composite
def edited(draw, text, most=12):
    """Return ``text`` with one range replaced, line ends included."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + most)))
    replacement = draw(st.text(alphabet=ALPHABET + "\nxé", max_size=6))
    return text[:start] + replacement + text[end:]


def common_ends(old, new):
    """Return how many characters are the same at the start, and at the end of the rest."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return head, tail


def readings(old, new):
    r"""Return what an edit may have left at both ends, read from the start and from the end.

    They differ where letters repeat: an "a" left of "aa\na" is of either paragraph.
    """
    last, first = common_ends(old[::-1], new[::-1])
    return common_ends(old, new), (first, last)
