"""Where the stories of a run are put, and under which names."""
