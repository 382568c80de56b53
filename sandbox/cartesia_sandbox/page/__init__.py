"""The page of the sandbox in a browser: its files, and what it shows of a request."""
