"""Replies as schools write them, and the one thing to do next: fresh sentences, none from a corpus."""

from __future__ import annotations

import pytest

from tests.understanding.replying import options, read

PLAIN_YES = (
    ("Our governor can only do the 28th so that's the one please", "2"),
    ("Apologies, January is manic. 2nd Feb it is then.", "3"),
    ("January is impossible. February fine.", "3"),
    ("Please ignore my last email. 26th January is fine.", "1"),
    ("Tuesday 26th. Also is there anything we should prepare?", "1"),
    ("We're closed for INSET on the 26th so let's go with 28th", "2"),
    ("Not keen on mornings so Thursday pm please", "2"),
    ("Either Tuesday", "13"),
    ("Head has agreed the 26th. Governors informed.", "1"),
    ("Confirming 26th as per my earlier email", "1"),
    ("All good for Tues 26 am", "1"),
    ("👍 for the 28th", "2"),
    ("Tues 26th Jan 👍", "1"),
    ("26th January (not February!)", "1"),
    ("28th rather than 26th please", "2"),
    ("Between the 26th and 28th I'd go for the 26th", "1"),
    ("Anything except the 26th", "23"),
    ("Tuesday 26 January at 9.15am is now booked in. See you then! P.S. our phones are down on the 28th.", "1"),
    ("Option one would be great thank you", "1"),
    ("Tuesday 26th works for us", "1"),
    ("We can do 26/1", "1"),
    ("26 January please, morning.", "1"),
    ("Please could we go with the first date?", "1"),
    ("I'd like to take up the offer of 26 January if it is still available.", "1"),
    ("The 28th is the best of the three.", "2"),
    ("Thursday afternoon is fine with us, see you then", "2"),
    ("Happy with the Thursday.", "2"),
    ("Could we book in for Thursday 28 January pm please? Parking is tight so let us know your reg.", "2"),
    ("2 please!", "2"),
    ("We'd be delighted to welcome you on Thursday 28th January at 1pm. Our governor will be Mr T Askew.", "2"),
    ("The February date suits us best.", "3"),
    ("Let's say 2 Feb", "3"),
    ("2nd February is the only one we can make I'm afraid", "3"),
    ("Sorry, can't do either of the January dates but 2 February is fine", "3"),
    ("Not the 26th or 28th. 2nd Feb ok.", "3"),
    ("Either of the January dates would be fine", "12"),
    ("Both Tuesdays are fine", "13"),
    ("Any of these work for us", "123"),
    ("All three dates work, take your pick", "123"),
    ("We could do 1 or 3", "13"),
    ("Any but the Thursday", "13"),
    ("I can't do Tuesdays. Thursday is good.", "2"),
    ("26th pls x", "1"),
    ("Yes 26th Jan am works well for us, the head (Mrs Jones) will meet you at reception.", "1"),
    ("The 26th would be perfect - could you bring the data pack?", "1"),
    ("Happy to confirm Tuesday 26 January. If anything changes I will let you know.", "1"),
    ("Tuesday 26th January is confirmed. I'm out on the 28th but contactable by phone.", "1"),
    ("Let's go for 26th Jan. I'll check who from the governors can come and let you know.", "1"),
    ("Dear all, thank you. I can confirm 26 January at 9.30am. I shall be joined by Ms Khan (SENCo).", "1"),
    ("Can't do Jan, so Feb please", "3"),
    ("The last one please", "3"),
    ("The first please", "1"),
    ("We would prefer the 28th", "2"),
    ("As discussed on the phone, Tuesday 26 January in the morning is in the diary.", "1"),
    ("Tuesday 26th (morning) is good, not the 28th", "1"),
    ("We're free on the 26th but not on the 28th or the 2nd", "1"),
    ("26th is ok. 28th isn't. 2nd isn't.", "1"),
    ("26th no, 28th no, 2nd Feb yes", "3"),
    ("1 - yes, 2 - no, 3 - no", "1"),
    ("1. Yes\n2. No\n3. No", "1"),
    ("Option 1: no\nOption 2: yes\nOption 3: no", "2"),
    ("Yes the 26th is fine as long as you don't mind a noisy hall", "1"),
    ("Tue 26th Jan at 9.15. Thx", "1"),
    ("See you on the 26th!", "1"),
    ("Shall we say the 26th?", "1"),
    ("26th or 28th, whichever is easier for you", "12"),
    ("The 26th please. The 2nd is our INSET day.", "1"),
    ("26th please. Actually no, we have a trip, make it 2 Feb.", "3"),
    ("No need for a reminder, 26th Jan is in everyone's diary.", "1"),
    ("It's a yes from us for the 26th", "1"),
    ("Go with the 26th", "1"),
    ("Our only free date is 2nd February", "3"),
    ("Tuesday 26 January 2027, morning (9:15am to 12:15pm)", "1"),
    ("> 2. Thursday 28 January 2027, afternoon\n\nyes please", "2"),
    ("We will see you on the 26th. The children are excited.", "1"),
    ("26/01/27 AM confirmed.", "1"),
    ("PM slot please", "2"),
    ("Jan 26th works great!", "1"),
    ("Feb", "3"),
    ("Let's do the earliest one", "1"),
    ("The latest of these please, 2 Feb", "3"),
    ("26th is good, please arrive by 9.", "1"),
    (
        "Good morning, I am emailing to confirm that we would like to accept Tuesday 26th January in the morning.",
        "1",
    ),
    ("28th or 2nd Feb", "23"),
    ("c please, thank you", "3"),
    ("Option b would be lovely.", "2"),
    ("We should be delighted to receive you on 28 January.", "2"),
    ("You are most welcome to come on the 28th.", "2"),
    ("The 28th, if it's still going.", "2"),
    ("The later of those three please.", "3"),
    ("All three look fine here.", "123"),
    ("Not one of the January ones works. 2 February please.", "3"),
)

