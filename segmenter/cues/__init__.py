"""What a line's wording suggests: one file a role, tried in the order given here."""
