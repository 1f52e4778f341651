"""What a person newly wrote: a quote read as an answer books what nobody said; an answer read as a quote is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.reading.visible import visible
from tests.no_hang import no_hang

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "replies-dev.jsonl"
REPLY = "Yes, option 2 please.\n\nSam"
OURS = """Dear Sam,

We can come on one of these:

1. Tuesday 26 January 2027, morning
2. Thursday 28 January 2027, afternoon

Virtual School"""
MARKED = "\n".join(f"> {line}" if line else ">" for line in OURS.split("\n"))
US = "Virtual School <visits@council.example>"
OUTLOOK = f"{'_' * 32}\nFrom: {US}\nSent: 12 January 2027 09:00\nTo: Sam\nSubject: Visit\n\n"


def _sections(path: Path) -> dict[str, str]:
    """The sections of a file of examples: their names, and what stands below each."""
    parts = path.read_text(encoding="utf-8").split("\n%% ")[1:]
    return {name: text for name, _, text in (part.partition("\n") for part in parts)}


HEADINGS = _sections(Path(__file__).with_name("below_the_answer.txt"))


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_mail_that_is_answered_is_cut_off(heading: str) -> None:
    assert visible(f"{REPLY}\n\n{HEADINGS[heading]}").text == REPLY


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_any_line_break_will_do(line_break: str) -> None:
    text = f"Option 2 please.\n\n{OUTLOOK}{OURS}".replace("\n", line_break)
    assert visible(text).text == "Option 2 please."


def test_an_answer_below_the_quote_is_found() -> None:
    seen = visible(f"On 12/01/2027 09:00, Virtual School wrote:\n{MARKED}\n\n{REPLY}")
    assert seen.text == REPLY


def test_answers_under_each_option_know_which_option_they_answer() -> None:
    seen = visible("My answers:\n\n> 1. Tuesday 26 January\nNo\n> 2. Thursday 28 January\n\nYes please\n")
    assert [(passage.text, passage.answers) for passage in seen.passages] == [
        ("My answers:", None),
        ("No", "1. Tuesday 26 January"),
        ("Yes please", "2. Thursday 28 January"),
    ]


@pytest.mark.parametrize("edit", ["✓", "- YES", "   WA: YES, ideal", "~~", "✗"])
def test_a_tick_in_the_quoted_list_can_be_found_in_the_quote(edit: str) -> None:
    text = f"{OUTLOOK}1. Tuesday 26 January {edit}\n2. Thursday 28 January"
    seen = visible(text)
    assert seen.passages == ()
    assert f"1. Tuesday 26 January {edit}" in seen.quoted[0].text


@pytest.mark.parametrize("mark", ["---------- Forwarded message ---------", "Begin forwarded message:"])
def test_a_forwarded_mail_is_kept_and_told_apart(mark: str) -> None:
    seen = visible(f"Can you do this?\n\n{mark}\nFrom: Kim <k@oak.example>\nSubject: Hi\nTo: Sam\n\nThe 23rd suits us.")
    assert seen.forwarded
    assert seen.text == "Can you do this?"
    assert "The 23rd suits us." in seen.quoted[0].text


@pytest.mark.parametrize(
    "signature",
    [
        "Lorna Whitcombe\nDesignated Teacher\nFairmead School\nI work Monday to Thursday",
        "B Scrivener\nHead of Inclusion and DT\nPart time - Mon, Tue & Wed am only.",
        "B Scrivener\nHead of Inclusion\n\nWharfside Academy | Term dates: 5 Jan - 25 Mar | 12 Apr - 22 Jul",
        "Bronagh Kelly\nSENCo/DT\nMon Tue Thu",
        "L Osei\nAssistant Headteacher\nVale Academy - a member of the Penmarsh Trust\nINSET days: 25 June and 23 July",
        "--------------------------------\nStoneleigh School | Sports Day Thursday 10 June | Taster Tuesday 15 June",
        "-- \n*Samina Hussain* | Assistant Principal\nNot in school on Fridays",
    ],
)
def test_dates_in_a_signature_are_never_an_answer(signature: str) -> None:
    seen = visible(f"The second one please.\n\n{signature}")
    assert seen.text == "The second one please."
    assert "".join(passage.text for passage in seen.signature).splitlines()[-1] == signature.splitlines()[-1]


def test_the_name_under_a_greeting_stays_with_the_words_and_the_card_below_does_not() -> None:
    seen = visible(
        "Option 2.\n\nMany thanks\nPriya\n\nPriya Nair\nDeputy Head\n01632 960114\nI work Monday to Thursday"
    )
    assert seen.text == "Option 2.\n\nMany thanks\nPriya"


@pytest.mark.parametrize(
    "words",
    [
        "Present will be:\n\nTom Askew, Chair of Governors\nMary Lund, SENCo",
        "I can do these.\n\nTuesday 9 February - am\nWednesday 10 February - all day",
        "Ofsted rang at 10 this morning. Please could you let me have some alternatives?",
        "Thanks\nSam\n\nPS could you come at 9.30 instead?",
        "I only work Mondays and Fridays so none of these will do.",
        "In confidence: our Principal was suspended, please do not share this.",
        "On Tuesday I wrote to Kim:\nshe says the 26th.",
        "From Monday we are closed.\nTo be honest the 2nd is best.",
        "Name | Role\nTom | Governor",
        "Option 2 please.\n\nThanks\nSam\n\nactually no, scrap that, can't do it now",
        "Option 2 please.\n\nThanks\nSam\n\nThe 26th has just been taken.",
        "Option 2 please.\n\nKind regards\nSam\nSorry, I meant option 3",
        "Option 2 please.\n\n--\nActually not the 28th, make it the 26th",
        "INSET day on the 26th, so option 2 please",
        "Join us on the 26th at 9.",
        "Sent the form by post yesterday. Option 2 please.",
        "Spoken to the head, she is fine with the second.",
        "Posted on our Outlook calendar, the 28th it is",
        "Sent from my desk, which is easier than my phone. Option 2.",
        "Our data protection officer will join me on the 26th.",
        "Sorry, I sent the last one in error: option 3.",
        "Please keep this confidential, option 2.",
        "Caution: the car park is shut. Option 2.",
        "I work Tuesdays only, so it would have to be option 3",
        "Thanks\nSam\n\nPlease book it with jo@oak.example for the 26th.",
    ],
)
def test_what_a_person_says_is_never_taken_for_a_signature_or_a_quote(words: str) -> None:
    assert visible(f"Hello,\n\n{words}").text == f"Hello,\n\n{words}"


def test_the_text_repeated_by_a_reaction_is_no_answer() -> None:
    seen = visible("Sean reacted to your message:\n\n👍\n\nDear Sean, we can come on 1. Tuesday 9 February 2027...")
    assert "9 February" not in seen.text


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled replies are not beside this repository")
def test_no_sentence_of_ours_is_read_as_the_schools() -> None:
    ours = (
        "Please reply to this email with", "Please keep [VS-", "A one-line reply is all", "Norhamshire County Council",
        "Which of these would you prefer", "Please read it and reply to say", "If anything changes, reply",
    )  # fmt: skip
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        seen = visible(case["message"]["text"])
        if case["gold"]["kind"] == "reply":
            assert not [sentence for sentence in ours if sentence in seen.text], case["id"]
            assert seen.text or case["id"] == "d-044", case["id"]


LINES = st.sampled_from(
    ["Yes", "", "> quoted", ">> deep", "From: a@b.example", "Sent: today", "To: x", "Subject: y", "-- ", "Kind regards",
     "On Tue, 12 Jan 2027 at 09:00, X <x@y.example> wrote:", "_" * 32, "Sam", "Head of Year", "01632 960000", "1. ✓",
     "-----Original Message-----", "Sent from my iPhone", "This email is intended solely for you", "\xa0", "  x  "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(LINES, max_size=30).map("\n".join)))
@example("\r\r\n>\n")
def test_every_passage_stands_in_the_text_word_for_word_and_none_overlaps(text: str) -> None:
    seen = visible(text)
    passages = sorted((*seen.passages, *seen.signature, *seen.quoted), key=lambda passage: passage.start)
    end = 0
    for passage in passages:
        assert passage.text == text[passage.start : passage.start + len(passage.text)]
        assert passage.start >= end
        end = passage.start + len(passage.text)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=30))
def test_every_word_of_a_mail_lands_somewhere(lines: list[str]) -> None:
    seen = visible("\n".join(lines))
    kept = "\n".join(passage.text for passage in (*seen.passages, *seen.signature, *seen.quoted))
    assert all(line.strip("> \xa0") in kept for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(">" * depth + " x" for depth in range(1_000)),
        "\n" * 1_000_000,
        "On Mon\n" * 140_000,
        "From: x\n" * 120_000,
        "a\n" * 500_000,
        ">" * 1_000_000,
        "mon tue wed " * 80_000,
        ("sent from " * 99 + "\n") * 1_000,
        "Kind regards\n" * 70_000,
        "To: a@oak.example\nX-Note: v\n folded\n" * 30_000,
        "Sam\n1/12/2027 9:00\n" * 50_000,
    ],
    ids=[
        "deep",
        "empty lines",
        "attributions",
        "headers",
        "short lines",
        "marks",
        "days",
        "markers",
        "greetings",
        "fields",
        "moments",
    ],
)
def test_no_text_keeps_the_bot_waiting(text: str) -> None:
    with no_hang():
        assert all(text[p.start : p.start + len(p.text)] == p.text for p in visible(text).passages)


@pytest.mark.parametrize(
    "habit",
    [
        "I am in school on Tuesdays, Wednesdays and Thursdays",
        "Please note I am only in on Mondays and Fridays.",
        "I'm available Monday to Thursday",
    ],
)
def test_the_writers_week_on_a_card_is_no_answer_to_the_dates_on_offer(habit: str) -> None:
    card = f"Mrs A Rao\nSENDCo and Designated Teacher | Marram Infant School\n{habit}\n"
    assert visible(f"Wednesday works well.\n\nKind regards,\nAnjali\n\n{card}").text == (
        "Wednesday works well.\n\nKind regards,\nAnjali"
    )


def test_the_writers_week_in_the_letter_itself_is_kept() -> None:
    said = "Hello,\n\nI am in school on Tuesdays and Thursdays, so the Tuesday please.\n\nAnjali"
    assert visible(said).text == said


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("That is fine On Tue, 12 Jan 2027 at 09:00, visits@council.example wrote:", "That is fine"),
        ("Yes - fine--- On 12 Jan 2027, at 09:00, Virtual School wrote:", "Yes - fine"),
        ("Virtual School on 12 January 2027 at 09:00 wrote:", ""),
    ],
)
def test_words_in_the_line_of_the_attribution_are_not_lost(line: str, own: str) -> None:
    text = f"{line}\n{MARKED}"
    seen = visible(text)
    assert seen.text == own
    assert all(text[passage.start : passage.start + len(passage.text)] == passage.text for passage in seen.passages)


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my cell, please excuse any typos.",
        "<<sent by galaxy>>",
        "-------- Sent from my Samsung device --------",
        "Envoyé depuis mon iPhone",
        "Verstuurd vanaf mijn iPad",
        "從我的 iPhone 傳送",
        "Sent from Workspace ONE Boxer",
        "Please forgive brevity and typos",
        "From my iPhone 9",
    ],
)
def test_the_mark_of_a_mobile_program_is_not_what_somebody_says(line: str) -> None:
    assert visible(f"{REPLY}\n\n{line}").text == REPLY


@pytest.mark.parametrize(
    "line",
    ["Sent from my desk, which is easier than my phone.", "Sent from me on Tuesday 26 January", "Please excuse Kim."],
)
def test_a_sentence_like_the_mark_of_a_program_is_kept(line: str) -> None:
    assert visible(f"{REPLY}\n\n{line}").text.endswith(line)


def test_a_number_that_is_told_above_the_mark_of_a_program_is_kept() -> None:
    text = "Dear team,\n\nWhen can we talk?\n\nMy number is 01234 567890\nGet Outlook for iOS"
    assert visible(text).text.endswith("My number is 01234 567890")


def test_the_footer_of_a_mailing_list_below_the_quote_is_not_what_somebody_says() -> None:
    footer = f"{'_' * 47}\nVisits mailing list\nvisits@lists.example\nhttps://lists.example/visits"
    assert visible(f"{REPLY}\n\n> 1. Tuesday 26 January\n\n{footer}\n").text == REPLY


@pytest.mark.parametrize(
    "words", ["Here is my list:\nMr Hill", "Please put us on the mailing list\nand bring the plan"]
)
def test_words_under_a_line_that_speak_of_a_list_are_kept(words: str) -> None:
    assert visible(f"Option 2.\n\n{'_' * 20}\n{words}").text.endswith(words)


@pytest.mark.parametrize("rule", ["---", "____"])
def test_a_line_that_is_drawn_ends_the_letter_only_above_a_card(rule: str) -> None:
    assert visible(f"Option 2.\n\n{rule}\nSam Hill\nHead of School").text == "Option 2."
    assert visible(f"Option 2.\n\n{rule}\nand bring the plan\n").text.endswith("bring the plan")
    assert visible(f"Option 2.\n\n{rule}\nMr Hill, chair of governors, will come").text.endswith("will come")


def test_the_title_of_a_disclaimer_goes_with_it() -> None:
    text = f"{REPLY}\n\n\nDisclaimer\n\nThis message is meant only for the person to whom it is addressed."
    assert visible(text).text == REPLY


@pytest.mark.parametrize(
    "days", ["Working pattern: Monday - Wednesday", "Days in: Monday, Tuesday.", "Working days - Mon, Tue"]
)
def test_working_days_under_a_letter_are_no_dates_of_an_answer(days: str) -> None:
    assert visible(f"Option 2 is great. Sam\n\n{days}").text == "Option 2 is great. Sam"


@pytest.mark.parametrize(
    "days",
    [
        "Working days: Monday and Tuesday only, so the 26th is fine",
        "Days in: Monday, so please come then.",
        "My working days are Monday and Tuesday.",
        "Monday or Tuesday",
    ],
)
def test_days_that_are_said_to_us_are_kept(days: str) -> None:
    assert visible(f"Option 2 is not possible.\n\n{days}").text.endswith(days)


FOOTER = "Reference: VS-0421. Please do not send names or other details of children by email."


@pytest.mark.parametrize("footer", [FOOTER, FOOTER.replace("children by ", "children by\n")])
def test_an_answer_below_our_mail_is_found_though_nothing_marks_the_quote(footer: str) -> None:
    assert visible(f"{OUTLOOK}{OURS}\n\n{footer}\n\n{REPLY}").text == REPLY


def test_what_a_gateway_put_below_our_mail_is_no_part_of_an_answer_above_it() -> None:
    assert visible(f"{REPLY}\n\n{OUTLOOK}{OURS}\n\n{FOOTER}\n\nNorham is a fair council.").text == REPLY


@pytest.mark.parametrize(
    "heading",
    [
        "Excerpts from Virtual School's message of Tue Jan 12 09:00:00 +0000 2027:",
        "Forwarded message:",
        "-------- Origineel bericht --------",
    ],
)
def test_rarer_headings_above_a_quote_are_no_words_of_the_writer(heading: str) -> None:
    assert visible(f"{REPLY}\n\n{heading}\n{MARKED}").text == REPLY


@pytest.mark.parametrize(
    "words", ["https://oak.example/how-to-find-us", "Parking: https://oak.example/map and www.oak.example/gate"]
)
def test_a_link_that_is_told_is_kept(words: str) -> None:
    assert visible(f"Option 2, the way in is here.\n\n{words}").text.endswith(words)


@pytest.mark.parametrize(
    "card",
    [
        "Sam Smith, Manager\n46 Ash Street, Norham, NY 12345\nP: 555-010-1234 | C: 555-010-5678\nwww.oak.example",
        "Sam Smith\nDirect: +1 555 010 1234\nhttps://oak.example",
    ],
)
def test_a_card_with_an_address_overseas_is_cut_off(card: str) -> None:
    assert visible(f"Option 2 please.\n\n{card}").text == "Option 2 please."
