"""Modules that are copied into the generated package unchanged, each under a header that names its source."""
