"""Whether a yes is plainly the school's own, said here and now, of this visit: the last look before a slot is booked.

Whatever reads as a yes may still stand under a denial, be reported or announced, be meant for others than us, or be
words of which nobody knows what they do there. Each guard looks at one statement in its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding import plain_events as events
from bot.understanding import plain_scope as scope
from bot.understanding import plain_strange as strange
from bot.understanding.findings import Doubt
from bot.understanding.plain_words import (
    ANNOUNCING,
    CHOOSING,
    DISBELIEF,
    EMBEDDING,
    NOBODY,
    OUTSIDERS,
    RECEIPT,
    SAYING,
    SOON,
    TURNS,
)
from bot.understanding.plain_yes import Guard, Guards
from bot.understanding.reading import Reading
from bot.understanding.said import Said

GUARDS = Guards(
    Guard("denied from afar", scope.denied_from_afar, EMBEDDING | DISBELIEF),
    Guard("denied by nobody", scope.denied_by_nobody, NOBODY),
    Guard("reported", scope.reported, SAYING),
    Guard("announced, not given", scope.announced, ANNOUNCING | SOON),
    Guard("good for others", scope.for_others, OUTSIDERS | {"you"}),
    Guard("for one person only", scope.only_for_one, scope.NARROW_FIRSTS),
    Guard("hangs on something", scope.hung_in_its_sentence),
    Guard("hangs on a question", scope.hung_on_a_question, scope.IF_SO_FIRSTS),
    Guard("echoes a no", scope.echoed, scope.TOO),
    Guard("framed", scope.framed),
    Guard("turned round", scope.turned, TURNS),
    Guard("a warning", scope.threatened, scope.THREAT_FIRSTS),
    Guard("only received", scope.only_received, RECEIPT),
    Guard("told otherwise", scope.told_otherwise),
    Guard("denied at once", scope.denied_at_once),
    Guard("shared out", scope.shared_out, scope.PEOPLE_AND_ME),
    Guard("what would have been", events.counterfactual, events.HAVING),
    Guard("gone by", events.gone_by, events.WAS),
    Guard("denied on asking", events.denied_on_asking, events.DENYING),
    Guard("put off till then", events.put_off_till_then, events.TILL),
    Guard("a room is free", events.of_a_room, events.PLACES),
    Guard("good for another event", events.good_for_an_event, events.EVENTS),
    Guard("left to somebody", strange.left_to_somebody, strange.WHATEVER | CHOOSING),
    Guard("something else is on", strange.something_else_is_on, frozenset({"on"})),
    Guard("no words of choice", strange.words_that_choose_nothing),
    Guard("all of them, and no yes", strange.all_of_them_but_no_yes, strange.ALL_OF_THEM),
    Guard("strange words behind it", strange.strange_words_behind),
    Guard("strange words between", strange.strange_words_between),
    Guard("strange words before it", strange.strange_words_before),
    Guard("strange condition", strange.strange_condition, frozenset({"if"})),
    Guard("written to a machine", strange.written_to_a_machine, strange.TO_A_MACHINE),
    Guard("a doubtful sign", strange.with_a_doubtful_sign),
)
"""What each guard finds, and words of which one stands wherever it holds; the first that holds is the reason."""


def not_plain(reading: Reading, accepted: Sequence[Said]) -> Doubt | None:
    """The first reason why these statements cannot be booked on; None where each is a plain yes."""
    return GUARDS.first_doubt(reading, accepted)
