"""Faults that tests plan: the vocabulary, and what each does over HTTP and on sockets."""