FOR_A_PERSON = (
    "We'd take the 26th but our hall is being painted that week",
    "Thought we were down for the 26th already?",
    "Did the 26th get taken? If not we'll have it.",
    "I'd need to swap a lesson for the 26th, not sure who'd cover it",
    "26th is Burns Night rehearsal so tricky, the others are worse",
    "28th works for me, head says 26th, will confirm",
    "Any of the above, once I've spoken to our chair",
    "Yes in principle to the 26th",
    "26th pencilled",
    "The 26th should be fine",
    "That would be fine, but which site are you coming to?",
    "We can make either but would need funding for cover",
    "26th works but only for an hour",
    "Sorry for the delay, is it too late to say yes to the 26th?",
    "My colleague Ann has probably replied already with the 28th",
    "Please ignore my last email",
    "Who is this from?",
    "Thank you for the dates",
    "Is there a dress code? :-)",
    "I'm new to this - is the visit an inspection? If not then 26th is fine",
    "Would rather not do the 26th",
    "One of the Tuesdays please",
    "You offered us 26th, 28th and 2nd, I have asked staff which they prefer",
    "The 26th has been agreed by the head but governors meet tonight to ratify it",
    "26th (tbc)",
    "26th?? or 28th??",
    "Can't remember if I replied, did we say the 26th?",
    "All good",
    "OK",
    "Fine by me",
    "👍",
    "We have a pupil, Kyle, who is in crisis today - please ring. 26th ok.",
    "26th Feb or 26th Jan, can't tell from your email",
    "Between the 26th and 28th I can't decide",
    "Yes please",
    "That works",
    "Great, look forward to it",
    "Tuesday please",
    "We might be able to do the 26th",
    "I think the 26th should be ok but need to check with the head",
    "26th, subject to the head agreeing",
    "26th if I can get cover",
    "Can I get back to you? Possibly the 28th",
    "Wednesday 26th January please",
    "Tues 28 Jan would be great",
    "Option 1, Thursday 28th",
    "We can do the 26th but only if it is after 2 as I teach in the morning and the visit finishes by 4",
    "The 26th would work unless Ofsted turn up",
    "Assuming our governor is free, 28th",
    "Please put us down provisionally for option 3",
    "26th or 28th I'm not sure which yet",
    "I've asked to be removed from this list. Who gave you my address?",
    "Could it be online instead? Otherwise 26th is fine",
    "Is the 26th a full day?",
    "What is this visit for?",
    "Please ring me about this before we agree a date",
    "Hold the 26th for us please, will firm up next week",
    "28th might clash with our trip, I'll find out",
    "I would say the 26th but the head has the final word",
    "26th - I'll confirm tomorrow",
    "Probably the 28th",
    "We could perhaps manage the 28th",
    "Looks like the 26th is the one, awaiting confirmation from the chair",
    "I am no longer the designated teacher, please contact Mr Smith.",
    "You have the wrong school",
    "This is ridiculous. Nobody replied to my last three emails and now you want to come on the 26th?",
    "The 28th isn't ideal",
    "Yes to all of that, but which date have you got us down for?",
    "Would love to say the 26th but I can't until the head is back",
    "I'd say 26th though our head thinks 28th",
    "Shall we say the 26th? I'll ask Sue to confirm",
    "26th please. Actually I've just remembered we have a trip that day.",
    "I would have liked the 26th but it is my last day. Could you write to Mrs Khan instead?",
    "We'll take the 26th, if the parking is sorted by then. Can you guarantee a space?",
    "26th looks good, just waiting on my head",
    "Don't book the 26th",
    "Did you mean Tuesday 26th or Wednesday 27th?",
    "Our head thought the 26th was fine but our SENCo says it isn't",
    "I wouldn't say no to the 28th",
    "We had a visit on 26 January last year, is this the same thing?",
    "26th am or pm?",
    "Tuesday 26 February please",
    "Thursday 26th January?",
    "Please can we have the second Tuesday",
    "Who will be coming on the 26th? We had a difficult experience last year",
    "Sure, whatever, it's not as if anyone asks teachers what they want",
    "26/01/28 please",
    "AM please",
    "Jan",
    "The 26th isn't out of the question",
    "26th could work",
    "Only if you bring cake! 26th is a maybe.",
    "Is there any flexibility on the time for the 26th? We would need to finish by 10.",
    "The 26th is good for me but the head can only do the 28th",
    "The head has said yes to the 26th but I'm waiting for the governor to confirm so please don't book yet.",
    "My calendar says I accepted the 26th, is that right?",
    "Not sure about 26th. 28th?",
    "Is 28th still free?",
)

