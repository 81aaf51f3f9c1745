"""What limits a promise: open owners, other people, vague amounts, conditions, negations.

"More" is no vague quantity before "than 40"; "if" after "ask" is a question and no condition; "not"
in "who do not have one" takes nothing back.
"""

from __future__ import annotations

from commitrack.model.lint.clues import Clue
from commitrack.model.lint.grammar import ADVERBS, BEGINS, MODAL, NUMBER, UNDERTAKES

_THEIRS = (
    r"(?:its|our|their|my|the|all|other|local|key|relevant|national|delivery|wider|various|of)"
)

_OTHERS = r"(?:members|partners|stakeholders|agencies|others|colleagues|allies|affiliates|trusts)"

OPEN_OWNERS = (
    Clue("and", then=rf" (?:{_THEIRS} ){{0,3}}{_OTHERS}"),
    Clue("with alongside", then=rf" (?:{_THEIRS} ){{0,3}}{_OTHERS}"),
    Clue(
        "all both",
        then=r" (?:parties|partners|agencies|sides|organisations|organizations|of us|services"
        r"|bodies|concerned|involved)",
        after=r"^(?:the |we |our )?",
    ),
    Clue(
        "everyone everybody partners stakeholders agencies",
        but_not=r"'",
        then=r"(?: (?:concerned|involved|across (?:the |our |all )?\w+))?",
        after=r"^(?:the |we |our )?",
    ),
)
"""Owners without an end; they count only before the verb, where the owners stand."""

DEPENDS = (
    Clue(
        "through via with", then=r" (?:our |its |their |local |delivery |key |other ){0,2}partners"
    ),
    Clue(
        "in",
        then=r" (?:close |full |equal )?(?:partnership|collaboration|conjunction|co-operation"
        r"|cooperation|association|consultation|concert) with",
    ),
    Clue("depend depends depending dependent contingent", then=r" (?:up)?on"),
    Clue("rely relies relying reliant", then=r" (?:up)?on"),
    Clue("pending awaiting", but_not=r" (?:trial|discharge|treatment|sentence|an answer)"),
    Clue(
        "subject",
        then=r" to (?:[\w'-]+ ){0,5}(?:agreement|approval|consent|permission|licence|license"
        r"|assent|confirmation|ratification|clearance|decision|vote|legislation|funding)",
    ),
    Clue(
        "with",
        then=r" (?:the )?(?:agreement|approval|consent|permission|co-operation|cooperation"
        r"|assent|blessing) of",
    ),
    Clue(
        "once when after until",
        then=r" (?:[\w',-]+ ){1,9}?(?:has|have|is|are)(?: been)? (?:[a-z]+ly )?"
        r"(?:agreed|approved|published|confirmed|granted|given|passed|signed|ratified|consented"
        r"|allocated|awarded|enacted|issued|decided|secured|announced|released|made)",
        not_after=r"(?:even|not) ",
    ),
    Clue(
        "if provided unless should once when",
        then=r" (?:that )?(?:the |our |its |their |other |all )*"
        r"(?:partners?|government|council|councils|ministers?|minister|parliament|congress|courts?"
        r"|treasury|cabinet|board|legislature|oireachtas|state|states|union|unions|members"
        r"|trustees|regulator|company|owner|owners|landowners?|bank|commission|department)"
        r" (?:also )?(?:agrees?|approves?|consents?|accepts?|allows?|permits?|funds?|votes?|"
        r"decides?|supports?|responds?|provides?|passes?|grants?|gives?|wishes?|signs?|legislates?)",
    ),
)

_MEASURED = (
    r"(?: (?!and\b|or\b|but\b|which\b|that\b)[\w'/-]+){0,7} "
    r"(?:by|to|from|of|at least|at|least|above|below|under|over|than) "
    rf"(?:at least |up to |a further |a |an additional |as many as |some |around |about )?{NUMBER}"
)
"""The quantity follows: "improve punctuality to 92 per cent"."""

