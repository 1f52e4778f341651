"""Whether a yes is plainly the school's own, said here and now, of this visit: the last look before a slot is booked.

Whatever reads as a yes may still stand under a denial, be reported or announced, be meant for others than us, or be
words of which nobody knows what they do there. Each guard looks at one statement in its sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understanding import plain_events as events
from bot.understanding import plain_scope as scope
from bot.understanding import plain_strange as strange
from bot.understanding.findings import Doubt
from bot.understanding.plain_yes import Yes, first_doubt
from bot.understanding.reading import Reading
from bot.understanding.stance import Said

GUARDS: tuple[tuple[str, Callable[[Yes], bool]], ...] = (
    ("denied from afar", scope.denied_from_afar),
    ("denied by nobody", scope.denied_by_nobody),
    ("reported", scope.reported),
    ("announced, not given", scope.announced),
    ("good for others", scope.for_others),
    ("for one person only", scope.only_for_one),
    ("hangs on something", scope.hung_in_its_sentence),
    ("hangs on a question", scope.hung_on_a_question),
    ("echoes a no", scope.echoed),
    ("framed", scope.framed),
    ("turned round", scope.turned),
    ("a warning", scope.threatened),
    ("only received", scope.only_received),
    ("told otherwise", scope.told_otherwise),
    ("denied at once", scope.denied_at_once),
    ("shared out", scope.shared_out),
    ("what would have been", events.counterfactual),
    ("gone by", events.gone_by),
    ("denied on asking", events.denied_on_asking),
    ("put off till then", events.put_off_till_then),
    ("a room is free", events.of_a_room),
    ("good for another event", events.good_for_an_event),
    ("left to somebody", strange.left_to_somebody),
    ("something else is on", strange.something_else_is_on),
    ("no words of choice", strange.words_that_choose_nothing),
    ("all of them, and no yes", strange.all_of_them_but_no_yes),
    ("strange words behind it", strange.strange_words_behind),
    ("strange words between", strange.strange_words_between),
    ("strange words before it", strange.strange_words_before),
    ("strange condition", strange.strange_condition),
    ("written to a machine", strange.written_to_a_machine),
    ("a doubtful sign", strange.with_a_doubtful_sign),
)
"""What each guard finds; the first that holds is told as the reason."""


def not_plain(reading: Reading, accepted: Sequence[Said]) -> Doubt | None:
    """The first reason why these statements cannot be booked on; None where each is a plain yes."""
    return first_doubt(reading, accepted, GUARDS)
