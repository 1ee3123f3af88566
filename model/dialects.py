"""Pairs of spellings that are both right, one British and one American.

A change from one to the other is never a correction. Regular patterns, kept to
the stems that have the pair, so that mending "travelng" or "advize" is not
mistaken for a swap.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OUR = (
    "arm|behavi|cand|clam|clang|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|mis?demean"
    "|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig"
)
_RE = "calib|cent|epicent|fib|goit|lit|lust|meag|met|kilomet|centimet|millimet|och|sab|sepulch|somb|spect|theat|manoeuv"  # noqa: E501
_DOUBLED = (
    "cancel|carol|channel|counsel|dial|duel|equal|fuel|funnel|grovel|initial|jewel|label|level"
    "|libel|marshal|marvel|model|panel|parcel|pedal|pencil|quarrel|refuel|revel|rival|shovel|shrivel"
    "|signal|snorkel|spiral|swivel|total|travel|trial|tunnel|unravel"
)
_ENDINGS = (
    r"(?:s|ed|ing|ings|er|ers|or|ors|y|able|ably|ful|fully|less|ly|ist|ists|ite|ites|hood|hoods)?"
)
# Words in -ise that never take a z.
_IN_S_ONLY = """
advertise advise apprise arise chastise circumcise compromise concise despise devise
disguise excise exercise expertise franchise guise improvise incise likewise merchandise
noise otherwise poise praise precise premise promise raise revise rise supervise surmise
surprise televise treatise wise comprise demise enterprise paradise cruise bruise
"""
_PAIRS = """
grey/gray greyer/grayer greyest/grayest tyre/tire tyres/tires aluminium/aluminum
jewellery/jewelry plough/plow ploughs/plows sceptical/skeptical sceptic/skeptic mould/mold
moulds/molds mouldy/moldy moustache/mustache pyjamas/pajamas cheque/check cheques/checks
programme/program programmes/programs kerb/curb kerbs/curbs whilst/while amongst/among
towards/toward afterwards/afterward backwards/backward forwards/forward upwards/upward
downwards/downward learnt/learned burnt/burned dreamt/dreamed spelt/spelled spoilt/spoiled
leapt/leaped leant/leaned smelt/smelled spilt/spilled mum/mom mums/moms mummy/mommy
maths/math fulfil/fulfill fulfils/fulfills skilful/skillful wilful/willful enrol/enroll
enrols/enrolls enrolment/enrollment fulfilment/fulfillment instalment/installment
instalments/installments judgement/judgment judgements/judgments
acknowledgement/acknowledgment ageing/aging defence/defense defences/defenses
offence/offense offences/offenses licence/license licences/licenses practise/practice
practised/practiced practising/practicing practises/practices pretence/pretense storey/story
storeys/stories cosy/cozy cosier/cozier draught/draft draughts/drafts artefact/artifact
artefacts/artifacts manoeuvre/maneuver manoeuvres/maneuvers manoeuvred/maneuvered gaol/jail
woollen/woolen marvellous/marvelous paediatric/pediatric foetus/fetus
encyclopaedia/encyclopedia anaesthetic/anesthetic oestrogen/estrogen diarrhoea/diarrhea
orthopaedic/orthopedic gynaecology/gynecology haemoglobin/hemoglobin anaemia/anemia
aeroplane/airplane aeroplanes/airplanes dialogue/dialog dialogues/dialogs catalogue/catalog
catalogues/catalogs analogue/analog got/gotten orientated/oriented
"""
# Words whose last consonant is doubled or not, by taste more than by country: no preference for
# either, but a change of one into the other is no correction.
_EITHER = "benefit|bias|combat|focus|kidnap|worship"
_IN_BOTH = """
analogue check checks curb curbs dialog dialogs dialogue dialogues draft drafts gotten judgment
jail liter meter meters practice practiced practices practicing program programs storey story
tire tires license licenses while toward afterward backward forward upward downward among learned
burned spelled spilled smelled leaned leaped spoiled dreamed oriented
"""
_RIGHT_IN_BOTH = frozenset(_IN_BOTH.split())
"""Words that are right in both variants, in some meaning at least: never suggested away."""
_TO_BRITISH = (
    ("or", "our"),
    ("er", "re"),
    ("iz", "is"),
    ("yz", "ys"),
    ("led", "lled"),
    ("ling", "lling"),
    ("ler", "ller"),
    ("ense", "ence"),
    ("gray", "grey"),
)
"""Letters that may differ; a candidate counts only if the table turns it back."""
_ONLY_S = frozenset(_IN_S_ONLY.split())
_SINGLE = dict(pair.split("/") for pair in _PAIRS.split())


_ONE_OR_MANY = """
    audience band board cabinet class club committee company couple crew crowd family firm
    government jury management ministry orchestra parliament party press public staff team union
