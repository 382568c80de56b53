"""What the sandbox remembers: resources, voices, keys and plan limits."""
