"""Adapters of the port Mailbox, one file each."""
