"""Faults that tests plan: their vocabulary, and what each does to responses, sockets and connections."""
