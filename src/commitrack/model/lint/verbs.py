"""What the verbs of a promise say: exploring, helping, trying, going on, doing two things.

"Review" is a verb after "will" and a noun after "the"; "to help" after an object is a purpose and
not the promise; "might" in a clause of its own is not what is promised.
"""

from __future__ import annotations

from commitrack.model.lint.clues import Clue
from commitrack.model.lint.grammar import ANY_VERB, BE, BEGINS, DOING, MAIN, NUMBER, UNDERTAKES

_EMBEDDED = (
    r"(?:how|whether|what|which|who|whom|whose|where|when|why|that|so|if|as|than) "
    r"(?:(?!(?:will|shall|is|are)\b)[\w'-]+,? ){0,7}"
)
"""A clause inside the sentence: what might be in it is not what is promised."""

_WONDERS = (
    r"(?:explor(?:e|es|ing)|consider(?:s|ing)?|look(?:s|ing)? (?:at|into)|review(?:s|ing)?"
    r"|examin(?:e|es|ing)|discuss(?:es|ing)?|assess(?:es|ing)?|see|ask|investigat(?:e|es|ing)) "
)

_COUNTED = rf" (?:again )?(?:all |every |each )?(?:of )?(?:the |our |its |their )?{NUMBER}"
"""What is looked at is counted: a review of 212 cases can be seen to be done."""

EXPLORES = (
    Clue("explore explores exploring", not_after=r"(?:to|who|for) "),
    Clue("explore", after=r"to "),
    Clue("consider considering", but_not=r" (?:that|it|them|themselves) (?:to be|as)"),
    Clue("considers", but_not=r" that"),
    Clue("considered reviewed explored examined discussed", after=r"(?:be|being) (?:[a-z]+ly )?"),
    Clue("look looks looking", then=r" (?:again |carefully |closely |further )?(?:at|into)"),
    Clue("looked", then=r" (?:at|into)", after=r"(?:be|being) "),
    Clue("reviewing", but_not=_COUNTED),
    Clue("review", but_not=_COUNTED, after=ANY_VERB),
    Clue(
        "examine examines examining",
        but_not=r" (?:every |all |each |the |its |her |his )?(?:patient|candidate|student|witness)"
        rf"|{_COUNTED}",
    ),
    Clue("discuss discusses discussing"),
    Clue("discussions talks dialogue", then=r" (?:with|about|on)", after=r"in (?:[a-z]+ )?"),
    Clue("under", then=r" (?:active |urgent |close )?(?:consideration|discussion|review)"),
    Clue(
        "assess assesses assessing evaluate evaluates evaluating investigate investigates "
        "investigating study studying",
        then=(
            r" (?:whether|how|if|what|which|where|ways?"
            r"|(?:the |any |all |other |its |our |their |further |different ){0,2}"
            r"(?:options?|feasibility|scope|case|potential|possibilit(?:y|ies)|merits?|need|costs?"
            r"|impacts?|implications|evidence|risks?))"
        ),
    ),
    Clue("scope scoping", after=rf"(?:{ANY_VERB}|{DOING})"),
    Clue("reflect reflecting", then=r" on", after=rf"(?:{ANY_VERB}|{DOING})"),
    Clue("think thinking", then=r" about", after=rf"(?:{ANY_VERB}|{DOING})"),
    Clue("give giving given", then=r" (?:[a-z]+ )?consideration"),
)

