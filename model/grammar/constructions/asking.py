"""How questions are formed: "do you like", "how does it work", "who told you"."""

from __future__ import annotations

from model.grammar.constructions.making import asked, by_word, supported, template, told
from model.grammar.constructions.rows import ANYONE, MY, RELATIVE, VERB, Row, verb_of

# Verbs that are no adjectives: "are you open" is right.
_ACTING = verb_of(
    "work live want need have know think go come speak play understand remember study eat"
    " drink believe prefer enjoy mean look"
)
_THIS = rf"(?:this|that|it|(?:the|this|that|{MY}) \w+)"
_DOES = {"do": "does", "don't": "doesn't"}

ASKING = (
    Row(
        "agreement:does",
        "do don't",
        r"^(?:(?:what|where|when|why|how) )?«do|don't» (?:he|she) \w+",
        by_word(_DOES),
    ),
    Row(
        "agreement:does",
        "do don't",
        rf"^«(?P<do>do|don't) (?P<subject>{MY} {RELATIVE}|this|that)»"
        rf" (?:(?:still|also|really|often|always|ever|never) )?{VERB}\b",
        lambda match, forms: (
            f"{_DOES[match['do']]} {match['subject']}" if forms.has_forms(match["verb"]) else None
        ),
    ),
    Row(
        "order:did",
        "when where why how",
        rf"^(?:when|where|why|how) «(?P<subject>i|you|he|she|it|we|they) {VERB}»"
        r"(?=(?: [^\s,.;]+){0,5}\?$)",
        asked,
    ),
    Row(
        "order:modal",
        "do does did",
        r"^«(?:do|does|did) (?P<subject>i|you|he|she|we|they|it|this)"
        r" (?P<modal>can|could|should|must|will|would|may|might)»\b",
        template(r"\g<modal> \g<subject>"),
    ),
    Row(
        "order:mean",
        "means",
        rf'^«what means (?P<noun>{_THIS}|"[^"?]+")»(?=\?)',
        template(r"what does \g<noun> mean"),
    ),
    Row(
        "question:do",
        "is are",
        rf"^«(?P<be>is|are) (?!it\b){ANYONE}»(?= {_ACTING}(?! (?:like|forward)\b))",
        supported,
    ),
    Row(
        "question:do",
        "is are",
        rf"^(?:where|what|when|why|how|who) «(?P<be>is|are) {ANYONE}»(?= {_ACTING})",
        supported,
    ),
    Row(
        "question:do",
        "are",
        r"^«are you»(?= like (?!me\b|him\b|her\b|my\b|your\b|the\b|that\b|this\b|us\b|them\b)\w)",
        lambda match, _: "do you",
    ),
    Row("question:who", "did", rf"^(?:who|what) «did {VERB}»\b(?=[^?]*\?)", told),
    Row(
        "question:called",
        "called",
        rf"^«how is called (?P<noun>{_THIS})»(?=\?| in\b)",
        template(r"what is \g<noun> called"),
    ),
    Row(
        "question:called",
        "call",
        r"^«how» do (?:you|we|they) call (?:this|that|it|these|those)(?: \w+)?(?=\?| in\b)",
        lambda match, _: "what",
    ),
    Row(
        "exclamation",
        "how",
        r"^«how»(?= an? \w+ \w+!)",
        lambda match, _: "what",
    ),
)
