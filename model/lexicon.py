"""Closed classes of English words and rough word forms, without a dictionary.

Serves alignment and classification. Knows single words only; nothing of
sentences, edits or models.
"""

from __future__ import annotations

from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = frozenset({"a", "an", "the"})
DETERMINERS = ARTICLES | _words(
    """
    this that these those some any no every each either neither another such both all much many
    few little several enough most more less fewer
    """
)
POSSESSIVES = _words("my your his her its our their whose")
PRONOUNS = _words(
    """
    i me mine myself you yours yourself yourselves he him himself she hers herself it itself we
    us ours ourselves they them theirs themselves who whom which what one ones someone somebody
    something anyone anybody anything everyone everybody everything nobody nothing
    """
)
PREPOSITIONS = _words(
    """
    of in to for with on at from by about as into like through after over between out against
    during without before under around among within along across behind beyond near since until
    till upon above below beside besides despite toward towards onto off per via except up down
    inside outside throughout
    """
)
CONJUNCTIONS = _words(
    "and or but nor so yet because although though while whereas if unless whether than that"
)
BE = _words("be am is are was were been being 'm 're isn't aren't wasn't weren't ain't")
HAVE = _words("have has had having haven't hasn't hadn't")
DO = _words("do does did done doing don't doesn't didn't")
MODALS = _words(
    """
    can could may might must shall should will would can't cannot couldn't mustn't shouldn't
    won't wouldn't
    """
)
AUXILIARIES = BE | HAVE | DO | MODALS
DEGREES = frozenset({"more", "most", "less", "least"})

# Irregular forms that no suffix rule finds; lemma first.
_IRREGULAR = """
be am is are was were been being | have has had having | do does did done doing |
go goes went gone going | say said | make made making | get got gotten getting | know knew known |
think thought | take took taken taking | see saw seen | come came coming |
give gave given giving | find found | tell told | feel felt | leave left leaving | put putting |
mean meant | keep kept | let letting | begin began begun beginning | show shown | hear heard |
run ran running | hold held | bring brought | write wrote written writing | sit sat sitting |
stand stood | lose lost losing | pay paid | meet met | set setting | learn learnt | lead led |
understand understood | speak spoke spoken | read | spend spent | grow grew grown |
win won winning | teach taught | buy bought | send sent | build built | fall fell fallen |
cut cutting | sell sold | drive drove driven driving | break broke broken | eat ate eaten |
sleep slept | choose chose chosen choosing | draw drew drawn | wear wore worn | catch caught |
throw threw thrown | fly flew flown flies | forget forgot forgotten | ride rode ridden riding |
rise rose risen rising | shake shook shaken | sing sang sung | swim swam swum |
drink drank drunk | ring rang rung | steal stole stolen | wake woke woken waking | fight fought |
hit hitting | hurt | cost | become became becoming | hide hid hidden hiding | lie lay lain lying |
seek sought | child children | man men | woman women | foot feet | tooth teeth | mouse mice |
person people | life lives | wife wives | knife knives | leaf leaves | half halves | self selves |
good better best | bad worse worst | far further farther furthest | little less least |
much many more most | i me my mine | he him his | she her hers | it its | we us our ours |
they them their theirs | who whom whose | this these | that those | a an | can could |
will would | shall should | may might
"""
_FAMILIES = [family.split() for family in _IRREGULAR.split("|")]
# The first family that has a form keeps it.
_LEMMAS = {form: family[0] for family in reversed(_FAMILIES) for form in family}

# Frequent regular verbs; with the irregular ones they tell "he walk" from "two dog".
_VERBS = _words(
    """
    accept agree allow answer appear apply arrive ask avoid base believe belong borrow bother
    call care carry cause change check clean close collect compare complain contain continue
    cook correct create cross cry dance decide depend describe destroy develop die disappear
    discover discuss divide earn encourage end enjoy enter exist expect explain express fail
    finish follow force guess hang happen hate help hope imagine improve include increase
    influence inform introduce invite join jump kill laugh learn lift like listen live look love
    manage matter mention miss move need notice obtain offer open order own pass perform pick
    plan play point practice prefer prepare prevent produce promise protect prove provide pull
    push raise reach realize realise receive recommend reduce refer remain remember remind
    remove repeat reply require rest return save seem serve share show smile solve start stay
    stop study succeed suffer suggest support suppose talk taste thank touch train travel treat
    try turn understand use visit wait walk want warn wash waste watch wish wonder work worry
    """
)
_NOT_VERBS = _words(
    """
    child man woman foot tooth mouse person life wife knife leaf half self good bad far little
    much i he she it we they who this that a
    """
)

_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("DET", DETERMINERS),
    ("PRON", POSSESSIVES | PRONOUNS),
    ("AUX", AUXILIARIES),
    ("PREP", PREPOSITIONS),
    ("CONJ", CONJUNCTIONS),
)


@lru_cache(maxsize=512)
def word_class(word: str) -> str:
    """Return DET, PRON, AUX, PREP or CONJ, or nothing for an open-class word."""
    lowered = word.lower().replace("\u2019", "'")
    return next((name for name, words in _CLASSES if lowered in words), "")


@lru_cache(maxsize=512)
def stem(word: str) -> str:
    """Return what the inflected forms of a word have in common, roughly.

    Never shown to anyone: equal stems mean "probably forms of one word".
    Forms that learners make up ("goed", "childs") get the stem of the word too.
    """
    word = word.lower().replace("\u2019", "'").removesuffix("'s").removesuffix("'")
    if word in _LEMMAS:
        return _LEMMAS[word]
    for _ in range(2):  # "considered" -> "consider" -> "consid", as "consider" becomes
        word = _bare(word)
        if word in _LEMMAS:
            return _LEMMAS[word]
    return word


def _bare(word: str) -> str:
    """Cut one inflection off: plural, past, progressive, comparative, adverb."""
    for ending, rest in (("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + rest
    for ending in ("ings", "ing", "ed", "est", "er", "es", "ly", "s", "d"):
        if word.endswith(ending) and len(word) >= len(ending) + 2 and not word.endswith("ss"):
            return _undouble(word[: -len(ending)]).removesuffix("e")
    return _undouble(word).removesuffix("e") if len(word) > 3 else word


def _undouble(word: str) -> str:
    """Turn "stopp" and "travell" into "stop" and "travel"."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        return word[:-1]
    return word


_VERB_STEMS = frozenset(_LEMMAS.values()) - _NOT_VERBS | frozenset(stem(verb) for verb in _VERBS)


def is_verb(word: str) -> bool:
    """Return True for forms of a frequent verb; "work" may be a noun, too."""
    return stem(word) in _VERB_STEMS


def is_known_form(word: str) -> bool:
    """Return True unless a word looks like a wrong regular form of an irregular one ("goed")."""
    lowered = word.lower()
    return lowered in _LEMMAS or stem(lowered) not in _LEMMAS


def regularised_forms(word: str) -> frozenset[str]:
    """Return the forms that a word made by rule from an irregular one may stand for.

    "buyed" may be "bought", "childs" "children"; nothing for any known form.
    """
    lowered = word.lower()
    lemma = stem(lowered)
    if lowered in _LEMMAS or lemma not in _INFLECTED:
        return frozenset()
    forms = _INFLECTED[lemma]
    if lowered.endswith("ing"):
        return frozenset(form for form in forms if form.endswith("ing"))
    return frozenset(form for form in forms if not form.endswith("ing"))


_INFLECTED = {family[0]: frozenset(family[1:]) for family in _FAMILIES if len(family) > 1}
