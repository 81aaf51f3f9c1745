"""Words for those who act: people, posts, and bodies by their names and kinds."""

from __future__ import annotations

from commitrack.extract.wordlist import words

PEOPLE = words(
    """
    administrators advertisers agencies agents airlines anybody anyone applicants archivists
    associations attendees authorities banks beneficiaries bishops board boards bodies
    boroughs borrowers brokers businesses candidates carers carriers chaplains charities
    charterers children cities citizens claimants clerks clients clinicians clubs coaches
    colleagues colleges commissioners communities commuters companies company congregations
    consumers contractors council councillors councils counsel counties countries crew crews
    customers cyclists delegates dentists department departments developers directors
    districts doctors donors drivers employees employers enterprises everybody everyone
    exporters families farmers firms fishermen franchisees friends funders groups government
    governments governors grantees growers guardians guests homeowners hospitals householders
    households importers individuals inhabitants institutions insurers investors judges
    jurisdictions landlords lawyers leaders learners legislators legislatures lenders
    licensees locals magistrates managers manufacturers members men merchants midwives
    minister ministers ministries motorcyclists motorists municipalities musicians nations
    neighbours nurses occupants occupiers officers officials operators organisations owners
    parents parishes parliament participants parties partners passengers patients pedestrians
    peers people performers person pharmacists pilots police policymakers politicians
    principals prisons processors prosecutors providers provinces pupils ratepayers readers
    recipients refugees regions registrars regulators relatives representatives researchers
    residents respondents retailers savers schools secretaries shareholders shippers sides societies
    signatories spectators sponsors staff stakeholders states students subscribers supervisors
    suppliers survivors swimmers taxpayers teachers teams tenants territories tourists towns
    tradespeople travellers trust trustees trusts unions universities users veterans viewers
    visitors volunteers voters walkers women workers
    """
)
ORGANISATION_WORDS = words(
    """
    Academy Administration Agency Airport Airways Alliance Archive Archives Assembly
    Association Authority Bank Board Borough Branch Brigade Bureau Cabinet Campaign Center
    Centre Chamber Charity Church City Clinic Club Co-operative Coalition Collective College
    Command Commission Commissioners Committee Company Confederation Conference Congress
    Consortium Constabulary Cooperative Corporation Council County Court Dairies Department
    Diocese Directorate District Division Electric Employers Energy Executive Federation
    Ferries Fondation Forum Foundation Friends Fund Fundación Gallery Gas Government Group
    Guild Harbour Holdings Homes Hospital Hospitals Housing Inc Industries Infirmary
    Initiative Inspectorate Institute Institution Laboratory League Library Limited Line Lines
    Ltd Metro Ministry Museum NHS Network Networks Observatory Office Ombudsman Orchestra
    Panel Parliament Partnership Party Police Port Power Practice Press Rail Railway Railways
    Registry Regulator School Schools Secretariat Senate Service Services Society Stichting
    Stiftung Surgery Synod Taskforce Theatre Trains Transit Treasury Tribunal Trust Union
    University Universität Utilities Water plc
    """
)
PLACES_THAT_ACT = words(
    """
    borough city county district municipality parish province state territory town village
    """
)
"""Nouns for a place and for whoever governs it: "the City will buy the site"."""
OFFICES = words(
    """
    adviser auditor caretaker chair chairman chairwoman champion clerk co-ordinator
    commissioner constable consultant controller coordinator counsellor deputy director doctor
    engineer governor guardian head headmaster headteacher inspector investigator lead leader
    librarian manager mayor midwife nurse officer registrar secretary sergeant sister
    spokesman spokeswoman supervisor surveyor teacher treasurer trustee warden worker
    """
)
"""Nouns for one person by their post: "the site manager", "a housing officer"."""
STAFF = words(
    """
    commissioners constables councillors crews detectives directors engineers executives
    firefighters governors inspectors investigators managers officers officials rangers
    sergeant staff supervisors surveyors team teams technicians trustees wardens
    """
)
"""Nouns for those who work for the body that speaks, when it promises in their name."""
SHORT_FORMS = words(
    """
    administration agency airline airport alliance archive assembly association authority bank
    bodies body brigade bureau business campaign centre charity church club coalition college
    co-op commission commissioners commonwealth company confederation consortium constabulary
    contractor corporation council court crown department diocese directorate division
    employer faculty federation firm force forum foundation foundations fund gallery group
    guild hospital inquiry inspectorate institute league legislature library manufacturer
    ministry museum network office ombudsman operator orchestra organisation panel parliament
    partnership party police provider registry regulator retailer school secretariat senate
    service society supplier taskforce theatre treasury tribunal trust union university
    utility
    """
)
"""Nouns by which a text calls a body that it has named in full."""
TRADES = words(
    """
    Aggregates Health
    Airlines Biscuits Breweries Broadband Builders Capital Cement Chemicals Coaches Construction
    Dairies Developments Electronics Engineering Estates Farms Ferries Finance Foods Freight
    Furniture Healthcare Heat Holdings Infrastructure Insurance Investments Labs Leisure Lettings
    Logistics Media Metals Mills Mining Minerals Motors Mutual Networks Paper Pharma
    Pharmaceuticals Plastics Ports Potteries Properties Quarries Railways Renewables Robotics
    Shipping Shipyards Software Solar Solutions Steel Stores Studios Supermarkets Systems
    Technologies Telecom Textiles Tiles Timber Ventures
    """
)
"""Last words of the names of companies, which no kind of public body has."""
FORCES = {
    "company": ("plc", "Ltd", "Limited", "Inc", "Water", "Trains", "Dairies", "Line", "Energy",
                "Homes", "Group", "Company", "Holdings", "Airways", "Power", "Gas", "Electric"),
    "firm": ("plc", "Ltd", "Limited", "Inc", "Group", "Company"),
    "co-op": ("Co-operative", "Cooperative", "Co-op"),
    "force": ("Police", "Constabulary"),
    "district": ("Schools", "School"),
    "business": ("plc", "Ltd", "Limited", "Inc", "Group", "Company"),
    "charity": ("Foundation", "Trust", "Society", "Charity", "Centre"),
    "organisation": (),
    "hospital": ("Hospital", "Hospitals"),
    "regulator": ("Inspectorate", "Office", "Authority", "Commission"),
}  # fmt: skip
"""Which words of a full name a generic short form may stand for."""
