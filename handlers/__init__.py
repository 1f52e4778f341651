"""Ears and mouth: what happens in the world, and the adapters to mail, chat, diary and command line."""
