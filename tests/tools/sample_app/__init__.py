"""A small program that uses the client in the ways people do. Its lines are counted by tests; it never runs."""
