"""Read the fields of a story: who made it, where, when and for whom."""
