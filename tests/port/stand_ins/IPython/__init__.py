"""A stand-in for IPython."""
