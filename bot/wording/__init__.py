"""The words we send: dates in GOV.UK style, mails, invitations, the proforma and the digest."""
