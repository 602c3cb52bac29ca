"""What a line's wording or place suggests: one file a role; `catalogue` names them all in order."""
