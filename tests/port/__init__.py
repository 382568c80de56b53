"""Programs of the official library, run with it and, their imports changed, with this one: `scripts/port`."""
