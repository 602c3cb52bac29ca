"""Find what is wrong in story files that people have edited, and mend what can be mended safely."""
