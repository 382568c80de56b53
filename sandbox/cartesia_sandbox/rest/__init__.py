"""The operations over HTTP: a module of handlers for each resource, and the call that they get."""
