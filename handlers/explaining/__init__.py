"""Explaining: what the mind reads in a reply, a mail or a text, for a person or line by line."""
