"""What Slack's requests lead to, one small file each; every listener acknowledges first, the work follows."""

from handlers.chat.slack.listeners import answers, cards, command, deeds, direct, home, mention, modals, other

LISTENERS = (
    command.register,
    mention.register,
    direct.register,
    home.register,
    cards.register,
    answers.register,
    deeds.register,
    modals.register,
    other.register,
)
"""In this order; the last takes what no other knows."""
