"""Action plans: bullets and numbers under lead-ins of many shapes."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, aspiration, commitment, recommendation


def plan(fact: str, text: str, *items: Item) -> Case:
    """A case from the improvement plan of an ambulance trust."""
    return Case(fact, text, items, publisher="Ridgeway Ambulance Trust", date="2026-01-15")


def strategy(fact: str, text: str, *items: Item) -> Case:
    """A case from the climate plan of a district council in New Zealand."""
    return Case(fact, text, items, publisher="Tarawhiti District Council", date="2026-01-15")


RIDGEWAY = "Ridgeway Ambulance Trust"
TARAWHITI = "Tarawhiti District Council"

CASES = [
    plan(
        "a lead-in that ends in will gives its owner to each bullet",
        "The Trust will:\n\n"
        "• recruit 60 paramedics\n"
        "• replace the oldest ten vehicles\n"
        "• open a make-ready centre at Stoke Ferrers",
        commitment("recruit 60 paramedics", RIDGEWAY, 3, None, "lead-in"),
        commitment("replace the oldest ten vehicles", RIDGEWAY, 3, None, "lead-in"),
        commitment("open a make-ready centre at Stoke Ferrers", RIDGEWAY, 3, None, "lead-in"),
    ),
    plan(
        "a date in the lead-in bounds every bullet that has none",
        "By March 2027 we will:\n\n"
        "- fit cameras to every vehicle\n"
        "- train 400 drivers by October 2026",
        commitment("fit cameras to every vehicle", RIDGEWAY, 4, "2027-03-31", "lead-in"),
        commitment("train 400 drivers by October 2026", RIDGEWAY, 4, "2026-10-31", "lead-in"),
    ),
    plan(
        "will have takes its bullets as things done by then",
        "By the end of 2026 we will have:\n\n"
        "1. trained every call handler in mental health first aid;\n"
        "2. moved the control room to Kingsmead House.",
        commitment(
            "trained every call handler in mental health first aid", RIDGEWAY, 4, "2026-12-31"
        ),
        commitment("moved the control room to Kingsmead House", RIDGEWAY, 4, "2026-12-31"),
    ),
    plan(
        "commit to in a lead-in makes each bullet firm",
        "We commit to:\n\n"
        "(a) publish our response times by postcode;\n"
        "(b) pay the real living wage to every contractor.",
        commitment("publish our response times by postcode", RIDGEWAY, 3, None, "lead-in"),
        commitment("pay the real living wage to every contractor", RIDGEWAY, 3, None, "lead-in"),
    ),
    plan(
        "aim to in a lead-in makes each bullet an intention",
        "We aim to:\n\n"
        "• cut the use of private ambulances by half\n"
        "• bring sickness absence below 5 per cent",
        commitment("cut the use of private ambulances by half", RIDGEWAY, 2, None, "lead-in"),
        commitment("bring sickness absence below 5 per cent", RIDGEWAY, 2, None, "lead-in"),
    ),
    plan(
        "intend to in a lead-in keeps to its strength with a date",
        "Over the next two years the Trust intends to:\n\n"
        "– replace the radio network\n"
        "– close the Farley depot",
        commitment("replace the radio network", RIDGEWAY, 2, "2028-01-15", "lead-in"),
        commitment("close the Farley depot", RIDGEWAY, 2, "2028-01-15", "lead-in"),
    ),
    plan(
        "explore in a lead-in needs no verb in its bullets",
        "We will explore:\n\n• a shared garage with the fire service\n• electric response cars",
        commitment("a shared garage with the fire service", RIDGEWAY, 1, None, "lead-in"),
        commitment("electric response cars", RIDGEWAY, 1, None, "lead-in"),
    ),
    plan(
        "bullets under we have are things already done",
        "Since the inspection we have:\n\n"
        "• recruited 22 paramedics\n"
        "• repaired the roof at Farley\n"
        "• met every family that complained",
    ),
    plan(
        "bullets under people told us are what people told us",
        "Patients told us that:\n\n"
        "• they waited too long on the line\n"
        "• nobody rang them back\n"
        "• crews were kind",
    ),
    plan(
        "bullets under our values are values",
        "Our values\n\n• Courage\n• Kindness\n• Telling the truth when it will cost us",
    ),
    plan(
        "providers should in a lead-in recommends each bullet",
        "Hospitals should:\n\n"
        "• accept every patient at the door\n"
        "• name one person to run the ambulance bay",
        recommendation("accept every patient at the door", "Hospitals", 2),
        recommendation("name one person to run the ambulance bay", "Hospitals", 2),
    ),
    plan(
        "we need to in a lead-in makes wishes of its bullets",
        "We need to:\n\n• listen to our crews\n• be honest about delays",
        aspiration("listen to our crews", RIDGEWAY),
        aspiration("be honest about delays", RIDGEWAY),
    ),
    plan(
        "a bullet with two verbs is two items",
        "The Trust will:\n\n"
        "• rewrite the complaints leaflet and print it in six languages\n"
        "• appoint a complaints manager",
        commitment("rewrite the complaints leaflet", RIDGEWAY, 3),
        commitment("print it in six languages", RIDGEWAY, 3),
        commitment("appoint a complaints manager", RIDGEWAY, 3),
    ),
    plan(
        "a full sentence in a bullet has a subject of its own",
        "Next steps\n\n"
        "• The Medical Director will review every delayed call.\n"
        "• Union representatives will be invited to each debrief.",
        commitment("The Medical Director will review every delayed call", "Medical Director", 1),
        commitment("Union representatives will be invited to each debrief", None, 3),
    ),
    plan(
        "a condition in one bullet weakens that bullet alone",
        "We will:\n\n• buy a second simulator, subject to funding\n• repaint the garage",
        commitment("buy a second simulator, subject to funding", RIDGEWAY, 2),
        commitment("repaint the garage", RIDGEWAY, 3),
    ),
    plan(
        "what we will do is a heading whose bullets are promises",
        "What we will do\n\n"
        "• Publish a monthly bulletin on hospital delays\n"
        "• Double the number of mentors by 30 June 2026",
        commitment("Publish a monthly bulletin on hospital delays", RIDGEWAY, 3),
        commitment("Double the number of mentors by 30 June 2026", RIDGEWAY, 4, "2026-06-30"),
    ),
    plan(
        "going to in a lead-in is will",
        "This year we are going to:\n\n"
        "* install hoists at four stations\n"
        "* end the use of paper rotas",
        commitment("install hoists at four stations", RIDGEWAY, 4, "2026-12-31", "lead-in"),
        commitment("end the use of paper rotas", RIDGEWAY, 4, "2026-12-31", "lead-in"),
    ),
    plan(
        "a named officer may lead a list",
        "The Director of Operations will:\n\n"
        "1) chair a weekly call with the hospitals;\n"
        "2) visit every station before the end of February.",
        commitment(
            "chair a weekly call with the hospitals", "Director of Operations", 3, None, "lead-in"
        ),
        commitment(
            "visit every station before the end of February",
            "Director of Operations",
            4,
            "2026-02-28",
            "lead-in",
        ),
    ),
    plan(
        "we will not in a lead-in refuses each bullet",
        "We will not:\n\n• close any community station\n• cut the pay of any band",
        commitment("close any community station", RIDGEWAY, 3, None, "lead-in"),
        commitment("cut the pay of any band", RIDGEWAY, 3, None, "lead-in"),
    ),
    plan(
        "the measures at the foot of a plan are measures",
        "How we will know\n\n• Fewer complaints about delay\n• Better scores in the staff survey",
    ),
    plan(
        "a risk in a plan is what may happen",
        "Risks\n\nRecruitment may take longer than planned. If it does, overtime will rise and "
        "the new rota will be harder to fill.",
    ),
    strategy(
        "council without an article is the council that publishes",
        "Council will halve its own emissions by 2032. We will report on progress annually.",
        commitment(
            "Council will halve its own emissions by 2032", TARAWHITI, 4, "2032-12-31", "stated"
        ),
        commitment("We will report on progress annually", TARAWHITI, 3, None, "speaker"),
    ),
    strategy(
        "two bodies joined by and are joint owners",
        "Tarawhiti District Council and Ngāti Hauiti Trust will plant 50,000 natives along the "
        "river by the end of 2028.",
        commitment(
            "Tarawhiti District Council and Ngāti Hauiti Trust will plant 50,000 natives along "
            "the river by the end of 2028",
            "Tarawhiti District Council and Ngāti Hauiti Trust",
            4,
            "2028-12-31",
        ),
    ),
    strategy(
        "a plan that sets out how a thing will be done does not do it",
        "This plan sets out how the district will adapt to a rising sea. It is reviewed every "
        "three years, as the Act requires.",
    ),
    strategy(
        "the sea that will rise has promised nothing",
        "By 2050 the sea will have risen by a further 20 centimetres, and the road at Waipuna "
        "will flood several times a year.",
    ),
    strategy(
        "residents who are encouraged are asked gently",
        "We encourage households to compost their food scraps.",
        recommendation("We encourage households to compost their food scraps", "households", 1),
    ),
    strategy(
        "a fund that will pay is paid for by the council behind it",
        "The Seawall Fund will pay for six culverts on the Coast Road by mid-2027.",
        commitment(
            "The Seawall Fund will pay for six culverts on the Coast Road by mid-2027",
            TARAWHITI,
            4,
            "2027-08-31",
            "inferred",
        ),
    ),
    strategy(
        "a goal that is proposed is an intention",
        "Council proposes to close the Kākāriki landfill in 2029.",
        commitment(
            "Council proposes to close the Kākāriki landfill in 2029", TARAWHITI, 2, "2029-12-31"
        ),
    ),
    strategy(
        "where possible is a hedge",
        "Where possible, we will buy timber grown in the region.",
        commitment(
            "Where possible, we will buy timber grown in the region", TARAWHITI, 2, None, "speaker"
        ),
    ),
    strategy(
        "two verbs may share one object and make one item",
        "The Council will print and distribute a map of the tsunami routes.",
        commitment(
            "The Council will print and distribute a map of the tsunami routes", TARAWHITI, 3
        ),
    ),
    strategy(
        "support is an intention even where will is said",
        "We will support growers who want to change to dryland crops.",
        commitment("We will support growers who want to change to dryland crops", TARAWHITI, 2),
    ),
    strategy(
        "we want every marae to is a wish",
        "We want every marae to have a store of water.",
        aspiration("We want every marae to have a store of water", TARAWHITI),
    ),
]
