"""Words that the rules need to know: verbs by what they do to an undertaking, and kinds of noun."""

from __future__ import annotations

from commitrack.extract.wordlist import words

ACTIONS = words(
    """
    instal enrol fulfil revive shelve
    abandon abolish absorb accelerate accept accommodate accompany achieve acquire act
    activate adapt add address adhere adjourn adjudicate adjust administer admit adopt advance
    advertise advise advocate affirm afford aid alert align alleviate allocate allow alter
    amalgamate amend amplify analyse analyze anchor announce annul answer apologise appeal
    apply appoint apportion appraise apprise approach approve arrange arrest articulate ask
    assemble assert assess assign assist assume assure attach attend attract auction audit
    augment authorise authorize automate avert avoid award backdate backfill badge bail
    balance ballot ban begin benchmark bestow bid bind blend block bolster book boycott breach
    brief bring broaden budget build bundle buy calculate calibrate call campaign cancel
    canvass cap capitalise carry cascade cast cater caution cease celebrate censure centralise
    certify chair challenge champion change channel charge chart chase check circulate cite
    clamp clarify classify clean clear close co-chair co-design co-fund co-operate co-opt
    co-produce coach collaborate collate collect combine commemorate commence comment
    commission commit communicate compel compensate compete compile complete comply compost
    compress computerise conceal concede concentrate conclude condemn conduct confer confine
    confirm congratulate connect conserve consign consolidate constitute construct consult
    contact contain contest contextualise continue contract contribute control convene convert
    convey convict cool cooperate coordinate cordon correct counsel count counter cover craft
    create credential criminalise cull curb cure curtail customise cut cycle debar debate
    decarbonise decentralise decide declare decline decommission decriminalise dedicate deduct
    deepen defend defer define deflect degrade delay delegate delete delineate delist deliver
    demand demolish demonstrate denote denounce deploy deport deposit depute derogate design
    designate desist destine destroy detail detect deter determine develop devise devolve
    devote diagnose dig digitalise digitise diminish direct disallow disband discharge
    discipline disclaim disclose discontinue discourage disengage dismantle dismiss dispatch
    dispense display dispose dissolve distribute diversify divert document domicile donate
    double downgrade draft draw dredge drive drop dry dual earmark ease educate elaborate
    elect electrify elevate elicit eliminate email embargo embark embed emit emphasise employ
    empower enable enact encompass encourage encrypt end endorse endow enforce engage engineer
    enhance enlarge enlist enquire enrich enrol enroll ensure enter entrust enumerate envisage
    equalise equip eradicate erect escalate escort espouse establish estimate evacuate
    evaluate evict evidence examine excavate exceed exchange exclude execute exempt exercise
    exert exhibit exonerate expand expedite expel explain expose express extend extinguish
    extract fabricate facilitate fast-track fence fight file fill finalise finance fine finish
    fit fix flag float fluoridate fly focus follow forbid force forego forge forgive form
    formalise formulate forward foster frame freeze fulfil fulfill fumigate fund furnish
    further garner gather gazette gear generate gift give go govern grade graduate grant greet
    grow guarantee guard guide halt halve hand handle harden harmonise harness harvest hear
    heed heighten help hire hoist hold honour hospitalise host house humanise identify
    illuminate immunise impart impeach implement impose impound improve improvise inaugurate
    incentivise incentivize include incorporate increase indemnify index indicate induct
    inform infuse inhibit initiate inject innovate inoculate inquire inscribe insert insist
    insource inspect instal install instigate institute instruct insulate insure integrate
    intensify intercept interconnect intervene interview intimate introduce inventory invest
    investigate invite invoice invoke involve isolate issue jettison join justify keep label
    lament landscape launch lay lead lease legislate lend lengthen lessen level levy liaise
    liberalise licence license lift limit link liquidate list listen litigate livestream loan
    lobby localise locate lodge look lower mainstream maintain make manage mandate manufacture
    map match maximise measure mediate meet memorialise mention mentor merge migrate minimise
    mint mirror mitigate mobilise model moderate modernise modernize modify monitor mothball
    motivate move mow muster name narrow nationalise negotiate neutralise nominate notify
    nurture object oblige observe obtain occupy offer offset open operate operationalise
    oppose opt order organise orient oust outlaw outline outsource overcome overhaul overrule
    oversee overturn package paint pardon participate partner pass patrol pause pave pay
    penalise permit persist persuade petition phase pick pilot place plan plant plead pledge
    plough plow police polish poll pool populate position postpone practise praise preclude
    prepare prescribe present preserve preside press pressure prevent print prioritise
    privatise probe proceed process proclaim procure produce profile programme prohibit
    prolong promote prompt promulgate propagate propose prosecute protect protest prove
    provide provision prune publicise publish pull pump punish purchase purge pursue push put
    qualify quantify quarantine raise ratify rationalise re-engage re-engineer re-examine
    re-issue re-open reach react realign reallocate reappoint reassess reassure rebalance
    rebrand rebuild recalibrate recall recapitalise recast receive recirculate reclaim
    recognise recognize recommence recommit reconcile reconfigure reconnect reconsider
    reconstitute reconstruct reconvene record recoup recover recruit rectify recuse recycle
    redeploy redesign redesignate redevelop redirect redistribute redraft redress reduce refer
    refine refit reflect refloat refocus reform refrain reframe refresh refuel refund
    refurbish refuse regain regenerate register regularise regulate rehabilitate rehome
    rehouse reimburse reimpose reinstate reintegrate reintroduce reinvest reiterate reject
    rejoin relaunch relax relay release relieve relinquish relist relocate remediate remind
    remit remodel remove remunerate render renegotiate renew renounce renovate reopen reorder
    reorganise reorganize repaint repair repatriate repay repeal replace replant replenish
    reply report reposition repossess represent reprice reprimand reprint reprofile repurpose
    request require requisition reroof reroute rescale reschedule rescind rescue research
    reserve reset resettle reshape resist resit resolve resource respect respond restart
    restate restock restore restrict resubmit resume resurface resurvey retain retire retrain
    retrofit retry return reunite reuse reverse review revise revisit revoke rework rewrite
    rezone rid ring-fence ringfence roll rotate run safeguard salt sanction sanitise satisfy
    save scatter scope scrap screen scrutinise seal search secure seek segregate seize select
    self-refer sell send sensitise separate serve set settle shape share shield shorten
    shoulder show shut sign signal signpost simplify simulate situate slash slow smooth
    solicit solve spare speak spearhead specify speed spend sponsor spray stabilise staff
    stage standardise standardize start station stem step sterilise stimulate stipulate
    stockpile stop straighten strategise streamline strengthen stretch strike strip strive
    structure subdivide sublet submit subscribe subsidise substitute suggest summarise summon
    supervise supplement suppress surcharge surrender suspend sustain swap swear sweep switch
    synchronise tackle tailor take target teach tear tell tender terminate test thank tidy
    tighten time-limit trace track train transcribe transfer transform transition translate
    transplant transport treat treble triage trial trim triple troubleshoot turn tutor unblock
    unbundle uncap uncover undertake undo unfreeze unify unite unlock unveil update upgrade
    uphold upload uprate upskill use usher utilise utilize vacate vaccinate validate vary
    verify vet veto visit volunteer vote wage waive warn watch weatherise welcome weld wheel
    widen wipe withdraw withhold witness work wrap write yield
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
    forfeit forget gain get give go grow grumble happen harm hear help hold hope hurt impact inherit
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
    appear become believe cost depend expect fail feel forget grieve happen hear hope judge know
    like look lose love matter mean miss mourn need notice recall regret remember see seem struggle
    succeed suffer think understand want wonder
    """
)
"""Verbs which predict even of the speaker ("we will need", "we will never forget")."""

