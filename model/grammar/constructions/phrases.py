"""Words that go together: verbs with their nouns, and what says the same twice."""

from __future__ import annotations

from model.grammar.constructions.making import by_word, text
from model.grammar.constructions.rows import MY, PERSON, STOP, VERB, Row, either

_ME = r"(?:me|you|him|her|us|them)"
_MISTAKES = "mistake mistakes decision decisions"
_SUCH_MISTAKES = (
    rf"(?:(?:a|an|the|this|that|some|many|any|so|big|same|lots of|a lot of|{MY}) ){{0,2}}"
    rf"{either(_MISTAKES)}"
)
_MAKE = {"do": "make", "does": "makes", "did": "made", "done": "made", "doing": "making"}
_HOMEWORK = "homework housework exercise exercises sport sports"
_DO = {"make": "do", "makes": "does", "made": "did", "making": "doing"}
_TELL = {"say": "tell", "says": "tells", "said": "told", "saying": "telling"}
_TAKE = {"make": "take", "makes": "takes", "made": "took", "making": "taking"}
_HAVE = {"make": "have", "makes": "has", "made": "had", "making": "having"}
_MISS = {"lose": "miss", "loses": "misses", "lost": "missed", "losing": "missing"}
_SPEND = {"pass": "spend", "passes": "spends", "passed": "spent", "passing": "spending"}
_TURN = {
    **{"open": "turn on", "opens": "turns on", "opened": "turned on", "opening": "turning on"},
    **{"close": "turn off", "closes": "turns off", "closed": "turned off"},
}
_SWITCHED = r"(?:lights?|tv|television|radio|air conditioner|air conditioning)"
_MANNERS = "beautiful careful slow quick quiet loud bad perfect fluent clear polite nice dangerous"
_LY = {word: f"{word}ly" for word in _MANNERS.split()}
_ADJECTIVES = {
    **{"noise": "noisy", "danger": "dangerous", "beauty": "beautiful", "difficulty": "difficult"},
    **{"importance": "important", "intelligence": "intelligent", "anger": "angry"},
    **{"happiness": "happy", "silence": "silent", "success": "successful"},
}
_DONE = (
    r"(?:sing|dance|play|speak|drive|work|write|walk|talk|eat|behave|smile|paint|draw|cook|read"
    r"|learn|sang|danc|driv|spoke|wrote|drove|ate|behav|smil)(?:s|ed|ing)?"
)

