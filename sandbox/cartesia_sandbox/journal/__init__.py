"""The record of what was asked, without credentials."""