VAGUE = (
    Clue(
        "more",
        but_not=rf" than| {NUMBER}\b|{_MEASURED}| (?:information|details?) (?:is|are|can|about)"
        r"| or less",
        not_after=rf"(?:no|not|any|once|one|what is|the|{NUMBER}(?: per cent| percent)?"
        rf"(?: [a-z]+)?|never|all the|many|much|read|find out|learn) ",
    ),
    Clue(
        "better greater faster quicker stronger higher lower fewer enhanced",
        but_not=rf" than| than|{_MEASURED}| education| court| tier| rate| house",
        not_after=r"(?:no|not|any|even if|for|the|upper and) ",
    ),
    Clue(
        "further",
        but_not=rf" (?:education|to|notice|afield|ado|agreed|resolved|recommends?|noted|{NUMBER})"
        rf"|{_MEASURED}",
        not_after=r"(?:no|any|until|a) ",
    ),
    Clue("further", after=r"a ", but_not=rf" {NUMBER}|{_MEASURED}"),
    Clue(
        "significant significantly substantial substantially considerable considerably robust "
        "timely adequate adequately sufficient reasonable meaningful proportionate suitable",
        but_not=rf" (?:event|adjustments?|adjustment|excuse|interest|compliance|harm|birthday)"
        rf"|{_MEASURED}| more than| less than",
        not_after=r"(?:no|not|any) ",
    ),
    Clue(
        "appropriate appropriately",
        but_not=r" (?:[\u00a3$\u20ac]\d|funds|money|body|adult)",
        not_after=r"(?:where|when|as|if|wherever|whenever|will|shall|to) ",
    ),
    Clue(
        "improve improved improving enhance enhancing",
        but_not=_MEASURED,
        not_after=r"(?:who|an|the) ",
    ),
    Clue(
        "reduce reducing increase increasing boost boosting raise cut lower expand",
        but_not=rf"{_MEASURED}|,? (?:from|by|to) {NUMBER}| awareness| back"
        r"| the (?:flag|ribbon|question|matter|issue|concern)"
        rf"| (?:a|an|the) (?:concern|issue|matter|question|objection|flag)"
        rf"| {NUMBER}\b| all\b| every\b| or\b",
        after=rf"(?:{BEGINS}|(?:{MODAL}|{UNDERTAKES} to|and) ){ADVERBS}",
    ),
    Clue(
        "several numerous various",
        not_after=r"(?:the|these|those|joint and) ",
    ),
    Clue("a", then=r" (?:(?:wide|broad|whole|full|good) )?(?:range|variety|number|series|host) of"),
    Clue("regular regularly", but_not=r" (?:bus|train|ferry|service|season|army|expression)"),
    Clue("high-quality world-class first-class best-in-class cutting-edge"),
)

CONDITIONS = (
    Clue(
        "if",
        but_not=r" (?:not (?:sooner|earlier|before|more|all)|any\b|anything|only)",
        not_after=r"(?:as|even|what|ask|asks|asked|asking|see|seeing|know|knows|decide|decides"
        r"|deciding|wonder|check|checks|find out|establish|determine|consider|tell (?:us|them|you)"
        r"|say|says|sure|and|or|(?:ask|asks|tell|tells|told)(?: [\w'-]+){1,3}) ",
    ),
    Clue("unless"),
    Clue("subject", then=r" to", not_after=r"(?:the|a|this|that|any|not|is|are|be|same|every) "),
    Clue(
        "subject",
        then=r" to (?:approval|agreement|consent|funding|confirmation|availability"
        r"|legislation|parliament|contract|planning|the (?:usual|necessary|agreement|approval))",
        after=r"(?:is|are|be) ",
    ),
    Clue(
        "where wherever if when whenever as",
        then=r" (?:(?:soon|far|much|quickly|fully) as )?(?:reasonably |practically )?"
        r"(?:possible|appropriate|practicable|practical|necessary|needed|required|feasible"
        r"|available|affordable)",
        not_after=r"(?:it is|they are) ",
    ),
    Clue("so as", then=r" far as (?:is )?(?:reasonably )?(?:possible|practicable|we can|it can)"),
    Clue(
        "where when as if",
        then=r" (?:[\w'-]+ ){1,4}(?:allows?|permits?|allowing|permitting)",
    ),
    Clue("resources funding funds time weather budgets", then=r" (?:permitting|allowing)"),
    Clue("provided providing assuming", then=r" that"),
    Clue("provided assuming", after=r", ", then=r" (?:the|we|it|they|no|our|there)"),
    Clue("condition", after=r"on (?:the )?", then=r" (?:that|of)"),
    Clue("long", after=r"(?:as|so) ", then=r" as", not_after=r"for as "),
    Clue("in", then=r" principle", but_not=r" principle and in"),
    Clue("should", after=r"(?:^|[,;] )", then=r" (?:the |a |an |any |this |it |they |we )?\w+"),
    Clue("depending contingent conditional", then=r" (?:up)?on"),
    Clue("in", then=r" the event (?:of|that)"),
)

