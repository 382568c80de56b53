"""Which parts of the API a program uses, and what a change means for it."""