ANSWER_TO_FOLLOW = (
    "Thanks, will get back to you by Friday",
    "I'll speak to the head and let you know which suits",
    "Thank you for your email. I will look at the diary and come back to you.",
    "Leave it with me",
    "Need to check with governors, will reply soon",
    "Got it, thanks. I'm on a course today but will reply tomorrow",
)

NONE_SUITS = (
    "None of these dates are suitable, please could you offer some more?",
    "Sorry we can't make any of those. Any time after half term is fine.",
    "Unfortunately all three clash with mocks. Could we look at March?",
    "No good for us. After Easter please.",
    "Neither Tuesday nor Thursday works. Wednesdays or Fridays only.",
    "We are unable to do any of these. Mornings in the week beginning 1 March would be good.",
    "Don't book any of these, all during our mock exams.",
    "Not before half term please, we have building work",
    "Our diary is full until Easter I'm afraid",
    "The week after would be better",
    "Next month would be better for us",
    "Everything you listed is no good. Could it wait until the summer term?",
    "Sorry, neither. Give me something in March.",
)

ANOTHER_DATE = (
    "Can you do 27 January instead?",
    "How about Wednesday 3rd February?",
    "None of these work but we could do 4 Feb pm",
    "Would 5th Feb at 10am be possible? The ones offered clash with assessments.",
    "Could we have Friday 29th January, morning?",
    "We are not free on any of those. Monday 8 February, any time, would be good.",
    "26th but in the afternoon please",
    "Would Thursday morning be possible rather than the afternoon?",
    "Please may we have 10th or 11th February",
    "The 26th isn't possible now. The 27th?",
    "We can't do any of these but are free on 9 or 11 February",
    "Would prefer Friday 5 February if at all possible",
    "Could you do the week after, Tuesday 9th?",
    "27th?",
    "28 Jan but at 9.30am",
    "None of these work but we could do 8, 9 or 10 March, mornings.",
    "We're out both days, sorry. Would you consider Monday 8 March, 1pm?",
)

