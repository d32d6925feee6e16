"""Papers made to do harm, and what scorepack says of each: `python -m tests.hostile` prints the table."""
