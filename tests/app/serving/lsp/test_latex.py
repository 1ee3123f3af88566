import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.serving.lsp.kinds import DocumentKind, passages_of
from app.serving.lsp.latex import latex_parts

TOKENS = st.lists(
    st.sampled_from(
        ("word ", "\\emph{", "}", "{", "$", "$$", "\\(", "\\)", "\\[", "\\]", "%", "\n", "\n\n",
         "\\footnote{", "\\begin{equation}", "\\end{equation}", "\\begin{itemize}", "\\item",
         "\\cite{a}", "\\section[b]{", "\\verb|", "|", "\\\\", "\\", "~", "&", "``", "\r\n", "\\'e",
         "\\begin{document}", "\\end{document}", "[", "]", "😀")
    ),
    max_size=25,
).map("".join)  # fmt: skip


def readings(text):
    return [placed.passage.reading for placed in passages_of(text, DocumentKind.LATEX)]


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (r"Some \emph{stressed \textbf{bold}} words.", "Some stressed bold words."),
        (r"Let $x^2 \$ y$ be \(a\) and $$b$$.", "Let $x$ be $x$ and $x$."),
        ("As shown in~\\cite[p.~3]{a}, it is.", "As shown in ($x$), it is."),
        (r"See Section~\ref{sec:a}.", "See Section $x$."),
        (r"\label{a}\custom[b]{c {d} e}Words follow.", "Words follow."),
        (r"It costs 5\,\% \& more, na\"{\i}ve \'etude.", "It costs 5 % & more, naive etude."),
        ("One % a comment\nline.", "One \nline."),
        ("One\n% a whole line\nmore.", "One\nmore."),
        (r"\LaTeX\ is nice.", "$x$ is nice."),
        (r"Use \verb|a_b| here.", "Use $x$ here."),
        (r"A \textcolor{red}{red} \href{http://a.b/%7E}{link}.", "A red link."),
        ("``Quoted'' words.", '"Quoted" words.'),
        (
            "It was\n\\begin{align*}\n a &= b\n\\end{align*}\nas we said.",
            "It was\n$x$\nas we said.",
        ),
    ],
)
def test_a_sentence_is_read_without_its_markup(source, reading):
    assert readings(source) == [reading]


def test_headings_items_and_cells_stand_for_themselves():
    source = r"""Before.
\section[Short]{A heading}
After.
\begin{itemize}
\item First
\item[x] Second
\end{itemize}"""
    assert readings(source) == ["Before.\n", "A heading", "After.\n", "First\n", "Second\n"]


def test_a_footnote_does_not_cut_the_sentence_around_it():
    assert readings(r"It goes\footnote{A note.} on.") == ["A note.", "It goes on."]


def test_the_preamble_and_what_follows_the_end_are_not_read():
    source = "\\title{No}\n\\begin{document}\nYes.\n\\end{document}\nNo."
    assert readings(source) == ["Yes.\n"]


@pytest.mark.parametrize("name", ["verbatim", "lstlisting", "tikzpicture", "tabular"])
def test_code_pictures_and_tables_are_not_read(name):
    source = f"One.\n\\begin{{{name}}}\nteh code {{\n\\end{{{name}}}\nTwo."
    assert readings(source) == ["One.\n", "Two."]


def test_a_formula_that_is_not_closed_ends_with_its_paragraph():
    assert readings("Let $x be\nteh maths.\n\nNext one.") == ["Let $x$", "Next one."]


def test_a_forgotten_brace_does_not_swallow_the_next_paragraph():
    assert readings("A \\emph{forgotten\n\nbrace \\foo{a\n\nhere.") == [
        "A forgotten",
        "brace a",
        "here.",
    ]


def test_a_brace_of_the_next_paragraph_does_not_hide_what_is_between():
    assert readings("\\foo{a\n\nteh text.}") == ["a", "teh text."]


@given(TOKENS)
def test_parts_are_in_order_and_pieces_hold_what_the_source_holds(text):
    position = 0
    for part in latex_parts(text):
        assert position <= part.start <= part.end <= len(text)
        position = part.end
    for placed in passages_of(text, DocumentKind.LATEX):
        for piece in placed.passage.pieces:
            start = placed.origin + piece.source
            read = placed.passage.reading[piece.start : piece.start + piece.length]
            assert text[start : start + piece.length] == read


@given(TOKENS)
def test_no_text_in_a_formula_is_ever_read(text):
    source = text.replace("$", "") + "\n\nWords $secret$ end."
    if "\\end{document}" in source or "\\begin" in source or "\\verb" in source:
        return
    assert not any("secret" in reading for reading in readings(source))
