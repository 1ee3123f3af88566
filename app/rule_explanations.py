"""What is to be learnt from an edit that a pattern proposed: one sentence for each rule.

A pattern knows more than that an article is wrong: that jobs take one. The names are those of
the engine's patterns and slips; a rule without a sentence of its own takes that of its family
("ing:worth" that of "ing"). Knows no Qt.
"""

from __future__ import annotations

from app.messages import QT_TRANSLATE_NOOP

RULES = {
    "adjective": QT_TRANSLATE_NOOP(
        "Explanations", "What something is like is said with an adjective: “{1}”."
    ),
    "adjective:asleep": QT_TRANSLATE_NOOP(
        "Explanations", "Whoever begins to sleep falls “asleep”."
    ),
    "adverb": QT_TRANSLATE_NOOP("Explanations", "This tells how something is done: “{1}”."),
    "adverb:very": QT_TRANSLATE_NOOP(
        "Explanations", "“Very” stands before adjectives; before a verb say “really”."
    ),
    "age": QT_TRANSLATE_NOOP("Explanations", "Age goes with “be”: one is so many years old."),
    "agree": QT_TRANSLATE_NOOP(
        "Explanations", "“Agree” is a verb itself: “I agree”, “do you agree?”."
    ),
    "agreement:and_i": QT_TRANSLATE_NOOP("Explanations", "Two people are plural: “{1}”."),
    "agreement:apart": QT_TRANSLATE_NOOP(
        "Explanations", "The verb goes with its subject, not with the noun beside it: “{1}”."
    ),
    "agreement:does": QT_TRANSLATE_NOOP("Explanations", "The verb goes with its subject: “{1}”."),
    "agreement:each": QT_TRANSLATE_NOOP("Explanations", "“Each” is singular: “{1}”."),
    "agreement:news": QT_TRANSLATE_NOOP(
        "Explanations", "The noun looks like a plural and is singular: “{1}”."
    ),
    "agreement:number": QT_TRANSLATE_NOOP("Explanations", "“The number of” is singular: “{1}”."),
    "agreement:or": QT_TRANSLATE_NOOP(
        "Explanations", "“{1}” goes with the second of two: “either he or she has”."
    ),
    "agreement:people": QT_TRANSLATE_NOOP("Explanations", "“People” is plural: “{1}”."),
    "agreement:police": QT_TRANSLATE_NOOP("Explanations", "“Police” is plural: “{1}”."),
    "agreement:there": QT_TRANSLATE_NOOP(
        "Explanations", "After “there” the verb goes with what follows: “{1}”."
    ),
    "agreement:uncounted": QT_TRANSLATE_NOOP(
        "Explanations", "The noun is not counted, so the verb is singular: “{1}”."
    ),
    "article:job": QT_TRANSLATE_NOOP(
        "Explanations", "What somebody is by profession takes an article: “{1}”."
    ),
    "article:night": QT_TRANSLATE_NOOP("Explanations", "“At night” takes no article."),
    "article:numbered": QT_TRANSLATE_NOOP(
        "Explanations", "What has a number takes no article: “table 1”."
    ),
    "article:some": QT_TRANSLATE_NOOP(
        "Explanations", "This noun is not counted: it takes “some”, not “a”."
    ),
    "article:uncounted": QT_TRANSLATE_NOOP(
        "Explanations", "This noun is not counted and takes no “a”."
    ),
    "article:what": QT_TRANSLATE_NOOP(
        "Explanations", "Before one of many things “what” takes an article: “what a day”."
    ),
    "as": QT_TRANSLATE_NOOP("Explanations", "“The same” goes with “as”."),
    "bare:better": QT_TRANSLATE_NOOP(
        "Explanations", "After “had better” the verb stands in its base form, without “to”."
    ),
    "bare:do": QT_TRANSLATE_NOOP(
        "Explanations", "After “do”, “does” and “did” the verb stands in its base form: “{1}”."
    ),
    "bare:modal": QT_TRANSLATE_NOOP(
        "Explanations",
        "After “can”, “must” and the like the verb stands in its base form, without “to”.",
    ),
    "bare:saw": QT_TRANSLATE_NOOP(
        "Explanations", "After “see”, “hear” and “watch” the verb stands without “to”."
    ),
    "bare:to": QT_TRANSLATE_NOOP(
        "Explanations", "After “to” the verb stands in its base form here: “{1}”."
    ),
    "be:belong": QT_TRANSLATE_NOOP(
        "Explanations", "“Belong” is a verb itself and takes no “be”: “{1}”."
    ),
    "be:consist": QT_TRANSLATE_NOOP("Explanations", "“Consist” has no passive: “{1} of”."),
    "be:depend": QT_TRANSLATE_NOOP(
        "Explanations", "“Depend” is a verb itself and needs no “be”: “{1}”."
    ),
    "be:feeling": QT_TRANSLATE_NOOP(
        "Explanations", "Hunger, fear and being right go with “be”: “{1}”."
    ),
    "be:who": QT_TRANSLATE_NOOP(
        "Explanations", "The verb in “-ing” needs a form of “be” before it."
    ),
    "be:worth": QT_TRANSLATE_NOOP("Explanations", "“Worth” is no verb: “it is worth”."),
    "been": QT_TRANSLATE_NOOP(
        "Explanations", "What began in the past and goes on takes “have been” or “has been”."
    ),
    "clause:suggest": QT_TRANSLATE_NOOP(
        "Explanations", "“Suggest” takes “that”: “{1}”, not “{0}”."
    ),
    "clause:want": QT_TRANSLATE_NOOP("Explanations", "“Want” takes a person and “to”: “{1}”."),
    "collocation:do": QT_TRANSLATE_NOOP("Explanations", "Homework, exercises and sport are done."),
    "collocation:go": QT_TRANSLATE_NOOP(
        "Explanations", "“Here”, “there”, “home” and “abroad” take no “to”."
    ),
    "collocation:have": QT_TRANSLATE_NOOP("Explanations", "Parties are held: one has a party."),
    "collocation:job": QT_TRANSLATE_NOOP(
        "Explanations", "“Work” is not counted; what one can have one of is a job."
    ),
    "collocation:lend": QT_TRANSLATE_NOOP(
        "Explanations", "Who gives something lends it; who takes it borrows it."
    ),
    "collocation:make": QT_TRANSLATE_NOOP("Explanations", "Mistakes and decisions are made."),
    "collocation:miss": QT_TRANSLATE_NOOP(
        "Explanations", "Who comes too late misses the bus; who cannot find it has lost it."
    ),
    "collocation:spend": QT_TRANSLATE_NOOP("Explanations", "Holidays and time are spent: “{1}”."),
    "collocation:take": QT_TRANSLATE_NOOP("Explanations", "Photos are taken."),
    "collocation:tell": QT_TRANSLATE_NOOP("Explanations", "Truth, lies and jokes are told."),
    "collocation:tongue": QT_TRANSLATE_NOOP(
        "Explanations", "One says “mother tongue” or “native language”."
    ),
    "collocation:turn": QT_TRANSLATE_NOOP("Explanations", "Lights and sets are turned on and off."),
    "comma": QT_TRANSLATE_NOOP(
        "Explanations", "After words that introduce the sentence stands a comma."
    ),
    "comma:but": QT_TRANSLATE_NOOP("Explanations", "Before “but” and a new clause stands a comma."),
    "comma:clause": QT_TRANSLATE_NOOP(
        "Explanations", "After a clause that begins the sentence stands a comma."
    ),
    "comma:so": QT_TRANSLATE_NOOP("Explanations", "Before “so” and a new clause stands a comma."),
    "comma:which": QT_TRANSLATE_NOOP(
        "Explanations", "Before a “which” that only adds something stands a comma."
    ),
    "comparative:as": QT_TRANSLATE_NOOP(
        "Explanations", "What is equal is compared with “as … as”."
    ),
    "comparative:good": QT_TRANSLATE_NOOP(
        "Explanations", "This word is compared like this: “{1} than”."
    ),
    "comparative:most": QT_TRANSLATE_NOOP("Explanations", "Among more than two, it is “the most”."),
    "comparative:short": QT_TRANSLATE_NOOP(
        "Explanations", "Short words are compared with “-er” and “-est”: “{1}”."
    ),
    "comparative:than": QT_TRANSLATE_NOOP("Explanations", "After a comparative stands “than”."),
    "comparative:twice": QT_TRANSLATE_NOOP(
        "Explanations", "The word is compared already; “{0}” says it twice."
    ),
    "confusable": QT_TRANSLATE_NOOP(
        "Explanations", "“{0}” and “{1}” are easily taken for each other; here it is “{1}”."
    ),
    "conjunction:because": QT_TRANSLATE_NOOP(
        "Explanations", "Before a clause with a verb stands “because”, before a noun “because of”."
    ),
    "conjunction:but": QT_TRANSLATE_NOOP(
        "Explanations", "“Although” joins the clauses already; leave “but” out."
    ),
    "conjunction:so": QT_TRANSLATE_NOOP(
        "Explanations", "“Because” joins the clauses already; leave “so” out."
    ),
    "degree:so": QT_TRANSLATE_NOOP(
        "Explanations", "Before an adjective alone, and before “that”, stands “so”."
    ),
    "degree:such": QT_TRANSLATE_NOOP(
        "Explanations", "Before “a” and an adjective stands “such”: “{1}”."
    ),
    "degree:too": QT_TRANSLATE_NOOP("Explanations", "Before an adjective “too” stands alone."),
    "exclamation": QT_TRANSLATE_NOOP(
        "Explanations", "Before a noun an exclamation begins with “what”."
    ),
    "feeling": QT_TRANSLATE_NOOP(
        "Explanations", "What causes a feeling ends in “-ing”, who has it ends in “-ed”: “{1}”."
    ),
    "few:less": QT_TRANSLATE_NOOP(
        "Explanations", "“Less” goes with what is not counted, “fewer” with what is."
    ),
    "few:little": QT_TRANSLATE_NOOP(
        "Explanations", "“Few” goes with what is counted, “little” with what is not."
    ),
    "hard": QT_TRANSLATE_NOOP("Explanations", "“Hardly” means “almost not”; here it is “hard”."),
    "have_not": QT_TRANSLATE_NOOP("Explanations", "A verb is negated with “not”."),
    "health": QT_TRANSLATE_NOOP(
        "Explanations", "“Healthy” tells what something is like; what one has is “health”."
    ),
    "ing": QT_TRANSLATE_NOOP("Explanations", "After these words the verb ends in “-ing”: “{1}”."),
    "joined": QT_TRANSLATE_NOOP("Explanations", "This is one word: “{1}”."),
    "many:much": QT_TRANSLATE_NOOP(
        "Explanations", "“Many” goes with what is counted, “much” with what is not."
    ),
    "modal:able": QT_TRANSLATE_NOOP(
        "Explanations", "“Can” stands in no other form; after these words say “be able to”."
    ),
    "modal:not": QT_TRANSLATE_NOOP("Explanations", "“Can” is negated without “do”: “{1}”."),
    "modal:twice": QT_TRANSLATE_NOOP("Explanations", "“Can” and “able to” say the same."),
    "most:nearly": QT_TRANSLATE_NOOP(
        "Explanations", "“Almost” means “nearly”; the greater part is “most”."
    ),
    "most:the": QT_TRANSLATE_NOOP("Explanations", "“Most of” takes no article before it."),
    "negation:twice": QT_TRANSLATE_NOOP("Explanations", "The sentence is negated already: “{1}”."),
    "not": QT_TRANSLATE_NOOP("Explanations", "A verb is negated with “do”: “{1}”."),
    "not:to": QT_TRANSLATE_NOOP("Explanations", "What somebody is told not to do takes “not to”."),
    "number:another": QT_TRANSLATE_NOOP(
        "Explanations", "“Another” goes with the singular; of several say “other”."
    ),
    "number:greek": QT_TRANSLATE_NOOP("Explanations", "“{0}” is plural; one of them is a “{1}”."),
    "number:others": QT_TRANSLATE_NOOP(
        "Explanations", "Before a noun stands “other”, without “s”."
    ),
    "number:this": QT_TRANSLATE_NOOP(
        "Explanations",
        "“This” and “that” go with the singular, “these” and “those” with the plural.",
    ),
    "of_have": QT_TRANSLATE_NOOP("Explanations", "What sounds like “of” here is “have”."),
    "order:adjective": QT_TRANSLATE_NOOP(
        "Explanations", "An adjective stands before its noun: “{1}”."
    ),
    "order:adverb": QT_TRANSLATE_NOOP(
        "Explanations", "How often something happens is said before the verb: “{1}”."
    ),
    "order:did": QT_TRANSLATE_NOOP(
        "Explanations", "A question takes “do”, “does” or “did”: “{1}”."
    ),
    "order:enough": QT_TRANSLATE_NOOP(
        "Explanations", "“Enough” follows the word that it goes with: “{1}”."
    ),
    "order:explain": QT_TRANSLATE_NOOP("Explanations", "Things are explained to somebody: “{1}”."),
    "order:mean": QT_TRANSLATE_NOOP("Explanations", "A question takes “does”: “{1}”."),
    "order:modal": QT_TRANSLATE_NOOP(
        "Explanations", "“Can”, “must” and the like ask without “do”: “{1}”."
    ),
    "order:much": QT_TRANSLATE_NOOP("Explanations", "“Very much” follows what is liked: “{1}”."),
    "order:only": QT_TRANSLATE_NOOP(
        "Explanations", "After “only in this way” the verb comes before its subject: “{1}”."
    ),
    "order:polite": QT_TRANSLATE_NOOP(
        "Explanations", "Who speaks names the other one first: “{1}”."
    ),
    "order:question": QT_TRANSLATE_NOOP(
        "Explanations", "Within a sentence a question has the order of a statement: “{1}”."
    ),
    "order:well": QT_TRANSLATE_NOOP(
        "Explanations", "“Well” stands behind what is done well: “{1}”."
    ),
    "participle:attached": QT_TRANSLATE_NOOP("Explanations", "What is sent along is “attached”."),
    "participle:be": QT_TRANSLATE_NOOP(
        "Explanations", "After “be” the verb stands in its third form: “{1}”."
    ),
    "participle:have": QT_TRANSLATE_NOOP(
        "Explanations", "After “have” the verb stands in its third form: “{1}”."
    ),
    "passive:born": QT_TRANSLATE_NOOP("Explanations", "One “was born”."),
    "passive:happen": QT_TRANSLATE_NOOP(
        "Explanations", "What happens or dies takes no passive: “{1}”."
    ),
    "past:participle": QT_TRANSLATE_NOOP(
        "Explanations", "This form stands only after “have” or “be”; the past tense is “{1}”."
    ),
    "past:when": QT_TRANSLATE_NOOP(
        "Explanations", "With a time that is over, use the past tense: “{1}”."
    ),
    "plural:form": QT_TRANSLATE_NOOP("Explanations", "The plural has a form of its own: “{1}”."),
    "plural:lot": QT_TRANSLATE_NOOP(
        "Explanations", "After “a lot of” what is counted is plural: “{1}”."
    ),
    "plural:many": QT_TRANSLATE_NOOP(
        "Explanations", "After words for more than one the noun is plural: “{1}”."
    ),
    "plural:one_of": QT_TRANSLATE_NOOP("Explanations", "“One of” goes with a plural: “{1}”."),
    "preposition:for": QT_TRANSLATE_NOOP(
        "Explanations", "How long something lasts is said with “for”."
    ),
    "preposition:next": QT_TRANSLATE_NOOP(
        "Explanations", "“Last” and “next” take no preposition here."
    ),
    "preposition:none": QT_TRANSLATE_NOOP("Explanations", "No preposition stands here."),
    "preposition:opinion": QT_TRANSLATE_NOOP("Explanations", "One says “in my opinion”."),
    "preposition:since": QT_TRANSLATE_NOOP(
        "Explanations", "When something began is said with “since”."
    ),
    "preposition:time": QT_TRANSLATE_NOOP(
        "Explanations", "Hours take “at”, days take “on”, months and years take “in”."
    ),
    "pronoun:both": QT_TRANSLATE_NOOP("Explanations", "“Both” takes no article before it."),
    "pronoun:me": QT_TRANSLATE_NOOP("Explanations", "After a preposition it is “me”, not “I”."),
    "pronoun:myself": QT_TRANSLATE_NOOP(
        "Explanations", "Who does something to himself says so: “myself”."
    ),
    "pronoun:that": QT_TRANSLATE_NOOP(
        "Explanations", "After “all”, “everything” and the like it is “that”, not “what”."
    ),
    "pronoun:who": QT_TRANSLATE_NOOP("Explanations", "People are “who”, things are “which”."),
    "question": QT_TRANSLATE_NOOP("Explanations", "A question ends with a question mark."),
    "question:called": QT_TRANSLATE_NOOP(
        "Explanations", "The name of a thing is asked for with “what”: “{1}”."
    ),
    "question:do": QT_TRANSLATE_NOOP(
        "Explanations", "A question with this verb takes “do” or “does”: “{1}”."
    ),
    "question:who": QT_TRANSLATE_NOOP(
        "Explanations", "“Who” and “what” as subjects take no “do”: “{1}”."
    ),
    "singular:every": QT_TRANSLATE_NOOP("Explanations", "“Every” goes with the singular: “{1}”."),
    "stative": QT_TRANSLATE_NOOP(
        "Explanations", "What is no action takes no form in “-ing”: “{1}”."
    ),
    "subject:it": QT_TRANSLATE_NOOP("Explanations", "A sentence needs a subject: “{1}”."),
    "subject:twice": QT_TRANSLATE_NOOP("Explanations", "The sentence has its subject already."),
    "tense:known": QT_TRANSLATE_NOOP(
        "Explanations", "“Know” takes no form in “-ing”: “have known”."
    ),
    "tense:past": QT_TRANSLATE_NOOP(
        "Explanations", "What was yesterday is told in the past tense: “{1}”."
    ),
    "there:be": QT_TRANSLATE_NOOP(
        "Explanations", "That something exists is said with “there is” or “there are”."
    ),
    "to:purpose": QT_TRANSLATE_NOOP(
        "Explanations", "What one does something for is said with “to”: “{1}”."
    ),
    "to:verb": QT_TRANSLATE_NOOP("Explanations", "Between these two verbs stands “to”."),
    "twice": QT_TRANSLATE_NOOP("Explanations", "The word before says this already."),
    "uncounted": QT_TRANSLATE_NOOP(
        "Explanations", "This noun is not counted and has no plural: “{1}”."
    ),
    "uncounted:every": QT_TRANSLATE_NOOP(
        "Explanations", "This noun is not counted; “every” goes with what is."
    ),
    "uncounted:many": QT_TRANSLATE_NOOP(
        "Explanations", "This noun is not counted and goes with “{1}”."
    ),
    "uncounted:piece": QT_TRANSLATE_NOOP(
        "Explanations", "This noun is not counted; one counts “{1}”."
    ),
    "verb:say": QT_TRANSLATE_NOOP(
        "Explanations", "One tells somebody something; without the person it is “say”: “{1}”."
    ),
    "well": QT_TRANSLATE_NOOP(
        "Explanations", "“Good” tells what a thing is like, “well” how something is done."
    ),
    "whose": QT_TRANSLATE_NOOP(
        "Explanations", "“Who's” is “who is”; whom it belongs to is “whose”."
    ),
    "will": QT_TRANSLATE_NOOP(
        "Explanations", "After “if” and “when” the future is told in the present tense: “{1}”."
    ),
    "would:if": QT_TRANSLATE_NOOP("Explanations", "After “if” say “had”, not “would have”."),
}
"""By rule. {0} is what stands in the text, {1} what should."""


def rule_sentence(rule: str) -> str | None:
    """Return the sentence of a rule or of its family, not translated yet; None if it has none."""
    while rule:
        if rule in RULES:
            return RULES[rule]
        rule = rule.rpartition(":")[0]
    return None
