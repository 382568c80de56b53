"""HTTP within limits: of time, of size, and of what a body may be."""
