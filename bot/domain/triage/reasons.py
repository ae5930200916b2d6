"""Why a message was judged so, in codes that others can show, count and explain.

Data: which concepts of the lexicon speak for which code.
"""

from collections.abc import Collection

# In the order in which they are given; a concept that is in no line is no reason by itself.
FOR = {
    "held": ("held", "notlet", "other_inside"),
    "taken": ("taken",),
    "search": ("search",),
    "at-the-door": ("pounding",),
    "chased": ("fleeing",),
    "beaten": ("beaten_now",),
    "police": ("police", "drugunit", "traffic", "rank", "escort", "policecar", "badge", "plain", "border", "guard"),
    "custody-place": ("station", "cell", "garage"),
    "signing": ("sign",),
    "money-demanded": ("extort",),
    "health": ("newharm",),
    "vanished": ("missing",),
    "minor-or-child": ("child",),
    "covert": ("covert", "phone_taken"),
    "witness": ("witness",),
    "again": ("again",),
    "now": ("now", "prog", "prog1", "signs_now"),
}
AGAINST = {
    "released": ("released", "papers_over"),
    "over": ("ended", "od_over"),
    "past": ("past", "story", "beaten_past"),
    "future": ("future", "summons"),
    "if": ("hypo",),
    "question": ("info_q", "statute", "or", "visit"),
    "media": ("media",),
    "joke-or-test": ("joke",),
    "own-will": ("ownwill",),
    "by-judgement": ("long",),
    "other-harm": ("private",),
    "everyday": ("every_take", "everyday", "work", "school", "money", "travel", "taxi", "military"),
    "service": ("service", "thanks", "want", "registration"),
    "at-home": ("home",),
}
# What a message must name so that silence after our question may page somebody.
_POLICE_OR_CUSTODY = """
    police drugunit traffic rank investigator escort policecar station cell held taken search notlet
    other_inside beaten_now sign extort fleeing pounding phone_taken covert
"""
POLICE_OR_CUSTODY = frozenset(_POLICE_OR_CUSTODY.split())
CUSTODY = frozenset(("taken", "held", "search", "pounding", "cell", "policecar", "beaten_now", "escort"))
# A short text in which only such words stand beside custody says that somebody is taken now.
_BESIDE = """
    police drugunit station plea me kin third now prog prog1 yet short_place near town door car strangers body
    into badge plain rank border guard garage court lawyer sign again says airport hospital home site
    border_room fleeing child traffic notlet newharm missing corridor alone yesterday investigator unknown
    voice out_amb signs_now
"""
BARE = CUSTODY | frozenset(_BESIDE.split())
# What turns one word that the lexicon does not know, in such a text, into a name or a place.
WHO = frozenset(("police", "drugunit", "station", "cell", "policecar", "kin", "third", "me"))
CALLS = frozenset(("plea", "lawyer", "need", "thanks", "me", "you", "emo", "now", "want", "visit", "calls"))


def coded(present: Collection[str], *, urgent: bool) -> tuple[str, ...]:
    """The codes for what was found; for urgent also that no release was found."""
    table = FOR if urgent else AGAINST
    codes = [code for code, concepts in table.items() if any(concept in present for concept in concepts)]
    if urgent and not any(concept in present for concept in AGAINST["released"] + AGAINST["over"]):
        codes.append("no-released")
    return tuple(codes)
