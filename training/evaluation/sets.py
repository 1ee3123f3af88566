"""The sets a system can be scored on: named ones, our own, any M2 file, any TSV file.

A set has natural sources, gold edits in tokens and, where several people corrected it,
references for GLEU. Scores nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpora.compressed import CorpusError, iterate_lines
from training.corpora.m2 import AnnotatedSentence, TokenEdit
from training.evaluation.errors import EvaluationError
from training.scoring.detokenize import detokenize
from training.scoring.dev_score import DevSet
from training.scoring.errant_score import extract_edits
from training.scoring.gold import read_gold
from training.scoring.word_rules import TokenStyle, tokenize

References = tuple[tuple[tuple[str, ...], ...], ...]
"""By sentence, by reference: tokens."""


@dataclass(frozen=True, slots=True)
class NamedSet:
    """Where the files of a set lie below ``gec/dev`` of the corpus folder."""

    m2: str
    natural: str
    references: str = ""
    """Tokenised TSV with the references for GLEU; empty: made from the M2 file."""


NAMED_SETS = {
    "bea-dev": NamedSet(
        "m2/wi+locness.ABCN.dev.gold.bea19.m2", "natural/wi_locness.ABCN.dev.m2-aligned.natural.txt"
    ),
    "conll13": NamedSet(
        "m2/conll13.original.official-preprocessed.m2",
        "natural/conll13.test.m2-aligned.natural.txt",
    ),
    "jfleg-dev": NamedSet("m2/jfleg.dev.m2", "jfleg.dev.detok.tsv", "jfleg.dev.tok.tsv"),
    "fce-dev": NamedSet("m2/fce.dev.gold.bea19.m2", "natural/fce.dev.m2-aligned.natural.txt"),
    "cweb-g-dev": NamedSet("m2/cweb.G.dev.m2", "cweb.G.dev.tsv"),
    "cweb-s-dev": NamedSet("m2/cweb.S.dev.m2", "cweb.S.dev.tsv"),
}

OWN_SETS = {
    "own-names": "names.tsv",
    "own-dialects": "dialects.tsv",
    "own-common": "common.tsv",
}
"""Sets written for this package, in ``own`` beside this module: they need no corpora."""

OWN_FOLDER = Path(__file__).with_name("own")


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """One set, ready to be corrected and scored."""

    name: str
    dev: DevSet
    references: References
    """Empty where there is one reference only: GLEU is then not computed."""


def load_named(name: str, data: Path, limit: int | None = None) -> EvaluationSet:
    """Read a named set below the corpus folder.

    Raises:
        EvaluationError: if there is no set of that name.
        CorpusError: if a file is missing or damaged.
    """
    if name not in NAMED_SETS:
        raise EvaluationError(f"There is no set {name!r}. Choose from: {', '.join(NAMED_SETS)}.")
    files = NAMED_SETS[name]
    folder = data / "gec" / "dev"
    dev = DevSet.load(folder / files.m2, folder / files.natural, limit)
    if not files.references:
        return EvaluationSet(name, dev, references_of(dev.sentences))
    rows = [line.split("\t")[1:] for line in iterate_lines(folder / files.references)]
    references = tuple(tuple(tuple(text.split()) for text in row) for row in rows)
    return EvaluationSet(name, dev, references[: len(dev.sentences)])


def load_own(name: str, limit: int | None = None) -> EvaluationSet:
    """Read one of our own sets.

    Raises:
        EvaluationError: if there is no set of that name.
        CorpusError: if the installation lacks its file.
    """
    if name not in OWN_SETS:
        raise EvaluationError(f"There is no set {name!r}. Choose from: {', '.join(OWN_SETS)}.")
    return replace(load_tsv(OWN_FOLDER / OWN_SETS[name], limit), name=name)


def load_m2(m2: Path, natural: Path | None, limit: int | None = None) -> EvaluationSet:
    """Read any M2 file; without its natural text, that is made of the tokens by rule.

    Raises:
        CorpusError: if a file is missing or damaged, or both do not belong together.
    """
    if natural is not None:
        dev = DevSet.load(m2, natural, limit)
    else:
        sentences = read_gold(m2, limit)
        dev = DevSet.build(sentences, [detokenize(sentence.tokens) for sentence in sentences])
    return EvaluationSet(m2.name.removesuffix(".m2"), dev, references_of(dev.sentences))


def load_tsv(path: Path, limit: int | None = None) -> EvaluationSet:
    """Read a TSV file: source, then one reference or more; ``.tok.`` in its name: tokens.

    The gold edits are extracted from the references as ERRANT would.

    Raises:
        CorpusError: if the file is missing or a line has no reference.
    """
    tokenised = ".tok." in path.name
    rows = [line.split("\t") for line in iterate_lines(path)][:limit]
    short = next((number for number, row in enumerate(rows, start=1) if len(row) < 2), None)
    if short is not None:
        raise CorpusError(f"{path}, line {short}: a source and, after a tab, a reference expected.")
    style = TokenStyle()
    tokens = [
        [text.split() if tokenised else tokenize(text, style) for text in row] for row in rows
    ]
    sentences = [_annotated(row[0], row[1:]) for row in tokens]
    natural = [detokenize(row[0]) for row in tokens] if tokenised else [row[0] for row in rows]
    dev = DevSet.build(sentences, natural)
    if not tokenised:
        dev = replace(dev, style=style)
    references = tuple(tuple(tuple(text) for text in row[1:]) for row in tokens)
    several = references if any(len(row) > 1 for row in references) else ()
    return EvaluationSet(path.name.removesuffix(".tsv"), dev, several)


def _annotated(source: Sequence[str], references: Sequence[Sequence[str]]) -> AnnotatedSentence:
    """Return a sentence whose annotators made the given references."""
    annotations = {
        annotator: tuple(
            TokenEdit(start, end, _operation(start, end, text), (text,))
            for start, end, text in extract_edits(source, reference)
        )
        for annotator, reference in enumerate(references)
    }
    return AnnotatedSentence(tuple(source), annotations)


def _operation(start: int, end: int, text: str) -> str:
    return "M:OTHER" if start == end else "R:OTHER" if text else "U:OTHER"


def references_of(sentences: Sequence[AnnotatedSentence]) -> References:
    """Return the references that the annotators made; nothing if there was one for each."""
    if all(len(sentence.annotations) == 1 for sentence in sentences):
        return ()
    return tuple(
        tuple(_apply(sentence.tokens, edits) for edits in sentence.annotations.values())
        for sentence in sentences
    )


def _apply(tokens: Sequence[str], edits: Sequence[TokenEdit]) -> tuple[str, ...]:
    """Apply edits from left to right; one that overlaps an earlier one is left out."""
    result: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start >= position:
            result += [*tokens[position : edit.start], *edit.replacement.split()]
            position = edit.end
    return (*result, *tokens[position:])
