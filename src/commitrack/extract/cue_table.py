"""The table of cues. A row is a name, a pattern, a kind, a strength and how its clause is read.

No cue, no item. Earlier rows win where two patterns meet.
"""

from __future__ import annotations

from commitrack.extract.calendar_words import MONTH, SEASON, SPAN, WEEKDAY
from commitrack.extract.cues import Cue, Shape, Whose
from commitrack.model.kinds import Kind, Strength

_ADV = (
    r"(?:(?:hereby|further|therefore|once again|once more|again|also|now|currently|already"
    r"|actively|urgently"
    r"|still|jointly|likewise|\w+ly) )*"
)
_BE = r"(?:is|are|am|'re|'m|'s)"
_STANDING = ("question", "embedded", "reported", "other-side")
_OWN_ONLY = (*_STANDING, "not-own")
_DEMANDED = (*_STANDING, "norm")
_WILL = (
    "will-noun",
    *_STANDING,
    "other-body",
    "not-able",
    "polite",
    "second-person",
    "nobody",
    "habitual",
    "prediction",
    "hypothetical",
    "norm",
)

CUES: tuple[Cue, ...] = (
    Cue(
        "no-plans",
        "Says that nothing is planned, so that nothing later in the clause is taken for a plan.",
        "The Trust has no plans to close the ward.",
        "has no |have no |o not |oes not |id not |don't|doesn't",
        r"\b(?:ha(?:s|ve) no (?:\w+ )?(?:plans?|intention|wish|desire)"
        r"|(?:do|does|did) not (?:currently |now )?(?:intend|plan|propose|expect|want|accept"
        r"|believe)"
        r"|(?:don't|doesn't) (?:intend|plan|propose|expect|want|accept))\b",
        Kind.COMMITMENT,
        None,
        Shape.PASSIVE_STATE,
        ("no-plans",),
    ),
    Cue(
        "would-like-to-see",
        "The speaker would like to see somebody else act: the mildest way of asking.",
        "We would like to see every council publish its figures.",
        "to see",
        r"(?:\bwould|(?<=\w)'d) (?:also |very much )?(?:like|love|prefer) to see\b",
        Kind.RECOMMENDATION,
        Strength.EXPLORATORY,
        Shape.ADDRESS,
        ("question", "embedded", "asked-by-others"),
    ),
    Cue(
        "would-like-for",
        "The speaker would like people to fare well: a wish.",
        "We would like our grandchildren to swim in the bay.",
        "like|love",
        r"(?:\bwould|(?<=\w)'d) (?:(?:both|all|also|very much|dearly|so) )*(?:like|love)"
        r"(?= to be able to\b| (?:our|their|my|every|all|each|more|nobody|no one|everyone"
        r"|everybody|people|children"
        r"|families)\b[^.;:]{0,60}? to (?!see\b)[a-z])",
        Kind.ASPIRATION,
        None,
        Shape.WISH,
        ("question", "embedded", "not-own"),
    ),
    Cue(
        "advise-verb",
        "Somebody else is asked, urged, advised or called on to act.",
        "We urge the Department to publish the report.",
        "urg|call|encourag|advis|recommend|ask|implore|appeal|invit|request|exhort|desire",
        r"(?:\b(?:(?:would|do|must|can only)(?:,[^,.;:]{1,20},)? )?|(?<=\w)'d )"
        r"(?:(?:also|strongly|therefore|again|further|urgently) )*\b"
        r"(?:urges?|calls? (?:up)?on|encourages?|advises?|recommends?|asks?|implores?|exhorts?"
        r"|appeals? to"
        r"|invites?|requests?|desires?(?= that\b))\b(?! (?:whether|if|how|what|why|when"
        r"|ourselves)\b)"
        r"|\b(?:calls?|appeals?) for\b(?= [^.;:]{2,80}? to [a-z])"
        rf"|{_BE} {_ADV}calling for\b(?= [^.;:]{{2,80}}? to [a-z])"
        rf"|{_BE} {_ADV}(?:calling (?:up)?on|urging|asking|encouraging|advising|recommending"
        rf"|inviting)\b"
        r"|\b(?:has|have|'ve) (?:also |now |again )?(?:asked|urged|called (?:up)?on"
        r"|recommended|invited"
        r"|requested)\b",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.ADDRESS,
        ("question", "embedded", "asked-by-others"),
    ),
    Cue(
        "written-asking",
        "Has written to somebody, asking them to act.",
        "We have written to the regulator, asking it to publish its findings.",
        "written|wrote|writing",
        r"\b(?:written|wrote|writing)(?: today| again)? to (?!ask\b)[^.;:]{3,80}?,? (?:asking"
        r"|urging|inviting"
        r"|requesting|calling on)\b(?= [^.;:]{2,60}? to [a-z])",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.ADDRESS,
        ("question", "embedded", "asked-by-others"),
    ),
    Cue(
        "time-for",
        "It is time for somebody to act, which asks them to.",
        "It is time for the regulator to publish its findings.",
        "time for",
        r"\b[Ii]t(?: is|'s) (?:high |now |long past )?time for\b(?= [^.;:]{2,80}? to [a-z])",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.ADDRESS,
        ("question",),
    ),
    Cue(
        "recommended-that",
        '"It is recommended that": asked of whoever is named after it.',
        "It is recommended that the regulator publish its findings.",
        "recommended|suggested|proposed|advised|requested|imperative",
        r"\b[Ii]t is (?:also |further |therefore |strongly )*"
        r"(?:recommended|suggested|proposed|advised|requested|imperative)\b(?= that\b)",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.ADDRESS,
        ("question",),
    ),
    Cue(
        "is-asked",
        "Somebody is asked, urged, advised or invited to act: the passive of asking.",
        "Residents are urged to store water.",
        "urged|asked|advised|encouraged|invited|requested|recommended|called|instructed"
        "|directed|required",
        rf"\b(?:was|were) {_ADV}(?:asked|instructed|directed|requested) (?:not )?to\b"
        rf"|\b(?:{_BE}|(?:has|have) been) {_ADV}(?:being )?(?:urged|asked|advised|encouraged"
        rf"|invited|requested"
        r"|recommended|called (?:up)?on|instructed|directed|required) (?:not )?to\b(?! (?:which"
        r"|whom|that)\b)",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.INFINITIVE,
        (*_STANDING, "past"),
    ),
    Cue(
        "directed-in-minutes",
        "In minutes, somebody is directed or instructed to act: the meeting may bind them.",
        "The Board directed the Director of Finance to report in May.",
        "direct|instruct|task|mandate",
        r"\b(?:directed|directs|instructed|instructs|tasked|mandated)\b(?! (?:by|at|towards?)\b)"
        r"|\bdirection (?:was )?given to\b",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.ADDRESS,
        ("minutes-only", "question", "embedded", "asked-by-others"),
    ),
    Cue(
        "advised-in-minutes",
        'In minutes a past "asked" still stands: the meeting is where it was done.',
        "The Board asked the Director of Finance to report in May.",
        "called|urged|recommended|asked|advised|invited|requested|appealed|exhorted",
        r"\bcalled for\b(?= [^.;:]{2,80}? to [a-z])"
        r"|\b(?:called (?:up)?on|urged|recommended|RECOMMENDED|asked|exhorted|appealed to"
        r"|invited|requested"
        r"|advised(?! that (?![^.;]{0,80}\b(?:should|must|ought)\b)))\b"
        r"(?! (?:whether|if|how|what|why|when)\b)",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.ADDRESS,
        ("minutes-only", "question", "embedded", "asked-by-others"),
    ),
    Cue(
        "intention-noun",
        "The speaker's intention, plan or aim is to act.",
        "It is our intention to publish the plan in May.",
        "intention|plan|aim|objective|goal|target|priorit",
        r"\b(?:[Ii]t is|[Ii]t's|[Ii]t remains) (?:our|my|the [\w ]{2,40}'s?) (?:firm |clear )?"
        r"(?:intention|plan|aim|objective|goal|target)(?:,[^,.;:]{1,90},)? to\b"
        r"|\b(?:[Oo]ur|[Mm]y|[Tt]he [A-Z][\w ]{1,40}'s?) (?:\w+ )?(?:intention|plan|aim"
        r"|objective|goal|target|priority) is (?:for (?!the\b)[^.,;:]{3,80}? )?to\b"
        r"|\b(?:[Oo]ur|[Mm]y) (?:\w+ )?(?:intentions|plans|aims|objectives|goals|targets"
        r"|priorities)"
        r" are to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        ("question", "embedded"),
        whose=Whose.WORDS,
    ),
    Cue(
        "ambition-noun",
        "The speaker's ambition, vision or hope: a wish, which nobody undertakes.",
        "Our ambition is that every child can swim.",
        "ambition|vision|hope|dream",
        r"\b(?:[Oo]ur|[Mm]y|[Tt]he [A-Z][\w ]{1,40}'s?) (?:\w+ )?(?:ambition|vision|hope|dream)"
        r" (?:is|remains)\b"
        r"|\b[Ii]t (?:is|remains) (?:our|my) (?:\w+ )?(?:hope|ambition|wish|aspiration|dream"
        r"|vision)\b",
        Kind.ASPIRATION,
        None,
        Shape.WISH,
        ("question",),
    ),
    Cue(
        "pledge-noun",
        "A pledge, commitment or promise of somebody, with a verb that says to what.",
        "Our pledge to plant 500 trees stands.",
        "commitment|pledge|promise|undertaking|guarantee|vow|resolve",
        r"\b(?P<owner>(?:[Oo]ur|[Mm]y|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|(?!We |I |They |It )(?:[Tt]he "
        r"|[A-Z])[\w -]{1,60}?(?:'s|s'))"
        r" (?:[a-z]+ ){0,2}(?:commitment|pledge|promise|undertaking|guarantee|vow"
        r"|resolve)(?:,[^,.;:]{1,40},)? (?:to|not to) "
        r"(?P<verb>[a-z-]+)\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.NOMINAL,
        ("question", "not-an-act", "anothers", "broken"),
    ),
    Cue(
        "undertaking-given",
        "An undertaking, assurance or guarantee is given that something will be done.",
        "We give an undertaking that the report will be published.",
        "undertaking|assurance|commitment|pledge|promise|guarantee|word",
        r"(?:(?:\b(?:am|is|are)|(?<=\w)'(?:m|re)) )?"
        r"\b(?:gives?|gave|make|makes|made|giving|offer|given)(?: (?:you|them|him|her|families"
        r"|residents|the (?:House|[Cc]ommittee|[Cc]ouncil)|(?:our|the|every"
        r"|all) [a-z]+))? (?:an |a |our |my |its |this |you my "
        r"|you our )?"
        r"(?:\w+ )?(?:undertaking|assurance|commitment|pledge|promise|guarantee|word) (?:that"
        r"|to)\b"
        r"|\b[Yy]ou have (?:my|our) (?:[a-z]+ )?(?:undertaking|assurance|commitment|pledge|promise"
        r"|guarantee|word) that\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.CONTENT,
        (*_OWN_ONLY, "past"),
        whose=Whose.SUBJECT_OR_SPEAKER,
    ),
    Cue(
        "acceptance",
        "A recommendation is accepted, which undertakes what it asks for.",
        "The Trust accepts the second recommendation.",
        "accept|agree|concur|support",
        r"\b(?:ha(?:s|ve) )?(?:fully |partially |broadly |also )?"
        r"(?:accept(?:s|ed)?|(?:agree|concur)s? with|supports?)\b"
        r"(?= [^;:?]{0,80}?\brecommendations?\b)(?! (?:the|that|this|those|its|their) [^.;]{0,30}?"
        r"\b(?:findings?|conclusions?|criticisms?|importance|principle behind)\b)",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.ACCEPTANCE,
        ("rejection", *_OWN_ONLY),
    ),
    Cue(
        "accepted-passive",
        "A recommendation is accepted, as a response says of its own side.",
        "The recommendation of the Committee is accepted.",
        "recommendation",
        r"(?i:\brecommendations?)\b(?! \d)[^.;:?]{0,60}? (?:is|are|has been|have been|stands?) "
        r"(?:hereby |fully |partially |also )?accepted\b",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.PASSIVE_STATE,
        ("answers-only", "question", "embedded"),
        whose=Whose.AGENT_OR_SPEAKER,
    ),
    Cue(
        "agreement",
        "A request, a call or a proposal is agreed to.",
        "The Trust agrees to the families' request for a meeting.",
        "agree",
        r"\bagrees? (?:(?:in principle|in full|in part) )?to (?=(?:the|this|that|your|their"
        r"|his|her)\b"
        r"[^.;]{0,60}?\b(?:requests?|proposals?|calls?|demands?)\b)",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.ACCEPTANCE,
        _OWN_ONLY,
    ),
    Cue(
        "committed-to",
        "Is committed to a thing, or to doing it.",
        "We are committed to publishing every inspection report.",
        "committed to",
        rf"\b(?:{_BE}|remains?|stays?) {_ADV}(?:fully |firmly |wholly )?committed to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.COMMITTED,
        _OWN_ONLY,
    ),
    Cue(
        "pledge-verb",
        "Pledges, promises, undertakes, commits, vows or guarantees.",
        "We pledge to halve the waiting list.",
        "pledge|promise|undert|commit|vow|guarantee",
        r"(?<!\bhad )\b(?:(?:has|have|'ve) (?:also |now |already |today |publicly )?)?"
        r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\bremain )"
        r"(?:pledge[sd]?|promise[sd]?|undertakes?|undertook|undertaken|commits?|committed|vows?"
        r"|vowed"
        r"|guarantee[sd]?)(?: ourselves| itself| themselves)?"
        r"(?: (?:you|them|everyone|everybody|residents|patients|families|the (?:House|public"
        r"|people)))?"
        r"(?: (?:last|this) \w+| today| again| publicly| also| in \d{4})? (?:not )?(?:to|that)\b"
        r"|\b(?:(?:has|have) (?:also |already )?)?(?:pledged|committed|promised)\b(?= (?:up to "
        r"|a further |an extra )?[£$€]?\d)"
        r"|\bguarantees?\b(?= (?:a|an|the|every|all|no|free|to)\b)",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.CONTENT,
        ("noun", *_OWN_ONLY, "past"),
    ),
    Cue(
        "agreed-to",
        "Has agreed, resolved or decided to act.",
        "We have agreed to buy the building.",
        "agree|resolve|decided|voted|consensus",
        r"(?<!\bhad )(?<!\bhad also )\b(?:(?:has|have|'ve) (?:also |now |already |today "
        r"|been |[a-z]+ly )?|[Ww]as |[Ww]ere )?"
        r"(?:agreed|agrees?|AGREED|Agreed|resolved|resolves?|RESOLVED|Resolved|decided|DECIDED|voted|VOTED)\b"
        r"(?:,? (?:by [^.;]{1,50}?|unanimously|in principle|\d+ ?[-–] ?\d+"
        r"|nem con),?)?(?: ?,? (?:after|following|on|subject to"
        r"|in) [^,.;]{1,60},)? (?:not )?to\b(?! (?:the|this|a|one|two|three|four|five|six|seven"
        r"|eight|nine|ten|nil|\d+)\b)"
        r"|(?:\b[Tt]he )?\b[Cc]onsensus was (?:not )?to\b(?= [a-z])",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.INFINITIVE,
        (*_OWN_ONLY, "done-by-the-vote", "past"),
        by_verb=True,
    ),
    Cue(
        "decided-against",
        "Has decided against doing it, or ruled it out: an undertaking to refrain.",
        "We have decided against raising the subscription.",
        "against|ruled",
        r"\b(?:has|have|'ve) (?:also |now )?(?:decided against|ruled out) (?P<verb>[a-z-]+ing)\b",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.PROGRESSIVE,
        _OWN_ONLY,
        once=True,
    ),
    Cue(
        "volunteered-to",
        "Somebody has volunteered or offered to act, in minutes or in the news.",
        "The Treasurer has volunteered to find a new caterer.",
        "volunteer|offer",
        r"(?<!\bhad )\b(?:(?:has|have|'ve) )?(?:volunteered|offered) to\b(?= [a-z])",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.INFINITIVE,
        (*_OWN_ONLY, "past"),
    ),
    Cue(
        "intend-that",
        "Intends that something will be so.",
        "We intend that the two figures will match by 2029.",
        "intend",
        r"\bintends? that\b(?= [^.;:]{3,120}? (?:will|would|can|should|shall) )",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.CONTENT,
        _OWN_ONLY,
    ),
    Cue(
        "proposed-to",
        "It is proposed, planned or intended to act, whoever does.",
        "It is proposed to restore the rate from April.",
        "proposed|planned|intended",
        r"\b[Ii]t(?: is|'s| was) (?:also |now |currently |still )?(?:proposed|planned|intended)"
        r"(?:,[^,.;:]{1,60},)? to\b(?= [a-z])",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.CONTENT,
        ("question", "embedded"),
        whose=Whose.AGENT,
    ),
    Cue(
        "expected-to",
        "Is expected, due, set or scheduled to act.",
        "The Trust is due to open the unit in May.",
        "expected|due|set|scheduled|planned|proposed|intended|course|track",
        rf"\b(?:{_BE}|was|were) {_ADV}(?:expected|due|set|scheduled|planned|proposed|intended"
        rf"|on course"
        rf"|on track) to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        (*_STANDING, "other-body", "prediction"),
    ),
    Cue(
        "intend-verb",
        "Plans, intends, aims, proposes or expects to act.",
        "We intend to publish the plan.",
        "plan|intend|aim|propos|expect|seeking",
        r"(?<!\bno )(?<!\bnot )(?<!will )(?<!would )(?<!can )(?<!may )\b(?:do |does |also |now "
        r"|still |therefore )*"
        r"(?:plans?|intends?|aims?|proposes?|expects?)(?: now| also| \w+ly)? to\b"
        rf"|{_BE} {_ADV}(?:planning|aiming|intending|proposing|seeking) to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        ("noun", *_OWN_ONLY, "polite", "only-expected"),
    ),
    Cue(
        "intended-reported",
        'What somebody is reported to have planned is what they plan: "said that it planned to".',
        "The Trust said that it planned to publish the report.",
        "planned|intended|aimed|proposed|expected|planning",
        r"\b(?:planned|intended|aimed|proposed|expected|was planning|were planning) to\b",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.INFINITIVE,
        ("backshift-only", *_OWN_ONLY),
    ),
    Cue(
        "under-consideration",
        "Is under consideration or review, or is being considered, developed or set up.",
        "A new booking system is being considered.",
        " under | being ",
        rf"\b(?:{_BE}|remains?|was|were) {_ADV}(?:under (?:active |urgent )?(?:consideration|review"
        r"|discussion|development|investigation|preparation|construction|negotiation"
        r"|examination)|being (?:taken|considered|reviewed|explored|examined|developed"
        r"|assessed"
        r"|discussed|drawn up|prepared|looked at|consulted on|set up|established|put in place"
        r"|built|recruited|trained|installed|replaced|rolled out|upgraded|investigated|repaired"
        r"|introduced|drafted|redesigned|tested|piloted|procured|organi[sz]ed|arranged|updated"
        r"|rewritten|revised|planned|produced|compiled|created|finali[sz]ed|negotiated"
        r"|expanded))\b",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PASSIVE_STATE,
        ("nothing-of-it", *_STANDING),
        whose=Whose.AGENT,
    ),
    Cue(
        "work-under-way",
        "Work is under way, or has begun, on a thing or towards an act.",
        "Work is under way to find a new manager.",
        "work",
        r"\b(?:[Ww]ork|[Pp]reparations|[Ee]fforts|[Dd]iscussions|[Tt]alks)"
        r" (?:is|are|has|have)(?: (?:also|now|already|well|been))*"
        r" (?:under ?way|in hand|in progress|ongoing|begun|started|commenced)"
        r"(?: with [^,.;]{1,60})? (?:to\b(?= [a-z])|on\b)",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PASSIVE_STATE,
        _STANDING,
        whose=Whose.AGENT,
    ),
    Cue(
        "is-scheduled",
        "Is scheduled, planned or due for a time.",
        "A review is scheduled for October 2027.",
        "scheduled|slated|planned|programmed|timetabled|pencilled|due|expected|earmarked|anticipated",
        rf"\b(?:{_BE}|was|were) {_ADV}(?:scheduled|slated|planned|programmed|timetabled"
        rf"|pencilled in|due"
        r"|expected|earmarked|anticipated)\b"
        r"(?= (?:for|in|by|on|during|from|at the end of|before|early|late|later|next"
        r"|this) (?:release in )?(?:the )?"
        rf"(?:\w+ ){{0,3}}?(?:\d|{MONTH}|{SEASON}|{SPAN}|Easter|Christmas))"
        rf"|\b{_BE} (?:also |now )?planned\b(?=,? subject to\b)",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.PASSIVE_STATE,
        ("nothing-of-it", *_STANDING),
        whose=Whose.AGENT,
    ),
    Cue(
        "it-is-planned",
        "It is planned, intended or expected that something will be done.",
        "It is intended that the review will be published in May.",
        "anticipated|envisaged|intended|planned|proposed|intention|plan|aim|objective|expected",
        r"\b[Ii]t(?: is|'s| was) (?:also |now |currently |still )?(?:(?:anticipated|envisaged"
        r"|intended"
        r"|planned|proposed) that\b(?= [^.;:]{3,120}? (?:will|would|can|could|shall|should) )"
        r"|(?:our|my) (?:firm |clear )?(?:intention|plan|aim|objective) that\b"
        r"|expected that\b(?= [^.;:]{3,120}? (?:will|would|should) be \w+(?:ed|en|t|n|wn)\b))",
        Kind.COMMITMENT,
        Strength.INTENDED,
        Shape.CONTENT,
        ("question", "embedded"),
        whose=Whose.WORDS_OR_AGENT,
    ),
    Cue(
        "in-talks",
        "Is in talks or discussions with somebody about an act.",
        "We are in discussions with the Council about a new crossing.",
        "discussion|talks|dialogue|conversation|negotiation",
        rf"\b(?:{_BE}|was|were) {_ADV}in (?:\w+ )?(?:discussions?|talks|dialogue|conversations?"
        r"|negotiations?) (?:with|about|to)\b",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PASSIVE_STATE,
        _OWN_ONLY,
    ),
    Cue(
        "timetabled",
        "Opens, starts or takes effect on a day to come: the present of timetables.",
        "The new clinic opens in May.",
        "open|reopen|start|begin|launch|live|effect|stream|under ?way|into",
        r"(?<!is )(?<!are )(?<!be )(?<!to )\b(?:(?:re-?)?opens?|starts?|begins?|launch(?:es)?"
        r"|go(?:es)? live|takes? effect"
        r"|gets? under ?way"
        r"|comes? (?:into (?:force|effect|service|use|operation)|on ?stream))\b"
        r"(?=(?: [^,.;:]{1,50})? (?:tonight|tomorrow)\b| (?:[^,.;:]{1,40} )?(?:in|on|from|next"
        r"|at the (?:start|end|beginning) of"
        r"|later this|this) (?:the )?(?:early |late |mid-?)?"
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)? [A-Z]|\d{{4}}|{MONTH}|{SEASON}|(?:{SPAN}|{WEEKDAY})\b"
        r"|new (?:financial )?year))",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.PASSIVE_STATE,
        (*_STANDING, "in-the-calendar", "nobody"),
        whose=Whose.NAMED_OR_SPEAKER,
        by_verb=True,
        by_day=True,
        once=True,
    ),
    Cue(
        "is-to",
        "Is to act: the short future of headlines and plans.",
        "The Trust is to build 200 homes.",
        "is to|are to|now to|also to",
        r"\b(?:is|are) (?:now |also )?to(?= [a-z]+\b)(?! blame\b)(?! be hoped\b)",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.INFINITIVE,
        (*_OWN_ONLY, "other-body", "not-an-act", "prediction"),
        by_verb=True,
        by_day=True,
    ),
    Cue(
        "going-to",
        'Is going to act: said of a speaker\'s own act, it binds like "will".',
        "We are going to publish the report.",
        "going to",
        rf"(?:{_BE}) {_ADV}(?:not )?going to\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.MODAL,
        _WILL,
        by_verb=True,
        by_day=True,
    ),
    Cue(
        "in-process",
        "Is in the process of doing it: the work is in hand and its end is still to come.",
        "We are in the process of hiring a manager.",
        "process of",
        rf"(?:\b{_BE}|'re|'m) {_ADV}in the process of (?P<verb>[a-z-]+ing)\b",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PROGRESSIVE,
        _OWN_ONLY,
    ),
    Cue(
        "present-progressive",
        "Is doing work whose result is still to come: exploring, reviewing, working with.",
        "We are reviewing our complaints process.",
        "ing",
        rf"(?:\b{_BE}|'re|'m|\bwas|\bwere)(?:, (?:however|therefore|of course|too"
        rf"|meanwhile),)? {_ADV}(?P<verb>[a-z-]+ing)\b",
        Kind.COMMITMENT,
        Strength.EXPLORATORY,
        Shape.PROGRESSIVE,
        ("not-own-work", *_OWN_ONLY, "letter"),
    ),
    Cue(
        "shall-verb",
        "Shall: the binding future.",
        "The Board shall publish its decision.",
        "shall|shan't",
        r"\b(?:shall|shan't)\b",
        Kind.COMMITMENT,
        Strength.BINDING,
        Shape.MODAL,
        _WILL,
    ),
    Cue(
        "will-verb",
        "Will, with a verb of doing: the plain way to promise.",
        "We will publish the plan.",
        "will|won't|'ll",
        r"\b(?:[Ww]ill|[Ww]on't|WILL)\b|(?<=\w)'ll\b",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.MODAL,
        _WILL,
        by_verb=True,
        by_day=True,
    ),
    Cue(
        "would-reported",
        'Would, after a past "said", is somebody\'s "will".',
        "The Trust said that it would publish the report.",
        "would|'d",
        r"\bwould\b|(?<=\w)'d\b(?! (?:been|better|rather|\w+ed)\b)",
        Kind.COMMITMENT,
        Strength.FIRM,
        Shape.MODAL,
        ("backshift-only", *_WILL),
        by_verb=True,
        by_day=True,
    ),
    Cue(
        "must-verb",
        "Must: others are told to act; of oneself it is a duty without an undertaking.",
        "The regulator must publish its findings.",
        "must",
        r"\b(?:must|MUST)\b",
        Kind.RECOMMENDATION,
        Strength.FIRM,
        Shape.MODAL,
        _DEMANDED,
    ),
    Cue(
        "should-verb",
        "Should or ought to: others are advised to act; of oneself it is a duty.",
        "The regulator should publish its findings.",
        "should|ought",
        r"\b(?:should(?:n't)?|ought(?:n't)?(?: not)? to|ought)\b",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.MODAL,
        _DEMANDED,
    ),
    Cue(
        "need-verb",
        "Needs to: others are told what is wanted of them; of oneself it is a duty.",
        "The regulator needs to publish its findings.",
        "need",
        r"(?<!not )(?<!would )(?<!the )(?<!a )(?<!no )(?<!our )(?<!their )(?<!any )\bneeds?"
        r" (?:also )?to\b",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.MODAL,
        _DEMANDED,
    ),
    Cue(
        "may-kindly",
        'In Indian letters, a body "may kindly" do what it is asked to.',
        "The Ministry may kindly publish its findings.",
        "may kindly|may please",
        r"\bmay (?:kindly|please)\b",
        Kind.RECOMMENDATION,
        Strength.INTENDED,
        Shape.MODAL,
        _DEMANDED,
    ),
    Cue(
        "hope-verb",
        "Hopes or aspires: a wish.",
        "We hope that families will get the answers they seek.",
        "hope|hoping|aspire|dream|long|yearn",
        r"\b(?:dreams?)\b(?= (?:of|that)\b)|\b(?:longs?|yearns?)\b(?= (?:for|to)\b)|\b(?:hopes?"
        r"|aspires?)\b(?= (?:that|to|the|you|we|it"
        r"|this|our|every|all|they)\b)"
        r"|\b(?:is|are) (?:to be hoped|hoped|hopeful) that\b|\b(?:am|are|is) hoping\b",
        Kind.ASPIRATION,
        None,
        Shape.WISH,
        ("noun", "question", "embedded", "polite", "not-own"),
    ),
    Cue(
        "want-verb",
        "Wants: a wish.",
        "We want every patient to be seen on time.",
        "want",
        r"\bwants?\b",
        Kind.ASPIRATION,
        None,
        Shape.WISH,
        ("noun", "question", "embedded", "polite", "not-own"),
    ),
)
