"""WebSockets that are opened, watched, observed and closed."""
