"""Cut the roles of lines into stories, and put each story together."""
