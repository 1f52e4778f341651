"""Hypothesis may take its time: how fast a busy machine is says nothing about the rules."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
