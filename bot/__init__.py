"""The mind: what the words mean, what a reply says, what to do next. Pure: no network, no SQL, no clock."""
