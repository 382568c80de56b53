"""Stand-ins for what the tests of the official library import from its private modules."""