POLITE = words(
    """
    add admit be begin close conclude describe detain dwell end explain finish keep leave
    mention move pretend remind repeat say speak stand start talk tell thank touch turn watch
    """
)
"""What a speaker does by speaking: nothing is left to deliver."""

PREDICTED_OF = words(
    """
    affected applauded aware blighted called commended congratulated defined delighted deplored
    determined disappointed dogged driven envied expected familiar felt forced forgotten
    harmed hoped hurt judged known left lost marked missed needed pitied pleased recognised
    regarded regretted relieved remembered reminded seen shaped surprised understood viewed welcomed
    worried
    """
)
"""Participles after "will be" which predict a reception or a fate."""

PEOPLES_ACTS = words(
    """
    advertise advise announce apologise appoint approve ask assess attend audit award bid
    brief buy campaign carry certify chair circulate commission compile conduct consult
    contact convene coordinate decide deploy distribute draft employ engage evaluate examine
    fund gather hire hold host inform inspect install interview introduce invest investigate
    invite issue lay lead lobby meet monitor negotiate nominate notify oversee pay pilot plant
    prepare present procure propose prosecute publish purchase recruit refer release repair
    replace reply report request research respond review schedule seek select sell send set
    share sign sponsor submit survey talk tender test train trial undertake update upload
    visit vote welcome work write
    """
)
"""Acts that only people do: whatever is said to do them, somebody stands behind it."""