_AUX = r"(?:will|shall|would|must|should|may|can|could|might|do|does|did|is|are|am|be)"

_OPENS_ASIDE = (
    r"(?:if|where|when|whether|unless|because|since|until|although|though|while|why|who|which"
    r"|whose|as|than|what)"
)

_ASIDE = (
    rf"(?:(?:who|which|that|those|these|what) {_AUX}"
    r"|(?:say|show|find|think|know|prove|mean)s? (?:that |whether )?(?:[\w'-]+ ){0,4}"
    r"(?:do|does|did|is|are|can|has|have)"
    r"|(?:if|where|when|whether|unless|because|since|until|although|though|while|why|whose|as"
    r"|than) (?:[\w'-]+ ){0,4}(?:do|does|did|is|are|am|be|can|could|would)) (?:[a-z]+ly )?"
)
"""The negation stands in a clause of its own: "who do not yet have one", "if it does not"."""

NEGATIONS = (
    Clue(
        "not",
        but_not=r" (?:only|just|least|later|earlier|fewer|less|more|longer|better|worse|sooner"
        r"|simply|merely|solely|limited|unless|until|yet|all|every|necessarily)",
        after=rf"{_AUX} (?:[a-z]+ly |also |now |there |we |it |they ){{0,2}}",
        not_after=_ASIDE,
    ),
    Clue(
        "not",
        then=r" to (?!(?:mention|an?|the|our|its|their|any|your)\b)\w+",
        not_after=r"(?:or|and|but|whether|why|how|when|if|ought|so as|in order|having|told|asked) ",
    ),
    Clue(
        "won't shan't can't cannot don't doesn't mustn't shouldn't wouldn't isn't aren't",
        but_not=r" (?:only|just)",
        not_after=rf"(?:{_OPENS_ASIDE} (?:[\w'-]+ ){{0,6}}|(?:that|those|these) )",
    ),
    Clue(
        "never",
        but_not=r" (?:before|mind)",
        not_after=rf"(?:has|have|had|was|were|{_OPENS_ASIDE}) (?:[\w'-]+ ){{0,4}}",
    ),
    Clue(
        "no",
        but_not=r" (?:later|earlier|fewer|less|more than|longer than|better|worse|sooner|doubt"
        r"|matter|different|\d)|[.] ?\d",
        not_after=r"(?:has|have|had|having|with|is|are|was|were|or|at|in|by|there's|of|say|said) ",
    ),
    Clue(
        "nobody nothing none neither nowhere",
        but_not=r" (?:less|but|other|of this is|of these is|is more)",
        not_after=rf"(?:or|with|do|has|have|is|are|was|were|say|to|{_OPENS_ASIDE}) "
        r"(?:[\w'-]+ ){0,2}",
    ),
    Clue("refrain refrains refraining", then=r" from"),
)
