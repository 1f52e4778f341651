"""Files from outside, read once and kept as records: schools, contacts, advisers, terms."""
