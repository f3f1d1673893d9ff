"""Every row and every example of the grammar of the capture line, as a table: what is typed, what it says."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.capture.captured import (
    Captured,
    CapturedMetric as Metric,
    CapturedNote as Note,
    CapturedOpportunity as Idea,
)
from journey_editor.core.capture.line import read_line
from journey_editor.core.capture.names import Known

TODAY = date(2026, 11, 25)
KNOWN = Known(
    owners=("Product", "Customer Success", "Sales", "Vertrieb", "Acme Inc."),
    channels=("Fax machine",),
    stages=("Awareness", "Onboarding", "Kick-off week"),
    feelings={"mulmig": -0.5, "a bit lost": -1.0},
)


def read(line: str, known: Known = KNOWN) -> Captured:
    return read_line(line, known, TODAY)


def pain(text: str, severity: int | None = None) -> Note:
    return Note("pain_point", text, severity)


EXAMPLES = [
    (
        'First login @Product #app !empty screen +sample data "did I miss a step?" * -1',
        Captured(
            "First login", owner="Product", channel="mobile_app", valence=-1, moment=True,
            notes=(pain("empty screen"), Note("quote", "did I miss a step?")), opportunities=(Idea("sample data"),),
        ),
    ),
    ('Clicks "Buy now" on the page', Captured('Clicks "Buy now" on the page')),
    ("Jumps to $49/mo, -2 % discount", Captured("Jumps to $49/mo, -2 % discount")),
    ("Mail Day +1 after signing", Captured("Mail Day +1 after signing")),
    ("Preis 1.299,00 €", Captured("Preis 1.299,00 €")),
    ("Issue #5 is open", Captured("Issue #5 is open")),
    ("info@acme.example at 14:30", Captured("info@acme.example at 14:30")),
    ("MVP = erste Version", Captured("MVP = erste Version")),
    ('!no "welcome" mail at all :(', Captured(notes=(pain('no "welcome" mail at all'),), valence=-1)),
    ("!slow @Sales never answers", Captured(notes=(pain("slow never answers"),), owner="Sales")),
    ("Great service !!! :-)", Captured("Great service !!!", valence=1)),
    (
        "Angebot @Vertrieb #E-Mail -0,5 (verunsichert)",
        Captured("Angebot", owner="Vertrieb", channel="email", valence=-0.5, word="verunsichert"),
    ),
    ("„Wann geht es los?“ @Kundendienst –1", Captured("„Wann geht es los?“", owner="Kundendienst", valence=-1)),
    ("Kick-off >Onboarding with the team", Captured("Kick-off with the team", stages=("Onboarding",))),
    (
        "%first login within 7 days 65%>75%",
        Captured(metric=Metric("first login within 7 days", current=65, target=75, unit="%")),
    ),
    ("denkt: „Wo bleibt es?“", Captured(notes=(Note("thought", "„Wo bleibt es?“"),))),
    ("+playbook @@Sales <30.11.", Captured(opportunities=(Idea("playbook", "Sales", date(2026, 11, 30)),))),
]  # fmt: skip

NAMES = [
    # owners: the longest known name, a unique beginning, initials, one word, quotation marks, what ends a name
    ("Kick-off @customer success now", Captured("Kick-off now", owner="Customer Success")),
    ("Kick-off @Customer_Success now", Captured("Kick-off now", owner="Customer Success")),
    ("Kick-off @cust now", Captured("Kick-off now", owner="Customer Success")),
    ("Kick-off @Customer Succ", Captured("Kick-off", owner="Customer Success")),
    ("Kick-off @CS now", Captured("Kick-off now", owner="Customer Success")),
    ("Kick-off @s now", Captured("Kick-off now", owner="s")),
    ("Kick-off @Legal now", Captured("Kick-off now", owner="Legal")),
    ("Kick-off @New_Team now", Captured("Kick-off now", owner="New Team")),
    ('Kick-off @"New Team" now', Captured("Kick-off now", owner="New Team")),
    ("Kick-off @„Neues Team“ now", Captured("Kick-off now", owner="Neues Team")),
    ('Kick-off @"sales" now', Captured("Kick-off now", owner="Sales")),
    ('Kick-off @"sal" now', Captured("Kick-off now", owner="sal")),
    ('Kick-off @"New Team"s idea', Captured("Kick-off s idea", owner="New Team")),
    ('Kick-off @"New Team', Captured("Kick-off", owner="New Team")),
    ("Calls @Sales, then waits", Captured("Calls, then waits", owner="Sales")),
    ("Calls (with @Sales) often", Captured("Calls (with) often", owner="Sales")),
    ("Calls @Legal?!", Captured("Calls?!", owner="Legal")),
    ("Calls @Acme Inc. now", Captured("Calls now", owner="Acme Inc.")),
    ("Calls @A/B now", Captured("Calls now", owner="A/B")),
    ("Calls @Sales-Team now", Captured("Calls now", owner="Sales-Team")),
    ("@Sales calls", Captured("calls", owner="Sales")),
    ("@Sales.", Captured(owner="Sales")),
    ("@Sales: calls", Captured(": calls", owner="Sales")),
    ("Packs the bag @-", Captured("Packs the bag", alone=True)),
    ("Packs @-the bag", Captured("Packs @-the bag")),
    ("Packs @ home, @5 and @@Sales", Captured("Packs @ home, @5 and @@Sales")),
    ('Says @"" and @', Captured('Says @"" and @')),
    # channels: id, label, synonym, one used before, a new one
    ("Mail #in_person", Captured("Mail", channel="in_person")),
    ("Mail #In Person later", Captured("Mail later", channel="in_person")),
    ("Mail #sms", Captured("Mail", channel="sms")),
    ("Ruft an #Anruf", Captured("Ruft an", channel="phone")),
    ("Ruft an #video call später", Captured("Ruft an später", channel="video_call")),
    ("Mail #fax machine", Captured("Mail", channel="Fax machine")),
    ("Mail #Pigeon", Captured("Mail", channel="Pigeon")),
    ('Mail #"Carrier Pigeon"', Captured("Mail", channel="Carrier Pigeon")),
    ("Mail #webs now", Captured("Mail now", channel="website")),
    ("Mail #in now", Captured("Mail now", channel="in")),
    # stages
    ("Login >onboarding, again", Captured("Login, again", stages=("Onboarding",))),
    ("Login >New Stage and more @Sales later", Captured("Login later", stages=("New Stage and more",), owner="Sales")),
    (">A >B >C", Captured(stages=("A", "B", "C"))),
    (">A >A week", Captured(stages=("A", "A week"))),
    ("Login >A >B", Captured("Login", stages=("A", "B"))),
    (">onb", Captured(stages=("Onboarding",))),
    (">KOW @Sales", Captured(stages=("Kick-off week",), owner="Sales")),
    (">onb again", Captured(stages=("onb again",))),
    ("> Onboarding with all @Sales", Captured(stages=("Onboarding with all",), owner="Sales")),
    ("# onboarding", Captured(stages=("Onboarding",))),
    ("# Onboarding:", Captured(stages=("Onboarding",))),
    ("## Renewal (late)", Captured(stages=("Renewal (late)",))),
    ("### My_Stage -1", Captured(stages=("My Stage",), valence=-1)),
    ("#### Name", Captured("#### Name")),
    ("Costs > 5 # Name", Captured("Costs > 5 # Name")),
    ("> @Sales", Captured(">", owner="Sales")),
    ("> ", Captured(">")),
    ("#", Captured("#")),
]  # fmt: skip

FEELINGS = [
    *((f"Waits {word}", Captured("Waits", valence=value)) for word, value in [
        ("-1", -1), ("+0.5", 0.5), ("-0,5", -0.5), ("−1", -1), ("–1", -1), ("+0", 0), ("-2", -2), ("+2", 2),
        ("+1.5", 1.5), ("+1,0", 1), ("-0", 0),
        (":((", -2), (":(", -1), (":|", 0), (":)", 1), (":))", 2), (":-(", -1), (":-|", 0), (":-)", 1),
        ("😡", -2), ("🙁", -1), ("😐", 0), ("🙂", 1), ("😀", 2), ("😀\ufe0f", 2),
    ]),
    *((f"Waits {word}", Captured(f"Waits {word}")) for word in [
        "-3", "+2.5", "+0.3", "-1.", "1", "+01", "±1", "—1", "-1%", "- 1", ":-))", ":/", ":).", ";)", "=-3", "=1",
    ]),
    ("-1", Captured(valence=-1)),
    ("Waits -1 @Sales", Captured("Waits", valence=-1, owner="Sales")),
    ("Waits -1 for @Sales", Captured("Waits -1 for", owner="Sales")),
    ('Waits -1 "how long?"', Captured("Waits", valence=-1, notes=(Note("quote", "how long?"),))),
    ('Waits -1 "how" long', Captured('Waits -1 "how" long')),
    ("Waits -1 goal: be fast", Captured("Waits", valence=-1, notes=(Note("goal", "be fast"),))),
    ("Waits -1 ~ * ^", Captured("Waits", valence=-1, assumed=True, moment=True, same_time=True)),
    ("Waits -1 ~ * today", Captured("Waits -1 ~ * today")),
    ("Waits :( for days", Captured("Waits for days", valence=-1)),
    ("Toll🙂gemacht, prima😀!", Captured("Toll gemacht, prima!", valence=2)),
    ("Geht😀@Sales weiter", Captured("Geht weiter", valence=2, owner="Sales")),
    ("Waits -1 +2", Captured("Waits", valence=2)),
    ("Waits -1 :)", Captured("Waits", valence=1)),
    # hands
    ("Vote 0/2/7/3/0", Captured("Vote", valence=0, hands=(0, 2, 7, 3, 0))),
    ("Vote 1/0/0/0/1 now", Captured("Vote now", valence=0, hands=(1, 0, 0, 0, 1))),
    ("Vote 0/1/1/0/0", Captured("Vote", valence=-0.5, hands=(0, 1, 1, 0, 0))),
    ("Vote 1/0/0/0/0 0/0/0/0/1", Captured("Vote", valence=2, hands=(0, 0, 0, 0, 1))),
    ("Vote 0/0/0/0/1 -1", Captured("Vote", valence=-1)),
    ("Vote 0/0/0/0/0", Captured("Vote 0/0/0/0/0")),
    ("Vote 1/2/3/4 and 1/2/3/4/5/6", Captured("Vote 1/2/3/4 and 1/2/3/4/5/6")),
    # the word for it
    ("Waits -1 (verunsichert) today", Captured("Waits today", valence=-1, word="verunsichert")),
    ("Waits (Verunsichert) today", Captured("Waits today", valence=-1, word="Verunsichert")),
    ("Waits (angry) +1", Captured("Waits", valence=1, word="angry")),
    ("Waits -1 (excited)", Captured("Waits", valence=-1, word="excited")),
    ("Waits (mulmig)", Captured("Waits", valence=-0.5, word="mulmig")),
    ("Waits (a bit lost) now", Captured("Waits now", valence=-1, word="a bit lost")),
    ("Waits :( (not at all sure) now", Captured("Waits now", valence=-1, word="not at all sure")),
    ("Vote 0/0/0/0/1 (wie im Film)", Captured("Vote", valence=2, hands=(0, 0, 0, 0, 1), word="wie im Film")),
    ("Discount -2 (per month) now", Captured("Discount -2 (per month) now")),
    ("Waits (somehow)", Captured("Waits (somehow)")),
    ("Waits (somehow) -1", Captured("Waits (somehow)", valence=-1)),
    ("Waits :( (5 days)", Captured("Waits (5 days)", valence=-1)),
    ("Waits :( (sad) (angry)", Captured("Waits (angry)", valence=-1, word="sad")),
    ("Waits :( () (sad)ly", Captured("Waits () (sad)ly", valence=-1)),
    # what was believed, what is assumed
    ("Waits =+1", Captured("Waits", believed=1)),
    ("Waits =-0.5 for days", Captured("Waits for days", believed=-0.5)),
    ("Waits =+1 =-1", Captured("Waits", believed=-1)),
    ("Waits -1 (?)", Captured("Waits", valence=-1, assumed=True)),
    ("Waits (?) long", Captured("Waits (?) long")),
    ("Waits ~ 5 days", Captured("Waits ~ 5 days")),
    ("~", Captured(assumed=True)),
]  # fmt: skip

TEXTS = [
    ("Login !empty screen", Captured("Login", notes=(pain("empty screen"),))),
    ("!!slow", Captured(notes=(pain("slow", 4),))),
    ("!!!slow !!!!!down", Captured(notes=(pain("slow", 5), pain("down", 5)))),
    ('!5 days !€ 5 !"why?"', Captured(notes=(pain("5 days"), pain("€ 5"), pain('"why?"')))),
    ("Stop ! now !, !-1", Captured("Stop ! now !, !-1")),
    ("Login +sample data", Captured("Login", opportunities=(Idea("sample data"),))),
    ("Login ++x +5", Captured("Login ++x +5")),
    ("?why so late", Captured(notes=(Note("question", "why so late"),))),
    ("Why ? ?? ?5", Captured("Why ? ?? ?5")),
    ("!slow ?why @Sales really", Captured(notes=(pain("slow"), Note("question", "why really")), owner="Sales")),
    ('Login @Sales "so" slow', Captured('Login "so" slow', owner="Sales")),
    ('Login @Sales "so slow"', Captured("Login", owner="Sales", notes=(Note("quote", "so slow"),))),
    ("Login @Sales “so slow” -1", Captured("Login", owner="Sales", notes=(Note("quote", "so slow"),), valence=-1)),
    ("Login @Sales „so langsam“", Captured("Login", owner="Sales", notes=(Note("quote", "so langsam"),))),
    ("Login @Sales «si lent»", Captured("Login", owner="Sales", notes=(Note("quote", "si lent"),))),
    ('Login @Sales "so -1', Captured("Login", owner="Sales", notes=(Note("quote", "so -1"),))),
    ('Login @Sales "a" "b"', Captured("Login", owner="Sales", notes=(Note("quote", "a"), Note("quote", "b")))),
    ('Login @Sales ""', Captured('Login ""', owner="Sales")),
    ('Login * "wow"', Captured("Login", moment=True, notes=(Note("quote", "wow"),))),
    *((f"{word}: be fast", Captured(notes=(Note(kind, "be fast"),))) for word, kind in [
        ("goal", "goal"), ("Does", "action"), ("THINKS", "thought"), ("expects", "expectation"), ("gain", "gain"),
        ("done when", "success_criterion"), ("Ziel", "goal"), ("tut", "action"), ("denkt", "thought"),
        ("erwartet", "expectation"), ("Gewinn", "gain"), ("fertig wenn", "success_criterion"),
    ]),
    ("My goal: be fast", Captured("My goal: be fast")),
    ("Login @Sales goal: be fast", Captured("Login", owner="Sales", notes=(Note("goal", "be fast"),))),
    ("goal:be fast", Captured("goal:be fast")),
    ('goal:"be fast"', Captured(notes=(Note("goal", '"be fast"'),))),
    ('thinks: "where is it" -1', Captured(notes=(Note("thought", '"where is it"'),), valence=-1)),
    ("goal: @Sales", Captured("goal:", owner="Sales")),
    ("Login @Sales goal:", Captured("Login goal:", owner="Sales")),
    ("goal: goal: fast", Captured("goal: goal: fast")),
    ("Login @Sales and more", Captured("Login and more", owner="Sales")),
    ("Login %nps 5>7 @Sales and more", Captured("Login and more", owner="Sales", metric=Metric("nps", 5, 7))),
    ("!slow %nps 5>7 @Sales and so", Captured(notes=(pain("slow and so"),), owner="Sales", metric=Metric("nps", 5, 7))),
]  # fmt: skip

IDEAS = [
    *((f"+x {typed}", Captured(opportunities=(Idea("x", due=due),))) for typed, due in [
        ("<15.12.", date(2026, 12, 15)), ("<24.11.", date(2027, 11, 24)), ("<25.11.", date(2026, 11, 25)),
        ("<15.12.2026", date(2026, 12, 15)), ("<1.2.2020", date(2020, 2, 1)), ("<29.2.", date(2028, 2, 29)),
        ("<2027-01-15", date(2027, 1, 15)), ("<Q2", date(2027, 6, 30)), ("<q4", date(2026, 12, 31)),
        ("<+30d", date(2026, 12, 25)),
    ]),
    *((f"+x {word}", Captured(opportunities=(Idea(f"x {word}"),))) for word in [
        "<31.2.2026", "<32.1.", "<Q5", "<5", "<", "<soon", "<+9999999d", "<2027-13-01", "<99.99.",
    ]),
    ("+guide @@Anna <Q2 for all", Captured(opportunities=(Idea("guide for all", "Anna", date(2027, 6, 30)),))),
    ('+guide @@"Anna B" @Sales', Captured(opportunities=(Idea("guide", "Anna B"),), owner="Sales")),
    ("+guide @@cust", Captured(opportunities=(Idea("guide", "Customer Success"),))),
    ("+guide -1 @@Anna", Captured(opportunities=(Idea("guide", "Anna"),), valence=-1)),
    ("+guide !slow @@Anna <Q2", Captured(opportunities=(Idea("guide"),), notes=(pain("slow @@Anna <Q2"),))),
    ("Login @@Anna <Q2", Captured("Login @@Anna <Q2")),
    (
        "+a @@Anna <Q1 @@Ben <Q2",
        Captured(opportunities=(Idea("a @@Ben <Q2", "Anna", date(2027, 3, 31)),), repeated=("@@Ben", "<Q2")),
    ),
]  # fmt: skip

OTHERS = [
    ("Login *", Captured("Login", moment=True)),
    ("Login * @Sales", Captured("Login", moment=True, owner="Sales")),
    ("Login * again", Captured("Login * again")),
    ("*", Captured("*")),
    ("Login **", Captured("Login **")),
    ("Login ^", Captured("Login", same_time=True)),
    ("Login = @Sales", Captured("Login", same_time=True, owner="Sales")),
    ("^ Login", Captured("Login", same_time=True)),
    ("= Login", Captured("Login", same_time=True)),
    ("^Login", Captured("Login", same_time=True)),
    ("=SUM(A1)", Captured("=SUM(A1)")),
    ("2 ^ 3", Captured("2 ^ 3")),
    # said twice
    ("Login @Sales @Product now", Captured("Login @Product now", owner="Sales", repeated=("@Product",))),
    ("Login @Sales @-", Captured("Login @-", owner="Sales", repeated=("@-",))),
    ("Login #sms #chat", Captured("Login #chat", channel="sms", repeated=("#chat",))),
    ("%a 5 %b 6", Captured(metric=Metric("a 5 %b", 6), repeated=("%b",))),
    # a mark before a sign
    (r"\@Sales and \#sms \!slow \-1", Captured("@Sales and #sms !slow -1")),
    (r"\- a \* b", Captured(r"- a \* b")),
    (r"\-1 now C:\Users \x", Captured(r"\-1 now C:\Users \x")),
    (r"\\@Sales", Captured(r"\@Sales")),
    ("\\😀 gut\\😀", Captured("😀 gut😀")),
    (r"\# Name", Captured("# Name")),
    (r"\[ ] x", Captured("[ ] x")),
    (r"\goal: x", Captured("goal: x")),
    (r'Login @Sales \"wow"', Captured('Login "wow"', owner="Sales")),
    # list marks
    *((f"{mark} Login -1", Captured("Login", valence=-1)) for mark in ["-", "*", "•", "–", "+", "[ ]", "[x]", "- [X]"]),
    ("-Login", Captured("-Login")),
    ("1. Login", Captured("1. Login")),
    ("- !slow", Captured(notes=(pain("slow"),))),
    ("- # Renewal", Captured(stages=("Renewal",))),
    ("- *", Captured("*")),
    ("- ", Captured()),
    ("-", Captured("-")),
    ("// Login", Captured("// Login")),
    ("", Captured()),
    (" \t ", Captured()),
    ("  many \t  blanks\u00a0 ", Captured("many blanks")),
    ("a\x00b\ud800c\x85d", Captured("abc d")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), [*EXAMPLES, *NAMES, *FEELINGS, *TEXTS, *IDEAS, *OTHERS])
def test_a_line_says(line: str, wanted: Captured):
    assert read(line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Kick-off @cust #webs >onb", Captured("Kick-off", owner="cust", channel="webs", stages=("onb",))),
        ("Kick-off @CS @@x", Captured("Kick-off @@x", owner="CS")),
        ("Kick-off @customer success #E-Mail", Captured("Kick-off", owner="Customer Success", channel="email")),
    ],
)
def test_in_a_file_beginnings_and_initials_mean_nothing(line: str, wanted: Captured):
    assert read(line, Known(KNOWN.owners, KNOWN.channels, KNOWN.stages, exact=True)) == wanted


def test_a_line_that_only_goes_to_a_stage_is_told_from_others():
    assert read(">A >B").only_goes
    assert not any(read(line).only_goes for line in (">A @Sales", "Login >Onboarding", "Login", "", ">A -1"))


def test_each_piece_knows_where_it_was_typed_and_what_is_new():
    line = "  First   login @Sales #Pigeon >Later -1  (sad) !slow @@x"
    pieces = [(piece.role, line[piece.start : piece.end], piece.is_new) for piece in read(line).pieces]
    assert pieces == [
        ("title", "First   login", False),
        ("owner", "@Sales", False),
        ("channel", "#Pigeon", True),
        ("stage", ">Later", True),
        ("valence", "-1", False),
        ("word", "(sad)", False),
        ("pain_point", "!slow @@x", False),
    ]


SNIPPETS = st.sampled_from(
    [
        "@", "#", ">", "+", "-", "!", "?", "%", "*", "^", "=", "~", "(", ")", "(?)", ":", "<", "\\", '"', "„", "“",
        "”", "«", "»", "_", "/", ".", ",", "1", "7", "0.5", "-1", "+2", "-0,5", "0/2/7/3/0", ":(", ":-)", "😀", "🙁",
        "@-", "@@", "goal:", "denkt:", "(sad)", "(angry)", "=+1", "<Q2", "<15.12.", "<+30d", "//", "[x]", "1.",
        "2)", "@Sales", "@cust", "#app", ">Onboarding", ">A", "%nps", "5>7", "65%>75%", "!slow", "+idea", "@@Anna",
        '"quote"', "é", "ß", "İ", "漢", "ا", "x", "yz", "Straße", "️", "done when:", "fertig wenn:", "[ ]", "\x00",
        "\t",
    ]
)  # fmt: skip
LINES = st.lists(st.tuples(SNIPPETS | st.text(max_size=3), st.sampled_from(["", " ", "  "]))).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)
NAMELESS = Known(exact=True)


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter.isalpha())


@given(LINES)
def test_any_text_is_read_and_its_pieces_leave_nothing_out(line: str):
    captured = read(line)
    covered = {place for piece in captured.pieces for place in range(piece.start, piece.end)}
    left_out = {letter for place, letter in enumerate(line) if place not in covered and not letter.isspace()}
    assert all(letter == "\ufe0f" or not letter.isprintable() for letter in left_out)
    assert [piece.start for piece in captured.pieces] == sorted(piece.start for piece in captured.pieces)
    assert len(covered) == sum(piece.end - piece.start for piece in captured.pieces)


@given(LINES)
def test_every_letter_is_in_the_result_or_part_of_a_sign(line: str):
    captured = read(line, NAMELESS)
    texts = [captured.title, captured.owner, captured.word, *captured.stages]
    texts += [note.text for note in captured.notes]
    texts += [text for idea in captured.opportunities for text in (idea.text, idea.who)]
    texts += [captured.metric.name, captured.metric.unit] if captured.metric else []
    found = letters("".join(texts))
    for piece in captured.pieces:
        typed = letters(line[piece.start : piece.end])
        if piece.role in ("mark", "due", "channel"):  # letters of a sign; a channel may have another name
            continue
        if piece.role in ("goal", "action", "thought", "success_criterion"):
            typed -= letters("goal") | letters("denkt") | letters("done when") | letters("fertig wenn")
        missing = typed - found
        assert not missing, (piece, missing)
        found -= typed
    assert captured.channel or not any(piece.role == "channel" for piece in captured.pieces)


@given(LINES, st.sampled_from(["  ", "\t", " \u00a0 "]))
def test_runs_of_blanks_mean_one_blank(line: str, blanks: str):
    assert read(" ".join(line.split())) == read(blanks.join(line.split()))


@given(LINES)
def test_a_mark_before_every_word_that_is_a_sign_makes_it_text(line: str):
    captured = read(line)
    signs = [piece for piece in captured.pieces if piece.role in ("owner", "channel", "metric", "pain_point")]
    for piece in signs[:1]:
        escaped = read(line[: piece.start] + "\\" + line[piece.start :])
        assert [each.start for each in escaped.pieces if each.role == piece.role].count(piece.start + 1) == 0


def test_thousands_of_signs_that_wait_for_each_other_are_read():
    for word in ("-1 ", "goal: ", "~ * ", '"a ', "„a ", "(a ", "@x ", "+a @@b ", "5>6 ", "\\@ ", "((( ", "a>b ", "😀"):
        captured = read(word * 3_000)
        assert captured.pieces[-1].end == len((word * 3_000).rstrip())