PROCESS = (
    Clue(
        "work",
        then=r" (?:[a-z]+ly |together |more |hard ){0,2}(?:with|alongside|towards?|to)",
        after=MAIN,
    ),
    Clue(
        "working",
        then=r" (?:[a-z]+ly |together |more |hard ){0,2}(?:with|alongside|towards?|to)",
        after=DOING,
    ),
    Clue("work working", then=r" together", after=rf"(?:{MAIN}|{DOING})"),
    Clue(
        "help support promote encourage champion foster facilitate embed empower strive prioritise "
        "prioritize tackle address strengthen liaise",
        but_not=r" (?:staff|service|team|group|officer|worker|scheme|plan|package|centre|line|desk)"
        r"s? (?:will|shall|is|are|has|have|in|at|for|by|on)",
        after=MAIN,
    ),
    Clue(
        "helping supporting promoting encouraging championing fostering facilitating embedding "
        "empowering striving prioritising prioritizing tackling addressing strengthening",
        after=DOING,
    ),
    Clue(
        "supports promotes encourages champions",
        but_not=r" (?:network|league|cup|day)",
        not_after=r"(?:(?:who|that|which|if|where|when|once) (?:[\w'-]+ ){0,4}"
        r"|(?:it|the|our|its|their) )",
    ),
    Clue("embark embarks embarking", then=r" (?:up)?on"),
    Clue("engage engages engaging", then=r" (?:[a-z]+ly )?with", not_after=r"to "),
    Clue("engage", then=r" (?:[a-z]+ly )?with", after=rf"{UNDERTAKES} to "),
    Clue("collaborate", then=r" with", after=MAIN),
    Clue("collaborating", then=r" with", after=DOING),
    Clue("focus", then=r" (?:more |our |its |their |[a-z]+ly )?(?:[a-z]+ )?on", after=MAIN),
    Clue("focusing focussing", then=r" on", after=DOING),
    Clue("raise", then=r" awareness", after=MAIN),
    Clue("build", then=r" (?:up)?on (?:the|our|its|their|this|that|these|what)", after=MAIN),
    Clue("press push", then=r" (?:hard )?for", after=MAIN),
)

TRIES = (
    Clue("hope hopes hoping", then=r"(?= (?:to|that|for|we|it|this|you|they|the|our)\b)"),
    Clue("hoped", after=rf"{BE}"),
    Clue("aim aims", then=r"(?= to\b)", not_after=r"(?:whose|with the|and) "),
    Clue("aim", then=r"(?= (?:for|at)\b)", after=MAIN),
    Clue("aiming", then=r"(?= (?:to|for)\b)"),
    Clue("aim aims", then=r"(?= (?:is|are|remains?) (?:that|for)\b)"),
    Clue("seek seeks seeking", then=r"(?= to\b)", not_after=r"(?:not|never) "),
    Clue(
        "seek",
        then=r" (?:further |new |more |other |continuous |every )?"
        r"(?:ways?|opportunit|solutions?|improvements?|assurances?)\w*",
        after=MAIN,
    ),
    Clue("aspire aspires aspiring", then=r"(?= to\b)"),
    Clue("strive strives striving endeavour endeavours endeavouring endeavor endeavors"),
    Clue("endeavours endeavors", after=r"(?:best|reasonable) "),
    Clue("try tries trying attempt attempts attempting", then=r"(?= (?:hard )?(?:to|and)\b)"),
    Clue("expected hoped anticipated", then=r"(?= (?:to|that)\b)", after=BE),
    Clue("expects expect anticipate anticipates", then=r"(?= to\b)"),
    Clue(
        "want wants wish wishes wanting",
        then=r"(?= to\b)",
        not_after=r"(?:who|that|which|they|if) ",
    ),
    Clue("like", then=r" to (?!thank|congratulate|pay|begin|start)", after=r"would "),
    Clue("do doing does", then=r" (?:everything|all|what|whatever) (?:we|it|they|i|he|she) can"),
    Clue("best utmost", after=r"(?:our|its|their|my|his|her|the) (?:very )?", then=r"(?= to\b)"),
    Clue("effort", after=r"every "),
    Clue("looking", then=r"(?= to\b)"),
)

WEAK_MODALS = (
    Clue("might could may", but_not=r" (?:\d|not only)", not_after=_EMBEDDED),
    Clue(
        "would",
        but_not=r" (?:not only|(?:also |strongly )?(?:urge|encourage|ask|advise|recommend)\b)",
        not_after=_EMBEDDED,
    ),
    Clue("might could would may", after=rf"{_WONDERS}{_EMBEDDED}"),
)

