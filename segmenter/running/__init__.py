"""How many dumps are worked on: one after another, or side by side in processes."""
