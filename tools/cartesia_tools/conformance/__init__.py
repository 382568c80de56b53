"""Validation of recorded traffic against the contract, and the patch that spec/ needs."""
