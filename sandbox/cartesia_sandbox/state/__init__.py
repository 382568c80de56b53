"""What the sandbox stores: resources and their fixtures, voices, keys, and the use of plan limits."""
