"""What was read and found in one paper as a page to look at: one file, no script, nothing fetched."""
