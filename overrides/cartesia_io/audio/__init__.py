"""Sound as bytes: formats, headers, samples, and files that are read and written."""