CONTINUES = (
    Clue(
        "continue continues continuing continued",
        then=r" (?:[a-z]+ly )?(?:to|with|our|its|their|the|this|these|\w+ing)",
        but_not=r" (?:professional|healthcare|health care|care|education|bail|contract|resolution"
        r"|(?:the|this|these|our|its|their) [\w ,'-]{2,60}? (?:until|till|for (?:another|a further"
        rf"|the next|{NUMBER})|beyond|into|through to))",
        not_after=r"(?:not|no longer|the|a|our|its|their|this|of|for) ",
    ),
    Clue("carry carries carrying", then=r" on (?:[\w'-]+ing|with)"),
    Clue(
        "keep keeps",
        then=r" (?:on )?(?!(?:building|king|morning|evening|meeting|spring)\b)\w+ing",
        after=MAIN,
    ),
    Clue("remain remains", then=r" (?:fully |firmly |wholly |absolutely |deeply )?committed"),
    Clue("maintain", after=MAIN, then=r" (?:our|its|their|the|this|these)"),
)

_SECOND_ACTS = (
    r"(?:publish|appoint|introduce|train|improve|create|ensure|provide|open|write|develop|deliver"
    r"|invest|establish|recruit|replace|launch|extend|consult|set up|set out|carry out|bring"
    r"|install|introduce|commission|make available|refund|repair|restore|close|remove|abolish"
    r"|expand|increase|reduce|hire|send|offer|strengthen|amend|legislate|convene|produce|hold"
    r"|purchase|buy|construct|lay|table|implement|monitor|seek|ask|invite|pay|give|take|end"
    r"|(?:review|report|work|build|make|drive|fund|support|plan|address|audit|pilot|test)"
    r"(?= (?:the|an?|our|its|their|every|all|each|on|to|with|how|whether|back)\b))"
)

_SUBORDINATE = (
    rf"(?:that|who|which|whose|how|whether|where|when|while|if|so|because|between|both"
    rf"|to {_SECOND_ACTS}|to (?:help|allow|enable|let|encourage|support|make|see|find|look))"
)

_SAME_CLAUSE = rf"(?:(?!{_SUBORDINATE}\b)[\w'%\u00a3$\u20ac.-]+,? ){{1,14}}"

FURTHER_ACTS = (
    Clue(
        "and",
        then=rf" (?:(?:will|shall|to|then|also|would) ){{0,2}}{_SECOND_ACTS}",
        after=rf"(?:{BEGINS}|(?:will|shall|would|{UNDERTAKES} to) ){_SAME_CLAUSE}",
    ),
    Clue(
        "and",
        then=r" (?:will|shall|would) (?:also |then |now )?(?!be\b)\w+",
        after=rf"(?:will|shall|would) {_SAME_CLAUSE}",
    ),
)

VAGUE_ACTS = (
    Clue(
        "address assess champion consider continue discuss drive embark embed empower enable "
        "encourage engage enhance ensure explore focus foster help improve learn listen look "
        "prioritise prioritize promote protect reflect reshape safeguard seek strengthen strive "
        "support tackle think transform work accept",
        after=MAIN,
    ),
    Clue(
        "addressing assessing championing considering continuing discussing driving embarking "
        "empowering encouraging engaging enhancing exploring focusing fostering helping improving "
        "learning listening looking prioritising promoting reflecting reshaping reviewing seeking "
        "strengthening striving supporting tackling thinking working",
        after=DOING,
    ),
)
"""Acts that nobody could check, unless the words name an amount or a thing besides."""

PASSIVES = (
    Clue(
        "will shall would should must may can could might is are",
        then=r" (?:not |never |also |now |all |then |[a-z]+ly ){0,2}(?:be|being|due to be"
        r"|expected to be|to be) (?:[a-z]+ly )?(?:[a-z]+ed|[a-z]+en|made|put|set|held|sent|built"
        r"|brought|paid|kept|found|met|drawn|laid|told|cut|run|begun|sold|bought|done|spent)"
        r"(?: (?:up|out|down|off|away|back))?",
    ),
)

SUBJECT_ENDS = (
    Clue(
        "will shall would should must may might can could are is have has agreed agree plan plans "
        "intend intends aim aims pledge pledges commit commits resolved undertake undertakes need "
        "needs hope hopes want wants",
        not_after=r"(?:who|which|that|where|what|as|when|if) ",
    ),
)
"""Where the subject ends; a verb after "which" is inside of it."""
