"""Words that the rules need to know: verbs by what they do to an undertaking, and kinds of noun."""

from __future__ import annotations

from commitrack.extract.wordlist import words

ACTIONS = words(
    """
    abolish accelerate accept achieve acquire act adapt add address adjust administer adopt
    advance advertise allocate allow amend announce answer apologise apply appoint approach
    approve arrange ask assess assign attend audit automate award balance ballot ban begin bid
    block book bring broaden build buy call cancel cap carry cease centralise certify chair
    challenge change charge check circulate clarify clean clear close co-operate collect
    combine commence commission communicate compensate compile complete comply conduct confirm
    connect consolidate construct consult contact contest continue contract contribute control
    convene convert cooperate coordinate correct cover create cut decide declare decommission
    dedicate defer delay deliver demolish deploy design designate destroy develop devolve
    digitise direct disband discipline disclose discontinue dismiss distribute divert donate
    double draft draw dredge drop educate eliminate embark embed employ empower enable
    encourage end endorse enforce engage enhance enrol ensure enter equip eradicate establish
    evaluate examine exceed exempt expand extend fast-track file fill finalise finance finish
    fit fix focus follow form formalise foster freeze fulfil fund further give go grant grow
    halt halve hand handle harmonise hire hold honour host house identify implement improve
    improvise include incorporate increase inform initiate inspect install instruct integrate
    intensify introduce invest investigate invite involve issue join keep launch lay lead
    legislate lend level levy lift limit list listen lobby locate look lower maintain make
    manage mandate map match measure meet mentor merge migrate mobilise modernise monitor move
    name negotiate nominate notify object obtain offer open operate oppose order organise
    outline overhaul oversee paint participate pass pause pay permit phase pilot place plant
    pool prepare present preserve press prevent prioritise process procure produce prohibit
    promote propose prosecute protect provide publicise publish purchase pursue put raise
    ratify reach rebuild recall receive recirculate reconsider record recruit recycle redesign
    redirect reduce refer reform refresh refund refurbish refuse register reinstate reinvest
    reject release relocate remove renew reopen reorganise repair repay repeal replace reply
    report require rescue resettle reshape resolve respond restart restock restore restrict
    resume resurface retain retrain return reuse reverse review revise revisit revoke rewrite
    roll run safeguard scrap screen scrutinise secure seek select sell send separate serve set
    settle shape share shorten show sign simplify speak speed spend staff stage standardise
    start station step stop streamline strengthen strip submit subsidise suspend sustain
    switch tackle take target tell tender terminate test tighten trace track train transfer
    transform translate treat treble trial triple turn uncap uncover undertake update upgrade
    uphold uprate use visit vote waive watch welcome widen withdraw withhold work write
    """
)
"""Base forms of verbs which name an act that a body can undertake."""

EXPLORATORY = words("explore consider discuss review examine seek look think reflect")
CONTINUING = words("continue support work")
VAGUE_ACTS = words(
    """
    address assess be champion consider continue discuss drive embark embed empower enable
    encourage engage enhance ensure explore focus foster help improve learn listen look
    prioritise promote protect reflect reshape safeguard seek strengthen strive support tackle
    think transform work
    """
)
"""Acts whose doing nobody could check without a number or a product."""

PREDICTIONS = words(
    """
    add admit affect age agree allow appear apply argue arrive ask bear become believe benefit
    boost bring cause come continue cost crumble deepen delight depend deserve die disappear
    enable encounter end endure enjoy escape expect experience face fail fall fear feel find
    forfeit forget gain get give go grow happen harm hear help hold hope hurt impact inherit
    judge keep know lead leave like live look lose love make matter mean miss need notice
    occur overlook own pass pay persist please posess prefer prove realise recall recognise
    recover rely remain remember remind require rise save say see seem shape show sit sleep
    smell spread stand stay struggle succeed suffer suit survive sustain take talk tell think
    touch trigger try understand vanish wait want win wish wonder work worsen
    """
)
"""What happens to a subject rather than what somebody undertakes; read only for other subjects."""

NEVER_UNDERTAKEN = words(
    """
    appear become believe cost depend expect fail feel forget happen hear hope judge know like
    look lose love matter mean miss need notice recall regret remember see seem struggle
    succeed suffer think understand want wonder
    """
)
"""Verbs which predict even of the speaker ("we will need", "we will never forget")."""

POLITE = words(
    """
    add admit be begin close conclude detain dwell end finish keep leave mention pretend remind
    repeat say speak stand talk tell thank turn watch
    """
)
"""What a speaker does by speaking: nothing is left to deliver."""

PREDICTED_OF = words(
    """
    affected aware blighted called defined determined disappointed dogged driven familiar felt
    forced forgotten harmed hurt judged known left lost marked missed needed pleased
    recognised regarded remembered reminded seen shaped surprised understood viewed worried
    """
)
"""Participles after "will be" which predict a reception or a fate."""

RECEIVING = frozenset(["receive", "get"])
RESULTS = words(
    """
    begin build close cover create deliver employ finance fund house include launch open pay
    provide remain reopen replace run start stay train
    """
)
"""What an inanimate subject (a fund, a programme, a contract) can be promised to do."""

