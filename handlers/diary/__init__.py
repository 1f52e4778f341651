"""Adapters of the port Diary, one file each."""
