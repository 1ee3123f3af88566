"""Words that go together: verbs with their nouns, prepositions with what follows them."""

from __future__ import annotations

from model.grammar.constructions.making import by_word, template, text
from model.grammar.constructions.rows import MY, NUMBER, PERIOD, STOP, Row, either

_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MISTAKES = "mistake mistakes decision decisions"
_SUCH_MISTAKES = (
    rf"(?:(?:a|an|the|this|that|some|many|any|so|big|same|lots of|a lot of|{MY}) ){{0,2}}"
    rf"{either(_MISTAKES)}"
)
_HOMEWORK = "homework housework exercise exercises sport sports"
_CHILD = r"(?:\w+ )?(?:child|kid|baby|daughter|son|family|boy|girl)"
_OTHER = rf"(?:{MY}|the|in|me|you|him|us|them|mine|yours|other|before|it|this|that)"
_MAKE = {"do": "make", "does": "makes", "did": "made", "done": "made", "doing": "making"}
_DO = {"make": "do", "makes": "does", "made": "did", "making": "doing"}
_TAKE = {"make": "take", "makes": "takes", "made": "took", "making": "taking"}
_TELL = {"say": "tell", "says": "tells", "said": "told", "saying": "telling"}

PHRASES = (
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
        "preposition:to",
        "married",
        rf"\bmarried «with» (?!a {_CHILD})(?:a|an|my|his|her|him|someone)\b",
        text("to"),
    ),
    Row(
        "preposition:to",
        "prefer prefers",
        r"\bprefers? (?!more|rather|to\b)\w+(?: \w+)? «than» ",
        text("to"),
    ),
    Row(
        "preposition:for",
        "since",
        rf"\b«since» (?:the (?:last|past) )?{NUMBER} {PERIOD}\b(?! (?:ago|before|earlier|old))",
        text("for"),
    ),
    Row(
        "preposition:for",
        "during",
        rf"\b«during» (?:{NUMBER}|a few|several|many) {PERIOD}\b(?! of\b)",
        text("for"),
    ),
    Row("preposition:time", "o'clock", rf"\b«on|in»(?= (?:about )?{NUMBER} o'clock\b)", text("at")),
    Row(
        "preposition:time",
        _MONTHS,
        rf"\b«at|on» {either(_MONTHS)}(?=[.;!?]|$|,(?! \d{{1,2}}(?:st|nd|rd|th|,|\b(?! ?\d)))"
        r"| (?:and|because|when|with|i|we)\b)",
        text("in"),
    ),
    Row(
        "preposition:time",
        _MONTHS,
        rf"\b«at|in» \d{{1,2}}(?:st|nd|rd|th)?(?: of)? {either(_MONTHS)}\b",
        text("on"),
    ),
    Row(
        "preposition:time",
        _DAYS,
        rf"\b«at|in» {either(_DAYS)}s?(?=(?:{STOP})| (?:and|because|when|with|i|we"
        r"|(?:morning|afternoon|evening|night)(?!'))\b)",
        text("on"),
    ),
    Row("preposition:opinion", "according", r"\b«according to me»(?=[,. ])", text("in my opinion")),
    Row(
        "preposition:opinion",
        "opinion",
        r"(?:^|, )«according to|on|at|for|from|by|to» my opinion\b",
        text("in"),
    ),
    Row("as", "same", rf"\bthe same (?:\w+ )?«than» {_OTHER}\b", text("as")),
    Row(
        "as",
        "same",
        r"\b(?:is|are|was|were|be|have|has|had|looks?|do|does|did) the same (?:\w+ )?«like»"
        rf" {_OTHER}\b",
        text("as"),
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
        "collocation:take",
        "photo photos",
        r"\b«make|makes|made|making» (?:(?:a|some|many|a lot of|lots of|the|more) )?photos?\b",
        by_word(_TAKE),
    ),
    Row(
        "order:much",
        "much",
        r"\b(?:like|likes|liked|love|loves|enjoy|enjoyed) «very much"
        r" (?P<noun>(?:(?:the|my|his|her|this|to) )?"
        rf"(?!indeed|and|but|for|as|in|it\b)[a-z]+)»(?={STOP})",
        template(r"\g<noun> very much"),
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
    Row("preposition:next", "last", r"\b«in |at »last (?:week|month|year)\b(?!')", text("")),
    Row("preposition:next", "next", r"\b«in »next (?:month|year)\b(?!')", text("")),
    Row("preposition:at", "weekend weekends", r"\b«in» the weekends?\b(?!')", text("at")),
    Row("preposition:of", "proud", rf"\bproud «for» (?:{MY}|the|being)\b", text("of")),
)
