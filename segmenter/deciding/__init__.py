"""What people decided about lines of dumps: the file it is kept in, where it holds, and what it does."""

from typing import Final

FILE_NAME: Final = "decisions.jsonl"
"""The file of decisions, in the folder of stories."""
GOES_ON: Final = "."
"""In the roles of an accepted story: a line that goes on with the paragraph above."""