NOT_WANTED = (
    "We do not wish to have a visit this year.",
    "Please cancel, we no longer have any looked after children on roll",
)

PEOPLE_ONLY = (
    "The governor will be Sam Reed.",
    "Sam Reed will be our governor. Date to follow.",
)

AGREED_MUST_MOVE = (
    "I'm so sorry but we can't do the 26th after all, could you send some other dates?",
    "We need to postpone I'm afraid - half the staff are off with flu",
    "The 26th is no longer possible. Any day in March would be fine.",
    "Sorry, we've just been told it's a polling day so we will be closed on the 26th",
    "We'll have to rearrange. Wednesdays in February are best.",
    "Unfortunately the head is off sick so we can't go ahead on Tuesday",
)

AGREED_TO_ANOTHER_DATE = (
    "Something has come up on the 26th. Could we move it to Thursday 4 February in the afternoon?",
    "Please can we swap to the afternoon of the 26th?",
    "Ofsted have called. Would Tuesday 9 February work instead?",
)

THANKS = (
    "Lovely, see you then",
    "Thank you, that's great",
    "Many thanks for confirming. Look forward to seeing you on the 26th.",
    "Noted with thanks",
)

AGREED_PEOPLE = (
    "Just to let you know that Mrs Patel (SENCo) will join us too",
    "Our governor has had to drop out so it will be Mr Shaw instead",
    "Tom Askew can't make it, no governor now I'm afraid",
)

AGREED_NOT_WANTED = ("We no longer need the visit, please cancel it",)

AGREED_FOR_A_PERSON = (
    "What time will you arrive and who should I ask for parking?",
    "Can we do this by Teams instead?",
    "We might need to move Tuesday, I'll know more next week.",
    "Is our visit the Tuesday as agreed or did the adviser say Wednesday?",
)

REPORT_AGREED = (
    "Happy with the report, thank you",
    "All agreed from our side",
    "We have no changes to make.",
    "Yes, that's fine to go.",
    "I confirm that we accept the report as written.",
    "Looks good to me, signed off",
    "Approved",
    "Read and agreed, many thanks for a helpful visit.",
)

REPORT_TO_MEND = (
    "Please could you change the date on page 1, it was the 26th not the 25th",
    "A few corrections: our head is Mrs Lowe not Mrs Low.",
    "Mostly fine but the second action isn't right",
    "I don't agree with the comment about attendance",
    "It's a fair report, however could the word 'poor' be replaced with 'developing'?",
    "Not quite accurate - we have six children in care, not five",
    "We cannot sign this until the paragraph on exclusions is removed",
    "One typo in section 2 but otherwise good",
)

REPORT_NOT_READ = (
    "Thanks, I'll read it this weekend and get back to you",
    "The head wants to look at it first",
    "Haven't had a chance to look yet, sorry",
)

REPORT_RECEIVED = (
    "Thank you for sending this",
    "Got it, thanks",
)

REPORT_FOR_A_PERSON = ("Can you call me about the report?",)


@pytest.mark.parametrize(("text", "numbers"), PLAIN_YES)
def test_a_plain_yes_is_booked_at_once(text: str, numbers: str) -> None:
    seen = read(text)
    assert seen.action.value == "confirm", seen.rule
    assert sorted(options(seen)) == sorted(numbers)


@pytest.mark.parametrize("text", FOR_A_PERSON)
def test_a_doubtful_reply_is_never_booked(text: str) -> None:
    seen = read(text, "offered")
    assert seen.action.value == "hand_over", seen.rule
    assert seen.reason is not None


