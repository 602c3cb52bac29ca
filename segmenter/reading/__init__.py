"""From paths and bytes to the lines that are judged."""
