"""From the bytes of a mail to what a person newly wrote, and to the visit it is about."""