@pytest.mark.parametrize("text", ANSWER_TO_FOLLOW)
def test_a_promise_to_answer_bothers_nobody(text: str) -> None:
    seen = read(text, "offered")
    assert seen.action.value == "wait", seen.rule


@pytest.mark.parametrize("text", NONE_SUITS)
def test_a_refusal_of_all_brings_other_slots(text: str) -> None:
    seen = read(text, "offered")
    assert seen.action.value == "reoffer", seen.rule


@pytest.mark.parametrize("text", ANOTHER_DATE)
def test_a_date_of_the_schools_own_is_considered_never_booked(text: str) -> None:
    seen = read(text, "offered")
    assert seen.action.value == "consider", seen.rule


@pytest.mark.parametrize("text", NOT_WANTED)
def test_a_visit_that_is_not_wanted_is_cancelled(text: str) -> None:
    seen = read(text, "offered")
    assert seen.action.value == "cancel", seen.rule


@pytest.mark.parametrize("text", PEOPLE_ONLY)
def test_people_alone_book_nothing(text: str) -> None:
    seen = read(text, "offered")
    assert seen.action.value == "update_attendees", seen.rule


@pytest.mark.parametrize("text", AGREED_MUST_MOVE)
def test_an_agreed_visit_that_must_move_is_offered_anew(text: str) -> None:
    seen = read(text, "agreed")
    assert seen.action.value == "reoffer", seen.rule


@pytest.mark.parametrize("text", AGREED_TO_ANOTHER_DATE)
def test_an_agreed_visit_asked_to_another_date_is_considered(text: str) -> None:
    seen = read(text, "agreed")
    assert seen.action.value == "consider", seen.rule


@pytest.mark.parametrize("text", THANKS)
def test_thanks_after_agreement_bring_no_mail(text: str) -> None:
    seen = read(text, "agreed")
    assert seen.action.value == "ignore", seen.rule


@pytest.mark.parametrize("text", AGREED_PEOPLE)
def test_people_of_an_agreed_visit_are_noted_and_the_date_stays(text: str) -> None:
    seen = read(text, "agreed")
    assert seen.action.value == "update_attendees", seen.rule


@pytest.mark.parametrize("text", AGREED_NOT_WANTED)
def test_an_agreed_visit_can_be_called_off(text: str) -> None:
    seen = read(text, "agreed")
    assert seen.action.value == "cancel", seen.rule


@pytest.mark.parametrize("text", AGREED_FOR_A_PERSON)
def test_a_question_on_an_agreed_visit_goes_to_a_person(text: str) -> None:
    seen = read(text, "agreed")
    assert seen.action.value == "hand_over", seen.rule
    assert seen.reason is not None


@pytest.mark.parametrize("text", REPORT_AGREED)
def test_a_report_is_signed_off_only_by_plain_agreement(text: str) -> None:
    seen = read(text, "report")
    assert seen.action.value == "sign_off", seen.rule


@pytest.mark.parametrize("text", REPORT_TO_MEND)
def test_a_report_to_mend_is_never_signed_off(text: str) -> None:
    seen = read(text, "report")
    assert seen.action.value == "dispute", seen.rule


@pytest.mark.parametrize("text", REPORT_NOT_READ)
def test_a_report_not_yet_read_is_waited_for(text: str) -> None:
    seen = read(text, "report")
    assert seen.action.value == "wait", seen.rule


@pytest.mark.parametrize("text", REPORT_RECEIVED)
def test_a_report_received_is_not_a_report_agreed(text: str) -> None:
    seen = read(text, "report")
    assert seen.action.value == "ignore", seen.rule


@pytest.mark.parametrize("text", REPORT_FOR_A_PERSON)
def test_a_call_about_a_report_goes_to_a_person(text: str) -> None:
    seen = read(text, "report")
    assert seen.action.value == "hand_over", seen.rule
    assert seen.reason is not None
