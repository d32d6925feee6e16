"""The order of work: knows everybody, computes nothing. Nobody imports this room."""
