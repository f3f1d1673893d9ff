"""The field's own words: feelings with their usual valence, channels with their other names, what has no name yet."""

from journey_editor.assets import _

FEELINGS: dict[str, float] = {
    "excited": 2, "delighted": 2, "evangelising": 2,
    "confident": 1, "productive": 1, "satisfied": 1, "hopeful": 1, "curious": 1, "invested": 1,
    "focused": 0.5, "analytical": 0, "calculating": 0, "comparing": 0,
    "cautious": -0.5, "sceptical": -0.5, "impatient": -0.5,
    "concerned": -1, "anxious": -1, "confused": -1, "overwhelmed": -1,
    "doubtful": -1.5, "frustrated": -1.5, "remorse": -1.5,
    "forgotten": -2, "abandoned": -2, "angry": -2,
    "begeistert": 2, "zuversichtlich": 1, "zufrieden": 1, "hoffnungsvoll": 1, "neugierig": 1,
    "vorsichtig": -0.5, "skeptisch": -0.5, "ungeduldig": -0.5,
    "besorgt": -1, "ängstlich": -1, "verwirrt": -1, "überfordert": -1, "verunsichert": -1,
    "frustriert": -1.5, "genervt": -1.5, "vergessen": -2, "verlassen": -2, "wütend": -2,
}  # fmt: skip
"""Emotion words and the valence they usually have, from -2 to +2."""


def usual_valence(word: str) -> float | None:
    """Return the valence that a word for a feeling usually has, None for one that is not the field's own."""
    return FEELINGS.get(" ".join(word.split()).casefold())


CHANNELS = (
    "website", "search", "ad", "social", "content", "event", "email", "sms", "push", "chat", "phone", "video_call",
    "in_person", "letter", "parcel", "in_product", "mobile_app", "self_service", "help_center", "community", "ticket",
    "sales_demo", "proposal", "payment", "training", "review_meeting", "survey",
    "peer_referral", "third_party", "other",
)  # fmt: skip

CHANNEL_SYNONYMS: dict[str, str] = {
    "app": "mobile_app", "e-mail": "email", "mail": "email", "call": "phone", "anruf": "phone", "telefon": "phone",
    "hotline": "phone", "meeting": "in_person", "treffen": "in_person", "persönlich": "in_person",
    "video call": "video_call", "videoanruf": "video_call", "help desk": "ticket", "helpdesk": "ticket",
    "brief": "letter", "paket": "parcel", "web": "website", "webseite": "website", "suche": "search",
    "anzeige": "ad", "schulung": "training", "umfrage": "survey", "angebot": "proposal", "zahlung": "payment",
}  # fmt: skip


_ABBREVIATIONS = {"sms": "SMS"}


def channel_label(channel: str) -> str:
    """Return what a channel is called: its id in words, an unknown one as it was typed."""
    return _ABBREVIATIONS.get(channel, channel.replace("_", " ")) if channel in CHANNELS else channel


def channel_name(channel: str) -> str:
    """Return what people call a channel where its name stands alone, as on a card."""
    label = channel_label(channel)
    if channel not in CHANNELS:
        return label
    words = _(label)
    return words[:1].upper() + words[1:]


def channel_named(name: str) -> str:
    """Return the id of the channel that a name means (its id, label or a synonym), else the name itself."""
    asked = name.strip().casefold()
    if asked in CHANNEL_SYNONYMS:
        return CHANNEL_SYNONYMS[asked]
    under_scored = asked.replace(" ", "_")
    return under_scored if under_scored in CHANNELS else name.strip()


def kind_name(kind: str) -> str:
    """Return what a kind of record is called."""
    return {
        "file": _("File"),
        "map": _("Map"),
        "owner": _("Owner"),
        "persona": _("Persona"),
        "evidence": _("Evidence"),
        "picture": _("Picture"),
        "stage": _("Stage"),
        "touchpoint": _("Touchpoint"),
        "transition": _("Transition"),
        "note": _("Note"),
        "opportunity": _("Opportunity"),
        "metric": _("Metric"),
    }[kind]


def note_name(kind: str) -> str:
    """Return what a note of a kind is called; of one that people made up, as they wrote it."""
    return (
        {
            "goal": _("Goal"),
            "action": _("Action"),
            "thought": _("Thought"),
            "quote": _("Quote"),
            "expectation": _("Expectation"),
            "question": _("Question"),
            "pain_point": _("Pain point"),
            "gain": _("Gain"),
            "success_criterion": _("Success criterion"),
            "policy": _("Policy"),
            "other": _("Note"),
        }.get(kind)
        or " ".join(kind.split())
        or _("Note")
    )


def unnamed(kind: str) -> str:
    """Return what stands for the name of a record of a kind that has none yet."""
    return {
        "file": _("Untitled"),
        "map": _("Map without a title"),
        "owner": _("Owner without a name"),
        "persona": _("Persona without a name"),
        "evidence": _("Evidence without a title"),
        "picture": _("Picture"),
        "stage": _("Stage without a name"),
        "touchpoint": _("Touchpoint without a title"),
        "transition": _("Transition without a label"),
        "note": _("Note without words"),
        "opportunity": _("Opportunity without words"),
        "metric": _("Metric without a name"),
    }[kind]


def number_text(value: float) -> str:
    """Return a number as people read it: "−1.5", "2"."""
    return f"{value:g}".replace("-", "−")


def valence_text(value: float) -> str:
    """Return a valence with its sign, as people write it: "+0.5", "−1", "0"."""
    return f"{value:+g}".replace("-", "−") if value else "0"