"""
_GROUPS = frozenset(_ONE_OR_MANY.split())
_IN_NUMBER = """
    is/are was/were has/have does/do isn't/aren't wasn't/weren't hasn't/haven't doesn't/don't
"""
_NUMBERS = frozenset(frozenset(pair.split("/")) for pair in _IN_NUMBER.split())


def is_dialect_swap(original: str, replacement: str) -> bool:
    """Return True if two words or phrases differ only in British against American spelling."""
    old, new = original.split(), replacement.split()
    if not old or len(old) != len(new) or original.casefold() == replacement.casefold():
        return False
    return all(_plain(a) == _plain(b) for a, b in zip(old, new, strict=True))


def counts_a_group(original: str, replacement: str, before: str) -> bool:
    """Return True for "the team are" and "the team is": a British and an American habit.

    Args:
        original: the verb that is changed.
        replacement: what it is changed into.
        before: the text up to it.
    """
    last = before.split()[-1:]
    return (
        last != []
        and last[0].lower() in _GROUPS
        and frozenset((original.strip().lower(), replacement.strip().lower())) in _NUMBERS
    )


def in_american(word: str) -> str:
    """Return how Americans spell a word; the word itself if it is right there."""
    small = word.lower()
    found = american(word)
    return word if found == small or small in _RIGHT_IN_BOTH else _cased(found, word)


def in_british(word: str) -> str:
    """Return how the British spell a word; the word itself if it is right there."""
    small = word.lower()
    if small in _RIGHT_IN_BOTH:
        return word
    for theirs, ours in _TO_BRITISH:
        for match in re.finditer(theirs, small):
            candidate = small[: match.start()] + ours + small[match.end() :]
            if american(candidate) == small and american(small) == small:
                return _cased(candidate, word)
    return word


@lru_cache(maxsize=256)
def american(word: str) -> str:
    """Return the American spelling, in small letters, of a word in either spelling."""
    word = word.lower()
    if word in _SINGLE:
        return _SINGLE[word]
    if match := re.fullmatch(rf"((?:dis|un|re|mis)?(?:{_OUR}))our({_ENDINGS})", word):
        return f"{match[1]}or{match[2]}"
    if match := re.fullmatch(rf"({_RE})re(s?|d)", word):
        return f"{match[1]}er{'ed' if match[2] == 'd' else match[2]}"
    if match := re.fullmatch(rf"({_DOUBLED})l(ed|ing|ings|er|ers|or|ors)", word):
        return f"{match[1]}{match[2]}"
    return _with_z(word)


def _plain(word: str) -> str:
    """Return what all accepted spellings of a word have in common."""
    word = american(word)
    match = re.fullmatch(rf"({_EITHER})([pst])(ed|ing|er|ers)", word)
    return f"{match[1]}{match[3]}" if match and match[1].endswith(match[2]) else word


def _cased(found: str, pattern: str) -> str:
    if pattern.isupper():
        return found.upper()
    return found.capitalize() if pattern[0].isupper() else found


def _with_z(word: str) -> str:
    match = re.fullmatch(r"(\w{3,}(?:i|ly))s(e|es|ed|ing|er|ers|ation|ations|able)", word)
    if match is None or _is_only_s(match[1], match[2]):
        return word
    return f"{match[1]}z{match[2]}"


def _is_only_s(stem: str, ending: str) -> bool:
    base = f"{stem}se"
    return base in _ONLY_S or (ending in ("er", "ers") and len(stem) < 5)
