"""Moves programs of the official library to this one: finds the lines to change, and changes the imports."""