IRREGULAR = {
    "given": "give", "taken": "take", "made": "make", "sent": "send", "held": "hold", "put": "put",
    "built": "build", "brought": "bring", "paid": "pay", "met": "meet", "set": "set", "laid": "lay",
    "kept": "keep", "told": "tell", "shown": "show", "sold": "sell", "written": "write",
    "drawn": "draw", "cut": "cut", "begun": "begin", "run": "run", "led": "lead", "found": "find",
    "done": "do", "spent": "spend", "withdrawn": "withdraw", "bought": "buy", "rebuilt": "rebuild",
    "sought": "seek", "seen": "see", "known": "know", "undertaken": "undertake", "felt": "feel",
    "borne": "bear", "left": "leave", "lost": "lose", "read": "read", "fed": "feed", "hurt": "hurt",
    "forgotten": "forget", "chosen": "choose", "driven": "drive", "split": "split", "won": "win",
    "rewritten": "rewrite", "overseen": "oversee", "lent": "lend", "taught": "teach", "let": "let",
    "flown": "fly", "thrown": "throw", "grown": "grow", "spoken": "speak", "swept": "sweep",
    "dealt": "deal", "fought": "fight", "caught": "catch", "dug": "dig", "hung": "hang",
}  # fmt: skip

STATES = words(
    """
    be believe benefit enjoy expect feel have hear know see trust understand want
    """
)
"""After "should" or "need to" these name a state of people and not an act."""

CHANGES = words("rise fall grow improve increase decrease drop decline recover help mean")

CONCESSION = frozenset(["subject", "notwithstanding"])

PEOPLE = words(
    """
    agencies anybody anyone applicants authorities banks board boards bodies businesses carers
    carriers charities children cities citizens clients clinicians colleagues colleges
    commissioners communities companies company consumers council councillors councils
    counties countries crews customers department departments developers directors doctors
    drivers employees employers everybody everyone families farmers firms friends government
    governments governors growers hospitals individuals insurers investors landlords leaders
    learners lenders managers manufacturers members men minister ministers motorists nations
    neighbours nurses officers officials operators organisations owners parents parishes
    parliament passengers patients people person police politicians principals prisons
    processors providers provinces pupils regions regulators relatives residents retailers
    schools shareholders staff states students supervisors suppliers swimmers teachers tenants
    towns trust trustees trusts unions universities users visitors volunteers voters walkers
    women workers
    """
)

ORGANISATION_WORDS = words(
    """
    Academy Agency Airport Airways Alliance Assembly Association Authority Bank Board Bureau
    Cabinet Campaign Center Centre Chamber Charity Church Club Coalition College Commission
    Commissioners Committee Company Confederation Conference Congress Consortium Constabulary
    Corporation Council Court Dairies Department Directorate Electric Employers Energy
    Executive Federation Fondation Forum Foundation Friends Fund Fundación Gas Government
    Group Guild
    Holdings Homes Hospital Hospitals Housing Inc Industries Inspectorate Institute
    Institution Laboratory League Library Limited Line Lines Ltd Ministry Museum Network
    Networks
    Observatory Office Ombudsman Panel Parliament Partnership Party Police Power Press Railway
    Railways Regulator School Secretariat Senate Service Services Society Stichting Stiftung
    Taskforce Trains Treasury Tribunal NHS Trust Union University Universität Water plc
    """
)

OFFICES = words(
    """
    adviser auditor caretaker chair chairman chairwoman champion clerk co-ordinator commissioner
    constable consultant controller coordinator counsellor deputy director doctor engineer
    governor guardian head headmaster headteacher inspector investigator lead leader librarian
    manager mayor midwife nurse officer registrar secretary sergeant sister spokesman
    spokeswoman supervisor surveyor teacher treasurer trustee warden worker
    """
)
"""Nouns for one person by their post: "the site manager", "a housing officer"."""

STAFF = words(
    """
    directors executives governors inspectors managers officers officials sergeant staff
    supervisors team teams trustees
    """
)
"""Nouns for those who work for the body that speaks, when it promises in their name."""

SHORT_FORMS = words(
    """
    agency airport alliance association authority bank bodies body business campaign centre
    charity church club college commission commissioners company confederation constabulary
    corporation council department federation firm force forum foundation foundations fund
    group guild hospital inquiry inspectorate institute league library ministry museum network
    office ombudsman organisation panel partnership party police regulator school service
    society trust union university
    """
)
"""Nouns by which a text calls a body that it has named in full."""

FORCES = {
    "company": ("plc", "Ltd", "Limited", "Inc", "Water", "Trains", "Dairies", "Line", "Energy",
                "Homes", "Group", "Company", "Holdings", "Airways", "Power", "Gas", "Electric"),
    "firm": ("plc", "Ltd", "Limited", "Inc", "Group", "Company"),
    "force": ("Police", "Constabulary"),
    "business": ("plc", "Ltd", "Limited", "Inc", "Group", "Company"),
    "charity": ("Foundation", "Trust", "Society", "Charity", "Centre"),
    "organisation": (),
    "hospital": ("Hospital", "Hospitals"),
    "regulator": ("Inspectorate", "Office", "Authority", "Commission"),
}  # fmt: skip
"""Which words of a full name a generic short form may stand for."""


def base_of_ing(word: str) -> str | None:
    """The base form of a present participle, when it is one of the known acts."""
    if not word.endswith("ing") or len(word) < 5:
        return None
    stem = word[:-3]
    return _known(stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)


def base_of_participle(word: str) -> str | None:
    """The base form of a past participle, regular or not; None when it does not look like one."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not word.endswith("ed") or len(word) < 4:
        return None
    stem = word[:-2]
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    ied = f"{stem[:-1]}y" if stem.endswith("i") else stem
    return _known(f"{stem}e", stem, doubled, ied) or stem


def _known(*forms: str) -> str | None:
    return next((one for one in forms if one in ACTIONS or one in EXPLORATORY), None)


def is_act(word: str) -> bool:
    """Whether a word is the base form of an act."""
    return word in ACTIONS or word in EXPLORATORY or word in CONTINUING
