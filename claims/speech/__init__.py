"""Who says what: clauses of saying, their subjects, and whom those subjects name."""
