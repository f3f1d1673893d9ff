"""What the columns of a table are taken for, by the words above them, in English and German."""

import re
from collections.abc import Mapping
from typing import Literal, get_args

Role = Literal[
    "", "stage", "title", "owner", "channel", "feeling", "when", "opportunity", "metric", "goal", "action", "thought",
    "quote", "expectation", "question", "pain_point", "gain", "success_criterion", "policy", "other", "named",
]  # fmt: skip
"""What a column says. "" is left out; `named` are notes of a kind that is called like the column."""

ROLES: tuple[Role, ...] = get_args(Role)
NOTE_ROLES = frozenset(ROLES[ROLES.index("goal") :])

_WORDS: Mapping[Role, str] = {
    "": "#, id, nr, no, number, nummer",
    "stage": "stage, phase, journey stage, journey phase, episode, stufe, abschnitt, etappe, lifecycle stage",
    "title": "touchpoint, touch point, step, title, interaction, moment, event, kontaktpunkt, berührungspunkt, schritt,"
    " titel, interaktion, ereignis, prozessschritt, user step",
    "owner": "owner, responsible, accountable, team, department, actor, role, responsibility, verantwortlich,"
    " verantwortliche, verantwortlicher, verantwortung, zuständig, zuständigkeit, abteilung, bereich, rolle, akteur",
    "channel": "channel, medium, kanal, kanäle",
    "feeling": "feeling, emotion, mood, sentiment, valence, score, rating, experience, satisfaction, emotional state,"
    " word, gefühl, gefühle, stimmung, emotionen, bewertung, wertung, valenz, zufriedenheit, erlebnis",
    "when": "when, time, timing, timeframe, duration, period, week, month, date, zeit, wann, zeitraum, dauer, woche,"
    " monat, datum, zeitpunkt",
    "opportunity": "opportunity, opportunities, idea, improvement, solution, recommendation, chance, chancen, idee,"
    " ideen, verbesserung, verbesserungen, lösung, lösungen, maßnahme, maßnahmen, potenzial, potenziale",
    "metric": "metric, kpi, measure, kennzahl, kennzahlen, metrik, metriken, messgröße",
    "goal": "goal, customer goal, objective, ziel, ziele, job to be done",
    "action": "action, activity, activities, doing, does, task, customer action, aktion, aktionen, handlung,"
    " handlungen, aktivität, aktivitäten, aufgabe, aufgaben, tut",
    "thought": "thought, thinking, thinks, gedanke, gedanken, denkt",
    "quote": "quote, verbatim, citation, zitat, zitate",
    "expectation": "expectation, expects, need, erwartung, erwartungen, erwartet, bedürfnis, bedürfnisse",
    "question": "question, frage, fragen",
    "pain_point": "pain, pain point, painpoint, problem, frustration, issue, barrier, obstacle, challenge, weakness,"
    " schmerzpunkt, schmerzpunkte, probleme, hürde, hürden, hindernis, hindernisse, ärgernis, ärgernisse, schwäche",
    "gain": "gain, benefit, delight, gewinn, gewinne, nutzen, vorteil, vorteile",
    "success_criterion": "success, success criterion, success criteria, done when, erfolg, erfolgskriterium,"
    " erfolgskriterien, fertig wenn",
    "policy": "policy, policies, rule, richtlinie, richtlinien, regel, regeln",
    "other": "note, comment, remark, description, detail, notiz, notizen, bemerkung, bemerkungen, kommentar,"
    " kommentare, beschreibung, anmerkung, anmerkungen, details",
}
_BY_WORD: dict[str, Role] = {
    word.strip().casefold(): role for role, words in _WORDS.items() for word in words.split(",")
}
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PLURALS = ("s", "e", "n", "en")
_LONGEST = 6  # words; what is longer is a sentence and no heading


def role_of(heading: str) -> Role | None:
    """Return what a column with such a heading says, None where the heading tells nothing."""
    if len(heading) > 80:
        return None  # before looking for brackets, which would take hours in what is no heading but half a book
    plain = " ".join(re.sub(r"[^\w#]+", " ", _BRACKETS.sub(" ", heading)).casefold().split())
    words = plain.split()
    if not 0 < len(words) <= _LONGEST:
        return None
    for name in (plain, *reversed(words)):
        for form in (name, *(name.removesuffix(ending) for ending in _PLURALS)):
            if form in _BY_WORD:
                return _BY_WORD[form]
    return None


def is_many(heading: str) -> bool:
    """Whether a heading tells that each cell below it names several things."""
    words = re.sub(r"[^\w]+", " ", heading).casefold().split()
    return any(
        word in ("touchpoints", "steps", "points", "schritte", "kontaktpunkte", "berührungspunkte") for word in words
    )