RECEIVING = frozenset(["receive", "get"])
RESULTS = words(
    """
    begin build close commence complete cover create cut deliver double employ end extend
    finance finish fix fund halve house include invest launch link offer open operate pay
    protect provide put remain reopen repair replace run serve start stay stop support switch train
    triple
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
    "rung": "ring", "sung": "sing", "frozen": "freeze", "broken": "break", "stolen": "steal",
    "risen": "rise", "woken": "wake",
    "worn": "wear", "torn": "tear", "sworn": "swear", "sunk": "sink", "struck": "strike",
    "stuck": "stick", "wound": "wind", "ground": "grind", "bound": "bind", "lit": "light",
    "shut": "shut", "cast": "cast", "hit": "hit", "shed": "shed", "spread": "spread",
    "bent": "bend",
    "beset": "beset", "reset": "reset", "rid": "rid", "fit": "fit", "got": "get", "gotten": "get",
    "heard": "hear", "upheld": "uphold", "withheld": "withhold", "swum": "swim", "shot": "shoot",
    "forgiven": "forgive", "forbidden": "forbid", "hidden": "hide", "eaten": "eat",
    "beaten": "beat",
    "proven": "prove", "sewn": "sew", "sown": "sow", "mown": "mow", "blown": "blow", "born": "bear",
    "overthrown": "overthrow", "outdone": "outdo", "redone": "redo", "rerun": "rerun",
    "overcome": "overcome", "become": "become", "recut": "recut", "mistaken": "mistake",
    "shaken": "shake", "ridden": "ride", "fallen": "fall", "slid": "slide", "spun": "spin",
    "bred": "breed", "bled": "bleed", "sped": "speed", "understood": "understand", "lain": "lie",
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


def base_of_ing(word: str) -> str | None:
    """The base form of a present participle, when it is one of the known acts."""
    if not word.endswith("ing") or len(word) < 5:
        return None
    stem = word[:-3]
    return _known(stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)


_NO_DOING = words(
    """
    amazing appalling becoming being binding building challenging charming compelling
    confusing convincing damaging demanding devastating disappointing during embarrassing
    encouraging evening everything exciting existing fascinating forthcoming frustrating
    glaring heartbreaking interesting lacking lasting misleading missing morning moving
    nothing ongoing outgoing outstanding overarching overwhelming painstaking pending pleasing
    pressing promising puzzling rewarding shocking something standing striking struggling
    surprising telling thing thriving understanding upcoming upsetting wedding willing wing
    worrying
    """
)
"""Words in -ing that say how a thing is, or are nouns."""


def stem_of_ing(word: str) -> str | None:
    """What is left of a present participle that no list holds; None for adjectives and nouns."""
    if not word.endswith("ing") or len(word) < 6 or word in _NO_DOING or not word.islower():
        return None
    stem = word[:-3]
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem


def base_of_third(word: str) -> str | None:
    """The base form of "holds", "applies", "establishes", when it is one of the known acts."""
    if not word.endswith("s") or len(word) < 4:
        return None
    stem = word[:-1]
    ies = f"{stem[:-2]}y" if stem.endswith("ie") else stem
    return _known(stem, ies, stem[:-1] if stem.endswith("e") else stem)


def base_of_participle(word: str) -> str | None:
    """The base form of a past participle, regular or not; None when it does not look like one."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not word.endswith("ed") or len(word) < 4:
        return None
    stem = word[:-2]
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    ied = f"{stem[:-1]}y" if stem.endswith("i") else stem
    plain = doubled if stem[-1:] not in ("l", "s", "f", "z") else stem
    return _known(f"{stem}e", stem, doubled, ied) or plain


def _known(*forms: str) -> str | None:
    return next((one for one in forms if one in ACTIONS or one in EXPLORATORY), None)


NOUNS_TOO = words(
    """
    agree archive arm back bar base bear bond brand bus clerk drain dress drill drink field
    flood fuel gate grit ground group iron light line load lobby lock log mail man mark market
    mount net number nurse own pack park partner phone plug post power price project question
    quote rent ring route rule scale scan seat seed service shelter shift ship site sort
    source spot spread state stock store study subject supply survey tape tax test tie time
    toll top total tour trade trap truck try tune value view walk wash water weigh wind wire
    zone
    """
)
"""Acts that are read as verbs only where a verb must stand: after "and" they may be nouns."""


def is_act(word: str) -> bool:
    """Whether a word is the base form of an act; to do it again is one too: "reissue"."""
    if word in ACTIONS or word in EXPLORATORY or word in CONTINUING:
        return True
    return word.startswith("re") and len(word) > 5 and word[2:].lstrip("-") in ACTIONS


SPARED = frozenset(["lose", "pay", "wait", "face", "suffer", "miss"])
"""What it is promised that nobody will have to do: "no patient will wait"."""


def may_act(word: str) -> bool:
    """Whether a word that stands where a verb must, as after a modal, names an act."""
    return is_act(word) or word in NOUNS_TOO or word.removeprefix("re") in NOUNS_TOO
