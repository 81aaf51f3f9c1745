"""Patterns of English that the tables of clues share: where verbs stand, how numbers look."""

from __future__ import annotations

ADVERBS = r"(?:(?:also|now|then|still|all|each|both|always|instead|[a-z]+ly) ){0,2}"

MODAL = r"(?:will|shall|would|must|should|may|can|could|might|[a-z]+'ll|let us|let's|not)"

UNDERTAKES = (
    r"(?:agree[sd]?|plans?|intends?|aims?|commit(?:s|ted)?|pledge[sd]?|promise[sd]?|undertakes?"
    r"|undertook|resolve[sd]?|wants?|hopes?|seeks?|seeking|continu(?:e|es|ing)|decide[sd]?"
    r"|propose[sd]?|expect(?:s|ed)?|needs?|ought|going|due|able|try|trying|is|are|be)"
)

BEGINS = r"(?:^|(?:^|(?<= ))(?:[-\u2022*\u2013]|\(?[a-z0-9]{1,3}[.)]) |[:;] )"

BE = r"(?:is|are|am|be|been|was|were|[a-z]+'(?:re|s|m)) "

NUMBER = (
    r"(?:[\u00a3$\u20ac]?\d[\d,.]*(?:st|nd|rd|th|m|bn|k|p)?%?|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
    r"|thousand|half|dozen|a (?:hundred|thousand|million|dozen|third|quarter))"
)

MAIN = rf"(?:{BEGINS}(?:to )?|(?:{MODAL}|{UNDERTAKES} to|and) ){ADVERBS}"
"""Where the main verb of a promise stands: after a modal, "pledges to", or at the beginning."""

ANY_VERB = rf"(?:{BEGINS}|(?:{MODAL}|to|and) ){ADVERBS}"
"""Where a word that is a noun too can only be a verb, whatever the verb does in its sentence."""

DOING = rf"{BE}{ADVERBS}"
"""Where a word in -ing is what somebody is doing, and no noun."""
