"""Packages of older versions: the modules in which a version differs from the next newer one."""
