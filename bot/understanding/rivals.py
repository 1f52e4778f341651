"""Another time behind a yes that is preferred to it, reported by somebody, or put in its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import Slot
from bot.understanding.aside_words import HOSPITALITY
from bot.understanding.awaiting import awaited_at_another_time, stands_for_that_day
from bot.understanding.findings import GENERAL_HALVES
from bot.understanding.ground import Ground, Shape
from bot.understanding.leftover_words import REPORTING
from bot.understanding.reading import Reading
from bot.understanding.said import Said, Stance
from bot.understanding.words import Sort

_BELLS = frozenset({"break", "breaktime", "playtime", "finish", "bell", "assembly", "registration", "drill"})

_CONVEYANCES = frozenset({"ferry", "train", "bus", "boat", "tram", "minibus", "coach", "flight"})


@dataclass(frozen=True, slots=True)
class Rival:
    """Finds another time that is preferred, reported, or put in the place of the accepted slots."""

    reading: Reading
    slots: Sequence[Slot]
    ground: Ground

    def is_in(self, said: Said) -> bool:
        """Whether the statement, made after the yes, names such a time."""
        if said.mentions[0].rule in ("it", "any") or self._is_accepted(said):
            return False
        if (said.personal and said.preferred) or self._awaits_the_visitor_then(said):
            return True
        if said.stance is Stance.YES:
            if any(m.rule == "clock" for m in said.mentions) and self._tells_of_a_meal(said):
                return False
            if self._tells_of_halves_in_general(said) or self._is_timetabled(said):
                return False
            return said.preferred or all(m.shape is Shape.PART and m.part is not None for m in said.mentions)
        opening = self._opening(said)
        if said.stance is Stance.NO:
            return opening in (["no", ","], ["no", "sorry"])
        words = self.reading.words[said.clause.first : said.clause.last]
        if any(word.text in ("nearly", "almost") for word in words):
            return False
        on_table = any(day in self.ground.days_on_table for day in self._days(said))
        return on_table and (opening[:1] == ["or"] or any(word.text in REPORTING for word in words))

    def _awaits_the_visitor_then(self, said: Said) -> bool:
        words = self.reading.words
        meant = [mention for mention in said.mentions if stands_for_that_day(words, mention)]
        clause = words[said.clause.first : said.clause.last]
        return awaited_at_another_time(clause, meant, self.slots, refused=said.stance is Stance.NO)

    def _tells_of_a_meal(self, said: Said) -> bool:
        """Whether a time is only that of a meal or of the bell: "we break for lunch at 12"."""
        words = self.reading.words[said.clause.first : said.clause.last]
        return any(word.text in HOSPITALITY or word.text in _BELLS for word in words)

    def _tells_of_halves_in_general(self, said: Said) -> bool:
        """Whether only mornings as such are spoken of: "the mornings are bedlam here"."""
        return all(self.reading.texts[m.first] in GENERAL_HALVES for m in said.mentions)

    def _is_timetabled(self, said: Said) -> bool:
        """Whether the time is that of a ferry or a train: "you will want the 11.20 fast ferry"."""
        mention = said.mentions[0]
        behind = set(self.reading.texts[mention.last : mention.last + 3])
        return mention.rule == "clock" and not behind.isdisjoint(_CONVEYANCES)

    def _days(self, said: Said) -> list[dt.date]:
        """The days that a statement names, by date or by number."""
        numbers = [n for m in said.mentions if m.shape is Shape.OPTION for n in m.options]
        known = [self.ground.offered[n - 1].date for n in numbers if 0 < n <= len(self.ground.offered)]
        return [*known, *(day for m in said.mentions for day in m.days)]

    def _is_accepted(self, said: Said) -> bool:
        weekdays = {day for m in said.mentions for day in m.weekdays}
        halves = {m.part for m in said.mentions if m.shape is Shape.PART}
        days = self._days(said)
        return any(
            slot.date in days or slot.date.weekday() in weekdays or (not days and not weekdays and slot.part in halves)
            for slot in self.slots
        )

    def _opening(self, said: Said) -> list[str]:
        """The first two words of the statement's sentence."""
        same = [c.first for c in self.reading.clauses if c.sentence == said.clause.sentence]
        first = min(same, default=said.clause.first)
        words = [w.text for w in self.reading.words[first : said.mentions[0].last] if w.sort is not Sort.BREAK]
        return words[:2]
