"""Small closed sets of words that are taken for one another, written by hand.

They are the floor: what the human corrections teach comes first. Holds words
only, no procedure beyond turning sets into tables.
"""

from __future__ import annotations

from training.noise.words import word_set

WordSets = tuple[tuple[str, ...], ...]


def word_sets(text: str) -> WordSets:
    """Return the sets of a text: bars part sets, white space parts words."""
    return tuple(tuple(row.split()) for row in text.split("|"))


DETERMINERS = word_set(
    """a an the this that these those my your his her its our their some any every each
    another no much many all both few little several other such"""
)
PREPOSITIONS = word_set(
    """about above across after against along among around as at before behind below beneath
    beside besides between by despite down during except for from in inside into like near of
    off on onto out outside over past since through throughout till to toward towards under
    until up upon via with within without"""
)
PRONOUNS = word_set(
    """i me my mine myself you your yours yourself yourselves he him his himself she her hers
    herself it its itself we us our ours ourselves they them their theirs themselves who whom
    whose which that one ones this these those there what everyone everybody someone somebody
    anyone anything something everything nothing"""
)
CONJUNCTIONS = word_set(
    """and but or so because if although though while when whereas than as that since unless
    whether where how why"""
)
AUXILIARIES = word_set(
    """am is are was were be been being have has had having do does did will would can could
    shall should may might must"""
)
ADVERBS = word_set(
    """also always often never usually sometimes just only really already still even probably
    ever not very too soon recently now then well again quite almost actually generally rarely
    finally mainly certainly definitely easily completely"""
)

PREPOSITION_SETS = word_sets(
    """in on at | for to of | from of by | with by | for since during | in into | to at |
    about of on | until by | between among | on over above | for about | with to | of in |
    through by | as like"""
)
DETERMINER_SETS = word_sets(
    """a an | a the | this these | that those | much many | some any | every all | another other |
    few little"""
)
PRONOUN_SETS = word_sets(
    """who which that | he him | she her | they them | i me | we us | his him | its his |
    my mine me | your yours | which what | who whom | myself me | themselves them | there it"""
)
DETERMINER_GROUPS = word_sets(
    """a an the | this these | that those | much many lots | some any | every all |
    another other | few little less | my mine me | your you yours | their them theirs there |
    our us ours | his him | its it | the all"""
)
PRONOUN_GROUPS = word_sets(
    """i me my mine myself | you your yours yourself yourselves | he him his himself |
    she her hers herself | it its itself | we us our ours ourselves |
    they them their theirs themselves there | who whom whose which that what | there it |
    anyone someone everyone anybody somebody everybody | anything something everything nothing |
    one ones"""
)
"""Only confusions within a group are taken from people: the others cannot be guessed back."""
AGREEMENT_SETS = word_sets(
    """is are | was were | has have | does do | doesn't don't | isn't aren't | wasn't weren't |
    hasn't haven't | there's there're | am is are"""
)
HOMOPHONES = word_sets(
    """their there | your you're | its it's | then than | affect effect | lose loose | quite quiet
    | whose who's | accept except | advice advise | were where | weather whether | passed past |
    hear here | buy by | knew new | write right | wear where | piece peace | principal principle
    | thought though | through threw | brake break | bare bear | led lead | of off | our are |
    as has | his is | live leave | this these | since sense | price prize | breath breathe |
    choose chose | desert dessert | personal personnel | complement compliment | everyday every-
    day | later latter | waist waste | wander wonder | week weak | hole whole | meet meat | site
    sight | there they're | raise rise | lie lay | say tell | do make | learn teach | borrow
    lend | bring take | look see watch | hear listen | speak talk | job work | travel trip | win
    earn | fun funny | big great large | beside besides | before ago | some somehow | so such |
    very much | late lately | hard hardly | sensible sensitive | actual current | from form | to
    too two | know no now | then them | than that | with which | for four | all already | been
    being | bought brought | cloth clothes | coarse course | council counsel | device devise |
    ensure insure | fair fare | farther further | formally formerly | heal heel | moral morale |
    pair pear | peak peek | plain plane | poor pour | pray prey | precede proceed | quiet quit |
    role roll | root route | sail sale | scene seen | sole soul | stationary stationery | steal
    steel | tail tale | throne thrown | vain vein | wait weight | warn worn | wood would | of or
    | on one | the they | it is | an and | you your | let's lets | allowed aloud | board bored |
    cell sell | cereal serial | cite site sight | dairy diary | flour flower | fourth forth |
    great grate | him hymn | hour our | knight night | loan lone | made maid | main mane | minor
    miner | nose knows | patience patients | presence presents | rain reign | read red | sew so
    | son sun | stair stare | some sum | wrap rap | think thing | adopt adapt | collage college
    | conscious conscience | costume custom | eminent imminent | envelop envelope | incident
    incidence | rise raise | thorough through | tough though"""
)
DERIVATIONS = word_sets(
    """economic economical economy | historic historical | classic classical |
    interested interesting | bored boring | excited exciting | tired tiring |
    surprised surprising | confused confusing | good well | healthy health |
    beautiful beauty beautifully | success successful successfully | different difference |
    difficult difficulty | important importance | dangerous danger | possible possibility |
    safe safety safely | free freedom | independent independence | famous fame |
    confident confidence | live life | believe belief | choose choice | decide decision |
    explain explanation | die death dead | high height | long length | strong strength |
    hungry hunger | environment environmental | technology technological | culture cultural |
    nature natural | tradition traditional | education educational | friend friendly |
    truth true | patient patience | silent silence | violent violence | absent absence |
    angry anger | proud pride | poor poverty | comfortable comfort | advertise advertisement"""
)
PROPER_WORDS = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july
    august september october november december english french german spanish italian russian
    chinese japanese european american british indian african asian christmas easter internet
    london paris rome berlin europe england france germany spain italy america africa asia
    russia china japan india canada australia brazil mexico poland greece turkey"""
)
"""Written with a capital; learners leave it out."""

JOINED = word_sets(
    """a lot | in fact | at least | of course | each other | in front | as well | even though | no
    one | up to | high school | every time | in order | any more | some times | ice cream |
    thank you | in spite"""
)
"""Two words that learners run together."""

SPLIT = {
    word.replace("-", ""): word.replace("-", " ")
    for word in word_set(
        """in-to with-out how-ever may-be every-one some-one some-thing some-times any-thing
    every-thing every-body an-other now-adays to-gether be-cause al-though my-self your-self
    him-self them-selves week-end class-mates home-work no-thing can-not in-stead any-one
    any-body out-side in-side up-stairs web-site grand-mother grand-father news-paper
    there-fore al-ready when-ever what-ever further-more"""
    )
}
"""One word that learners write as two."""


def confusion_table(sets: WordSets) -> dict[str, tuple[str, ...]]:
    """Return word -> the other words of all its sets."""
    table: dict[str, list[str]] = {}
    for row in sets:
        for word in row:
            others = table.setdefault(word, [])
            others.extend(other for other in row if other != word and other not in others)
    return {word: tuple(others) for word, others in table.items()}
