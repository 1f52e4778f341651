"""The demo: invented schools that answer by email, a time-lapse of their year, and a page that tells it."""
