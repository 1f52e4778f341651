"""Adapters of the port Channel, one file each."""
