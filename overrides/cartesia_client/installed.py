"""The version of this package, and the only place that has it: reading the metadata of what is installed takes 10 ms."""

__version__ = "0.1.0"