PHRASES = (
    Row(
        "collocation:tell",
        "said says say",
        rf"\b«(?P<say>say|says|said) to» {_ME} to {VERB}\b",
        lambda match, forms: (
            {"say": "tell", "says": "tells", "said": "told"}[match["say"]]
            if forms.has_forms(match["verb"])
            else None
        ),
    ),
    Row(
        "collocation:make",
        _MISTAKES,
        r"\b(?:i|you|we|they|he|she|who|to|not|can|could|will|would|should|must|may|might|always"
        rf"|often|never|also|\w+n't) «do|does|did» {_SUCH_MISTAKES}\b",
        by_word(_MAKE),
    ),
    Row("collocation:make", _MISTAKES, rf"\b«done|doing» {_SUCH_MISTAKES}\b", by_word(_MAKE)),
    Row(
        "collocation:do",
        _HOMEWORK,
        rf"\b«make|makes|made|making» (?:(?:the|some|{MY}) )?{either(_HOMEWORK)}(?={STOP})",
        by_word(_DO),
    ),
    Row(
        "collocation:tell",
        "truth lie lies joke jokes",
        r"\b«say|says|said|saying» (?:the truth|a lie|lies|a joke|jokes)\b",
        by_word(_TELL),
    ),
    Row(
        "collocation:lend",
        "borrow",
        r"\b«borrow» (?:me|him|her|us|them) (?:a|an|the|some|your|his|her|my|\d)",
        text("lend"),
    ),
    Row(
        "collocation:job",
        "work",
        r"\b(?:need|want|find|found|have|get|got|looking for|look for)"
        r" (?:a|a new|a good|a better) «work»"
        rf"(?={STOP}| (?:as|at|because|and|where|when|abroad)\b)",
        text("job"),
    ),
    Row(
        "collocation:go",
        "to",
        r"\b(?:go|goes|went|going|gone|come|comes|came|coming|returned|return) «to »"
        rf"(?:here|there|home|abroad)(?={STOP}| (?:and|in|at|by|on|with|again|yesterday|every|for"
        r"|because|after|when|early|late)\b)",
        text(""),
    ),
    Row(
        "well",
        "good",
        r"\b(?:speaks?|spoke|plays?|played|sings?|sang|dances?|danced|swims?|swam|cooks?|drives?"
        r"|works?|worked|sleeps?|slept) (?:(?!is|are|was|were|be|a\b|an\b|some)\w+ ){0,2}very"
        rf" «good»(?={STOP})",
        text("well"),
    ),
    Row(
        "hard",
        "hardly",
        r"\b(?:work|works|worked|working|study|studies|studied|studying|try|tried|train|trained)"
        rf" «hardly»(?=(?:{STOP})| (?:every|for|all|and|in|to)\b)",
        text("hard"),
    ),
    Row(
        "hard",
        "hardly",
        r"\b(?:work|study|stud(?:ies|ied)|tr(?:y|ies|ied)|train)(?:s|ed|ing)? very «hardly»",
        text("hard"),
    ),
    Row(
        "adverb",
        _MANNERS,
        rf"\b{_DONE} (?:\w+ ){{0,2}}?(?:very|so|really|too) «(?:{'|'.join(_MANNERS.split())})»"
        rf"(?={STOP}| (?:and|because|but|in|on)\b)",
        by_word(_LY),
    ),
    Row(
        "well",
        "good",
        r"\b(?:i|he|she|we|they|you|not) (?:did|do|does) (?:very )?«good» (?:in|on|at)"
        r" (?:the|my|his|her|our|their|this|that|school|maths|english)\b",
        text("well"),
    ),
    Row(
        "joined",
        "side",
        r"\b(?:go|goes|went|going|come|came|stay|stayed|run|ran|walk|walked|look|looked)"
        rf" «in side|out side»(?={STOP}| (?:the|of|because|and|to|for|with)\b)",
        by_word({"in side": "inside", "out side": "outside"}),
    ),
    Row(
        "collocation:take",
        "photo photos",
        r"\b«make|makes|made|making» (?:(?:a|some|many|a lot of|lots of|the|more) )?photos?\b",
        by_word(_TAKE),
    ),
    Row(
        "pronoun:me",
        "i",
        rf"\b(?:for|with|between|to|of|from) (?:you|him|her|them|{MY} \w+) and «i»(?={STOP})",
        text("me"),
    ),
    Row(
        "pronoun:who",
        "which",
        r"\b(?:the|a|an|some|many|other|those|all|of) (?:\w+ )?(?:woman|man|girl|boy|teacher|friend"
        r"|person|student|people|women|men|friends|students|teachers) «which»"
        r" (?:is|was|are|were|has|have|had|i|he|she|we|they|you|can|will|lives?|works?)\b",
        text("who"),
    ),
    Row(
        "collocation:have",
        "party",
        rf"\b«make|makes|made|making» (?:a|my|his|her|our) (?:\w+ )?party"
        rf"(?={STOP}| (?:at|for|in|on|with|and|because|every|when)\b)",
        by_word(_HAVE),
    ),
    Row(
        "collocation:miss",
        "bus train flight",
        rf"\b«lose|loses|lost|losing» (?:the|my|his|her|our) (?:last )?(?:bus|train|flight)"
        rf"(?={STOP}| (?:and|because|so|to|at|yesterday|this)\b)",
        by_word(_MISS),
    ),
    Row(
        "collocation:spend",
        "holiday holidays vacation vacations weekend summer",
        rf"\b«pass|passes|passed|passing» {MY} (?:\w+ )?(?:holidays?|vacations?|weekend|summer)"
        rf"(?={STOP}| (?:in|at|with|and|on|there)\b)",
        by_word(_SPEND),
    ),
    Row(
        "collocation:turn",
        "light lights tv television radio air",
        rf"(?<!ing )(?<!cut )(?<!break )\b«{'|'.join(_TURN)}»"
        rf"(?= the {_SWITCHED}(?:{STOP}| (?:and|in|when|before|because|please)\b))",
        by_word(_TURN),
    ),
    Row(
        "confusable:prize",
        "price prices",
        r"\b(?:won|wins?|winning) (?:the|an?|many|some)"
        r" (?:(?:first|second|third|main|big|special) )?"
        rf"«price|prices»(?={STOP}| (?:in|for|and|at|of)\b)",
        by_word({"price": "prize", "prices": "prizes"}),
    ),
    Row(
        "adjective",
        " ".join(_ADJECTIVES),
        rf"\b(?:is|are|was|were|it's|be) (?:very|so|too|really) «{'|'.join(_ADJECTIVES)}»"
        rf"(?={STOP}| (?:and|but|because|for|to)\b)",
        by_word(_ADJECTIVES),
    ),
    Row(
        "adverb:very",
        "very",
        rf"\b{PERSON} «very» (?:like|love|want|enjoy|hope|appreciate|need)s?\b",
        text("really"),
    ),
    Row("collocation:tongue", "mother", rf"\b{MY} mother «language»", text("tongue")),
    Row("adverb:fast", "fastly", r"\b«fastly»\b", text("fast")),
    Row("adverb:care", "careful", rf"\b«with careful»(?={STOP})", text("carefully")),
    Row(
        "twice:back",
        "return returns returned returning",
        rf"\breturn(?:s|ed|ing)?« back»(?={STOP}| (?:to|home|from|tomorrow|soon|in|and)\b)",
        text(""),
    ),
    Row(
        "twice:again",
        "repeat repeated",
        rf"\brepeat(?:ed)? (?:it|this|that|them|the \w+)« again»(?={STOP})",
        text(""),
    ),
)
