"""What operations over HTTP do: a module of handlers for each family."""
